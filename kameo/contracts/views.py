"""The list of an account's invoices."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kameo.accounts.models import Account
from kameo.contracts.queries import KINDS, filter_invoices, invoices_of, page_of, totals_of
from kameo.core.access import get_visible
from kameo.core.keyset import page_address
from kameo.core.money import reporting_currency
from kameo.core.panels import tabs_for
from kameo.people.enums import Right


@require_safe
def invoice_list(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/invoices/: filters `q`, `kind`, `scope=group`, `bin=1`."""
    account: Account = get_visible(Account.objects.select_related("pulse"), request.user, pk=account_id)
    asked = {key: request.GET.get(key, "").replace("\x00", "").strip()[:120] for key in ("q", "kind", "scope", "bin")}
    writes = request.user.can(Right.WRITE_INVOICES)
    group, binned = asked["scope"] == "group", asked["bin"] == "1" and writes
    kind = asked["kind"] if asked["kind"] in KINDS else ""
    every = invoices_of(request.user, account, group=group, binned=binned)
    found = filter_invoices(every, kind=kind, text=asked["q"])
    page = page_of(found, before=request.GET.get("before", ""), after=request.GET.get("after", ""))
    kept = {key: value for key, value in (asked | {"kind": kind}).items() if value}
    context = {
        "account": account,
        "tabs": tabs_for(request.user, account, "invoices"),
        "asked": asked | {"kind": kind},
        "group": group,
        "binned": binned,
        "page": page,
        "totals": totals_of(found),
        "currency": reporting_currency(),
        "may_write": writes,
        "previous_url": page_address(kept, before=page.before),
        "next_url": page_address(kept, after=page.after),
    }
    return render(request, "contracts/list.html", context)
