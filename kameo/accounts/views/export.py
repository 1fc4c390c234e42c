"""The list as a file: the same filters, columns and order, every page of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from kameo.accounts.listing import address, columns, export, rows_for
from kameo.accounts.listing.export_columns import words
from kameo.accounts.listing.fields import USUAL
from kameo.core.money import reporting_currency


@require_GET
def account_export(request: HttpRequest) -> HttpResponseBase:
    """GET /accounts/export/?format=csv|xlsx with the list's own address, or `id` for chosen rows.

    `cols` gives the file the list's columns; without it, it holds everything.
    """
    state = address.read(request.GET)
    shown = columns.chosen(state.columns, request.user) if state.columns else None
    rows = rows_for(
        request.user,
        state.criteria,
        sort=state.sort,
        descending=state.descending,
        names=USUAL if shown is None else columns.reads(shown),
    )
    write = export.as_xlsx if request.GET.get("format") == "xlsx" else export.as_csv
    return write(rows, words(reporting_currency(), shown))
