"""Geometry of the small SVG figures. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Spark:
    """Paths of a sparkline in a box of 100 × 30 units."""

    line: str
    area: str
    end: str


def spark_path(points: Sequence[float | int | Decimal]) -> Spark | None:
    """Sparkline through `points`, oldest first. None under two points: nothing to compare."""
    values = [float(point) for point in points]
    if len(values) < 2:
        return None
    low, high = min(values), max(values)
    spread = (high - low) or 1.0
    step = 100 / (len(values) - 1)
    places = [(round(rank * step, 1), round(26 - 22 * (value - low) / spread, 1)) for rank, value in enumerate(values)]
    line = "M" + "L".join(f"{x} {y}" for x, y in places)
    return Spark(line=line, area=f"{line}L100 30L0 30Z", end=f"M100 {places[-1][1]}h.01")
