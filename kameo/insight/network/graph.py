"""Ways from us to a person, and bridges, over who speaks with whom. Pure.

Nodes are ("ours", colleague) and ("theirs", person), lines have a strength above 0 and up to 100. A line costs
100 / strength, so that two strong lines may be a shorter way than one faint line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import networkx as nx

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
    mine = graph.get(me, {})
    if goal in mine or goal not in graph:
        return []
    asking = {**mine, **{node: COLLEAGUE for node in graph if node[0] == "ours"}}
    outward = _from_goal(graph, goal, without=me)
    best: dict[Node, Way] = {}
    for path in nx.all_simple_paths(outward, goal, asking.keys() - {me, goal}, cutoff=hops - 1):
        first = path[-1]
        way = Way(tuple(reversed(path)), nx.path_weight(outward, path, "cost") + HUNDRED / asking[first])
        best[first] = min(best.get(first, way), way, key=_order)
    return sorted(best.values(), key=_order)[:most]


def _order(way: Way) -> tuple[Decimal, int, tuple[Node, ...]]:
    return way.cost, way.hops, way.nodes


def _from_goal(graph: Graph, goal: Node, *, without: Node) -> nx.DiGraph:
    """The lines away from `goal`, with their costs; none leaves a colleague, who is not passed through."""
    return nx.DiGraph(
        (here, there, {"cost": HUNDRED / strength})
        for here, near in graph.items()
        for there, strength in near.items()
        if without not in (here, there) and (here[0] == "theirs" or here == goal)
    )


@dataclass(frozen=True)
class Bridge:
    """`node` alone joins `cut` (people on their side) to us."""

    node: Node
    cut: tuple[int, ...]


def bridges(graph: Graph) -> list[Bridge]:
    """The articulation points without which some people of theirs speak with none of ours any more, by node."""
    network = _undirected(graph)
    found = []
    for node in sorted(articulations(graph)):
        parts = nx.connected_components(network.subgraph(graph.keys() - {node}))
        cut = sorted(pk for part in parts if all(side == "theirs" for side, _pk in part) for _side, pk in part)
        if cut:
            found.append(Bridge(node, tuple(cut)))
    return found


def articulations(graph: Graph) -> set[Node]:
    """The nodes whose absence cuts their part of the graph in two."""
    return set(nx.articulation_points(_undirected(graph)))


def _undirected(graph: Graph) -> nx.Graph:
    return nx.Graph((here, there) for here, near in graph.items() for there in near if here < there)
