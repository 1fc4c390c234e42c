"""The tree of managers and reports, from flat rows: roots, children in the order given, circles cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ChartNode:
    """One card to place: `parent` is the key of the one above, `group` where it stands when it hangs nowhere."""

    key: str
    parent: str | None = None
    group: str = ""


@dataclass(frozen=True)
class Forest:
    """`above` and `below` hold only what is drawn: a parent outside the drawing is no parent."""

    roots: tuple[str, ...]
    above: dict[str, str]
    below: dict[str, list[str]]

    def deepest_first(self) -> list[str]:
        """Every key, children before their parent; without recursion, a chain of a thousand is only long."""
        found = list(self.roots)
        for key in found:  # grows while it is read
            found.extend(self.below.get(key, ()))
        found.reverse()
        return found

    def under(self, key: str) -> int:
        """How many hang below, at any depth."""
        waiting, count = list(self.below.get(key, ())), 0
        while waiting:
            count += 1
            waiting.extend(self.below.get(waiting.pop(), ()))
        return count


def plant(nodes: Sequence[ChartNode]) -> Forest:
    """The forest of `nodes`. The first of a circle becomes a root: the database refuses them, a drawing never hangs."""
    known = {node.key for node in nodes}
    above = {n.key: n.parent for n in nodes if n.parent is not None and n.parent in known and n.parent != n.key}
    _cut_circles((node.key for node in nodes), above)
    below: dict[str, list[str]] = {}
    for node in nodes:
        if node.key in above:
            below.setdefault(above[node.key], []).append(node.key)
    return Forest(tuple(node.key for node in nodes if node.key not in above), above, below)


def prune(nodes: Sequence[ChartNode], closed: Iterable[str]) -> tuple[list[ChartNode], dict[str, int]]:
    """What stays when the branches of `closed` are folded, and how many each of those hides."""
    forest = plant(nodes)
    folded = {key: forest.under(key) for key in closed if forest.below.get(key)}
    shown, waiting = set(), list(forest.roots)
    while waiting:
        key = waiting.pop()
        shown.add(key)
        if key not in folded:
            waiting.extend(forest.below.get(key, ()))
    return [node for node in nodes if node.key in shown], {k: n for k, n in folded.items() if k in shown}


def _cut_circles(keys: Iterable[str], above: dict[str, str]) -> None:
    safe: set[str] = set()
    for start in keys:
        path: list[str] = []
        seen: set[str] = set()
        key: str | None = start
        while key is not None and key not in safe and key not in seen:
            path.append(key)
            seen.add(key)
            key = above.get(key)
        if key is not None and key in seen:
            del above[key]
        safe.update(path)
