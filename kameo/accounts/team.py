"""The account's team as read: members with what they do, and whether somebody carries too many accounts (R100)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, Q, Value, When
from django.utils.translation import ngettext

from kameo.accounts.enums import AccountClass, Function
from kameo.accounts.models import Account, AccountMember

RANK = {Function.LEAD: 0, Function.BACK_UP: 1, Function.SPONSOR: 2}
KEY = (AccountClass.KEY, AccountClass.LARGE_KEY)
LARGE = (AccountClass.LARGE, AccountClass.LARGE_KEY)


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
    loads = _loads({row.user_id for row in rows if row.function == Function.LEAD})
    return [
        Member(
            row.pk, row.user_id, row.user.full_name, row.user.title, row.user.role.label, row.function,
            row.responsibilities, row.since, row.user.is_active,
            _over(row.user, *loads.get(row.user_id, (0, 0))) if row.function == Function.LEAD else "",
        )
        for row in rows
    ]  # fmt: skip


def cap_warning(user: Any) -> str:
    """What to say when `user` leads more accounts than his role is meant to; "" when he does not."""
    return _over(user, *_loads({user.pk}).get(user.pk, (0, 0)))


def _loads(users: set[int]) -> dict[int, tuple[int, int]]:
    """Per colleague, how many key and how many large accounts he leads."""
    if not users:
        return {}
    led = AccountMember.objects.filter(user_id__in=users, function=Function.LEAD, account__binned_at=None)
    rows = led.order_by().values_list("user_id").annotate(
        key=Count("pk", filter=Q(account__pulse__account_class__in=KEY)),
        large=Count("pk", filter=Q(account__pulse__account_class__in=LARGE)),
    )  # fmt: skip
    return {user: (key, large) for user, key, large in rows}


def _over(user: Any, key: int, large: int) -> str:
    role = user.role
    if role.strategic_cap is not None and key > role.strategic_cap:
        words = ngettext(
            "%(name)s leads %(count)s key accounts; the role is meant for %(cap)s.",
            "%(name)s leads %(count)s key accounts; the role is meant for %(cap)s at most.",
            role.strategic_cap,
        )
        return words % {"name": user.full_name, "count": key, "cap": role.strategic_cap}
    if role.large_cap is not None and large > role.large_cap:
        words = ngettext(
            "%(name)s leads %(count)s large accounts; the role is meant for %(cap)s.",
            "%(name)s leads %(count)s large accounts; the role is meant for %(cap)s at most.",
            role.large_cap,
        )
        return words % {"name": user.full_name, "count": large, "cap": role.large_cap}
    return ""
