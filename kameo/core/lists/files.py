"""A list as a file: the rows and columns that the reader sees, streamed. Raw numbers, ISO dates, words in his language.

A text that a spreadsheet would run as a formula gets a quote in front.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from kameo.core import clock
from kameo.core.lists.columns import Column
from kameo.core.lists.declaration import ListOf
from kameo.core.spreadsheets import csv_lines, harmless_cell
from kameo.core.text import fold

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Cell = tuple[str, Callable[[Any], Any]]


def file_columns(noun: ListOf, user: Any, keys: Sequence[str]) -> list[Column]:
    """What a file holds: its first columns, then those chosen; without a choice, those declared, or all."""
    every = {key: one for key, one in noun.all_columns().items() if one.filed and (one.when is None or one.when(user))}
    added = [key for key, one in every.items() if one.shown and key not in noun.own_keys]
    usual = [*noun.files_all, *added] if noun.files_all else list(every)
    wanted = [one.key for one in noun.chosen(keys, user)] if keys else usual
    return [every[key] for key in dict.fromkeys([*noun.file_first, *wanted]) if key in every]


def as_csv(noun: ListOf, rows: Iterable[Any], columns: Sequence[Column]) -> HttpResponseBase:
    """UTF-8 with a mark, semicolons: what a French spreadsheet opens with a double click."""
    cells = _cells(columns)
    lines = csv_lines([header for header, _read in cells], _file_lines(rows, cells))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_file_name(noun, "csv")}"'
    return response


def as_xlsx(noun: ListOf, rows: Iterable[Any], columns: Sequence[Column]) -> HttpResponseBase:
    """A workbook written row by row to a temporary file: memory does not grow with the list."""
    cells = _cells(columns)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(noun.words.title)[:31])
    sheet.freeze_panes = "C2"
    for index, column in enumerate(columns):
        wide = 44 if index == 1 else 10 if column.key == "id" else 16
        sheet.column_dimensions[get_column_letter(index + 2)].width = wide
    bold = [WriteOnlyCell(sheet, value=header) for header, _read in cells]
    for cell in bold:
        cell.font = Font(bold=True)
    sheet.append(bold)
    for line in _file_lines(rows, cells):
        sheet.append([harmless_cell(value) for value in line])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=_file_name(noun, "xlsx"), content_type=XLSX)


def _cells(columns: Sequence[Column]) -> list[Cell]:
    return [(_("Number"), lambda row: row.id), *(column.in_file() for column in columns)]


def _file_lines(rows: Iterable[Any], cells: Sequence[Cell]) -> Iterable[list[Any]]:
    readers = [read for _header, read in cells]
    return ([read(row) for read in readers] for row in rows)


def _file_name(noun: ListOf, extension: str) -> str:
    return f"{fold(str(noun.words.title)).replace(' ', '-')}-{clock.today().isoformat()}.{extension}"
