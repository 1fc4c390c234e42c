"""What each colleague carries: accounts led against the caps, back-ups, cover, revenue, and the index (R100, R101).

Nobody is ranked by results: by name, or by how full the portfolio is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Q

from kameo.accounts.enums import Function
from kameo.accounts.models import AccountMember
from kameo.core import clock
from kameo.people.enums import Right
from kameo.people.models import Absence, User
from kameo.portfolio.caps.led import Held, held_by
from kameo.portfolio.caps.words import Cap, caps_of
from kameo.portfolio.models import CapExcess
from kameo.portfolio.queries.load_factors import LoadIndex, compute_load_index, factors


@dataclass(frozen=True)
class Load:
    """One colleague. `led` counts trees, `entities` every account led; amounts as `accounts.revenue.periods` cuts them.

    `covers` are those he stands in for today; `cover` who stands in for him until `until`, both of them or none.
    """

    user_id: int
    name: str
    title: str
    role: str
    active: bool
    caps: list[Cap]
    held: Held
    led: int = 0
    entities: int = 0
    back_ups: int = 0
    revenue: Decimal | None = None
    previous: Decimal | None = None
    unconverted: int = 0
    cover: str = ""
    until: date | None = None
    covers: list[str] = field(default_factory=list)
    excesses: list[CapExcess] = field(default_factory=list)
    totals: dict[str, int] = field(default_factory=dict)
    index: LoadIndex = field(default_factory=lambda: compute_load_index(0, {}))

    @property
    def change(self) -> Decimal | None:
        """In percent; None when there was nothing to compare with (c-0.6)."""
        if self.revenue is None or not self.previous or self.previous < 0:
            return None
        return (self.revenue - self.previous) * 100 / self.previous

    @property
    def fullness(self) -> Decimal:
        """How much of the tightest cap is used; roles without a cap come last."""
        used = [Decimal(one.held) / one.cap if one.cap else Decimal(one.held + 1) for one in self.caps]
        return max(used, default=Decimal(-1))

    @property
    def over(self) -> int:
        """How many accounts too many, on the axis that is passed most."""
        return max((one.over for one in self.caps), default=0)


def loads_for(viewer: Any, *, sort: str = "name") -> list[Load]:
    """The colleagues who lead or back up accounts, or whose role has caps; six queries and one per factor.

    Who sees all accounts reads everybody, from the accounts he sees; anybody else reads only himself.
    """
    alone = None if viewer.can(Right.SEE_ALL_ACCOUNTS) else viewer.pk
    carried = _carried(viewer, alone)
    held = held_by(None if alone is None else [alone], viewer=viewer)
    people = _people(alone, set(carried))
    away = _absences({user.pk for user in people})
    excesses = _excesses(viewer, {user.pk for user in people})
    counted = {key: factor.count(viewer, [user.pk for user in people]) for key, factor in factors.items()}
    loads = [
        _load(user, carried.get(user.pk, {}), held.get(user.pk, Held()), away, excesses, counted) for user in people
    ]
    return sorted(loads, key=lambda one: one.fullness, reverse=True) if sort == "load" else loads


def overloaded(viewer: Any) -> list[Load]:
    """Those who lead more than their role is meant for, the furthest beyond first; three queries at most."""
    held = held_by(viewer=viewer)
    people = User.objects.active().filter(pk__in=list(held)).select_related("role").order_by("sort_name")
    over = [user for user in people if any(one.passed for one in caps_of(user.role, held[user.pk]))]
    if not over:
        return []
    excesses = _excesses(viewer, {user.pk for user in over})
    loads = [_load(user, {}, held[user.pk], [], excesses, {}) for user in over]
    return sorted(loads, key=lambda one: -one.over)


def _people(alone: int | None, holding: set[int]) -> list[User]:
    if alone is not None:
        wanted = Q(pk=alone)
    else:
        capped = Q(role__strategic_cap__isnull=False) | Q(role__large_cap__isnull=False)
        wanted = Q(pk__in=holding) | Q(is_active=True) & capped
    return list(User.objects.filter(wanted).select_related("role").order_by("sort_name", "pk"))


def _carried(viewer: Any, alone: int | None) -> dict[int, dict[str, Any]]:
    """Per colleague: trees and accounts led, back-ups, revenue of the trees led; one query."""
    members = AccountMember.objects.filter(
        function__in=[Function.LEAD, Function.BACK_UP], account__binned_at=None
    ).visible_to(viewer)
    if alone is not None:
        members = members.filter(user_id=alone)
    seen, parameters = members.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_CARRIED.format(seen=seen), parameters)
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return {row.pop("user_id"): row for row in rows}


def _absences(users: set[int]) -> list[Absence]:
    """Who is away today among these, and whom these cover."""
    today = clock.today()
    under_way = Absence.objects.filter(starts_on__lte=today, ends_on__gte=today)
    touching = under_way.filter(Q(user__in=users) | Q(cover__in=users))
    return list(touching.select_related("user", "cover").order_by("-ends_on"))


def _excesses(viewer: Any, users: set[int]) -> dict[int, list[CapExcess]]:
    """What was confirmed for accounts these colleagues still lead, the newest first."""
    rows = CapExcess.objects.filter(user__in=users, account__binned_at=None).visible_to(viewer)
    still = AccountMember.objects.filter(function=Function.LEAD, user__in=users)
    led = set(still.filter(account__in=rows.values("account")).values_list("user_id", "account_id"))
    found: dict[int, list[CapExcess]] = {}
    for row in rows.select_related("account", "by").order_by("-at", "-pk") if led else ():
        if (row.user_id, row.account_id) in led:
            found.setdefault(row.user_id, []).append(row)
    return found


def _load(
    user: User,
    carried: dict[str, Any],
    held: Held,
    away: list[Absence],
    excesses: dict[int, list[CapExcess]],
    counted: dict[str, Any],
) -> Load:
    own = next((one for one in away if one.user_id == user.pk), None)
    totals = {key: rows.get(user.pk, 0) for key, rows in counted.items()}
    return Load(
        user_id=user.pk,
        name=user.full_name,
        title=user.title,
        role=user.role.label,
        active=user.is_active,
        caps=caps_of(user.role, held),
        held=held,
        cover=own.cover.full_name if own else "",
        until=own.ends_on if own else None,
        covers=[one.user.full_name for one in away if one.cover_id == user.pk],
        excesses=excesses.get(user.pk, []),
        totals=totals,
        index=compute_load_index(carried.get("led", 0), totals),
        **carried,
    )


# An account below another one that the same colleague leads is in that one's figures already.
_CARRIED = """
    with held as (
        select member.user_id, member.function = 'lead' as leads, account.id, pulse.tree_revenue_12m,
            pulse.tree_revenue_previous_12m, pulse.tree_unconverted,
            member.function = 'lead' and (account.parent_id is null or not exists (
                select from accounts_accountmember upper
                where upper.user_id = member.user_id and upper.function = 'lead'
                and upper.account_id = any(account.lineage) and upper.account_id <> account.id)) as top
        from accounts_accountmember member
        join accounts_account account on account.id = member.account_id
        left join accounts_accountpulse pulse on pulse.account_id = account.id
        where member.id in ({seen}))
    select user_id, count(*) filter (where top) as led, count(*) filter (where leads) as entities,
        count(*) filter (where not leads) as back_ups,
        sum(tree_revenue_12m) filter (where top) as revenue,
        sum(tree_revenue_previous_12m) filter (where top) as previous,
        coalesce(sum(tree_unconverted) filter (where top), 0)::int as unconverted
    from held group by user_id
"""
