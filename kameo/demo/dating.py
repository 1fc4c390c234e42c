"""Dates inside the demo's texts, counted from today so that they never grow old.

`{d+18}` is the day in 18 days ("10 décembre"), `{m-1}` last month ("octobre"), `{de m-1}` the same after "de"
("d'octobre"), `{y+1}` next year.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_TOKEN = re.compile(r"\{(de )?([dmy])([+-]\d+)?\}")


def month_name(day: date) -> str:
    return MONTHS[day.month - 1]


def of_month(day: date) -> str:
    """ "de mars", "d'avril"."""
    name = month_name(day)
    return f"d'{name}" if name[0] in "ao" else f"de {name}"


def months_from(day: date, months: int) -> date:
    """The same day `months` later or earlier, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")


def dated(text: str, today: date) -> str:
    """`text` with its tokens replaced."""

    def say(match: re.Match[str]) -> str:
        after_de, unit, offset = match[1], match[2], int(match[3] or 0)
        if unit == "y":
            return str(today.year + offset)
        if unit == "m":
            there = months_from(today, offset)
            return of_month(there) if after_de else month_name(there)
        there = today + timedelta(days=offset)
        return f"{'1er' if there.day == 1 else there.day} {month_name(there)}"

    return _TOKEN.sub(say, text)
