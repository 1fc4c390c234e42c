"""Taking ratings over from another map of the same group, and giving them back (b-1, "latest attributes")."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts import rules
from kameo.core import clock
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.core.journal.models import Event
from kameo.decisions import events
from kameo.decisions.domain.ratings import CLAIMS, LISTS, rating_as_text
from kameo.decisions.models import DecisionMap, Evidence, Stake

if TYPE_CHECKING:
    from kameo.people.models import User

COPIED = ("influence", "stance", "roles", "motivations", "topics", "owner_id", "level", "desired", "note")


def take_over(map: DecisionMap, *, source: DecisionMap, by: User | None, persons: Collection[int] | None = None) -> int:
    """Copy to `map` what `source` says of its people (or of `persons` only); how many were added or changed.

    Somebody new on the map gets every rating; somebody there already gets the ratings that `source` has, unless
    theirs were touched later: then only those still empty. The evidence for what was copied comes along. In order:
    stakes, evidence, one journal `map.taken_over` that `give_back` undoes. Raises PermissionDenied; DomainError
    "same_map", "other_group", "in_bin".
    """
    rules.require_write_at(by, map.account)
    with acting(by):
        _check_maps(map, source, by)
        theirs = {stake.person_id: stake for stake in Stake.objects.select_for_update().filter(map=map)}
        ledger: dict[str, Any] = {"source": source.pk, "added": [], "changed": {}, "evidence": []}
        rows = source.stakes.present() if persons is None else source.stakes.present().filter(person__in=persons)
        for stake in rows.select_related("person"):
            _copy(stake, map, theirs.get(stake.person_id), ledger, by)
        count = len(ledger["added"]) + len(ledger["changed"])
        if count:
            record(events.MAP_TAKEN_OVER, map, by=by, account=map.account_id, data={"count": count, **ledger})
    return count


def last_take_over(map: DecisionMap) -> Event | None:
    """The latest on this map, for its undo."""
    rows = Event.objects.filter(type=events.MAP_TAKEN_OVER, subject_type=map._meta.label, subject_id=map.pk)
    return rows.order_by("-id").first()


def give_back(map: DecisionMap, event: Event, *, by: User | None) -> int:
    """Undo one `take_over`: whoever it added goes, whatever it changed and nobody touched since is as before.

    In order: stakes, evidence withdrawn, journal `map.given_back`. Raises PermissionDenied; DomainError
    "given_back_already", "not_of_this_map".
    """
    rules.require_write_at(by, map.account)
    with acting(by):
        if event.type != events.MAP_TAKEN_OVER or event.subject_id != map.pk:
            raise DomainError("not_of_this_map", _("This was not taken over by this map."))
        done = Event.objects.filter(type=events.MAP_GIVEN_BACK, subject_id=map.pk, data__of=event.pk)
        if done.exists():
            raise DomainError("given_back_already", _("This is undone already."))
        count = _remove(event) + _restore(event)
        Evidence.objects.filter(pk__in=event.data["evidence"]).update(withdrawn_at=clock.now())
        record(events.MAP_GIVEN_BACK, map, by=by, account=map.account_id, data={"of": event.pk, "count": count})
    return count


def _check_maps(map: DecisionMap, source: DecisionMap, by: User | None) -> None:
    if map.pk == source.pk:
        raise DomainError("same_map", _("Choose another map."), field="source")
    if map.account.lineage[0] != source.account.lineage[0]:
        raise DomainError("other_group", _("Choose a map of the same group."), field="source")
    seen = by is None or DecisionMap.objects.visible_to(by).filter(pk=source.pk).exists()
    if map.binned_at is not None or source.binned_at is not None or not seen:
        raise DomainError("in_bin", _("This map is in the bin: restore it first."), field="source")


def _copy(stake: Stake, map: DecisionMap, there: Stake | None, ledger: dict[str, Any], by: User | None) -> None:
    said = {name: getattr(stake, name) for name in COPIED if getattr(stake, name) not in (None, "", [])}
    now = clock.now()
    if there is None:
        there = Stake.objects.create(map=map, person=stake.person, created_by=by, changed_at=now, **said)
        ledger["added"].append(there.pk)
    elif there.removed_at is not None:
        before = {name: getattr(there, name) for name in COPIED} | {"removed_at": there.removed_at.isoformat()}
        _write(there, said | {"removed_at": None}, now)
        ledger["changed"][str(there.pk)] = {"before": before, "after": said}
    else:
        older = there.changed_at <= stake.changed_at
        wanted = {
            name: value
            for name, value in said.items()
            if getattr(there, name) != value and (older or getattr(there, name) in (None, "", []))
        }
        if not wanted:
            return
        before = {name: getattr(there, name) for name in wanted}
        _write(there, wanted, now)
        ledger["changed"][str(there.pk)] = {"before": before, "after": wanted}
        said = wanted
    ledger["evidence"] += [row.pk for row in _copy_evidence(stake, there, said)]


def _write(stake: Stake, values: dict[str, Any], now: Any) -> None:
    for name, value in values.items():
        setattr(stake, name, value)
    stake.changed_at = now
    stake.save(update_fields=[*(name.removesuffix("_id") for name in values), "changed_at"])


def _copy_evidence(stake: Stake, there: Stake, said: dict[str, Any]) -> list[Evidence]:
    """What supports the values copied, as it was noted: same author, same day."""
    supported = {
        (claim, rating_as_text(value))
        for claim, name in CLAIMS.items()
        if name in said
        for value in (said[name] if name in LISTS else [said[name]])
    }
    known = set(there.evidence.values_list("claim", "value", "sentence", "on"))
    return [
        Evidence.objects.create(
            stake=there,
            claim=row.claim,
            value=row.value,
            grade=row.grade,
            sentence=row.sentence,
            on=row.on,
            author=row.author,
        )
        for row in stake.evidence.filter(withdrawn_at=None).order_by("id")
        if (row.claim, row.value) in supported and (row.claim, row.value, row.sentence, row.on) not in known
    ]


def _remove(event: Event) -> int:
    rows = Stake.objects.filter(pk__in=event.data["added"], removed_at=None)
    return rows.update(removed_at=clock.now())


def _restore(event: Event) -> int:
    restored = 0
    for pk, moved in event.data["changed"].items():
        stake = Stake.objects.select_for_update().filter(pk=pk).first()
        if stake is None or any(getattr(stake, name) != value for name, value in moved["after"].items()):
            continue
        before = dict(moved["before"])
        if "removed_at" in before:
            before["removed_at"] = clock.now()
        _write(stake, before, clock.now())
        restored += 1
    return restored
