"""The Pareto of our revenue: the curve, and the accounts in order (R13).

One statement over RevenueDay and the tree as it stood: each document counts once, for what was at the top of the
reader's tree on the document's own day. Credit notes count on theirs (c-0.3). What the reader may not see is neither
added nor counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Q

from kameo.accounts.models import Account
from kameo.accounts.rules import can_see_totals
from kameo.core import preferences
from kameo.core.sql import ids_sql, read_sql
from kameo.insight.enums import Scope, Tier
from kameo.insight.queries.reference import STUDY
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User

POINTS = 200  # of a curve, besides those that somebody asks about
PAGE = 50
EVERY = 2**31 - 2


@dataclass(frozen=True, slots=True)
class ParetoPoint:
    """The first `rank` accounts, what they make together, and both as parts of the whole (0 to 1, may pass 1)."""

    rank: int
    revenue: Decimal
    accounts_share: Decimal
    revenue_share: Decimal | None


@dataclass(frozen=True, slots=True)
class ParetoRow:
    """One account of the curve: its rank, what it made, its part of the whole and that of all up to it."""

    rank: int
    account_id: int
    name: str
    account_class: str
    lead: str
    revenue: Decimal
    share: Decimal | None
    cumulated_share: Decimal | None


@dataclass(frozen=True)
class Pareto:
    """`accounts` were invoiced in the period with an amount we can add; `unconverted_accounts` only otherwise.

    Shares are 0 to 1, None when the revenue is not above zero. `below_zero` accounts gave back more than they
    bought (`below_zero_revenue`), `at_zero` as much: they stand at the end, and the curve passes 100 % before it
    comes back. `unconverted` documents have no rate and are in no amount. `left_out` accounts were invoiced too,
    but this reader may not see them.
    """

    start: date
    end: date
    level: str
    scope: str
    accounts: int = 0
    revenue: Decimal | None = None
    accounts_for_80: int | None = None
    accounts_at_study: int = 0
    share_at_study: Decimal | None = None
    over_threshold: int = 0
    over_gate: int | None = None
    threshold: Decimal = Decimal(0)
    gate: Decimal = Decimal(0)
    at_zero: int = 0
    below_zero: int = 0
    below_zero_revenue: Decimal = Decimal(0)
    unconverted: int = 0
    unconverted_accounts: int = 0
    left_out: int = 0
    points: Sequence[ParetoPoint] = ()
    rows: Sequence[ParetoRow] = ()
    after: int | None = field(default=None)

    @property
    def share_for_80(self) -> Decimal | None:
        """Which part of the accounts makes 80 %."""
        return None if self.accounts_for_80 is None else Decimal(self.accounts_for_80) / self.accounts


def scope_for(user: User) -> str:
    """The whole company for those who may see our totals (product.md), their own accounts for anybody else."""
    return Scope.COMPANY.value if can_see_totals(user) else Scope.PORTFOLIO.value


def pareto(user: User, *, start: date, end: date, level: str = Tier.TOP, after: int = 0, size: int = PAGE) -> Pareto:
    """The curve from `start` to `end`, both included, and `size` accounts after the rank `after`.

    Two queries: the statement, and the names of the accounts of the page.
    """
    ranked = _ranked(user, start, end, level, after, size)
    basis: dict[str, Any] = {"start": start, "end": end, "level": level, "scope": scope_for(user)}
    basis |= {"threshold": ranked.threshold, "gate": ranked.gate}
    if not ranked.rows:
        return Pareto(**basis, **ranked.aside)
    total, accounts = ranked.total, ranked.accounts
    page = [row for row in ranked.rows if row[4]]
    more = len(page) > size
    page = page[:size]
    return Pareto(
        **basis,
        **ranked.aside,
        **_counts(ranked),
        points=[_point(row, accounts, total) for row in ranked.rows if row[5]],
        rows=list(_pareto_rows(page, total)),
        after=(page[-1][0] if page else after) if more else None,
    )


def every_row(user: User, *, start: date, end: date, level: str = Tier.TOP) -> Iterator[ParetoRow]:
    """The whole table, in order (exports)."""
    ranked = _ranked(user, start, end, level, 0, EVERY)
    yield from _pareto_rows([row for row in ranked.rows if row[4]], ranked.total)


@dataclass(frozen=True)
class _Ranked:
    """What the statement answered: (rank, account, revenue, cumulated, in the page, on the curve), and counts."""

    rows: list[tuple[Any, ...]]
    accounts: int
    total: Decimal
    counts: dict[str, Any]
    aside: dict[str, Any]
    threshold: Decimal
    gate: Decimal


def _ranked(user: User, start: date, end: date, level: str, after: int, size: int) -> _Ranked:
    company = scope_for(user) == Scope.COMPANY
    threshold, gate = preferences.get("large.revenue_threshold"), preferences.get("large.share_gate")
    values: dict[str, Any] = {
        "start": start,
        "end": end,
        "level": level,
        "after": after,
        "size": size,
        "company": company,
    }
    values |= {"threshold": threshold, "gate": gate, "study": STUDY.accounts, "points": POINTS}
    with connection.cursor() as cursor:
        visible = ids_sql(cursor, _counted(user, company))
        named = ids_sql(cursor, Account.objects.visible_to(user))
        cursor.execute(read_sql(__file__, "pareto", visible=visible, named=named), values)
        rows = cursor.fetchall()
    first = rows[0]
    aside = {"unconverted": int(first[6]), "unconverted_accounts": int(first[7]), "left_out": int(first[8])}
    if first[0] is None:
        return _Ranked([], 0, Decimal(0), {}, aside, threshold, gate)
    names = (
        "accounts_for_80",
        "accounts_at_study",
        "at_study",
        "over_threshold",
        "over_gate",
        "at_zero",
        "below_zero",
        "below_zero_revenue",
    )
    counts = dict(zip(names, first[11:], strict=True))
    return _Ranked(rows, int(first[9]), first[10], counts, aside, threshold, gate)


def _counted(user: User, company: bool) -> Any:
    """The accounts of the curve. Where a setting shows our totals to all, whoever does not see every account still
    gets the company's curve: without names, and without what is confidential.
    """
    visible = Account.objects.visible_to(user)
    if not company or user.can(Right.SEE_ALL_ACCOUNTS):
        return visible
    return Account.objects.present().filter(Q(hidden=False) | Q(pk__in=visible.values("pk")))


def _counts(ranked: _Ranked) -> dict[str, Any]:
    above = ranked.total > 0
    counts = dict(ranked.counts)
    reached = counts.pop("at_study")
    return {
        **counts,
        "accounts": ranked.accounts,
        "revenue": ranked.total,
        "share_at_study": reached / ranked.total if above and reached is not None else None,
        "over_gate": counts["over_gate"] if above else None,
        "accounts_for_80": counts["accounts_for_80"] if above else None,
        "below_zero_revenue": counts["below_zero_revenue"] or Decimal(0),
    }


def _point(row: tuple[Any, ...], accounts: int, total: Decimal) -> ParetoPoint:
    rank, _account, _net, cumulated = row[:4]
    return ParetoPoint(rank, cumulated, Decimal(rank) / accounts, cumulated / total if total > 0 else None)


def _pareto_rows(page: list[tuple[Any, ...]], total: Decimal) -> Iterator[ParetoRow]:
    names = _account_names([row[1] for row in page])
    for rank, account, net, cumulated, *_rest in page:
        name, account_class, first, last = names[account]
        lead = f"{first or ''} {last or ''}".strip()
        share = net / total if total > 0 else None
        reached = cumulated / total if total > 0 else None
        yield ParetoRow(rank, account, name, account_class or "standard", lead, net, share, reached)


def _account_names(ids: list[int]) -> dict[int, tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_NAMES, [ids])
        return {row[0]: row[1:] for row in cursor.fetchall()}


_NAMES = """
    select account.id, account.name, pulse.account_class, lead.first_name, lead.last_name
    from accounts_account account
    left join accounts_accountpulse pulse on pulse.account_id = account.id
    left join accounts_accountmember member on member.account_id = account.id and member.function = 'lead'
    left join people_user lead on lead.id = member.user_id
    where account.id = any(%s)
"""
