"""The people who can still be reached when one is taken away: a walk over who speaks with whom. Pure.

Nodes are ("ours", colleague) and ("theirs", person). We reach somebody when a path leads to them from any of ours:
we speak with them, or with somebody who can introduce us (a line of influence or of hierarchy).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import networkx as nx

Side = Literal["ours", "theirs"]
Node = tuple[Side, int]
Edge = tuple[Node, Node]


def path_graph(edges: Iterable[Edge]) -> nx.Graph:
    return nx.Graph(edges)


def reached_people(graph: nx.Graph, without: Node | None = None) -> set[int]:
    """The people on their side that some path joins to ours, `without` taken away."""
    left = nx.Graph(graph)
    left.remove_nodes_from([without])
    parts = nx.connected_components(left)
    return {pk for part in parts if any(side == "ours" for side, _pk in part) for side, pk in part if side == "theirs"}


def cut_off(graph: nx.Graph, without: Node) -> set[int]:
    """Whom we no longer reach once `without` is gone: what makes it an articulation. They are not counted."""
    lost = reached_people(graph) - reached_people(graph, without)
    return lost - {without[1]} if without[0] == "theirs" else lost
