"""Steps of the formal circuit: their order, who decides each and how long each takes (R76)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts import rules
from kameo.core.acting import acting, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions import events
from kameo.decisions.domain.committees import require_known
from kameo.decisions.models import Committee, DecisionMap, DecisionStep

if TYPE_CHECKING:
    from kameo.people.models import User

FIELDS = ("name", "committee", "person", "days", "note")
LONGEST = 1830  # days: five years


def add_step(decision_map: DecisionMap, *, by: User | None, rank: int | None = None, **fields: Any) -> DecisionStep:
    """One more step, at the end or at `rank` (0 is the first); a committee or a person decides it, or nobody known.

    In order: row, ranks of those behind, journal `decision_step.added`. Raises PermissionDenied; DomainError
    "unknown_field", "name_missing", "too_long", "days_wrong", "one_decider", "person_unknown",
    "committee_unknown", "map_in_bin".
    """
    rules.require_write_at(by, decision_map.account)
    values = _cleaned(fields, by)
    with acting(by):
        others = _locked_steps(decision_map)
        step = DecisionStep(map=decision_map, **values)
        _check_step(step)
        place = len(others) if rank is None else max(0, min(rank, len(others)))
        step.rank = place
        step.save()
        _renumber([*others[:place], step, *others[place:]])
        _record_step(events.STEP_ADDED, step, by)
    return step


def change_step(step: DecisionStep, *, by: User | None, **fields: Any) -> DecisionStep:
    """Set some of FIELDS. In order: row, journal `decision_step.changed`. Raises as `add_step`."""
    rules.require_write_at(by, step.map.account)
    values = _cleaned(fields, by)
    with acting(by):
        changed = [name for name, value in values.items() if getattr(step, name) != value]
        for name in changed:
            setattr(step, name, values[name])
        _check_step(step)
        if changed:
            step.save(update_fields=changed)
            _record_step(events.STEP_CHANGED, step, by, fields=sorted(changed))
    return step


def move_step(step: DecisionStep, *, by: User | None, to: int) -> DecisionStep:
    """Put it at place `to` (0 is the first; beyond the ends counts as the end).

    In order: ranks, journal `decision_step.moved`. Raises PermissionDenied.
    """
    rules.require_write_at(by, step.map.account)
    with acting(by):
        steps = _locked_steps(step.map)
        order = [one for one in steps if one.pk != step.pk]
        before, moved = next((rank, one) for rank, one in enumerate(steps) if one.pk == step.pk)
        place = max(0, min(to, len(order)))
        if place != before:
            order.insert(place, moved)
            _renumber(order)
            _record_step(events.STEP_MOVED, step, by, before=before, after=place)
    step.refresh_from_db()
    return step


def remove_step(step: DecisionStep, *, by: User | None) -> dict[str, Any]:
    """Take it out of the circuit; what is returned, given to `add_step`, puts it back at its place.

    In order: row, ranks of those behind, journal `decision_step.removed`. Raises PermissionDenied.
    """
    rules.require_write_at(by, step.map.account)
    with acting(by):
        steps = _locked_steps(step.map)
        back = {name: getattr(step, name) for name in FIELDS} | {
            "rank": next(rank for rank, one in enumerate(steps) if one.pk == step.pk)
        }
        _record_step(events.STEP_REMOVED, step, by)
        removed = step.pk
        step.delete()
        _renumber([one for one in steps if one.pk != removed])
    return back


def _locked_steps(decision_map: DecisionMap) -> list[DecisionStep]:
    """The map's row keeps two people from numbering the same circuit at once."""
    current = DecisionMap.objects.select_for_update(of=("self",)).get(pk=decision_map.pk)
    if current.binned_at is not None:
        raise DomainError("map_in_bin", _("This map is in the bin: restore it first."))
    return list(DecisionStep.objects.filter(map=decision_map))


def _renumber(steps: list[DecisionStep]) -> None:
    moved = [step for rank, step in enumerate(steps) if step.rank != rank]
    for rank, step in enumerate(steps):
        step.rank = rank
    DecisionStep.objects.bulk_update(moved, ["rank"])


def _cleaned(fields: Mapping[str, Any], by: User | None) -> dict[str, Any]:
    refuse_unknown_fields(fields, FIELDS)
    values = dict(fields)
    if "name" in values:
        values["name"] = " ".join(str(values["name"] or "").split())
    if "note" in values:
        values["note"] = str(values["note"] or "").strip()
    if values.get("person") is not None:
        require_known(values["person"], by)
    if values.get("committee") is not None:
        _require_committee(values["committee"], by)
    return values


def _require_committee(committee: Committee, by: User | None) -> None:
    seen = Committee.objects.visible_to(by) if by is not None else Committee.objects.filter(binned_at=None)
    if not seen.filter(pk=committee.pk).exists():
        raise DomainError("committee_unknown", _("Choose a committee that you see."), field="committee")


def _check_step(step: DecisionStep) -> None:
    if not step.name:
        raise DomainError("name_missing", _("Name the step."), field="name")
    if len(step.name) > 120:
        raise DomainError("too_long", _("This is too long."), field="name")
    if step.days is not None and not 0 <= step.days <= LONGEST:
        raise DomainError("days_wrong", _("Write a number of days, for example 21."), field="days")
    if step.committee is not None and step.person is not None:
        message = _("A committee or a person decides a step: choose one of them.")
        raise DomainError("one_decider", message, field="person")


def _record_step(event: str, step: DecisionStep, by: User | None, **data: Any) -> None:
    decision_map = step.map
    facts = {"map": decision_map.pk, "step": step.name, **data}
    record(event, step, by=by, account=decision_map.account_id, data=facts)
