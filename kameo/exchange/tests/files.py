"""Files for the tests: real ones from the shared folder, and those a test writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kameo.exchange.reading.recognised import ReadOptions
from kameo.exchange.reading.records import Record
from kameo.exchange.reading.table import open_table

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT / "../shared/data"


def shared(name: str) -> Path:
    """A real file; the test is skipped where the shared folder is not there."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"../shared/data/{name} is not on this machine")
    return path


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
