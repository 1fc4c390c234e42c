"""Who can still be reached when somebody is taken away: a walk over who speaks with whom. Pure.

Nodes are ("ours", colleague) and ("theirs", person). We reach somebody when a path leads to them from any of ours:
we speak with them, or with somebody who can introduce us (a line of influence or of hierarchy).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

Side = Literal["ours", "theirs"]
Node = tuple[Side, int]
Edge = tuple[Node, Node]


def neighbours(edges: Iterable[Edge]) -> dict[Node, set[Node]]:
    found: dict[Node, set[Node]] = {}
    for one, other in edges:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def reached(graph: Mapping[Node, Collection[Node]], without: Node | None = None) -> set[int]:
    """The people on their side that some path joins to ours, `without` taken away."""
    ours = [node for node in graph if node[0] == "ours" and node != without]
    seen, waiting = set(ours), list(ours)
    while waiting:
        for node in graph[waiting.pop()]:
            if node != without and node not in seen:
                seen.add(node)
                waiting.append(node)
    return {pk for side, pk in seen if side == "theirs"}


def cut_off(graph: Mapping[Node, Collection[Node]], without: Node) -> set[int]:
    """Whom we no longer reach once `without` is gone: what makes it an articulation. They are not counted."""
    lost = reached(graph) - reached(graph, without)
    return lost - {without[1]} if without[0] == "theirs" else lost
