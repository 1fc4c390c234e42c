"""Repeatable chance: each subject draws from its own stream, so that adding an account changes no other."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeVar
from zoneinfo import ZoneInfo

import holidays

T = TypeVar("T")
PARIS = ZoneInfo("Europe/Paris")
_CLOSED = holidays.country_holidays("FR")


def stream(*subject: object) -> random.Random:
    """The random stream of a subject: the same words always give the same draws, on every machine."""
    seed = "/".join(str(part) for part in ("kameo", *subject))
    return random.Random(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big"))


def pick(draw: random.Random, items: Sequence[T]) -> T:
    return items[draw.randrange(len(items))]


def amount(value: float, *, step: int = 10) -> Decimal:
    """A price as people write them: a multiple of `step`, two decimals."""
    return Decimal(round(value / step) * step).quantize(Decimal("0.01"))


def working_day(day: date) -> date:
    """`day`, or the last working day before it."""
    while day.weekday() >= 5 or day in _CLOSED:
        day -= timedelta(days=1)
    return day


def office_hour(day: date, draw: random.Random) -> datetime:
    """A moment of that day between 8 h 30 and 17 h 55, in Paris."""
    return datetime.combine(day, time(8, 30), PARIS) + timedelta(minutes=5 * draw.randrange(114))
