"""The layout of a table: lines to skip, the line of the column names, the columns that exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .errors import ReadingError
from .marks import N_
from .recognised import Recognised
from .records import Record
from .values import Cell, is_blank, one_line

Vocabulary = Callable[[str], bool]

SAMPLE_RECORDS = 60
_VALUE = re.compile(
    r"""^(?:[-+(]?[€$£]?\s?\d[\d\s.,'’\u00a0\u202f]*\s?[€$£%)]?-?      # a number or an amount
        |\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}.*                          # a date
        |[^@\s]+@[^@\s]+\.[a-z]{2,} | https?://\S+ | www\.\S+
        |true|false|vrai|faux)$""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column that carries something: `index` in the record, its name, its first values."""

    index: int
    header: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileLayout:
    header: Recognised[int]
    first_row: int
    width: int
    columns: tuple[FileColumn, ...]


def recognise_layout(
    records: Sequence[Record], *, chosen: int | None = None, known: Vocabulary = lambda name: False
) -> FileLayout:
    """From the first records. `known` says whether a text is a column name some importer knows.

    Errors: file_empty, header_row_missing.
    """
    filled = [record for record in records if not _blank(record)]
    if not filled:
        raise ReadingError("file_empty")
    header = _choose_header(filled, chosen, known)
    names = next((record.cells for record in filled if record.line == header.value), [])
    body = [record for record in filled if record.line > (header.value or 0)]
    first_row = body[0].line if body else (header.value or 0) + 1
    width = len(names) if names else max(len(record.cells) for record in body)
    return FileLayout(header, first_row, width, _file_columns(names, body, width))


def _blank(record: Record) -> bool:
    return all(is_blank(cell) for cell in record.cells)


def _choose_header(filled: list[Record], chosen: int | None, known: Vocabulary) -> Recognised[int]:
    if chosen is not None:
        if chosen and not any(record.line == chosen for record in filled):
            raise ReadingError("header_row_missing", line=chosen)
        return Recognised(chosen, "chosen", "")
    usual = _usual_width(filled)
    candidates = [record for record in filled[:25] if _used(record) >= max(1, usual * 0.5)]
    best = max(candidates, key=lambda record: _known_share(record, known), default=filled[0])
    share = _known_share(best, known)
    if share >= 0.25 and share * _used(best) >= 2:
        return _found_header(best, filled, N_("Its cells are names of columns that Kameo knows."), "certain")
    first = candidates[0] if candidates else filled[0]
    if _value_share(first.cells) > 0.3:
        why = N_("The first line holds values, not names: columns are called by their number.")
        return Recognised(0, "likely", why, samples=_texts(first))
    return _found_header(first, filled, N_("It is the first full line and it holds names, not values."), "likely")


def _found_header(record: Record, filled: list[Record], why: str, status: str) -> Recognised[int]:
    candidates = (0, *(each.line for each in filled[:10]))
    return Recognised(record.line, status, why, {}, candidates, _texts(record))  # type: ignore[arg-type]


def _texts(record: Record) -> tuple[str, ...]:
    return tuple(one_line(cell)[:40] for cell in record.cells[:8])


def _used(record: Record) -> int:
    return sum(not is_blank(cell) for cell in record.cells)


def _usual_width(filled: list[Record]) -> int:
    widths = Counter(_used(record) for record in filled)
    return max(widths, key=lambda width: (widths[width], width))


def _known_share(record: Record, known: Vocabulary) -> float:
    names = [one_line(cell) for cell in record.cells if not is_blank(cell)]
    return sum(known(name) for name in names) / len(names) if names else 0.0


def _value_share(cells: Sequence[Cell]) -> float:
    filled = [cell for cell in cells if not is_blank(cell)]
    if not filled:
        return 0.0
    values = sum(not isinstance(cell, str) or bool(_VALUE.match(cell.strip())) for cell in filled)
    years = sum(bool(_YEAR.match(one_line(cell))) for cell in filled)
    # A cross table has years as column names: they are names when everything else is.
    return (values - (years if years > 1 else 0)) / len(filled)


def _file_columns(names: Sequence[Cell], body: list[Record], width: int) -> tuple[FileColumn, ...]:
    seen: Counter[str] = Counter()
    columns = []
    for index in range(width):
        samples = _column_samples(body, index)
        name = one_line(names[index]) if index < len(names) else ""
        if not name and not samples:
            continue
        name = name or f"#{index + 1}"
        seen[name.casefold()] += 1
        if seen[name.casefold()] > 1:
            name = f"{name} ({seen[name.casefold()]})"
        columns.append(FileColumn(index, name, samples))
    return tuple(columns)


def _column_samples(body: list[Record], index: int) -> tuple[str, ...]:
    texts = (one_line(record.cells[index])[:120] for record in body if index < len(record.cells))
    return tuple(dict.fromkeys(text for text in texts if text))[:12]
