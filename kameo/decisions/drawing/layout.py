"""Where each card of an org chart stands: a tidy tree with stacks. Pure, deterministic, linear.

Managers stand above those who report to them. More leaves than `limit` under one manager become a stack, in columns,
with a trunk on their left; several trees stand on shelves; people whom nobody manages and who manage nobody are
grouped by their `group`. Of several ways to stack, the first that fits the comfortable width wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil, sqrt

from kameo.decisions.drawing.contours import Contour, distance, joined
from kameo.decisions.drawing.forest import ChartNode, Forest, plant
from kameo.decisions.drawing.measures import (
    COMFORT,
    FALL,
    GAP,
    HEADING,
    HEIGHT,
    INDENT,
    MARGIN,
    ROW,
    SHELF,
    TIGHT,
    WIDTH,
)

# How many leaves may stand side by side under a root, and further down, before they are stacked.
WAYS = ((8, 3), (8, 2), (8, 1), (4, 1), (2, 1))
STACK_ROWS = 5
FEW = 80  # more never fit: only the narrowest way is tried


@dataclass(frozen=True, slots=True)
class Spot:
    """A card's place: its upper left corner. `parent` is drawn above it; `stacked` ones hang on a trunk."""

    key: str
    x: float
    y: float
    parent: str | None
    depth: int
    stacked: bool = False


@dataclass(frozen=True)
class Heading:
    """The name of a group of people without a manager."""

    text: str
    x: float
    y: float
    count: int


@dataclass(frozen=True)
class ChartPlan:
    spots: dict[str, Spot]
    headings: tuple[Heading, ...]
    width: float
    height: float


@dataclass(slots=True)
class _Unit:
    """What the tree places as one: a card with its subtree, or a stack of leaves."""

    keys: list[str]
    depth: int
    columns: int = 0  # of a stack; 0 for a card
    children: list[_Unit] = field(default_factory=list)
    shift: float = 0.0  # from its parent's x
    left: Contour | None = None
    right: Contour | None = None

    @property
    def rows(self) -> int:
        return ceil(len(self.keys) / self.columns)

    @property
    def width(self) -> float:
        return self.columns * (INDENT + WIDTH + GAP) - GAP if self.columns else WIDTH

    @property
    def height(self) -> float:
        return self.rows * (HEIGHT + TIGHT) - TIGHT if self.columns else HEIGHT


@dataclass
class _Block:
    """Something that stands on a shelf: a tree, or a group."""

    width: float
    height: float
    place: Callable[[float, float], None]


def arrange(nodes: Sequence[ChartNode], *, comfort: float = COMFORT) -> ChartPlan:
    """Place every node once. Order in, order out: siblings keep the order of `nodes`, branches before a stack."""
    forest = plant(nodes)
    trees = [key for key in forest.roots if forest.below.get(key)]
    depths = _depths(forest)
    best: list[_Unit] = []
    for limits in WAYS if len(nodes) <= FEW else WAYS[-1:]:
        best = _tidy(forest, trees, depths, limits)
        if all(_span(unit)[1] <= comfort for unit in best):
            break
    return _shelve(nodes, forest, best, comfort)


def _depths(forest: Forest) -> dict[str, int]:
    depths = dict.fromkeys(forest.roots, 0)
    for key in reversed(forest.deepest_first()):
        for child in forest.below.get(key, ()):
            depths[child] = depths[key] + 1
    return depths


def _tidy(forest: Forest, trees: list[str], depths: dict[str, int], limits: tuple[int, int]) -> list[_Unit]:
    units: dict[str, _Unit] = {}
    for key in forest.deepest_first():
        unit = _Unit([key], depths[key])
        unit.children = _children(forest, units, key, depths[key], limits)
        _settle_unit(unit)
        units[key] = unit
    return [units[key] for key in trees]


def _children(forest: Forest, units: dict[str, _Unit], key: str, depth: int, limits: tuple[int, int]) -> list[_Unit]:
    below = forest.below.get(key, [])
    leaves = [child for child in below if not forest.below.get(child)]
    if len(leaves) <= (limits[0] if depth == 0 else limits[1]):
        return [units[child] for child in below]
    branches = [units[child] for child in below if forest.below.get(child)]
    columns = ceil(len(leaves) / max(STACK_ROWS, ceil(sqrt(len(leaves)))))
    stack = _Unit(leaves, depth + 1, columns)
    _settle_unit(stack)
    return [*branches, stack]


