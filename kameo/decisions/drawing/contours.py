"""The outline of a subtree, and how close two of them may stand: the heart of a tidy tree (Reingold and Tilford).

An outline is a pile of segments, the lowest first, with one offset for them all: moving a subtree costs nothing and
joining two costs the height of the lower one, so that a whole forest is placed in linear time.
"""

from __future__ import annotations

from dataclasses import dataclass

Segment = tuple[float, float, float]  # from y, to y, x


@dataclass
class Contour:
    segments: list[Segment]
    offset: float = 0.0

    @property
    def bottom(self) -> float:
        return self.segments[0][1]

    def put_on(self, top: float, bottom: float, x: float) -> None:
        self.segments.append((top, bottom, x - self.offset))


def distance(right: Contour, left: Contour) -> float:
    """How far `left` has to move so that it touches `right` without crossing it."""
    most = float("-inf")
    one, two = len(right.segments) - 1, len(left.segments) - 1
    apart = right.offset - left.offset
    while one >= 0 and two >= 0:
        top, bottom, x = right.segments[one]
        other_top, other_bottom, other_x = left.segments[two]
        if top < other_bottom and other_top < bottom:
            most = max(most, x - other_x + apart)
        if bottom <= other_bottom:
            one -= 1
        if other_bottom <= bottom:
            two -= 1
    return most if most > float("-inf") else 0.0


def joined(seen: Contour, behind: Contour) -> Contour:
    """`seen`, and below it what shows of `behind`. Both are used up."""
    floor = seen.bottom
    if behind.bottom <= floor:
        return seen
    pile = behind.segments
    while pile[-1][1] <= floor:
        pile.pop()
    top, bottom, x = pile[-1]
    if top < floor:
        pile[-1] = (floor, bottom, x)
    shift = seen.offset - behind.offset
    pile.extend((start, end, at + shift) for start, end, at in seen.segments)
    return behind
