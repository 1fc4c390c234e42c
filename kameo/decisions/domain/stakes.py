"""Stakes: put a person on a map, rate them, take them off (R58-R63)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts import rules
from kameo.contacts.models import Person
from kameo.core import clock
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions import events
from kameo.decisions.domain.evidence import add_all
from kameo.decisions.domain.ratings import read_ratings
from kameo.decisions.models import DecisionMap, Stake

if TYPE_CHECKING:
    from kameo.people.models import User

Proofs = Sequence[Mapping[str, Any]]


def put_on_map(map: DecisionMap, *, person: Person, by: User | None, evidence: Proofs = (), **ratings: Any) -> Stake:
    """Somebody takes part in the decision; `ratings` are fields of `change_stake`.

    Somebody taken off before comes back with what was known of them, changed by `ratings`. In order: row, journal
    `stake.added` (or `stake.restored`), evidence with its journal. Raises PermissionDenied; DomainError "in_bin",
    "person_hidden", "on_map_already", and those of `change_stake`.
    """
    rules.require_write_at(by, map.account)
    with acting(by):
        _check_place(map, person, by)
        stake = Stake.objects.select_for_update(of=("self",)).filter(map=map, person=person).first()
        if stake is not None and stake.removed_at is None:
            message = _("%(name)s is on this map already.") % {"name": person.full_name}
            raise DomainError("on_map_already", message, field="person")
        values = read_ratings(ratings, stake)
        back = stake is not None
        stake = stake or Stake(map=map, person=person, created_by=by)
        for name, value in values.items():
            setattr(stake, name, value)
        stake.removed_at, stake.changed_at = None, clock.now()
        stake.save()
        _record_stake(events.STAKE_RESTORED if back else events.STAKE_ADDED, stake, by, fields=sorted(values))
        add_all(stake, evidence, by)
    return stake


def change_stake(stake: Stake, *, by: User | None, evidence: Proofs = (), **fields: Any) -> Stake:
    """Set some ratings, with what supports them in the same call.

    `fields`: influence (1-5 or None), stance, roles, motivations, topics (codes of terms), owner (a colleague), level,
    desired (`Level` or None), note. `evidence`: mappings of claim, grade, sentence, and value and on when they differ
    from the rating and today. In order: row, journal `stake.changed` with before and after, evidence with its journal.
    Raises PermissionDenied; DomainError "off_map", "unknown_field", "out_of_scale", "unknown_choice", "not_ours", and
    those of `add_evidence`.
    """
    rules.require_write_at(by, stake.map.account)
    with acting(by):
        current = _locked(stake)
        values = read_ratings(fields, current)
        before = {name: _plain_value(getattr(current, name)) for name in values}
        for name, value in values.items():
            setattr(current, name, value)
        after = {name: _plain_value(getattr(current, name)) for name in values}
        changed = sorted(name for name in values if before[name] != after[name])
        if changed:
            current.changed_at = clock.now()
            current.save(update_fields=[*changed, "changed_at"])
            moved = {name: [before[name], after[name]] for name in changed if name != "note"}
            _record_stake(events.STAKE_CHANGED, current, by, fields=changed, changes=moved)
        add_all(current, evidence, by)
    stake.refresh_from_db()
    return stake


def take_off_map(stake: Stake, *, by: User | None) -> None:
    """They no longer take part; ratings, evidence and lines stay for `put_back`.

    In order: row, journal `stake.removed`. Raises PermissionDenied; DomainError "off_map".
    """
    rules.require_write_at(by, stake.map.account)
    with acting(by):
        current = _locked(stake)
        current.removed_at = clock.now()
        current.save(update_fields=["removed_at"])
        _record_stake(events.STAKE_REMOVED, current, by)
    stake.refresh_from_db()


def put_back(stake: Stake, *, by: User | None) -> None:
    """Undo `take_off_map`. Journal `stake.restored`. Raises PermissionDenied; DomainError "on_map_already"."""
    rules.require_write_at(by, stake.map.account)
    with acting(by):
        current = Stake.objects.select_for_update(of=("self",)).select_related("map", "person").get(pk=stake.pk)
        if current.removed_at is None:
            message = _("%(name)s is on this map already.") % {"name": current.person.full_name}
            raise DomainError("on_map_already", message)
        current.removed_at = None
        current.save(update_fields=["removed_at"])
        _record_stake(events.STAKE_RESTORED, current, by)
    stake.refresh_from_db()


def _check_place(map: DecisionMap, person: Person, by: User | None) -> None:
    if map.binned_at is not None:
        raise DomainError("in_bin", _("This map is in the bin: restore it first."))
    if by is not None and not Person.objects.visible_to(by).filter(pk=person.pk).exists():
        raise DomainError("person_hidden", _("Choose somebody of an account that you see."), field="person")


def _locked(stake: Stake) -> Stake:
    current = Stake.objects.select_for_update(of=("self",)).select_related("map", "person").get(pk=stake.pk)
    if current.removed_at is not None:
        raise DomainError("off_map", _("This person was taken off the map: put them back first."))
    return current


def _plain_value(value: Any) -> Any:
    return value.pk if hasattr(value, "pk") else value


def _record_stake(event: str, stake: Stake, by: User | None, **data: Any) -> None:
    facts = {"person": stake.person_id, "name": stake.person.full_name, "map": stake.map_id}
    record(event, stake, by=by, account=stake.map.account_id, data={**facts, **data})
