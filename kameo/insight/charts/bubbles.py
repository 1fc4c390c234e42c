"""The bubbles of the matrix and of the 9-box: an account's surface is its revenue; a few are named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kameo.accounts.enums import AccountClass

NAMED = 16
SMALLEST, LARGEST = 50.0, 1100.0  # surface in square pixels
WIDTH, HEIGHT = 560.0, 300.0  # about what a plot measures: to tell which names would touch
COLOURS = {AccountClass.LARGE_KEY: "@carn", AccountClass.KEY: "@carn", AccountClass.LARGE: "@plot-1"}


@dataclass(frozen=True)
class Bubble:
    """`x` and `y` in the units of the axes, `across` and `up` from 0 to 1; `told` when pointed at."""

    id: int
    name: str
    x: float
    y: float
    across: float
    up: float
    revenue: Decimal | None
    account_class: str
    told: str


def layers(bubbles: Sequence[Bubble]) -> list[dict[str, Any]]:
    """Circles, the largest behind, and the names that fit."""
    most = max((one.revenue or Decimal(0) for one in bubbles), default=Decimal(0))
    rows = [_bubble_row(one, most) for one in bubbles]
    named = _fitting(rows)
    circle = {"type": "circle", "opacity": 0.88, "stroke": "@surface", "strokeWidth": 2, "cursor": "pointer"}
    encoding = {
        "size": {"field": "area", "type": "quantitative", "scale": None, "legend": None},
        "tooltip": {"field": "told"},
        "description": {"field": "told"},
    }
    drawn: list[dict[str, Any]] = [
        {"data": {"values": part}, "mark": {**circle, "color": colour}, "encoding": encoding}
        for colour in ("@plot-2", "@plot-1", "@carn")
        if (part := [row for row in rows if COLOURS.get(row["class"], "@plot-2") == colour])
    ]
    for side, sign in (("left", 1), ("right", -1)):
        part = [row for row in named if row["side"] == side]
        gap = f"{sign} * (sqrt(datum.area / PI) + 5)"
        text = {"type": "text", "align": side, "baseline": "middle", "dx": {"expr": gap}}
        if part:
            drawn.append({"data": {"values": part}, "mark": text, "encoding": {"text": {"field": "name"}}})
    return drawn


def _bubble_row(one: Bubble, most: Decimal) -> dict[str, Any]:
    revenue = max(one.revenue or Decimal(0), Decimal(0))
    area = SMALLEST + (LARGEST - SMALLEST) * float(revenue / most) if most > 0 else SMALLEST
    return {
        "id": one.id,
        "name": one.name,
        "x": one.x,
        "y": one.y,
        "area": round(area, 1),
        "told": one.told,
        "class": one.account_class,
        "side": "right" if one.across > 0.68 else "left",
        "place": (one.across * WIDTH, (1 - one.up) * HEIGHT),
    }


def _fitting(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The largest whose name touches neither another name nor another bubble; `place` is no longer needed then."""
    taken = [
        (row["place"][0] - _radius(row), row["place"][1] - _radius(row), 2 * _radius(row), 2 * _radius(row), row)
        for row in rows
    ]
    named: list[dict[str, Any]] = []
    for row in rows:
        width, (x, y), gap = len(row["name"]) * 6.0, row["place"], _radius(row) + 5
        left = x + gap if row["side"] == "left" else x - gap - width
        box = (left, y - 7, width, 14)
        free = all(owner is row or not _touch(box, (a, b, w, h)) for a, b, w, h, owner in taken)
        if free and len(named) < NAMED and len(row["name"]) <= 32:
            named.append(row)
            taken.append((*box, row))
    for row in rows:
        del row["place"]
    return named


def _radius(row: dict[str, Any]) -> float:
    return float((row["area"] / 3.1416) ** 0.5)


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
