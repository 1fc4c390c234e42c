"""The 9-box: where accounts stand, what each rater said, how far they agree, and where they stood before (R17, c-13).

    one rater, one axis   100 × Σ w·s / (5 × Σ w)   over the criteria that this rater rated
    the account           the mean of its raters, their spread beside it (highest − lowest)

Criteria and weights are those of the day asked for; a rating that was taken back, or whose criterion was retired,
does not count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from django.db import connection

from kameo.accounts.lists import ACCOUNT_LIST
from kameo.accounts.queries.states import end_of
from kameo.core import clock, preferences
from kameo.core.lists import Criteria, matching
from kameo.core.sql import ids_sql, read_sql
from kameo.qualification.enums import BoxAxis
from kameo.qualification.models import BoxCell
from kameo.qualification.queries.figures import figures_for
from kameo.qualification.seeds.boxes import CellWords, cell_words

if TYPE_CHECKING:
    from kameo.people.models import User

MOST = 300
CENT = Decimal("0.01")
ATTRACTIVENESS, POSITION = BoxAxis.ATTRACTIVENESS.value, BoxAxis.POSITION.value
LEVELS = (2, 1, 0)


@dataclass(frozen=True, slots=True)
class AxisPoints:
    """Out of 100, None when nobody rated it. `spread` is None with a single rater: nobody to differ from."""

    value: Decimal | None = None
    spread: Decimal | None = None
    raters: int = 0
    completeness: int = 0
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """An account with its two axes; `cell` is (third of attractiveness, third of position), None without both."""

    account_id: int
    name: str
    lead: str
    account_class: str
    attractiveness: AxisPoints
    position: AxisPoints
    cell: tuple[int, int] | None
    revenue: Decimal | None
    left_out: int


@dataclass(frozen=True)
class NineBoxCell:
    """One of the nine: what we do there, and who stands there."""

    attractiveness: int
    position: int
    words: CellWords
    places: Sequence[BoxPlace]

    @property
    def revenue(self) -> Decimal | None:
        known = [place.revenue for place in self.places if place.revenue is not None]
        return sum(known, Decimal(0)) if known else None


@dataclass(frozen=True)
class NineBox:
    """`cells` from the best line down, each from the weakest position to the strongest; `partly` have one axis only."""

    as_of: date
    lower: Decimal
    upper: Decimal
    cells: Sequence[NineBoxCell]
    places: Sequence[BoxPlace]
    partly: Sequence[BoxPlace]
    cut: bool


def nine_box(user: User, criteria: Criteria | None = None, as_of: date | None = None) -> NineBox:
    """Everybody rated that the user sees and asks for, at the end of `as_of` (today)."""
    day = as_of or clock.company_today()
    found = _rated(matching(ACCOUNT_LIST, user, criteria or Criteria()), day)
    figures = figures_for([row[0] for row in found[:MOST]], user, day)
    every = [
        BoxPlace(
            pk,
            name,
            f"{first or ''} {last or ''}".strip(),
            figures[pk].account_class,
            attractiveness,
            position,
            cell_of(attractiveness.value, position.value),
            figures[pk].revenue_12m,
            figures[pk].left_out,
        )
        for pk, name, first, last, attractiveness, position in found[:MOST]
    ]
    every.sort(key=lambda one: (-(one.revenue or 0), one.account_id))
    places = [place for place in every if place.cell is not None]
    rows = {(row.attractiveness, row.position): row for row in BoxCell.objects.all()}
    lower, upper = thirds()
    return NineBox(
        as_of=day,
        lower=lower,
        upper=upper,
        cells=[
            NineBoxCell(
                level,
                side,
                cell_words(level, side, rows.get((level, side))),
                [place for place in places if place.cell == (level, side)],
            )
            for level in LEVELS
            for side in reversed(LEVELS)
        ],
        places=places,
        partly=[place for place in every if place.cell is None],
        cut=len(found) > MOST,
    )


def thirds() -> tuple[Decimal, Decimal]:
    """Where the middle and the high thirds begin, both included."""
    return Decimal(preferences.get("boxes.lower")), Decimal(preferences.get("boxes.upper"))


def third(points: Decimal) -> int:
    """0 low, 1 middle, 2 high; a bound belongs to the third above it."""
    lower, upper = thirds()
    return 2 if points >= upper else 1 if points >= lower else 0


def cell_of(attractiveness: Decimal | None, position: Decimal | None) -> tuple[int, int] | None:
    if attractiveness is None or position is None:
        return None
    return third(attractiveness), third(position)


def _rated(accounts: Any, day: date) -> list[tuple[Any, ...]]:
    """(account, name, lead's first and last name, attractiveness, position) of those rated by then, in one query."""
    with connection.cursor() as cursor:
        statement = read_sql(__file__, "box_places", accounts=ids_sql(cursor, accounts))
        cursor.execute(statement, {"moment": end_of(day), "most": MOST + 1})
        return [(*row[:4], _axis(row[4:9]), _axis(row[9:14])) for row in cursor.fetchall()]


def _axis(row: tuple[Any, ...]) -> AxisPoints:
    value, spread, raters, completeness, last_at = row
    if value is None:
        return AxisPoints()
    return AxisPoints(
        value.quantize(CENT, ROUND_HALF_UP),
        spread.quantize(CENT, ROUND_HALF_UP) if raters > 1 else None,
        raters,
        int(completeness),
        last_at,
    )
