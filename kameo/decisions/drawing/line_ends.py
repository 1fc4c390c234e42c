"""The signs at the ends of lines: each kind has its own shape and its own dash, colour comes on top."""

from __future__ import annotations

from markupsafe import Markup

from kameo.decisions.drawing.ties import Strand
from kameo.decisions.enums import Tie

# Drawn at 0, 0 pointing down; turned when the line arrives from below.
TIPS = {
    Tie.INFLUENCES.value: "M0 0L-4.5 -8H4.5Z",
    Tie.TRUSTS.value: "M0 0A4 4 0 1 1 0.01 0Z",
    Tie.CONFLICTS.value: "M-4.5 -9L4.5 0M4.5 -9L-4.5 0",
    Tie.SPONSORS.value: "M0 0L-4.5 -7H4.5ZM0 -7L-4.5 -14H4.5Z",
    Tie.BLOCKS.value: "M-8 -1H8",
}
HOLLOW = frozenset({Tie.TRUSTS.value, Tie.CONFLICTS.value, Tie.BLOCKS.value})
# stroke-width and stroke-dasharray of each kind; the same figures stand in map.css.
STROKES = {
    Tie.INFLUENCES.value: (1.75, "0.5 5"),
    Tie.TRUSTS.value: (1.5, "10 4"),
    Tie.CONFLICTS.value: (1.75, "8 4 1 4"),
    Tie.SPONSORS.value: (2.25, ""),
    Tie.BLOCKS.value: (2, "4 4"),
    "matrix": (1.25, "5 4"),
}


def tips(strand: Strand) -> list[tuple[str, str]]:
    """`d` and `transform` of each sign: a conflict has one at both ends."""
    shape = TIPS.get(strand.line.kind)
    if shape is None:
        return []
    found = [(shape, _stand(strand.end, 8, strand.rising))]
    if strand.line.kind == Tie.CONFLICTS:
        found.append((shape, _stand(strand.start, 3, not strand.leaving_up)))
    return found


def _stand(point: tuple[float, float], reach: float, turned: bool) -> str:
    x, y = point
    return f"translate({x:g} {y - reach:g}) rotate(180)" if turned else f"translate({x:g} {y + reach:g})"


def legend_sign(kind: str) -> Markup:
    """The sign of a kind at the end of a short line of the legend, 28 by 10."""
    shape = TIPS.get(kind)
    if shape is None:
        return Markup("")
    classes = "tip open" if kind in HOLLOW else "tip"
    return Markup('<path class="{}" d="{}" transform="translate(27 5) rotate(-90)"/>').format(classes, shape)
