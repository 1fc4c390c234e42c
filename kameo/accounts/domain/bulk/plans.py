"""The parts of a bulk change: its items, its plan and its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kameo.accounts.models import Account


@dataclass(frozen=True)
class Item:
    """One account that changes: what it was and what it becomes, as plain values."""

    account_id: int
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass
class BulkPlan:
    """What a change would do to some accounts: those that differ, how many do not, and who is refused why."""

    items: list[Item] = field(default_factory=list)
    same: int = 0
    refusals: Counter[str] = field(default_factory=Counter)

    def add(self, account_id: int, before: dict[str, Any], after: dict[str, Any]) -> None:
        if before == after:
            self.same += 1
        else:
            self.items.append(Item(account_id, before, after))

    def join(self, other: BulkPlan) -> None:
        self.items += other.items
        self.same += other.same
        self.refusals += other.refusals


@dataclass(frozen=True)
class BulkKind:
    """`check` cleans the arguments; `read` gives accounts' plain values by id; `make` the values they become, or a
    refusal's code; `write` stores items and records them, `data` being the change's arguments (None when undoing).
    """

    right: str
    check: Callable[[Mapping[str, Any], Any], dict[str, Any]]
    read: Callable[[Sequence[Account], Mapping[str, Any]], dict[int, dict[str, Any]]]
    plan: Callable[[Sequence[Account], Mapping[str, Any], Any], BulkPlan]
    write: Callable[[Sequence[Item], Mapping[str, Any], Any], None]
