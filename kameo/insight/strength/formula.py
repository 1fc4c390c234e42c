"""The strength of a relation with one person, to the letter of c-10. Pure: what happened and settings in, score out.

    R recency      0.5 ^ (days since the last two-way exchange / c), 0 when there was none
    F frequency    min(1, Σ w·0.5^(age/H) / (w_meeting / (1 − 0.5^(c/H)))), H = half_life × c: one meeting per cadence
    B reciprocity  min(in, out) / max(in, out), 0 if none; meetings count both ways
    D depth        min(1, share of live exchanges / 0.5)
    W breadth      min(1, our people in two-way contact / 2)
    RSS            100 × (0.30 R + 0.25 F + 0.20 B + 0.15 D + 0.10 W)

Each factor is kept to six decimals and the score is made of those, so that what is shown adds up. `statement` says the
same in SQL for everybody at once; a property test compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from kameo.insight.strength.settings import PARTS, Settings

State = Literal["unknown", "new", "known"]
Band = Literal["good", "fair", "poor", "unknown"]
MILLIONTH = Decimal("0.000001")
CENT = Decimal("0.01")
HALF = Decimal("0.5")
ZERO = Decimal(0)
ONE = Decimal(1)


@dataclass(frozen=True)
class Inputs:
    """What happened with one person, as of one day. Ages are whole days; counts are of the window (12 months).

    `first_days` is the age of the first contact, None when there was never one: unknown. `touches` are (weight, age)
    of every contact ever, same-thread mails capped already. `departed`: they hold no position any more, and all
    this is as of the last day they did.
    """

    cadence: int
    first_days: int | None = None
    last_two_way_days: int | None = None
    received: int = 0
    sent: int = 0
    live: int = 0
    contacts: int = 0
    colleagues: int = 0
    touches: tuple[tuple[Decimal, int], ...] = ()
    departed: bool = False


@dataclass(frozen=True)
class Strength:
    """`score` is None while nothing is known. A `frozen` one no longer moves and counts nowhere (departed)."""

    score: Decimal | None
    band: Band
    state: State
    frozen: bool
    parts: Mapping[str, Decimal] = field(default_factory=dict)
    points: Decimal = ZERO
    expected: Decimal = ZERO


def compute_strength(inputs: Inputs, settings: Settings) -> Strength:
    """c-10 for one person."""
    if inputs.first_days is None:
        return Strength(None, "unknown", "unknown", inputs.departed)
    points, expected = _points(inputs, settings), _expected(settings)
    parts = {
        "recency": _recency(inputs),
        "frequency": _at_most_one(points, expected),
        "reciprocity": _reciprocity(inputs),
        "depth": _at_most_one(Decimal(inputs.live), inputs.contacts * settings.depth_target),
        "breadth": _at_most_one(Decimal(inputs.colleagues), Decimal(settings.breadth_target)),
    }
    score = score_of(parts, settings)
    state: State = "new" if inputs.first_days < inputs.cadence else "known"
    return Strength(score, band_of(score, settings), state, inputs.departed, parts, points, expected)


def score_of(parts: Mapping[str, Decimal], settings: Settings) -> Decimal:
    """The weighted mean of the factors, out of 100."""
    weight = sum(settings.parts.values(), ZERO)
    total = sum((settings.parts[name] * parts[name] for name in PARTS), ZERO)
    return _round(100 * total / weight, CENT)


def band_of(score: Any, settings: Settings) -> Band:
    """Lower bounds are inclusive (c-0.10)."""
    if score is None:
        return "unknown"
    return "good" if score >= settings.good else "fair" if score >= settings.fair else "poor"


def level_of(score: Any) -> int | None:
    """The computed level beside the declared one: five slices of twenty points, None when unknown."""
    return None if score is None else min(5, int(score // 20) + 1)


def _points(inputs: Inputs, settings: Settings) -> Decimal:
    """Σ w·0.5^(age/H)."""
    half_life = inputs.cadence * settings.half_life
    return sum((weight * HALF ** (Decimal(age) / half_life) for weight, age in inputs.touches), ZERO)


def _expected(settings: Settings) -> Decimal:
    """What one meeting per cadence adds up to, for ever; c/H is one over the multiple."""
    return settings.touches["meeting"] / (ONE - HALF ** (ONE / settings.half_life))


def _recency(inputs: Inputs) -> Decimal:
    if inputs.last_two_way_days is None:
        return ZERO
    return _round(HALF ** (Decimal(inputs.last_two_way_days) / inputs.cadence), MILLIONTH)


def _reciprocity(inputs: Inputs) -> Decimal:
    most = max(inputs.received, inputs.sent)
    return _round(Decimal(min(inputs.received, inputs.sent)) / most, MILLIONTH) if most else ZERO


def _at_most_one(part: Decimal, whole: Decimal) -> Decimal:
    """0 of 0 is 0: with no contact in the window there is no depth."""
    return _round(min(ONE, part / whole), MILLIONTH) if whole else ZERO


def _round(value: Decimal, step: Decimal) -> Decimal:
    return value.quantize(step, rounding=ROUND_HALF_UP)
