"""When the customer prepares and closes its budget, seen from today (R76). Pure."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Month:
    """A month of the year: `inside` the budget period or not, `now` for today's."""

    number: int
    inside: bool
    now: bool


@dataclass(frozen=True)
class Budget:
    """The period under way, or else the next one. A month that nobody gave leaves its day None.

    `days` counts to the next turn: until it closes while it is `open`, until it opens otherwise. None when that
    month is not known.
    """

    opens_on: date | None
    closes_on: date | None
    open: bool
    days: int | None
    months: tuple[Month, ...]

    def latest_start(self, duration: int | None) -> date | None:
        """The last day on which a decision of so many days can start and end before the budget closes."""
        if self.closes_on is None or duration is None:
            return None
        return self.closes_on - timedelta(days=duration)


def budget_on(today: date, *, opens: int | None, closes: int | None) -> Budget | None:
    """`opens` and `closes` are months, 1 to 12, both included; a period may pass over the new year.

    None when neither month is known.
    """
    if opens is None and closes is None:
        return None
    opens_on, closes_on = _period(today, opens, closes)
    is_open = opens_on <= today if opens_on is not None else True
    turn = closes_on if is_open else opens_on
    return Budget(
        opens_on=opens_on,
        closes_on=closes_on,
        open=is_open,
        days=(turn - today).days if turn is not None else None,
        months=tuple(Month(one, _inside(one, opens, closes), one == today.month) for one in range(1, 13)),
    )


def _period(today: date, opens: int | None, closes: int | None) -> tuple[date | None, date | None]:
    if closes is None:
        assert opens is not None
        year = today.year if opens >= today.month else today.year + 1
        return date(year, opens, 1), None
    closes_on = _last_day(today.year, closes)
    if closes_on < today:
        closes_on = _last_day(today.year + 1, closes)
    if opens is None:
        return None, closes_on
    return date(closes_on.year - (opens > closes), opens, 1), closes_on


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _inside(month: int, opens: int | None, closes: int | None) -> bool:
    if opens is None or closes is None:
        return month in {opens, closes}
    if opens <= closes:
        return opens <= month <= closes
    return month >= opens or month <= closes
