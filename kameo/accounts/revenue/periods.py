"""The rolling periods every revenue figure uses, to the day. Pure.

For a date D, both ends included: the last 12 months run from D − 1 year + 1 day to D, the previous 12 months end
the day before. 29 February looks back to 28 February.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Window:
    """Two adjacent years ending on `end`: [start, end] and [previous_start, previous_end]."""

    end: date

    @property
    def start(self) -> date:
        return years_before(self.end, 1) + DAY

    @property
    def previous_end(self) -> date:
        return self.start - DAY

    @property
    def previous_start(self) -> date:
        return years_before(self.end, 2) + DAY


def years_before(day: date, years: int) -> date:
    return months_before(day, 12 * years)


def months_before(day: date, months: int) -> date:
    """The same day `months` earlier, or the last of a shorter month; the calendar's first day at worst."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def fiscal_year_of(day: date, first_month: int) -> int:
    """The calendar year in which the fiscal year holding `day` starts."""
    return day.year if day.month >= first_month else day.year - 1


def fiscal_year_end(year: int, first_month: int) -> date:
    """The last day of the fiscal year that starts in `year`."""
    return date(year + 1, first_month, 1) - DAY
