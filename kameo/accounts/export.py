"""The list as a file: the rows and columns the user may see, streamed. Raw numbers, ISO dates, words in his language.

A text that a spreadsheet would run as a formula gets a quote in front.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from kameo.accounts.enums import AccountClass, Kind, Status
from kameo.accounts.listing import AccountRow
from kameo.core import clock
from kameo.core.spreadsheets import harmless

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = {0: 10, 1: 44, 2: 30}


@dataclass(frozen=True)
class Words:
    """The reader's words and zone, taken while the request lasts: the rows are written after it."""

    headers: list[str]
    kinds: dict[str, str]
    statuses: dict[str, str]
    classes: dict[str, str]
    yes: str
    no: str
    zone: tzinfo

    def values(self, row: AccountRow) -> list[Any]:
        """One line; percentages out of 100, nothing where nothing is known."""
        last = row.last_contact_at
        return [
            row.id, row.name, row.parent_name or "", self.kinds[row.kind], self.statuses[row.status],
            self.classes[row.account_class], row.lead, row.sector, row.country, row.revenue, row.previous,
            None if row.change is None else round(row.change * 100, 2), row.unconverted,
            last.astimezone(self.zone).date() if last else None, row.entities, row.sites, row.left_out,
            self.yes if row.confidential else self.no,
        ]  # fmt: skip


def words(currency: str) -> Words:
    """In the language and the zone of the request."""
    kinds, statuses, classes = (
        {str(value): str(label) for value, label in choices}
        for choices in (Kind.choices, Status.choices, AccountClass.choices)
    )
    zone = timezone.get_current_timezone()
    return Words(_headers({"currency": currency}), kinds, statuses, classes, _("yes"), _("no"), zone)


def _headers(money: dict[str, str]) -> list[str]:
    return [
        _("Number"), _("Name"), _("Belongs to"), _("Kind"), _("Status"), _("Class"), _("Lead"), _("Sector"),
        _("Country"), _("Revenue 12 m (%(currency)s)") % money, _("Revenue 12 m before (%(currency)s)") % money,
        _("Change (%)"), _("Documents not converted"), _("Last contact"), _("Entities"), _("Sites"),
        _("Entities left out"), _("Confidential"),
    ]  # fmt: skip


def as_csv(rows: Iterable[AccountRow], currency: str) -> HttpResponseBase:
    """UTF-8 with a mark, semicolons: what a French spreadsheet opens with a double click."""
    response = StreamingHttpResponse(
        _csv_lines(rows, words(currency)), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{_file_name("csv")}"'
    return response


def _csv_lines(rows: Iterable[AccountRow], told: Words) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(told.headers)
    yield b"\xef\xbb\xbf"
    for row in rows:
        writer.writerow([harmless(value) for value in told.values(row)])
        if buffer.tell() > 32_768:
            yield _emptied(buffer)
    yield _emptied(buffer)


def _emptied(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def as_xlsx(rows: Iterable[AccountRow], currency: str) -> HttpResponseBase:
    """A workbook written row by row to a temporary file: memory does not grow with the list."""
    told = words(currency)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Accounts"))
    sheet.freeze_panes = "C2"
    for index, _header in enumerate(told.headers):
        sheet.column_dimensions[chr(ord("A") + index)].width = WIDTHS.get(index, 16)
    bold = [WriteOnlyCell(sheet, value=header) for header in told.headers]
    for cell in bold:
        cell.font = Font(bold=True)
    sheet.append(bold)
    for row in rows:
        sheet.append([harmless(value) for value in told.values(row)])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=_file_name("xlsx"), content_type=XLSX)


def _file_name(extension: str) -> str:
    return f"{_('accounts')}-{clock.today().isoformat()}.{extension}"
