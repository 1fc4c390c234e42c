"""The list as a file: the same filters, every page of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from kameo.accounts import export, filters
from kameo.accounts.listing import rows_for
from kameo.core.money import reporting_currency


@require_GET
def account_export(request: HttpRequest) -> HttpResponseBase:
    """GET /accounts/export/?format=csv|xlsx with the list's own filters, or `id` for chosen rows."""
    state = filters.read(request.GET)
    rows = rows_for(request.user, state.criteria, sort=state.sort, descending=state.descending)
    write = export.as_xlsx if request.GET.get("format") == "xlsx" else export.as_csv
    return write(rows, reporting_currency())
