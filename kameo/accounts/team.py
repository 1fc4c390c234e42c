"""The account's team as read: members with what they do, and whether somebody carries too many accounts (R100)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Value, When

from kameo.accounts.cap_words import caps_of, passed_words, reached_words
from kameo.accounts.enums import Function
from kameo.accounts.models import Account, CapExcess
from kameo.accounts.queries.led import Held, held_by

RANK = {Function.LEAD: 0, Function.BACK_UP: 1, Function.SPONSOR: 2}


@dataclass(frozen=True, slots=True)
class Member:
    """One colleague. `over` says in words which cap of his role the accounts he leads exceed, "" for none."""

    id: int
    user_id: int
    name: str
    title: str
    role: str
    function: str
    responsibilities: str
    since: date
    active: bool
    over: str


def team_of(account: Account) -> list[Member]:
    """The lead first, then the back-up; two queries."""
    order = Case(*[When(function=key, then=Value(rank)) for key, rank in RANK.items()], default=Value(9))
    rows = list(account.members.select_related("user__role").order_by(order, "user__sort_name", "id"))
    leads = [row.user_id for row in rows if row.function == Function.LEAD]
    held = held_by(leads) if leads else {}
    return [
        Member(
            row.pk,
            row.user_id,
            row.user.full_name,
            row.user.title,
            row.user.role.label,
            row.function,
            row.responsibilities,
            row.since,
            row.user.is_active,
            _cap_words(row.user, held.get(row.user_id, Held()), only_passed=True)
            if row.function == Function.LEAD
            else "",
        )
        for row in rows
    ]


def excesses_of(account: Account) -> list[CapExcess]:
    """Why the present lead leads this account beyond the cap of the role: confirmed by whom, when, why."""
    leads = account.members.filter(function=Function.LEAD).values("user")
    rows = account.cap_excesses.filter(user__in=leads).select_related("user", "by")
    return list(rows.order_by("-at", "-id")[:3])


def cap_warning(user: Any) -> str:
    """What to say when `user` leads as many accounts as the role is meant for, or more; "" otherwise."""
    return _cap_words(user, held_by([user.pk]).get(user.pk, Held()), only_passed=False)


def _cap_words(user: Any, held: Held, *, only_passed: bool) -> str:
    caps = caps_of(user.role, held)
    for one in caps:
        if one.passed:
            return passed_words(user.full_name, one)
    if only_passed:
        return ""
    return next((reached_words(user.full_name, one) for one in caps if one.reached), "")
