"""Lines drawn over the org chart: where they leave and arrive, how they bend, where their words stand.

Words never stand on a card nor on other words: of several places along the line, the first free one is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kameo.decisions.drawing.layout import Spot
from kameo.decisions.drawing.lettering import fit, width_of
from kameo.decisions.drawing.measures import HEIGHT, WIDTH

CAP = 20  # height of the words' box
LONGEST = 190
ALONG = (0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8, 0.1, 0.9)
ASIDE = (0, -14, 14, -23, 23, -34, 34, -46, 46, -58, 58, -70, 70)  # above or below the line, when nothing is free on it
CELL = 200
# Several lines on one side of a card leave apart from each other, and from the hierarchy's own in the middle.
DOORS = (0.28, 0.72, 0.16, 0.84, 0.38, 0.62)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class TieLine:
    """A tie to draw: `key` names it in the page, `words` are written on it."""

    key: str
    kind: str
    source: str
    target: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Strand:
    """One as drawn: the curve, its tips, the box of its words (None without words)."""

    line: TieLine
    path: str
    start: Point
    end: Point
    rising: bool  # arrives from below
    leaving_up: bool
    words: str
    at: Point
    width: float


class _Taken:
    """What stands where, in cells, so that asking costs the neighbours only."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self.cells: dict[tuple[int, int], list[tuple[float, float, float, float]]] = {}
        for spot in spots:
            self.add(spot.x, spot.y, WIDTH, HEIGHT)

    def add(self, x: float, y: float, width: float, height: float) -> None:
        for cell in self._cells(x, y, width, height):
            self.cells.setdefault(cell, []).append((x, y, x + width, y + height))

    def is_free(self, x: float, y: float, width: float, height: float) -> bool:
        return not any(
            x < right and left < x + width and y < bottom and top < y + height
            for cell in self._cells(x, y, width, height)
            for left, top, right, bottom in self.cells.get(cell, ())
        )

    @staticmethod
    def _cells(x: float, y: float, width: float, height: float) -> list[tuple[int, int]]:
        return [
            (column, row)
            for column in range(int(x // CELL), int((x + width) // CELL) + 1)
            for row in range(int(y // CELL), int((y + height) // CELL) + 1)
        ]


def draw_strands(lines: Sequence[TieLine], spots: Mapping[str, Spot]) -> list[Strand]:
    """Those whose two ends are drawn, in the order given."""
    taken = _Taken(spots.values())
    doors: Counter[tuple[str, bool]] = Counter()
    return [
        _strand(line, spots[line.source], spots[line.target], doors, taken)
        for line in lines
        if line.source in spots and line.target in spots and line.source != line.target
    ]


def _strand(line: TieLine, source: Spot, target: Spot, doors: Counter[tuple[str, bool]], taken: _Taken) -> Strand:
    level = abs(target.y - source.y) < HEIGHT
    leaving_up = not level and target.y < source.y
    arriving_up = level or target.y < source.y  # the tip points up, under the target
    start = (_door(source, target, leaving_up, doors), source.y if leaving_up else source.y + HEIGHT)
    end = (_door(target, source, not arriving_up, doors), target.y + HEIGHT + 8 if arriving_up else target.y - 8)
    pull = 44.0 if level else min(150.0, max(30.0, abs(end[1] - start[1]) * 0.5))
    bends = (
        (start[0], start[1] - pull if leaving_up else start[1] + pull),
        (end[0], end[1] + pull if arriving_up else end[1] - pull),
    )
    words = fit(line.words, LONGEST - 20, 11)
    width = width_of(words, 11) + 22 if words else 0.0
    at = _place_words(start, bends, end, width, taken) if words else start
    path = "M{:g} {:g}C{:g} {:g} {:g} {:g} {:g} {:g}".format(*start, *bends[0], *bends[1], *end)
    return Strand(line, path, start, end, arriving_up, leaving_up, words, at, width)


def _door(spot: Spot, other: Spot, up: bool, doors: Counter[tuple[str, bool]]) -> float:
    """The next free door of that side, the nearer half first."""
    rank = doors[spot.key, up]
    doors[spot.key, up] += 1
    share = DOORS[rank % len(DOORS)]
    return spot.x + WIDTH * (1 - share if other.x > spot.x else share)


def _place_words(start: Point, bends: tuple[Point, Point], end: Point, width: float, taken: _Taken) -> Point:
    """The middle of the words, at the first free place along the curve; the middle when none is free."""
    points = [_on_curve(share, start, bends, end) for share in ALONG]
    for aside in ASIDE:
        for x, on in points:
            y = on + aside
            if taken.is_free(x - width / 2, y - CAP / 2, width, CAP):
                taken.add(x - width / 2, y - CAP / 2, width, CAP)
                return x, y
    return points[0]


def _on_curve(share: float, start: Point, bends: tuple[Point, Point], end: Point) -> Point:
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    points = (start, *bends, end)
    return (
        round(sum(w * p[0] for w, p in zip(weights, points, strict=True)), 1),
        round(sum(w * p[1] for w, p in zip(weights, points, strict=True)), 1),
    )
