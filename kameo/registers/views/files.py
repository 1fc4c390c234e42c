"""The registers as files: what the reader sees, raw numbers, ISO dates, words in his language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _

from kameo.core import clock
from kameo.core.spreadsheets import csv_lines


def presences_as_csv(rows: Iterable[Any]) -> HttpResponseBase:
    headers = [
        _("Competitor"),
        _("Account"),
        _("Product or service"),
        _("Incumbent"),
        _("Contract ends on"),
        _("Share of wallet (%)"),
        _("Evidence"),
        _("Noted by"),
    ]
    yes, no = _("yes"), _("no")

    def values(row: Any) -> list[Any]:
        return [
            row.competitor,
            row.account_name,
            row.product,
            yes if row.incumbent else no,
            row.contract_ends_on,
            row.share,
            row.evidence,
            row.author,
        ]

    return _file(_("competitors"), headers, (values(row) for row in rows))


def _file(name: str, headers: list[str], lines: Iterable[list[Any]]) -> HttpResponseBase:
    response = StreamingHttpResponse(csv_lines(headers, lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-{clock.today().isoformat()}.csv"'
    return response
