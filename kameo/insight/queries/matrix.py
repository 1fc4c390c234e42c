"""The 2×2: how large each account is beside how far it helps our objectives (R8), today or at a past date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import F

from kameo.accounts.lists import ACCOUNT_LIST
from kameo.accounts.queries.states import end_of
from kameo.accounts.revenue.totals import OwnTotal, own_revenue_at
from kameo.accounts.rules import can_see_totals
from kameo.core import clock, preferences
from kameo.core.lists import Criteria, matching
from kameo.qualification.models import Alignment
from kameo.qualification.queries.figures import Figures, figures_for

if TYPE_CHECKING:
    from kameo.people.models import User

MOST = 300  # bubbles: more would hide one another
LISTED = 50  # accounts named among those that are not rated
NAMES = ("pk", "name", "status", "sector", "lead_member__user__first_name", "lead_member__user__last_name")


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One account. `revenue` is that of the account and what hung below it over the 12 months, None when not known;
    `share` of our revenue is 0 to 1, None without the right too. `alignment` is out of 100, None when not rated.
    """

    account_id: int
    name: str
    status: str
    sector: str
    lead: str
    account_class: str
    class_source: str
    large: bool | None
    key: bool | None
    revenue: Decimal | None
    share: Decimal | None
    alignment: Decimal | None
    alignment_completeness: int
    unconverted: int
    left_out: int


@dataclass(frozen=True)
class AccountMatrix:
    """`rows` have both axes and are drawn; `without_revenue` are rated but their revenue is not known.

    `unrated` are the first of those whose alignment nobody rated, the largest first, `unrated_count` how many there
    are (up to LISTED, then None: more). `cut` when more than MOST are rated: the largest are drawn.
    """

    as_of: date
    threshold: Decimal
    share_gate: Decimal
    key_gate: Decimal
    own_total: OwnTotal | None
    rows: Sequence[MatrixRow]
    without_revenue: Sequence[MatrixRow]
    unrated: Sequence[MatrixRow]
    unrated_count: int | None
    cut: bool


def matrix(user: User, criteria: Criteria | None = None, as_of: date | None = None) -> AccountMatrix:
    """The matrix of what the user sees. Filters read accounts as they are today, but for the class of a past day."""
    day = as_of or clock.company_today()
    today = day == clock.company_today()
    asked = criteria or Criteria()
    accounts = matching(ACCOUNT_LIST, user, asked if today else asked.but(**{"class": ()}))
    accounts = accounts.order_by(F("pulse__tree_revenue_12m").desc(nulls_last=True), "pk")
    rated, unrated = _candidates(accounts, None if today else day)
    found = list(rated.values_list(*NAMES)[: MOST + 1])
    others = list(unrated.values_list(*NAMES)[: LISTED + 1])
    figures = figures_for([row[0] for row in (*found[:MOST], *others[:LISTED])], user, day)
    rows = [_matrix_row(row, figures[row[0]]) for row in found[:MOST]]
    bare = [_matrix_row(row, figures[row[0]]) for row in others[:LISTED]]
    classes = asked.get("class", ())
    if classes and not today:
        rows, bare = ([row for row in part if row.account_class in classes] for part in (rows, bare))
    blank = [row for row in rows if row.alignment is None]  # rated once, and taken back or no longer in force
    return AccountMatrix(
        as_of=day,
        threshold=preferences.get("large.revenue_threshold"),
        share_gate=Decimal(preferences.get("large.share_gate")),
        key_gate=Decimal(preferences.get("key.gate")),
        own_total=_own_total(user, day, figures),
        rows=[row for row in rows if row.alignment is not None and row.revenue is not None],
        without_revenue=[row for row in rows if row.alignment is not None and row.revenue is None],
        unrated=[*blank, *bare],
        unrated_count=None if len(others) > LISTED else len(blank) + len(bare),
        cut=len(found) > MOST,
    )


def _own_total(user: User, day: date, figures: dict[int, Figures]) -> OwnTotal | None:
    """Our revenue around the day, for whoever may see it; known already where there is an account."""
    if not can_see_totals(user):
        return None
    return next((one.own_total for one in figures.values()), None) or own_revenue_at(day)


def _candidates(accounts: Any, day: date | None) -> tuple[Any, Any]:
    """Those that may have an alignment on the day (None: today), and the others."""
    if day is None:
        return accounts.filter(pulse__alignment__isnull=False), accounts.filter(pulse__alignment__isnull=True)
    rated = Alignment.objects.filter(at__lt=end_of(day)).values("account_id")
    return accounts.filter(pk__in=rated), accounts.exclude(pk__in=rated)


def _matrix_row(names: tuple[Any, ...], figures: Figures) -> MatrixRow:
    pk, name, status, sector, first, last = names
    return MatrixRow(
        account_id=pk,
        name=name,
        status=status,
        sector=sector,
        lead=f"{first or ''} {last or ''}".strip(),
        account_class=figures.account_class,
        class_source=figures.class_source,
        large=figures.large,
        key=figures.key,
        revenue=figures.revenue_12m,
        share=None if figures.share is None else figures.share / 100,
        alignment=figures.alignment.value,
        alignment_completeness=figures.alignment.completeness,
        unconverted=figures.unconverted,
        left_out=figures.left_out,
    )
