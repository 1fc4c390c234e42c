"""Files for the tests: our own in the repository, real ones from the shared folder, and those a test writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kameo.exchange.reading.recognised import ReadOptions
from kameo.exchange.reading.records import Record
from kameo.exchange.reading.table import open_table

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT / "../shared/data"
CORPUS = ROOT / "tests/corpus"


def shared(name: str) -> Path:
    """A real file, too large or not ours to give away; `test_corpus.py` asks the same of our own."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"../shared/data/{name} is not on this machine: test_corpus.py asks the same of files of our own")
    return path


def own(name: str) -> Path:
    """A file of `tests/corpus`, which every clone has."""
    return CORPUS / name


def rows_of(path: Path, **options: Any) -> list[list[Any]]:
    with open_table(path, ReadOptions(**options)) as table:
        return [[row.cells[column.index] for column in table.columns] for row in table.rows()]


def records_of(path: Path, **options: Any) -> list[Record]:
    with open_table(path, ReadOptions(**options)) as table:
        return list(table.rows())


def headers_of(path: Path, **options: Any) -> tuple[str, ...]:
    with open_table(path, ReadOptions(**options)) as table:
        return table.headers


def write(folder: Path, text: str | bytes, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
