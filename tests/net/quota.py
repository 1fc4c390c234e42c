"""How many addresses of one pattern are visited. A pattern is a path whose numbers are left out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Limits:
    """Of one pattern: different paths, query strings, and query strings with the same parameters."""

    objects: int
    queries: int
    twins: int


WIDE = Limits(objects=2, queries=7, twins=1)  # for the roles that see most and least of the same pages
NARROW = Limits(objects=1, queries=2, twins=1)
ONE = Limits(objects=1, queries=0, twins=0)
NUMBER = re.compile(r"(?<=/)\d+(?=/|$)")


def pattern_of(address: str) -> str:
    return NUMBER.sub("#", urlsplit(address).path)


class Quota:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.paths: dict[str, set[str]] = defaultdict(set)
        self.closed: set[str] = set()
        self.queries: Counter[object] = Counter()

    def admits(self, kind: str, address: str) -> bool:
        """Whether there is room for this address; it then takes its place."""
        parts = urlsplit(address)
        pattern = f"{kind} {pattern_of(address)}"
        paths = self.paths[pattern]
        if pattern in self.closed or (
            parts.path not in paths and len(paths) >= (1 if kind == "POST" else self.limits.objects)
        ):
            return False
        if parts.query:
            filled = (pattern, tuple(sorted({key for key, value in parse_qsl(parts.query) if value})))
            if self._is_full(pattern, filled):
                return False
            self.queries[pattern] += 1
            self.queries[filled] += 1
        paths.add(parts.path)
        return True

    def close(self, kind: str, address: str) -> None:
        """Admit no other address of this one's pattern: it answers no GET."""
        self.closed.add(f"{kind} {pattern_of(address)}")

    def _is_full(self, pattern: str, filled: object) -> bool:
        return self.queries[pattern] >= self.limits.queries or self.queries[filled] >= self.limits.twins
