"""The accounts whose class changed with an objective or a weight, among those the reader sees (R9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kameo.accounts.models import Account
from kameo.core.journal.models import Event
from kameo.qualification import events

if TYPE_CHECKING:
    from kameo.people.models import User


@dataclass(frozen=True)
class ReclassifiedAccount:
    """An account and what it was and became on each axis: yes, no, not rated (None)."""

    account_id: int
    name: str
    large_before: bool | None
    large: bool | None
    key_before: bool | None
    key: bool | None
    class_before: str
    class_now: str


@dataclass(frozen=True)
class RuleChange:
    """A change of an objective or of the scorecard's weights.

    `what` is added, changed, removed, restored, started or ended for an objective, "weights" for the scorecard.
    `left_out` counts the changed accounts that the reader may not see.
    """

    event_id: int
    at: datetime
    actor_id: int | None
    what: str
    name: str
    before: dict[str, Any]
    after: dict[str, Any]
    sides: tuple[ReclassifiedAccount, ...]
    left_out: int


def rule_changes(user: User, *, objective_id: int | None = None, limit: int = 20) -> list[RuleChange]:
    """The last changes of objectives and weights, the newest first, with who changed side; two queries."""
    found = Event.objects.filter(type__in=[events.OBJECTIVE_CHANGED, events.CRITERIA_CHANGED])
    if objective_id is not None:
        found = found.filter(type=events.OBJECTIVE_CHANGED, subject_id=objective_id)
    rows = list(found.order_by("-pk")[:limit])
    ids = {side["account_id"] for row in rows for side in row.data["sides"]}
    visible = Account.objects.visible_to(user).filter(pk__in=ids) if ids else Account.objects.none()
    names: dict[int, str] = dict(visible.values_list("pk", "name"))
    return [_rule_change(row, names) for row in rows]


def _rule_change(row: Event, names: dict[int, str]) -> RuleChange:
    sides = row.data["sides"]
    seen = tuple(
        ReclassifiedAccount(name=names[side["account_id"]], **side) for side in sides if side["account_id"] in names
    )
    return RuleChange(
        row.pk,
        row.at,
        row.actor_id,
        row.data.get("what", "weights"),
        row.data.get("name", ""),
        row.data["before"],
        row.data["after"],
        seen,
        len(sides) - len(seen),
    )
