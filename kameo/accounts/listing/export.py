"""The list as a file: the rows and columns the user may see, streamed. Raw numbers, ISO dates, words in his language.

A text that a spreadsheet would run as a formula gets a quote in front.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable

from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from kameo.accounts.listing import AccountRow
from kameo.accounts.listing.export_columns import ExportColumns
from kameo.core import clock
from kameo.core.spreadsheets import csv_lines, harmless_cell

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = {0: 10, 1: 44, 2: 30}


def as_csv(rows: Iterable[AccountRow], told: ExportColumns) -> HttpResponseBase:
    """UTF-8 with a mark, semicolons: what a French spreadsheet opens with a double click."""
    lines = csv_lines(told.headers, map(told.values, rows))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_file_name("csv")}"'
    return response


def as_xlsx(rows: Iterable[AccountRow], told: ExportColumns) -> HttpResponseBase:
    """A workbook written row by row to a temporary file: memory does not grow with the list."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Accounts"))
    sheet.freeze_panes = "C2"
    for index, _header in enumerate(told.headers):
        sheet.column_dimensions[get_column_letter(index + 1)].width = WIDTHS.get(index, 16)
    bold = [WriteOnlyCell(sheet, value=header) for header in told.headers]
    for cell in bold:
        cell.font = Font(bold=True)
    sheet.append(bold)
    for row in rows:
        sheet.append([harmless_cell(value) for value in told.values(row)])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=_file_name("xlsx"), content_type=XLSX)


def _file_name(extension: str) -> str:
    return f"{_('accounts')}-{clock.today().isoformat()}.{extension}"
