"""Ways from us to somebody, and bridges, over who speaks with whom. Pure.

Nodes are ("ours", colleague) and ("theirs", person), lines have a strength above 0 and up to 100. A line costs
100 / strength, so that two strong lines may be a shorter way than one faint line.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Side = Literal["ours", "theirs"]
Node = tuple[Side, int]
Graph = Mapping[Node, Mapping[Node, Decimal]]
HUNDRED = Decimal(100)
LEAST = Decimal(1)  # a line that has all but faded is still a line
COLLEAGUE = Decimal(100)  # asking a colleague is the easiest line of all


@dataclass(frozen=True)
class Way:
    """From the asker to the goal: `nodes` begin with whom to ask. `cost` adds up every line, the asker's included."""

    nodes: tuple[Node, ...]
    cost: Decimal

    @property
    def first(self) -> Node:
        return self.nodes[0]

    @property
    def hops(self) -> int:
        return len(self.nodes)


def graph_of(lines: Iterable[tuple[Node, Node, Decimal]]) -> dict[Node, dict[Node, Decimal]]:
    """Both ways; of two lines between the same two, the stronger one counts."""
    found: dict[Node, dict[Node, Decimal]] = {}
    for one, other, strength in lines:
        if one == other:
            continue
        for here, there in ((one, other), (other, one)):
            near = found.setdefault(here, {})
            near[there] = max(near.get(there, LEAST), min(strength, HUNDRED))
    return found


def ways(graph: Graph, me: Node, goal: Node, *, hops: int = 4, most: int = 5) -> list[Way]:
    """The cheapest way through each of those that `me` can ask: any colleague, or somebody `me` speaks with.

    At most `hops` lines from `me` to `goal`; colleagues are only ever the first to be asked. The cheapest first, then
    the shortest, then by node. Empty when `me` speaks with `goal` already, or nobody leads there.
    """
    if goal in graph.get(me, {}):
        return []
    best = _towards(graph, goal, hops - 1, without=me)
    found = []
    for node, (cost, nodes) in best.items():
        line = COLLEAGUE if node[0] == "ours" else graph.get(me, {}).get(node)
        if line is not None and node not in (me, goal):
            found.append(Way(nodes, cost + HUNDRED / line))
    # A way that begins with somebody whose own best way begins with another who can be asked is that other's way.
    return sorted(found, key=lambda way: (way.cost, way.hops, way.nodes))[:most]


def _towards(graph: Graph, goal: Node, hops: int, *, without: Node) -> dict[Node, tuple[Decimal, tuple[Node, ...]]]:
    """The cheapest way from each node to `goal` in at most so many lines; colleagues are not passed through."""
    best: dict[Node, tuple[Decimal, tuple[Node, ...]]] = {}
    fewest: dict[Node, int] = {}
    queue: list[tuple[Decimal, int, tuple[Node, ...]]] = [(Decimal(0), 0, (goal,))]
    while queue:
        cost, count, nodes = heapq.heappop(queue)
        here = nodes[0]
        if fewest.get(here, hops + 1) <= count:
            continue  # reached cheaper in no more lines
        fewest[here] = count
        best.setdefault(here, (cost, nodes))
        if count == hops or (here[0] == "ours" and here != goal):
            continue
        for there, strength in graph.get(here, {}).items():
            if there != without and there not in nodes:
                heapq.heappush(queue, (cost + HUNDRED / strength, count + 1, (there, *nodes)))
    return best


@dataclass(frozen=True)
class Bridge:
    """`node` alone joins `cut` (people on their side) to us."""

    node: Node
    cut: tuple[int, ...]


def bridges(graph: Graph) -> list[Bridge]:
    """The articulation points without which some people of theirs speak with none of ours any more, by node."""
    found = []
    for node in sorted(articulations(graph)):
        parts = [part for part in _parts(graph, without=node) if all(side == "theirs" for side, _pk in part)]
        cut = tuple(sorted(pk for part in parts for _side, pk in part))
        if cut:
            found.append(Bridge(node, cut))
    return found


def articulations(graph: Graph) -> set[Node]:
    """The nodes whose absence cuts their part of the graph in two (Tarjan, without recursion)."""
    order: dict[Node, int] = {}
    low: dict[Node, int] = {}
    found: set[Node] = set()
    for root in sorted(graph):
        if root not in order:
            _walk(graph, root, order, low, found)
    return found


def _walk(graph: Graph, root: Node, order: dict[Node, int], low: dict[Node, int], found: set[Node]) -> None:
    order[root] = low[root] = len(order)
    children = 0
    stack: list[tuple[Node, Node | None, Iterator[Node]]] = [(root, None, iter(sorted(graph[root])))]
    while stack:
        here, parent, rest = stack[-1]
        there = next(rest, None)
        if there is None:
            stack.pop()
            if parent is not None:
                low[parent] = min(low[parent], low[here])
                if parent != root and low[here] >= order[parent]:
                    found.add(parent)
            continue
        if there == parent:
            continue
        if there in order:
            low[here] = min(low[here], order[there])
            continue
        children += here == root
        order[there] = low[there] = len(order)
        stack.append((there, here, iter(sorted(graph[there]))))
    if children > 1:
        found.add(root)


def _parts(graph: Graph, *, without: Node) -> list[frozenset[Node]]:
    seen: set[Node] = {without}
    found = []
    for node in sorted(graph):
        if node not in seen:
            part = _reach(graph, node, without)
            seen |= part
            found.append(frozenset(part))
    return found


def _reach(graph: Graph, start: Node, without: Node | None) -> set[Node]:
    seen, waiting = {start}, [start]
    while waiting:
        for there in graph.get(waiting.pop(), {}):
            if there != without and there not in seen:
                seen.add(there)
                waiting.append(there)
    return seen
