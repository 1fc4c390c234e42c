"""The lines of the hierarchy, as one path: from each manager down to a bar, from the bar to each report."""

from __future__ import annotations

from collections.abc import Iterable

from kameo.decisions.drawing.layout import Spot
from kameo.decisions.drawing.measures import HEIGHT, INDENT, WIDTH

BAR = 18  # how far above the children the bar runs
MIDDLE = HEIGHT / 2


def tree_path(spots: dict[str, Spot]) -> str:
    """`d` of the solid lines."""
    below: dict[str, list[Spot]] = {}
    for spot in spots.values():
        if spot.parent in spots:
            below.setdefault(spot.parent, []).append(spot)
    return "".join(part for key, children in below.items() for part in _family(spots[key], children))


def _family(parent: Spot, children: list[Spot]) -> Iterable[str]:
    columns: dict[float, list[Spot]] = {}
    for child in children:
        if child.stacked:
            columns.setdefault(child.x - INDENT + 7, []).append(child)
    ends = [child.x + WIDTH / 2 for child in children if not child.stacked]
    start, floor = parent.x + WIDTH / 2, parent.y + HEIGHT
    if not ends and len(columns) == 1:
        (start,) = columns
    bar = min(child.y for child in children) - BAR
    yield f"M{start:g} {floor:g}V{bar:g}"
    reach = [start, *ends, *columns]
    if min(reach) < max(reach):
        yield f"M{min(reach):g} {bar:g}H{max(reach):g}"
    for end in ends:
        yield f"M{end:g} {bar:g}V{bar + BAR:g}"
    for trunk, stack in columns.items():
        yield f"M{trunk:g} {bar:g}V{max(child.y for child in stack) + MIDDLE:g}"
        yield from (f"M{trunk:g} {child.y + MIDDLE:g}H{child.x:g}" for child in stack)
