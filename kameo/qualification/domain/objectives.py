"""Our own strategic objectives: every change judges the accounts again and notifies of changed classes (R9)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Max
from django.utils.translation import gettext as _

from kameo.core import clock
from kameo.core.access import require
from kameo.core.acting import acting, clean, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.core.journal.models import Event
from kameo.people.enums import Right
from kameo.qualification import events
from kameo.qualification.axes.classes import ClassChange, judge
from kameo.qualification.domain.class_changes import notify_class_changes
from kameo.qualification.models import Alignment, Objective

if TYPE_CHECKING:
    from kameo.people.models import User

FIELDS = ("name", "description", "weight", "starts_on", "ends_on", "position")


def save_objective(*, by: User, objective: Objective | None = None, **fields: Any) -> Objective:
    """Add an objective, or change some of FIELDS of one; what does not differ is left alone.

    Both days of the period are included, an open end is None. In order: row, points and class of every account ever
    rated, journal `objective.changed` with those that changed side, notifications to those who decide and to the
    leads. Raises PermissionDenied (the right to decide classes); DomainError "unknown_field", "name_missing",
    "weight_not_positive", "ends_before_start", "objective_removed", "invalid".
    """
    require(by, Right.DECIDE_CLASS)
    values = _clean(fields)
    with acting(by):
        row = _locked_objective(objective, by)
        before = _objective_facts(row) if row.pk else {}
        for name, value in values.items():
            setattr(row, name, value)
        _check_objective(row, list(values))
        if row.pk and _objective_facts(row) == before:
            return row
        if not row.pk and "position" not in values:
            row.position = (Objective.objects.aggregate(last=Max("position"))["last"] or 0) + 1
        row.save()
        row.refresh_from_db()
        _follow(row, "changed" if before else "added", before, by)
    return row


def remove_objective(objective: Objective, *, by: User) -> None:
    """It counts no more from now on; its alignments and past days keep it, and `restore_objective` gives it back.

    In order: row, points and class, journal `objective.changed`, notifications. Raises PermissionDenied; DomainError
    "objective_removed".
    """
    require(by, Right.DECIDE_CLASS)
    with acting(by):
        row = _locked_objective(objective, by)
        before = _objective_facts(row)
        row.removed_at = clock.now()
        row.save(update_fields=["removed_at"])
        _follow(row, "removed", before, by)
    objective.removed_at = row.removed_at


def restore_objective(objective: Objective, *, by: User) -> Objective:
    """Take the removal back; the same effects. Raises PermissionDenied; DomainError "objective_not_removed"."""
    require(by, Right.DECIDE_CLASS)
    with acting(by):
        row = Objective.objects.select_for_update(no_key=True).get(pk=objective.pk)
        if row.removed_at is None:
            raise DomainError("objective_not_removed", _("This objective is in use."))
        row.removed_at = None
        row.save(update_fields=["removed_at"])
        _follow(row, "restored", {}, by)
    return row


def follow_periods(since: date, today: date) -> None:
    """What starts or ended with the days after `since`, up to `today`: judged and told like any other change."""
    present = Objective.objects.present()
    started = present.filter(starts_on__gt=since, starts_on__lte=today)
    ended = present.filter(ends_on__gte=since, ends_on__lt=today)
    changes = [(row, "started") for row in started] + [(row, "ended") for row in ended]
    sides = _judge_rated() if changes else []
    for row, what in changes:
        _record_objective(row, what, {}, sides, None)


def _judge_rated() -> list[ClassChange]:
    """Judge whoever is rated on an objective again: for the others nothing is rated, before as after."""
    return judge(list(Alignment.objects.order_by().values_list("account_id", flat=True).distinct()))


def _follow(row: Objective, what: str, before: dict[str, Any], by: User) -> Event:
    return _record_objective(row, what, before, _judge_rated(), by)


def _record_objective(
    row: Objective, what: str, before: dict[str, Any], sides: Collection[ClassChange], by: User | None
) -> Event:
    moved = [side for side in sides if side.changed]
    told = {
        "what": what,
        "name": row.name,
        "before": before,
        "after": _objective_facts(row),
        "judged": len(sides),
        "sides": [asdict(side) for side in moved],
    }
    event = journal.record(events.OBJECTIVE_CHANGED, row, by=by, data=told)
    notify_class_changes(event, row.name, moved, by)
    return event


def _locked_objective(objective: Objective | None, by: User) -> Objective:
    if objective is None:
        return Objective(created_by=by)
    row = Objective.objects.select_for_update(no_key=True).get(pk=objective.pk)
    if row.removed_at is not None:
        raise DomainError("objective_removed", _("This objective was removed: restore it first."))
    return row


def _clean(fields: dict[str, Any]) -> dict[str, Any]:
    refuse_unknown_fields(fields, FIELDS)
    values = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    if "name" in values:
        values["name"] = " ".join((values["name"] or "").split())
    return values


def _check_objective(row: Objective, given: list[str]) -> None:
    if not row.name:
        raise DomainError("name_missing", _("Give it a name."), field="name")
    if row.weight is None or row.weight <= 0:
        raise DomainError("weight_not_positive", _("A weight is above zero."), field="weight")
    if row.starts_on and row.ends_on and row.ends_on < row.starts_on:
        raise DomainError("ends_before_start", _("It ends before it starts."), field="ends_on")
    clean(row, given)


def _objective_facts(row: Objective) -> dict[str, Any]:
    return {
        "name": row.name,
        "description": row.description,
        "weight": f"{row.weight:.2f}",
        "starts_on": str(row.starts_on) if row.starts_on else None,
        "ends_on": str(row.ends_on) if row.ends_on else None,
        "position": row.position,
    }
