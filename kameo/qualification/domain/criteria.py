"""The scorecard's criteria: weights, names, anchors, steps, parts; a change judges the rated accounts again (R6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Max
from django.utils.translation import gettext as _

from kameo.core import clock
from kameo.core.access import require
from kameo.core.acting import acting, clean, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.people.enums import Right
from kameo.qualification import events
from kameo.qualification.axes.classes import judge
from kameo.qualification.domain.class_changes import notify_class_changes
from kameo.qualification.models import Criterion, CriterionRating

if TYPE_CHECKING:
    from kameo.people.models import User

FIELDS = ("name", "weight", "anchors", "steps", "position", "part_of")
LEVELS = 6  # 0 to 5
STEPS = 5


def save_criterion(*, by: User, criterion: Criterion | None = None, **fields: Any) -> Criterion:
    """Add a criterion, or change some of FIELDS of one.

    `anchors` are six short texts, `steps` five growing lower bounds (empty: the system does not measure it). In
    order: row, points and class of every account ever rated, journal `criteria.changed` with those that changed side,
    notifications. Raises PermissionDenied (the right to configure); DomainError "unknown_field", "name_missing",
    "weight_negative", "six_anchors", "five_steps", "part_of_part".
    """
    require(by, Right.CONFIGURE)
    refuse_unknown_fields(fields, FIELDS)
    with acting(by):
        row = criterion or Criterion()
        before = _criterion_facts(row) if row.pk else {}
        for name, value in fields.items():
            setattr(row, name, value)
        _check_criterion(row, list(fields))
        if before and before == _criterion_facts(row):
            return row
        if not row.pk and "position" not in fields:
            row.position = (Criterion.objects.aggregate(last=Max("position"))["last"] or 0) + 1
        row.save()
        row.refresh_from_db()
        _follow(row, before, by)
    return row


def set_weights(weights: Mapping[int, Decimal], *, by: User) -> None:
    """Weights of several criteria at once, by id: everybody is judged again once. Errors as for `save_criterion`."""
    require(by, Right.CONFIGURE)
    with acting(by):
        rows = {row.pk: row for row in Criterion.objects.filter(pk__in=weights)}
        if set(rows) != set(weights):
            raise DomainError("unknown_criterion", _("There is no such criterion."), field="criterion")
        before = {str(pk): f"{row.weight:.2f}" for pk, row in rows.items()}
        for pk, weight in weights.items():
            rows[pk].weight = weight
            _check_criterion(rows[pk], ["weight"])
            rows[pk].save(update_fields=["weight"])
        after = {str(pk): f"{Decimal(weight):.2f}" for pk, weight in weights.items()}
        if after != before:
            _follow(None, {"weights": before}, by, {"weights": after})


def retire_criterion(criterion: Criterion, *, retired: bool = True, by: User) -> Criterion:
    """It counts no more (or again); its ratings stay. The same effects as a change. Raises PermissionDenied."""
    require(by, Right.CONFIGURE)
    with acting(by):
        before = _criterion_facts(criterion)
        criterion.retired_at = clock.now() if retired else None
        criterion.save(update_fields=["retired_at"])
        if before != _criterion_facts(criterion):
            _follow(criterion, before, by)
    return criterion


def _follow(row: Criterion | None, before: dict[str, Any], by: User, after: dict[str, Any] | None = None) -> None:
    rated = CriterionRating.objects.order_by().values_list("account_id", flat=True).distinct()
    moved = [side for side in judge(list(rated)) if side.changed]
    told = {
        "name": row.name if row else "",
        "before": before,
        "after": after or (_criterion_facts(row) if row else {}),
        "sides": [asdict(side) for side in moved],
    }
    event = journal.record(events.CRITERIA_CHANGED, row, by=by, data=told)
    notify_class_changes(event, _("Weights of the scorecard"), moved, by)


def _check_criterion(row: Criterion, given: list[str]) -> None:
    row.name = " ".join((row.name or "").split())
    if not row.name:
        raise DomainError("name_missing", _("Give it a name."), field="name")
    if row.weight is None or row.weight < 0:
        raise DomainError("weight_negative", _("A weight is 0 or more."), field="weight")
    if row.anchors and len(row.anchors) != LEVELS:
        raise DomainError("six_anchors", _("Say what each of 0 to 5 means: six texts."), field="anchors")
    if row.steps and (len(row.steps) != STEPS or sorted(row.steps) != list(row.steps)):
        raise DomainError("five_steps", _("Give the five lower bounds of 1 to 5, growing."), field="steps")
    if row.part_of and (row.part_of.part_of_id or (row.pk and row.parts.exists())):
        raise DomainError("part_of_part", _("A part has no parts."), field="part_of")
    clean(row, given)


def _criterion_facts(row: Criterion) -> dict[str, Any]:
    return {
        "key": row.key,
        "name": row.name,
        "weight": f"{row.weight:.2f}",
        "anchors": list(row.anchors),
        "steps": [float(step) for step in row.steps],
        "position": row.position,
        "part_of": row.part_of_id,
        "retired": row.retired_at is not None,
    }
