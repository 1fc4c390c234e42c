"""Registries: an app offers a part to the apps below it, which do not import it.

Each capability registers at start-up, in modules that Django's app loading imports by name (see `MODULES`):
panels on the account page, importers, search sources, navigation, settings definitions, rebuilders…
A store is created here once; registering the same key twice is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

MODULES = (
    "events",
    "event_words",
    "preferences",
    "figures",
    "subscribers",
    "tasks",
    "search",
    "lists",
    "records",
    "choices",
    "importers",
    "panels",
    "navigation",
    "rebuild",
    "reassign",
    "notices",
    "merging",
)


class Slot(Generic[T]):
    """One thing that one app above provides and apps below ask for: what they need but may not import."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._item: T | None = None

    def fill(self, item: T) -> T:
        """Provide it. Raises ValueError when it is provided already."""
        if self._item is not None:
            raise ValueError(f"{self.name} is provided already")
        self._item = item
        return item

    def __call__(self) -> T:
        if self._item is None:
            raise LookupError(f"nobody provides {self.name}")
        return self._item


class Store(Generic[T]):
    """An ordered, append-only register of one kind of thing."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._items: dict[str, tuple[int, T]] = {}

    def register(self, key: str, item: T, *, order: int = 100) -> T:
        """Add `item` under `key`; lower `order` comes first. Raises ValueError when the key is taken."""
        if key in self._items:
            raise ValueError(f"{self.name}: {key!r} is registered already")
        self._items[key] = (order, item)
        return item

    def __getitem__(self, key: str) -> T:
        return self._items[key][1]

    def get(self, key: str) -> T | None:
        found = self._items.get(key)
        return found[1] if found else None

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[T]:
        return iter(self.values())

    def keys(self) -> list[str]:
        return [key for key, _ in sorted(self._items.items(), key=lambda pair: pair[1][0])]

    def values(self) -> list[T]:
        return [item for _, item in sorted(self._items.values(), key=lambda pair: pair[0])]

    def items(self) -> list[tuple[str, T]]:
        return [(key, pair[1]) for key, pair in sorted(self._items.items(), key=lambda pair: pair[1][0])]
