"""The relations network of an account (R71, R211, e-12)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kameo.accounts.models import Account
from kameo.contacts.enums import Family
from kameo.contacts.models import Person
from kameo.core.access import get_visible
from kameo.core.panels import tabs_for
from kameo.core.text import number_of
from kameo.decisions import rules
from kameo.insight.network.introducers import introducers
from kameo.insight.network.matrix import KEEPS, SORTS, read_network
from kameo.insight.strength import read_settings


@require_safe
def account_network(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/network/: `sort`, `family`, `keep` (nobody, one); `to` shows the ways to one person."""
    account: Account = get_visible(Account.objects.select_related("pulse"), request.user, pk=account_id)
    state = _address_state(request)
    context = {
        "account": account,
        "network": read_network(account, request.user, **state),
        "state": state,
        "families": Family.choices,
        "months": read_settings().months,
        "scale": read_settings(),
        "may_ask": rules.can_ask(request.user),
        "tabs": tabs_for(request.user, account, "map"),
        **_way(request),
    }
    return render(request, "insight/network/page.html", context)


def _address_state(request: HttpRequest) -> dict[str, str]:
    sort, family, keep = (request.GET.get(name, "") for name in ("sort", "family", "keep"))
    return {
        "sort": sort if sort in SORTS else SORTS[0],
        "family": family if family in Family.values else "",
        "keep": keep if keep in KEEPS else "",
    }


def _way(request: HttpRequest) -> dict[str, Any]:
    """The person looked for, and how the reader gets to them."""
    wanted = number_of(request.GET.get("to", ""))
    if wanted is None:
        return {"to": None, "ways": None}
    person: Person = get_visible(Person.objects, request.user, pk=wanted)
    return {"to": person, "ways": introducers(person, request.user)}
