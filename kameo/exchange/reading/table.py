"""A table opened: what was recognised, its columns, and its rows as often as one likes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from .cards import HEADERS, read_table
from .container import Container, unpacked_table
from .dialect import Dialect, recognise_dialect
from .encoding import recognise_encoding
from .layout import SAMPLE_RECORDS, FileColumn, FileLayout, Vocabulary, recognise_layout
from .recognised import ReadOptions, Recognised
from .records import Record, read_records
from .sheets import open_workbook, read_sheet, recognise_sheet
from .values import Cell, is_blank, one_line


@dataclass(slots=True)
class Table:
    """An open table. `recognised` is everything that was found out, by name."""

    path: Path
    container: Container
    recognised: dict[str, Recognised[Any]]
    layout: FileLayout
    dialect: Dialect | None = None
    workbook: CalamineWorkbook | None = None
    cards: list[Record] | None = None

    @property
    def columns(self) -> tuple[FileColumn, ...]:
        return self.layout.columns

    @property
    def headers(self) -> tuple[str, ...]:
        return tuple(column.header for column in self.columns)

    def records(self) -> Iterator[Record]:
        if self.cards is not None:
            # Whoever reads may lengthen the cells of a record.
            return (Record(one.line, list(one.cells), one.issue) for one in self.cards)
        if self.workbook is not None:
            return read_sheet(self.workbook, self.recognised["sheet"].value or "")
        assert self.dialect is not None
        return read_records(self.path, self.recognised["encoding"].value or "utf-8", self.dialect)

    def rows(self) -> Iterator[Record]:
        """Every row below the header that holds something, padded to the table's width.

        A row with more filled cells than columns carries the issue `too_many_cells`.
        """
        width = self.layout.width
        first = self.layout.first_row
        for record in self.records():
            if record.line < first:
                continue
            cells = record.cells
            if not any(cells) and all(is_blank(cell) for cell in cells):
                continue
            missing = width - len(cells)
            if missing == 0:
                yield record
            elif missing > 0:
                cells.extend([None] * missing)
                yield record
            else:
                yield _too_wide(record, width)


def _too_wide(record: Record, width: int) -> Record:
    extra: list[Cell] = record.cells[width:]
    if all(is_blank(cell) for cell in extra):
        return Record(record.line, record.cells[:width], record.issue)
    return Record(record.line, record.cells, record.issue or "too_many_cells")


@contextmanager
def open_table(
    path: Path, options: ReadOptions | None = None, *, known: Vocabulary = lambda name: False
) -> Iterator[Table]:
    """Open any CSV, TSV, XLS, XLSX or ODS file (also inside one .zip or .gz) and recognise its form.

    `known` tells column names from values when the header has to be found.
    Errors: any ReadingError; none is raised later by `rows()` but line_too_long.
    """
    options = options or ReadOptions()
    with unpacked_table(path) as (inner, container):
        opened = {"text": _open_text, "cards": _open_cards}.get(container, _open_spreadsheet)
        yield opened(inner, container, options, known)


def _open_cards(path: Path, container: Container, options: ReadOptions, known: Vocabulary) -> Table:
    encoding = recognise_encoding(path, options.encoding)
    records = read_table(path, encoding.value or "utf-8")
    columns = tuple(
        FileColumn(index, header, tuple(dict.fromkeys(one_line(row.cells[index])[:120] for row in filled))[:12])
        for index, header in enumerate(HEADERS)
        if (filled := [row for row in records if row.cells[index]])
    )
    layout = FileLayout(Recognised(0, "certain", ""), 0, len(HEADERS), columns)
    return Table(path, container, {"encoding": encoding}, layout, cards=records)


def _open_text(path: Path, container: Container, options: ReadOptions, known: Vocabulary) -> Table:
    encoding = recognise_encoding(path, options.encoding)
    name = encoding.value or "utf-8"
    found = recognise_dialect(path, name, separator=options.separator, quote=options.quote)
    head = list(islice(read_records(path, name, found.dialect), SAMPLE_RECORDS))
    layout = recognise_layout(head, chosen=options.header_row, known=known)
    recognised: dict[str, Recognised[Any]] = {
        "encoding": encoding,
        "separator": found.separator,
        "quote": found.quote,
        "line_ending": found.line_ending,
        "header_row": layout.header,
    }
    return Table(path, container, recognised, layout, dialect=found.dialect)


def _open_spreadsheet(path: Path, container: Container, options: ReadOptions, known: Vocabulary) -> Table:
    workbook = open_workbook(path)
    sheet = recognise_sheet(workbook, options.sheet)
    head = list(islice(read_sheet(workbook, sheet.value or ""), SAMPLE_RECORDS))
    layout = recognise_layout(head, chosen=options.header_row, known=known)
    return Table(path, container, {"sheet": sheet, "header_row": layout.header}, layout, workbook=workbook)
