"""The coverage of a decision map: every figure with its definition and its people, every gap with its act (c-11)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kameo.accounts.models import Account
from kameo.core.access import get_visible
from kameo.core.panels import tabs_for
from kameo.core.text import number_of
from kameo.decisions.models import DecisionMap
from kameo.insight.coverage.page import coverage_page


@require_safe
def account_coverage(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/coverage/: `map` for one of its other maps, `figure` to see whom a figure counts."""
    account: Account = get_visible(Account.objects, request.user, pk=account_id)
    named = _named_map(request, account)
    page = coverage_page(account, named, request.user, request.GET.get("figure", ""))
    context = {"account": account, "page": page, "tabs": tabs_for(request.user, account, "map")}
    return render(request, "insight/coverage/page.html", context)


def _named_map(request: HttpRequest, account: Account) -> DecisionMap | None:
    given = number_of(request.GET.get("map", ""))
    maps = DecisionMap.objects.filter(account=account)
    return None if given is None else get_visible(maps, request.user, pk=given)  # type: ignore[no-any-return]