def _settle_unit(unit: _Unit) -> None:
    """Put the children side by side, the unit above their middle, and outline the whole."""
    top, bottom = unit.depth * ROW, unit.depth * ROW + unit.height + FALL
    if not unit.children:
        unit.left, unit.right = Contour([(top, bottom, 0.0)]), Contour([(top, bottom, unit.width)])
        return
    left, right = _beside(unit.children)
    first, last = unit.children[0], unit.children[-1]
    own = (first.width / 2 + last.shift + last.width / 2 - WIDTH) / 2
    if len(unit.children) == 1 and first.columns == 1:
        own = 0.0  # a single column hangs below its manager's left edge
    for child in unit.children:
        child.shift -= own
    left.offset -= own
    right.offset -= own
    left.put_on(top, bottom, 0.0)
    right.put_on(top, bottom, WIDTH)
    unit.left, unit.right = left, right


def _beside(children: list[_Unit]) -> tuple[Contour, Contour]:
    left, right = _outline(children[0])
    children[0].shift = 0.0
    for child in children[1:]:
        its_left, its_right = _outline(child)
        child.shift = distance(right, its_left) + GAP
        its_left.offset += child.shift
        its_right.offset += child.shift
        left, right = joined(left, its_left), joined(its_right, right)
    return left, right


def _outline(unit: _Unit) -> tuple[Contour, Contour]:
    if unit.left is None or unit.right is None:
        raise ValueError("a unit is settled before its parent")
    return unit.left, unit.right


def _span(unit: _Unit) -> tuple[float, float, float]:
    """Leftmost x from the root's, width and height of a settled tree."""
    left, right = _outline(unit)
    start = min(x for _top, _bottom, x in left.segments) + left.offset
    end = max(x for _top, _bottom, x in right.segments) + right.offset
    return start, end - start, max(left.bottom, right.bottom) - FALL


def _shelve(nodes: Sequence[ChartNode], forest: Forest, trees: list[_Unit], comfort: float) -> ChartPlan:
    spots: dict[str, Spot] = {}
    headings: list[Heading] = []
    blocks = [_tree_block(unit, forest, spots) for unit in trees]
    limit = max([comfort, *(block.width for block in blocks)])
    loose = [node for node in nodes if node.key not in forest.above and not forest.below.get(node.key)]
    groups: dict[str, list[str]] = {}
    for node in loose:
        groups.setdefault(node.group, []).append(node.key)
    blocks += [_group_block(text, keys, limit, spots, headings) for text, keys in groups.items()]
    width, height = _fill(blocks, limit)
    return ChartPlan({n.key: spots[n.key] for n in nodes}, tuple(headings), width + 2 * MARGIN, height + 2 * MARGIN)


def _fill(blocks: list[_Block], limit: float) -> tuple[float, float]:
    """Left to right, then on the next shelf."""
    x, y, tallest, widest = 0.0, 0.0, 0.0, 0.0
    for block in blocks:
        if x and x + block.width > limit:
            x, y, tallest = 0.0, y + tallest + SHELF, 0.0
        block.place(x + MARGIN, y + MARGIN)
        widest = max(widest, x + block.width)
        tallest = max(tallest, block.height)
        x += block.width + 2 * GAP
    return widest, y + tallest


def _tree_block(unit: _Unit, forest: Forest, spots: dict[str, Spot]) -> _Block:
    start, width, height = _span(unit)

    def place(x: float, y: float) -> None:
        waiting = [(unit, x - start)]
        while waiting:
            here, at = waiting.pop()
            _put_unit(here, at, y, forest, spots)
            waiting.extend((child, at + child.shift) for child in here.children)

    return _Block(width, height, place)


def _put_unit(unit: _Unit, x: float, y: float, forest: Forest, spots: dict[str, Spot]) -> None:
    top = y + unit.depth * ROW
    for rank, key in enumerate(unit.keys):
        across, down = divmod(rank, unit.rows) if unit.columns else (0, 0)
        left = x + across * (INDENT + WIDTH + GAP) + (INDENT if unit.columns else 0)
        at = top + down * (HEIGHT + TIGHT)
        spots[key] = Spot(key, left, at, forest.above.get(key), unit.depth, bool(unit.columns))


def _group_block(text: str, keys: list[str], limit: float, spots: dict[str, Spot], headings: list[Heading]) -> _Block:
    most = max(1, int((limit + GAP) // (WIDTH + GAP)))
    columns = min(most, len(keys), max(2, ceil(sqrt(len(keys) * 1.2))))
    rows = ceil(len(keys) / columns)

    def place(x: float, y: float) -> None:
        headings.append(Heading(text, x, y + HEADING - 10, len(keys)))
        for rank, key in enumerate(keys):
            down, across = divmod(rank, columns)
            at = y + HEADING + down * (HEIGHT + TIGHT)
            spots[key] = Spot(key, x + across * (WIDTH + GAP), at, None, 0)

    return _Block(columns * (WIDTH + GAP) - GAP, HEADING + rows * (HEIGHT + TIGHT) - TIGHT, place)
