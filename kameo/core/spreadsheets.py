"""Files that a spreadsheet will open: no text of ours may begin like a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

PIECE = 32_768  # characters written before they leave, so that a long file costs no memory
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless_cell(value: Any) -> Any:
    """`value` for a cell: a text that a spreadsheet would run gets a quote in front; numbers stay as they are."""
    if isinstance(value, str) and value.startswith(FORMULA) and not _is_number(value):
        return f"'{value}"
    return value


def without_guard(text: str) -> str:
    """What was written before `harmless_cell` put its quote in front: our own files read back as they were."""
    bare = text[1:]
    return bare if text.startswith("'") and harmless_cell(bare) == text else text


def csv_lines(titles: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """A file in pieces: UTF-8 with a mark and semicolons, what a French spreadsheet opens with a double click."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(titles)
    yield b"\xef\xbb\xbf"
    for row in rows:
        writer.writerow([harmless_cell(value) for value in row])
        if buffer.tell() > PIECE:
            yield _emptied(buffer)
    yield _emptied(buffer)


def _emptied(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def _is_number(text: str) -> bool:
    """ "-12,50" is an amount, "-1+cmd" is not."""
    bare = text[1:].replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace(",", "").replace(".", "")
    return text[0] in "+-" and bare.isdecimal()
