"""Previewing, doing and undoing a change of many accounts, a few hundred at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from kameo.accounts import events
from kameo.accounts.domain.bulk.kinds import bulk_kinds, cleaned
from kameo.accounts.domain.bulk.plans import BulkPlan, Item
from kameo.accounts.jobs import BULK_CHANGE, BULK_UNDO
from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.core.lists.models import BulkChange, BulkItem

if TYPE_CHECKING:
    from kameo.accounts.models.access import AccountQuerySet
    from kameo.people.models import User

AT_ONCE = 500  # accounts changed while somebody waits; more are changed in a job
PREVIEWED = 10_000


def preview_bulk_change(
    what: str, data: Mapping[str, Any], accounts: AccountQuerySet, *, by: User
) -> tuple[BulkPlan, bool]:
    """What the change would do to these accounts, nothing written; True with it when only the first `PREVIEWED` were
    looked at. Raises PermissionDenied; DomainError for arguments that do not fit.
    """
    data = cleaned(what, data, by)
    kind = bulk_kinds[what]
    _require(by, kind.right)
    ids = list(_account_ids(accounts)[: PREVIEWED + 1])
    plan = BulkPlan()
    for chunk in _chunks(ids[:PREVIEWED]):
        plan.join(kind.plan(_visible_accounts(chunk, by), data, by))
    return plan, len(ids) > PREVIEWED


def start_bulk_change(
    what: str,
    data: Mapping[str, Any],
    accounts: AccountQuerySet,
    *,
    by: User,
    selection: Mapping[str, Any] | None = None,
) -> BulkChange:
    """Make the change: at once up to `AT_ONCE` accounts, in a job beyond (`finished_at` is then empty).

    `accounts` is what `by` selected; `selection` says it again for the job. In order: BulkChange, then for each few
    hundred accounts what the verb does (rows, journal and timeline lines where it writes some, figures that depend),
    their BulkItem; at the end journal `accounts.bulk_changed`. Raises PermissionDenied; DomainError for arguments
    that do not fit, "nothing_selected".
    """
    arguments = cleaned(what, data, by)
    _require(by, bulk_kinds[what].right)
    ids = list(_account_ids(accounts)[: AT_ONCE + 1])
    if not ids:
        raise DomainError("nothing_selected", _("Select at least one account."), field="ids")
    with acting(by):
        change = BulkChange.objects.create(
            list="accounts",
            what=what,
            data={"arguments": arguments, "selection": dict(selection or {"ids": list(_account_ids(accounts))})},
            total=len(ids) if len(ids) <= AT_ONCE else accounts.count(),
            by=by,
        )
        if len(ids) <= AT_ONCE:
            run_bulk_change(change, accounts)
        else:
            BULK_CHANGE.defer(change_id=change.pk)
    return change


def run_bulk_change(change: BulkChange, accounts: AccountQuerySet) -> None:
    """Change what is left to change, in order of id; run again, it goes on from where it was cut short."""
    if change.finished_at is not None:
        return
    remaining = list(_account_ids(accounts.filter(pk__gt=change.reached)))
    for chunk in _chunks(remaining):
        with acting(change.by):
            _change_chunk(change, chunk)
    with acting(change.by):
        change.finished_at = clock.now()
        change.save(update_fields=["finished_at"])
        _record_bulk_change(change, events.BULK_CHANGED, {"refused": sum(change.refusals.values())})


def request_undo(change: BulkChange, *, by: User) -> BulkChange:
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
    """Put back the accounts that are still as the change left them, under the right and sight that its author has
    today; `given_back` says how many. Journal `accounts.bulk_undone` at the end. Run again, it does nothing twice.
    """
    if change.undone_at is not None:
        return
    ids = list(change.items.order_by("record_id").values_list("record_id", flat=True))
    with acting(change.by):
        change.given_back = sum(_give_back(change, chunk) for chunk in _chunks(ids))
        change.undone_at = clock.now()
        change.save(update_fields=["given_back", "undone_at"])
        _record_bulk_change(change, events.BULK_UNDONE, {"given_back": change.given_back})


def _change_chunk(change: BulkChange, ids: list[int]) -> None:
    kind, by = bulk_kinds[change.what], change.by
    arguments = {**change.data["arguments"], "moment": change.at.isoformat()}
    plan = BulkPlan()
    if by.can(kind.right):
        plan = kind.plan(_visible_accounts(ids, by, lock=True), arguments, by)
    if change.what == "bin":  # gone with what it hangs on, chosen too
        plan.same += Account.objects.filter(pk__in=ids, binned_at=change.at).count()
    plan.refusals["not_yours"] += len(ids) - len(plan.items) - plan.same - sum(plan.refusals.values())
    if plan.items:
        kind.write(plan.items, arguments, by)
        BulkItem.objects.bulk_create(
            BulkItem(change=change, record_id=item.account_id, before=item.before, after=item.after)
            for item in plan.items
        )
    change.count += len(plan.items)
    change.done += len(ids)
    change.reached = ids[-1]
    change.refusals = dict(+(Counter(change.refusals) + plan.refusals))
    change.save(update_fields=["count", "done", "reached", "refusals"])


def _give_back(change: BulkChange, ids: Sequence[int]) -> int:
    kind, by = bulk_kinds[change.what], change.by
    if not by.can(kind.right):
        return 0
    reachable = Account.objects.reachable_by(by) if change.what == "bin" else Account.objects.visible_to(by)
    rows = list(reachable.filter(pk__in=ids).select_for_update(no_key=True, of=("self",)).order_by("pk"))
    now = kind.read(rows, change.data["arguments"])
    items = [
        Item(item.record_id, item.after, item.before)
        for item in change.items.filter(record_id__in=list(now)).order_by("record_id")
        if now[item.record_id] == item.after
    ]
    arguments = {key: value for key, value in change.data["arguments"].items() if key != "user"}
    if items:
        kind.write(items, arguments, by)
    return len(items)


def _visible_accounts(ids: list[int], by: User, *, lock: bool = False) -> list[Account]:
    """Those of them that `by` sees now, with their class at hand."""
    seen = Account.objects.visible_to(by).filter(pk__in=ids).select_related("pulse").order_by("pk")
    return list(seen.select_for_update(no_key=True, of=("self",)) if lock else seen)


def _account_ids(accounts: AccountQuerySet) -> Any:
    return accounts.order_by("pk").values_list("pk", flat=True)


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def _require(by: User, right: str) -> None:
    if not by.can(right):
        raise PermissionDenied(right)


def _record_bulk_change(change: BulkChange, event: str, more: Mapping[str, Any]) -> None:
    facts = {"what": change.what, "accounts": change.count, "change": change.pk, **more}
    journal.bulk(event, by=change.by, data=facts)
