"""The account's team as read: members with what they do, and whether somebody carries too many accounts (R100)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Value, When

from kameo.accounts.enums import Function
from kameo.accounts.models import Account
from kameo.accounts.team.limits import lead_limits

RANK = {Function.LEAD: 0, Function.BACK_UP: 1, Function.SPONSOR: 2}


@dataclass(frozen=True, slots=True)
class TeamMember:
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


def team_of(account: Account) -> list[TeamMember]:
    """The lead first, then the back-up; two queries."""
    order = Case(*[When(function=key, then=Value(rank)) for key, rank in RANK.items()], default=Value(9))
    rows = list(account.members.select_related("user__role").order_by(order, "user__sort_name", "id"))
    passed = lead_limits().passed([row.user for row in rows if row.function == Function.LEAD])
    return [
        TeamMember(
            row.pk,
            row.user_id,
            row.user.full_name,
            row.user.title,
            row.user.role.label,
            row.function,
            row.responsibilities,
            row.since,
            row.user.is_active,
            passed.get(row.user_id, "") if row.function == Function.LEAD else "",
        )
        for row in rows
    ]
