"""The scorecard and the alignment as points out of 100 (c-13, product.md). Pure.

    scorecard = 100 × Σ w·s / (5 × Σ w)              over the criteria that are rated, s from 0 to 5
    alignment = 100 × max(0, Σ w·v / Σ w) / 2        over the objectives that are rated, v from −1 to 2

What is not rated is left out, never counted as 0: the completeness says how much of the weight stands behind the
points. A criterion with parts is rated through them: its score is their weighted mean, and it brings as much of its
weight to the completeness as its parts are rated. `axes/sql/scores.sql` says so of whole tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

TOP = 5  # of a criterion


@dataclass(frozen=True)
class RatedCriterion:
    """A criterion with its weight and its rating, None without one. `of` is the criterion it is a part of."""

    id: int
    weight: Decimal
    value: Decimal | int | None
    of: int | None = None


@dataclass(frozen=True)
class Points:
    """Out of 100, to the hundredth, half up; None when nothing is rated. Completeness in percent of the weight."""

    value: Decimal | None
    completeness: int


def score_of_parts(parts: Iterable[RatedCriterion]) -> Decimal | None:
    """The weighted mean of the parts that are rated, 0 to 5, to four decimals."""
    rated = [part for part in parts if part.value is not None]
    weight = sum((part.weight for part in rated), Decimal(0))
    if not weight:
        return None
    return _rounded(sum((part.weight * Decimal(part.value or 0) for part in rated), Decimal(0)) / weight, 4)


def step_of(measure: Decimal | int, steps: Iterable[Decimal | int]) -> int:
    """From 0 to 5: how many of the five lower bounds a measure reaches."""
    return sum(measure >= step for step in steps)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
