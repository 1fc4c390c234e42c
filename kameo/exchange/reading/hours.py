"""The hour that follows a day in a cell."""

from __future__ import annotations

import datetime as dt
import re

from .values import Cell

_HOUR = re.compile(
    r"[T ,](?:à |a |at )?(\d{1,2})[:hH](\d{0,2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([aApP])\.?[mM]\.?)?"
    r"\s*(Z|UTC|[+-]\d{2}:?\d{2})?\s*$"
)


def moment_of(day: dt.date, cell: Cell, zone: dt.tzinfo) -> dt.datetime:
    """`day` at the hour that the cell says, midnight where it says none; in `zone` where it names no other.

    Raises ValueError for an hour that no clock shows.
    """
    if isinstance(cell, dt.datetime):
        return cell if cell.tzinfo else cell.replace(tzinfo=zone, microsecond=0)
    found = _HOUR.search(cell) if isinstance(cell, str) else None
    if found is None:
        return dt.datetime.combine(day, dt.time(), zone)
    hour, minute, second, half, said = found.groups()
    hours = int(hour) % 12 + 12 * (half in "pP") if half else int(hour)
    return dt.datetime.combine(day, dt.time(hours, int(minute or 0), int(second or 0)), _zone_of(said, zone))


def _zone_of(said: str | None, zone: dt.tzinfo) -> dt.tzinfo:
    if not said:
        return zone
    if said in {"Z", "UTC"}:
        return dt.UTC
    hours, minutes = int(said[1:3]), int(said[-2:])
    return dt.timezone((1 if said[0] == "+" else -1) * dt.timedelta(hours=hours, minutes=minutes))
