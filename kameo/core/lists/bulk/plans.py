"""The parts of a change of many: its items, its plan and its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Item:
    """One record that changes: what it was and what it becomes, as plain values."""

    record_id: int
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass
class BulkPlan:
    """What a change would do to some records: those that differ, how many do not, and who is refused why."""

    items: list[Item] = field(default_factory=list)
    same: int = 0
    refusals: Counter[str] = field(default_factory=Counter)

    def add(self, record_id: int, before: dict[str, Any], after: dict[str, Any]) -> None:
        if before == after:
            self.same += 1
        else:
            self.items.append(Item(record_id, before, after))

    def join(self, other: BulkPlan) -> None:
        self.items += other.items
        self.same += other.same
        self.refusals += other.refusals


@dataclass(frozen=True)
class BulkKind:
    """`check` cleans the arguments; `read` gives records' plain values by id; `plan` the values they become, or a
    refusal's code; `write` stores items and records them, `data` being the change's arguments (no author's when
    undoing), and may give the records that refused, with their codes.

    `reach(by)` is where undoing finds the records when they left the list; `along(ids, change)` counts those that the
    change took along with others.
    """

    right: str
    check: Callable[[Mapping[str, Any], Any], dict[str, Any]]
    read: Callable[[Sequence[Any], Mapping[str, Any]], dict[int, dict[str, Any]]]
    plan: Callable[[Sequence[Any], Mapping[str, Any], Any], BulkPlan]
    write: Callable[[Sequence[Item], Mapping[str, Any], Any], Mapping[int, str] | None]
    reach: Callable[[Any], Any] | None = None
    along: Callable[[Sequence[int], Any], int] | None = None
