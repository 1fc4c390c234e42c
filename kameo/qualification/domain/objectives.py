"""Our own strategic objectives: whoever is rated on one is judged again, and changed classes are notified (R9)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from kameo.core.journal import domain as journal
from kameo.core.journal.models import Event
from kameo.qualification import events
from kameo.qualification.axes.classes import ClassChange, judge
from kameo.qualification.domain.class_changes import notify_class_changes
from kameo.qualification.models import Alignment, Objective

if TYPE_CHECKING:
    from kameo.people.models import User


def follow_periods(since: date, today: date) -> None:
    """What starts or ended with the days after `since`, up to `today`: judged and told like any other change."""
    present = Objective.objects.present()
    started = present.filter(starts_on__gt=since, starts_on__lte=today)
    ended = present.filter(ends_on__gte=since, ends_on__lt=today)
    changes = [(row, "started") for row in started] + [(row, "ended") for row in ended]
    sides = judge_rated() if changes else []
    for row, what in changes:
        record_objective(row, what, {}, {}, sides, None)


def judge_rated() -> list[ClassChange]:
    """Judge whoever is rated on an objective again: for the others nothing is rated, before as after."""
    return judge(list(Alignment.objects.order_by().values_list("account_id", flat=True).distinct()))


def record_objective(
    row: Objective,
    what: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    sides: Collection[ClassChange],
    by: User | None,
) -> Event:
    """Journal `objective.changed` with those that changed side, notifications to those who decide and to the leads."""
    moved = [side for side in sides if side.changed]
    told = {
        "what": what,
        "name": row.name,
        "before": before,
        "after": after,
        "judged": len(sides),
        "sides": [asdict(side) for side in moved],
    }
    event = journal.record(events.OBJECTIVE_CHANGED, row, by=by, data=told)
    notify_class_changes(event, row.name, moved, by)
    return event
