"""The scorecard and the alignment as points out of 100 (c-13, product.md).

    scorecard = 100 × Σ w·s / (5 × Σ w)              over the criteria that are rated, s from 0 to 5
    alignment = 100 × max(0, Σ w·v / Σ w) / 2        over the objectives that are rated, v from −1 to 2

What is not rated is left out, never counted as 0: the completeness says how much of the weight stands behind the
points. A criterion with parts is rated through them: its score is their weighted mean, and it brings as much of its
weight to the completeness as its parts are rated. `axes/sql/scores.sql` is the only place that says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

TOP = 5  # of a criterion


@dataclass(frozen=True)
class Points:
    """Out of 100, to the hundredth, half up; None when nothing is rated. Completeness in percent of the weight."""

    value: Decimal | None
    completeness: int


def step_of(measure: Decimal | int, steps: Iterable[Decimal | int]) -> int:
    """From 0 to 5: how many of the five lower bounds a measure reaches."""
    return sum(measure >= step for step in steps)


# The mean of the parts that are rated, 0 to 5: a fragment for whoever has a part's weight and its score.
MEAN_OF_PARTS = (
    "round(sum(part.weight * rating.score) <over> / nullif(sum(part.weight) filter (where rating.score is not null) "
    "<over>, 0), 4)"
)
