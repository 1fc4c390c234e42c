"""The home of who sees every account: the portfolio by class and owner, what asks for a decision, what changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, Sum

from kameo.accounts.enums import AccountClass, Status
from kameo.accounts.listing.rows import with_lead
from kameo.accounts.models import Account
from kameo.accounts.models.access import AccountQuerySet
from kameo.accounts.revenue.totals import own_revenue_at
from kameo.accounts.rules import can_see_totals
from kameo.core import clock
from kameo.people.models import User
from kameo.portfolio.queries.load import Load, overloaded
from kameo.portfolio.queries.week import Changes, week_changes
from kameo.qualification.queries.attention_counts import AttentionCounts, count_attention, programme

WATCHED = (AccountClass.LARGE_KEY, AccountClass.KEY, AccountClass.LARGE)
OWNERS = 12


@dataclass
class PortfolioCell:
    """Accounts, and the revenue of the trees among them; None when nothing is known or not for the reader."""

    number: int = 0
    revenue: Decimal | None = None

    def add(self, number: int, revenue: Decimal | None) -> None:
        self.number += number
        if revenue is not None:
            self.revenue = (self.revenue or Decimal(0)) + revenue


@dataclass
class Owner:
    """A colleague and the accounts he leads by class; `id` None for accounts that nobody leads."""

    id: int | None
    name: str
    cells: dict[str, PortfolioCell] = field(default_factory=dict)
    whole: PortfolioCell = field(default_factory=PortfolioCell)


@dataclass(frozen=True)
class Portfolio:
    """Everything the reader may see, by class, status and owner; `carried` is the part of our revenue, in percent,
    that large and key accounts bring, None when it is not known or not for the reader.
    """

    classes: list[tuple[str, str, int, Decimal | None]]
    statuses: list[tuple[str, str, int]]
    owners: list[Owner]
    others: int
    watched: int
    carried: Decimal | None


@dataclass(frozen=True)
class DirectorHome:
    """What the director's home adds."""

    portfolio: Portfolio
    attention: AttentionCounts
    overloaded: list[Load]
    changes: list[Changes]
    programme: str


def direction_of(user: User) -> DirectorHome | None:
    """Seven queries; None when there is no account to speak of."""
    permitted = can_see_totals(user)
    total = own_revenue_at(clock.company_today()).amount if permitted else None
    portfolio = _portfolio(user, permitted, total)
    if not portfolio.statuses:
        return None
    return DirectorHome(
        portfolio=portfolio,
        attention=count_attention(user, everything=True, total=total),
        overloaded=overloaded(user),
        changes=week_changes(user),
        programme=programme(),
    )


def _counted(accounts: AccountQuerySet) -> Any:
    alone = Sum("pulse__tree_revenue_12m", filter=Q(parent=None))
    rows = with_lead(accounts).values(
        "status",
        account_class=F("pulse__account_class"),
        owner=F("lead_member__user_id"),
        first_name=F("lead_member__user__first_name"),
        last_name=F("lead_member__user__last_name"),
    )
    return rows.annotate(number=Count("pk"), revenue=alone, tops=Count("pk", filter=Q(parent=None))).order_by()


def _portfolio(user: User, permitted: bool, total: Decimal | None) -> Portfolio:
    """One statement, added up three ways."""
    by_class: dict[str, PortfolioCell] = {}
    by_status: dict[str, int] = {}
    owners: dict[int | None, Owner] = {}
    tops = 0  # of the trees: an entity below a large account is not one account more
    for row in _counted(Account.objects.visible_to(user)):
        key = row["account_class"] or AccountClass.STANDARD.value
        by_class.setdefault(key, PortfolioCell()).add(row["number"], row["revenue"])
        by_status[row["status"]] = by_status.get(row["status"], 0) + row["number"]
        tops += row["tops"] if key in WATCHED else 0
        name = f"{row['first_name'] or ''} {row['last_name'] or ''}".strip()
        owner = owners.setdefault(row["owner"], Owner(row["owner"], name))
        owner.cells.setdefault(key, PortfolioCell()).add(row["number"], row["revenue"])
        owner.whole.add(row["number"], row["revenue"])
    carried = sum((by_class[one].revenue or Decimal(0) for one in WATCHED if one in by_class), Decimal(0))
    named = sorted(owners.values(), key=_by_weight)
    return Portfolio(
        classes=[
            (one.value, str(one.label), by_class[one].number, by_class[one].revenue if permitted else None)
            for one in AccountClass
            if one in by_class
        ],
        statuses=[(one.value, str(one.label), by_status[one]) for one in Status if by_status.get(one)],
        owners=named[:OWNERS],
        others=max(0, len(named) - OWNERS),
        watched=tops,
        carried=carried * 100 / total if total and total > 0 and carried > 0 else None,
    )


def _by_weight(owner: Owner) -> tuple[bool, str, str]:
    """By name, the accounts that nobody leads at the end: nobody is ranked by results."""
    return (owner.id is None, owner.name.split(" ")[-1].casefold(), owner.name.casefold())
