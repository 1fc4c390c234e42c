"""What asks for a decision over the portfolio: candidates, those that no longer qualify, due, watched, dependence."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kameo.accounts.rules import can_see_totals
from kameo.core import clock, preferences
from kameo.core.money import reporting_currency
from kameo.people.enums import Right
from kameo.qualification.queries import attention

SHOWN = 20


@require_safe
def qualification_hub(request: HttpRequest) -> HttpResponse:
    """GET /qualification/: five lists, each with its reasons and the act that settles it."""
    user: Any = request.user
    found = {
        "candidates": attention.candidates(user, limit=SHOWN + 1),
        "lost": attention.no_longer_qualify(user, limit=SHOWN + 1),
        "due": attention.decisions_due(user, limit=SHOWN + 1),
        "watched": attention.watch_list(user, limit=SHOWN + 1),
        "dependent": attention.dependence(user),
    }
    context = {
        **{name: rows[:SHOWN] for name, rows in found.items()},
        "counts": {name: _count_in_words(rows) for name, rows in found.items()},
        "may_decide": user.can(Right.DECIDE_CLASS),
        "may_write": user.can(Right.WRITE_ACCOUNTS),
        "may_see_totals": can_see_totals(user),
        "levels": preferences.get("dependence.levels"),
        "today": clock.company_today(),
        "currency": reporting_currency(),
        "shown": SHOWN,
    }
    return render(request, "qualification/hub.html", context)


def _count_in_words(rows: list[Any]) -> str:
    return f"{SHOWN}+" if len(rows) > SHOWN else str(len(rows))
