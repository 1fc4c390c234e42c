"""The list of a map: sorted, cut into pages, and as a tree on a telephone. It does all that the drawings do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kameo.core.text import fold
from kameo.decisions.drawing.faces import RANKS, Face
from kameo.decisions.drawing.forest import ChartNode, plant
from kameo.decisions.enums import Stance

PAGE = 100
_STANCES = {stance: rank for rank, stance in enumerate(Stance.values)}


@dataclass(frozen=True)
class ListPage:
    """One page of rows. `number` is from 1."""

    faces: Sequence[Face]
    number: int
    pages: int
    total: int

    @property
    def first(self) -> int:
        return (self.number - 1) * PAGE + 1 if self.total else 0

    @property
    def last(self) -> int:
        return min(self.number * PAGE, self.total)


@dataclass
class Branch:
    """Somebody and who reports to them, for the tree of the list."""

    face: Face
    below: list[Branch] = field(default_factory=list)


def list_page(faces: Sequence[Face], sort: str, number: int, names: dict[str, str]) -> ListPage:
    """The page `number` of the faces in the order `sort` ("-influence" is downwards); `names` by key."""
    rows = list(faces)
    if sort:
        down = sort.startswith("-")
        known = [face for face in rows if _sort_value(face, sort.removeprefix("-"), names) is not None]
        unknown = [face for face in rows if _sort_value(face, sort.removeprefix("-"), names) is None]
        known.sort(key=lambda face: _sort_value(face, sort.removeprefix("-"), names), reverse=down)
        rows = known + unknown  # what is not known comes last, whichever way
    pages = max(1, -(-len(rows) // PAGE))
    number = min(max(number, 1), pages)
    return ListPage(rows[(number - 1) * PAGE : number * PAGE], number, pages, len(rows))


def as_tree(faces: Sequence[Face]) -> list[Branch]:
    """Those of one page as they hang together; a manager who is not among them is left out."""
    forest = plant([ChartNode(face.key, face.above) for face in faces])
    by_key = {face.key: face for face in faces}
    branches: dict[str, Branch] = {}
    for key in forest.deepest_first():
        branches[key] = Branch(by_key[key], [branches[child] for child in forest.below.get(key, ())])
    return [branches[key] for key in forest.roots]


def _sort_value(face: Face, sort: str, names: dict[str, str]) -> Any:
    """What to order by; None is not known."""
    card = face.card
    return {
        "name": lambda: fold(card.name),
        "entity": lambda: fold(card.account_name) or None,
        "influence": lambda: card.influence,
        "stance": lambda: _STANCES.get(card.stance),
        "bond": lambda: card.strength,
        "contact": lambda: face.days,
        "manager": lambda: fold(names.get(face.above or "", "")) or None,
        "level": lambda: RANKS.get(card.level),
    }[sort]()
