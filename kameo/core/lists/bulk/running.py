"""Previewing, doing and undoing a change of many records, a few hundred at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.access import require
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.core.lists import address
from kameo.core.lists.bulk.plans import BulkKind, BulkPlan, Item
from kameo.core.lists.criteria import Criteria, matching
from kameo.core.lists.declaration import ListOf, lists
from kameo.core.lists.jobs import BULK_CHANGE, BULK_UNDO
from kameo.core.lists.models import BulkChange, BulkItem

AT_ONCE = 500  # records changed while somebody waits; more are changed in a job
PREVIEWED = 10_000


@dataclass(frozen=True)
class Selection:
    """What is selected: `filters` as an address keeps them, or chosen `ids`; below which record."""

    noun: ListOf
    filters: Mapping[str, Sequence[str]]
    ids: Sequence[int] = ()
    parent_id: int | None = None
    group: bool = False

    def kept(self) -> dict[str, Any]:
        """As a job finds it again."""
        return {"filters": dict(self.filters), "ids": list(self.ids), "parent": self.parent_id, "group": self.group}

    def rows(self, user: Any) -> Any:
        params = address.params_of(self.noun, self.filters)
        parent = None
        if self.parent_id is not None and self.noun.below is not None:
            parent = self.noun.below.fetch(user, self.parent_id)
        values = address.values_of(self.noun, params)
        return matching(self.noun, user, Criteria(values, tuple(self.ids), parent, self.group))


def preview_bulk_change(selection: Selection, what: str, data: Mapping[str, Any], *, by: Any) -> tuple[BulkPlan, bool]:
    """What the change would do to the selection, nothing written; True with it when only the first `PREVIEWED` were
    looked at. Raises PermissionDenied; DomainError for arguments that do not fit.
    """
    kind, data = _kind_and_data(selection.noun, what, data, by)
    ids = list(_record_ids(selection.rows(by))[: PREVIEWED + 1])
    plan = BulkPlan()
    for chunk in _chunks(ids[:PREVIEWED]):
        plan.join(kind.plan(_visible_records(selection.noun, chunk, by), data, by))
    return plan, len(ids) > PREVIEWED


def start_bulk_change(selection: Selection, what: str, data: Mapping[str, Any], *, by: Any) -> BulkChange:
    """Make the change: at once up to `AT_ONCE` records, in a job beyond (`finished_at` is then empty).

    In order: BulkChange, then for each few hundred records what the kind does (rows, journal and timeline lines where
    it writes some, figures that depend), their BulkItem; at the end journal `<list>.bulk_changed`. Raises
    PermissionDenied; DomainError for arguments that do not fit, "nothing_selected".
    """
    _kind, arguments = _kind_and_data(selection.noun, what, data, by)
    rows = selection.rows(by)
    ids = list(_record_ids(rows)[: AT_ONCE + 1])
    if not ids:
        raise DomainError("nothing_selected", _("Select at least one line."), field="ids")
    with acting(by):
        change = BulkChange.objects.create(
            list=selection.noun.key,
            what=what,
            data={"arguments": arguments, "selection": selection.kept()},
            total=len(ids) if len(ids) <= AT_ONCE else rows.count(),
            by=by,
        )
        if len(ids) <= AT_ONCE:
            run_bulk_change(change)
        else:
            BULK_CHANGE.defer(change_id=change.pk)
    return change


def run_bulk_change(change: BulkChange) -> None:
    """Change what is left to change, in order of id; run again, it goes on from where it was cut short."""
    if change.finished_at is not None:
        return
    kept = change.data["selection"]
    selection = Selection(lists[change.list], kept["filters"], kept["ids"], kept["parent"], kept["group"])
    remaining = list(_record_ids(selection.rows(change.by).filter(pk__gt=change.reached)))
    for chunk in _chunks(remaining):
        with acting(change.by):
            _change_chunk(change, chunk)
    with acting(change.by):
        change.finished_at = clock.now()
        change.save(update_fields=["finished_at"])
        _record_bulk_change(change, "bulk_changed", {"refused": sum(change.refusals.values())})


def request_undo(change: BulkChange, *, by: Any) -> BulkChange:
    """Give back what nobody changed since: at once, or in a job when there is much of it.

    Raises PermissionDenied for another's change; DomainError "not_finished", "undone_already".
    """
    if change.by_id != by.pk:
        raise PermissionDenied("bulk")
    with acting(by):
        current = BulkChange.objects.select_for_update(no_key=True).get(pk=change.pk)
        if current.finished_at is None:
            raise DomainError("not_finished", _("Wait until the change is finished."))
        if current.undo_asked_at is not None:
            raise DomainError("undone_already", _("This change is undone already."))
        current.undo_asked_at = clock.now()
        current.save(update_fields=["undo_asked_at"])
        if current.count > AT_ONCE:
            BULK_UNDO.defer(change_id=current.pk)
        else:
            undo_bulk_change(current)
    return current


def undo_bulk_change(change: BulkChange) -> None:
    """Put back the records that are still as the change left them, under the right and sight that its author has
    today; `given_back` says how many. Journal `<list>.bulk_undone` at the end. Run again, it does nothing twice.
    """
    if change.undone_at is not None:
        return
    ids = list(change.items.order_by("record_id").values_list("record_id", flat=True))
    with acting(change.by):
        change.given_back = sum(_give_back(change, chunk) for chunk in _chunks(ids))
        change.undone_at = clock.now()
        change.save(update_fields=["given_back", "undone_at"])
        _record_bulk_change(change, "bulk_undone", {"given_back": change.given_back})


def _kind_and_data(noun: ListOf, what: str, data: Mapping[str, Any], by: Any) -> tuple[BulkKind, dict[str, Any]]:
    """The kind and its arguments as they are stored. Raises DomainError naming what is wrong, PermissionDenied."""
    kinds = noun.bulk_kinds()
    if what not in kinds:
        raise DomainError("unknown_change", _("Choose what to change."), field="what")
    kind = kinds[what]
    arguments = kind.check(data, by)
    require(by, kind.right or "nobody")
    return kind, arguments


def _change_chunk(change: BulkChange, ids: list[int]) -> None:
    noun, by = lists[change.list], change.by
    kind = noun.bulk_kinds()[change.what]
    arguments = {**change.data["arguments"], "moment": change.at.isoformat()}
    plan = BulkPlan()
    if by.can(kind.right):
        plan = kind.plan(_visible_records(noun, ids, by, lock=True), arguments, by)
    if kind.along is not None:
        plan.same += kind.along(ids, change)
    plan.refusals["not_yours"] += len(ids) - len(plan.items) - plan.same - sum(plan.refusals.values())
    changed = _written_items(kind, plan, arguments, by)
    BulkItem.objects.bulk_create(
        BulkItem(change=change, record_id=item.record_id, before=item.before, after=item.after) for item in changed
    )
    change.count += len(changed)
    change.done += len(ids)
    change.reached = ids[-1]
    change.refusals = dict(+(Counter(change.refusals) + plan.refusals))
    change.save(update_fields=["count", "done", "reached", "refusals"])


def _written_items(kind: BulkKind, plan: BulkPlan, arguments: Mapping[str, Any], by: Any) -> list[Item]:
    """The items that were stored; what refused meanwhile is counted in the plan."""
    refused = kind.write(plan.items, arguments, by) if plan.items else None
    plan.refusals += Counter((refused or {}).values())
    return [item for item in plan.items if item.record_id not in (refused or {})]


def _give_back(change: BulkChange, ids: Sequence[int]) -> int:
    noun, by = lists[change.list], change.by
    kind = noun.bulk_kinds()[change.what]
    if not by.can(kind.right):
        return 0
    reachable = kind.reach(by) if kind.reach is not None else noun.rows(by)
    rows = list(reachable.filter(pk__in=ids).select_for_update(no_key=True, of=("self",)).order_by("pk"))
    now = kind.read(rows, change.data["arguments"])
    items = [
        Item(item.record_id, item.after, item.before)
        for item in change.items.filter(record_id__in=list(now)).order_by("record_id")
        if now[item.record_id] == item.after
    ]
    arguments = {key: value for key, value in change.data["arguments"].items() if key != "user"}
    refused = kind.write(items, arguments, by) if items else None
    return len(items) - len(refused or {})


def _visible_records(noun: ListOf, ids: list[int], by: Any, *, lock: bool = False) -> list[Any]:
    """Those of them that `by` sees now."""
    seen = noun.rows(by).filter(pk__in=ids).order_by("pk")
    if noun.for_bulk is not None:
        seen = noun.for_bulk(seen)
    return list(seen.select_for_update(no_key=True, of=("self",)) if lock else seen)


def _record_ids(rows: Any) -> Any:
    return rows.order_by("pk").values_list("pk", flat=True)


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def _record_bulk_change(change: BulkChange, event: str, more: Mapping[str, Any]) -> None:
    facts = {"what": change.what, change.list: change.count, "change": change.pk, **more}
    journal.bulk(f"{change.list}.{event}", by=change.by, data=facts)
