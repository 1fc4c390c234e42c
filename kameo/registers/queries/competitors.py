"""Competitors at work: by entity and product for one account, by account for one competitor (R19)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min, Q, Value
from django.db.models.functions import Coalesce

from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.rows import Row, column
from kameo.core.text import fold
from kameo.people.queries import name_of
from kameo.registers.models import Competitor, CompetitorPresence
from kameo.registers.queries.lines import cursor_place

if TYPE_CHECKING:
    from kameo.people.models import User

MOST = 500  # presences on one page: beyond, the entity's own page
NO_END = date(9999, 12, 31)  # where a contract whose end nobody knows stands in the order
SOON = timedelta(days=183)  # a contract ending within it is worth preparing now


@dataclass(frozen=True, slots=True)
class PresenceRow(Row):
    """A competitor at work in an entity for a product; `share` in percent of what is bought of it there."""

    id: int
    account_id: int
    competitor_id: int
    product: str
    incumbent: bool
    contract_ends_on: date | None
    share: Decimal | None
    evidence: str
    account_name: str = column("account__name")
    competitor: str = column("competitor__name")
    author: str = column(name_of("by"))

    @property
    def ends_soon(self) -> bool:
        today = clock.company_today()
        return self.contract_ends_on is not None and today <= self.contract_ends_on <= today + SOON

    @property
    def ended(self) -> bool:
        return self.contract_ends_on is not None and self.contract_ends_on < clock.company_today()


@dataclass(frozen=True, slots=True)
class PresenceCell:
    """The competitors at work in one entity for one product; `share` adds those known, `over` says above 100 %."""

    presences: list[PresenceRow]

    @property
    def share(self) -> Decimal | None:
        known = [one.share for one in self.presences if one.share is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def over(self) -> bool:
        return (self.share or 0) > 100


@dataclass(frozen=True, slots=True)
class Holding:
    """One competitor over the whole perimeter: in how many entities, incumbent in how many, its next contract end."""

    competitor_id: int
    competitor: str
    entities: int
    incumbent: int
    products: list[str]
    next_end: date | None


@dataclass(frozen=True, slots=True)
class CompetitorMatrix:
    """Entities as rows (name order), products as columns; `cells[(entity, product)]` where a competitor is at work."""

    entities: list[tuple[int, str]]
    products: list[str]
    cells: dict[tuple[int, str], PresenceCell]
    holdings: list[Holding]
    more: bool

    def cell(self, entity: int, product: str) -> PresenceCell | None:
        return self.cells.get((entity, product))


@dataclass(frozen=True, slots=True)
class CompetitorRow(Row):
    id: int
    name: str
    sort_name: str
    entities: int
    incumbent: int
    next_end: date | None


def matrix_of(user: User, account: Account, *, group: bool) -> CompetitorMatrix:
    """Competitors in the account, or in all below it that the reader sees, rolled up; one query."""
    found = CompetitorPresence.objects.visible_to(user)
    found = found.filter(account__lineage__contains=[account.pk]) if group else found.filter(account=account)
    rows = PresenceRow.read(found.order_by("account__sort_name", "id")[: MOST + 1])
    shown = rows[:MOST]
    cells: dict[tuple[int, str], list[PresenceRow]] = {}
    for row in shown:
        cells.setdefault((row.account_id, row.product), []).append(row)
    return CompetitorMatrix(
        entities=list({row.account_id: row.account_name for row in shown}.items()),
        products=sorted({row.product for row in shown}, key=lambda text: (not text, fold(text))),
        cells={place: PresenceCell(_by_weight(held)) for place, held in cells.items()},
        holdings=_holdings(shown),
        more=len(rows) > MOST,
    )


def presences_of(user: User, competitor: Competitor, *, after: str = "") -> tuple[list[PresenceRow], str]:
    """Where a competitor is at work, as far as `user` sees: contracts ending soonest first, then those without
    a known end; a page and where the next one starts; one query.
    """
    found = _by_end(user, competitor)
    if (place := cursor_place(after)) is not None:
        found = found.filter(Q(ends__gt=place[0]) | Q(ends=place[0], id__gt=place[1]))
    rows = PresenceRow.read(found[:101])
    last = rows[99] if len(rows) > 100 else None
    return rows[:100], f"{(last.contract_ends_on or NO_END).isoformat()}_{last.id}" if last else ""


def every_presence(user: User, competitor: Competitor) -> Iterator[PresenceRow]:
    """All of them, for a file."""
    return PresenceRow.iterate(_by_end(user, competitor))


def _by_end(user: User, competitor: Competitor) -> Any:
    found = CompetitorPresence.objects.visible_to(user).filter(competitor=competitor)
    return found.alias(ends=Coalesce("contract_ends_on", Value(NO_END))).order_by("ends", "id")


def binned_presences(user: User, account: Account) -> list[PresenceRow]:
    """Those of the account that wait in the bin, the latest first."""
    found = CompetitorPresence.objects.reachable_by(user).filter(account=account, binned_at__isnull=False)
    return PresenceRow.read(found.order_by("-binned_at")[:MOST])


def competitors_for(user: User, *, text: str = "", after: str = "", size: int = 100) -> list[CompetitorRow]:
    """Competitors by name, with what `user` sees of where they are; one query, `size` + 1 at most.

    Names are the company's; counts are the reader's.
    """
    today = clock.company_today()
    found = Competitor.objects.all()
    for word in fold(text).split():
        found = found.filter(sort_name__contains=word)
    if after:
        found = found.filter(sort_name__gt=after)
    visible = Q(presences__in=CompetitorPresence.objects.visible_to(user))
    ahead = visible & Q(presences__contract_ends_on__gte=today)
    rows = found.annotate(
        entities=Count("presences__account", filter=visible, distinct=True),
        incumbent=Count("presences__account", filter=visible & Q(presences__incumbent=True), distinct=True),
        next_end=Min("presences__contract_ends_on", filter=ahead),
    ).order_by("sort_name")
    return CompetitorRow.read(rows[: size + 1])


def _by_weight(held: list[PresenceRow]) -> list[PresenceRow]:
    return sorted(held, key=lambda one: (not one.incumbent, -(one.share or 0), fold(one.competitor)))


def _holdings(rows: list[PresenceRow]) -> list[Holding]:
    today = clock.company_today()
    by_competitor: dict[int, list[PresenceRow]] = {}
    for row in rows:
        by_competitor.setdefault(row.competitor_id, []).append(row)
    holdings = [
        Holding(
            competitor_id=pk,
            competitor=held[0].competitor,
            entities=len({one.account_id for one in held}),
            incumbent=len({one.account_id for one in held if one.incumbent}),
            products=sorted({one.product for one in held if one.product}, key=fold),
            next_end=min(
                (one.contract_ends_on for one in held if one.contract_ends_on and one.contract_ends_on >= today),
                default=None,
            ),
        )
        for pk, held in by_competitor.items()
    ]
    return sorted(holdings, key=lambda one: (-one.entities, fold(one.competitor)))
