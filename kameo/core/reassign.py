"""Hand a colleague's work to a successor: each app registers its part, so that no account is forgotten.

Used when somebody leaves (`people.domain.deactivate_user`) and when a portfolio changes hands. An app
registers in its `reassign.py`, autodiscovered like `panels.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kameo.core.registry import Store

Move = Callable[[Any, Any, Any], int]
Count = Callable[[Any], int]


@dataclass(frozen=True)
class Reassigner:
    """One kind of thing that belongs to a person.

    `count(user)` says how many there are; `move(user, successor, by)` hands them over in the caller's
    transaction and returns how many changed hands. `label` is a plural noun ("accounts").
    """

    label: Any
    count: Count
    move: Move


reassigners: Store[Reassigner] = Store("reassigners")


def register(key: str, *, label: Any, count: Count, move: Move, order: int = 100) -> Reassigner:
    return reassigners.register(key, Reassigner(label, count, move), order=order)


def holdings(user: Any) -> list[tuple[str, Any, int]]:
    """What `user` holds today: (key, label, how many), empty kinds left out."""
    counted = [(key, item.label, item.count(user)) for key, item in reassigners.items()]
    return [row for row in counted if row[2]]


def reassign(user: Any, successor: Any, by: Any) -> dict[str, int]:
    """Hand over everything; must run in a transaction. Returns how many of each kind changed hands."""
    return {key: item.move(user, successor, by) for key, item in reassigners.items()}
