"""Two accounts that are one and the same: everything of the one becomes the other's, and may be given back (R30)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kameo.accounts import events, rules
from kameo.accounts.domain.merge_choices import STATUS, WRITTEN, resolve, secrecy_after, values_after
from kameo.accounts.domain.status import recount
from kameo.accounts.domain.structure import apply_due_moves, lock_tree, refuse_cycle
from kameo.accounts.models import Account, Alias, Merge, Placement
from kameo.accounts.pulse.refresh import ancestors_of
from kameo.accounts.timeline.journal_to_timeline import record
from kameo.core import clock, merging, preferences
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.merge_steps import difference, rows_of
from kameo.core.text import fold

if TYPE_CHECKING:
    from kameo.people.models import User

SUBJECT = Account
TABLE = "accounts_account"


def merge_accounts(
    kept: Account, absorbed: Account, *, by: User | None, choices: Mapping[str, str] | None = None
) -> Merge:
    """`absorbed` becomes part of `kept`: its rows hang there now, it lies in the bin and its address leads to `kept`.

    `choices` says whose value stays, line by line ("kept", "absorbed"; keys and defaults: accounts.merge_choices,
    `lead` and `decision`). In order: the parts of every app (core.merging), the fields, the absorbed name as another
    name, the bin, revenue, pulses and statuses, the Merge with its ledger, journal `account.merged` and timeline line.
    The result is at least as confidential as either. Raises PermissionDenied; DomainError "same_account", "in_bin",
    "hidden_children", "kept_below", "unknown_choice", "locks_you_out".
    """
    for account in (kept, absorbed):
        rules.require_write(by, account)
    with acting(by):
        lock_tree()
        ours, theirs = _locked_pair(kept, absorbed)
        check_mergeable(ours, theirs, by=by)
        sides = resolve(ours, theirs, choices or {})
        confidential, team = secrecy_after(ours, theirs)
        work = merging.Merging(ours.pk, theirs.pk, {**sides, "team": team}, by)
        with _remembering(work):
            merging.run(SUBJECT, work)
            values = values_after(ours, theirs, sides) | {"confidential": confidential}
            Account.objects.filter(pk=ours.pk).update(**values, changed_at=clock.now())
            _keep_name(work, ours, theirs, values["name"])
            _bin(work, theirs, by)
            _settle_merge(work)
        kept.refresh_from_db()
        _refuse_lock_out(kept, by)
        merge = _create_merge(work, sides, by)
        facts = {"merge": merge.pk, "absorbed": theirs.pk, "absorbed_name": theirs.name, "name": ours.name}
        record(events.MERGED, kept, by=by, data=facts)
    return merge


def undo_merge(merge: Merge, *, by: User | None) -> Account:
    """Give both accounts back as they were; what was added or changed since stays with the kept one.

    In order: the ledger backwards, revenue, pulses and statuses, journal `account.merge_undone` and timeline line on
    the kept one. Returns the account given back. Raises PermissionDenied; DomainError "undone_already", "too_late",
    "kept_in_bin", "merged_again", "later_merge", "parent_in_bin", "cycle", "undo_clash".
    """
    rules.require_write(by, merge.kept)
    with acting(by):
        lock_tree()
        kept, absorbed = _locked_pair(merge.kept, merge.absorbed)
        merge = Merge.objects.select_for_update().get(pk=merge.pk)
        check_undoable(merge)
        _play_back(merge)
        _refuse_cycles(absorbed.pk)
        apply_due_moves()
        _settle_ids((kept.pk, absorbed.pk))
        merge.undone_at, merge.undone_by = clock.now(), by
        merge.save(update_fields=["undone_at", "undone_by"])
        absorbed.refresh_from_db()
        facts = {"merge": merge.pk, "absorbed": absorbed.pk, "absorbed_name": absorbed.name}
        record(events.MERGE_UNDONE, kept, by=by, data=facts)
    return absorbed


def check_mergeable(kept: Account, absorbed: Account, *, by: User | None) -> None:
    """DomainError saying why these two cannot be merged that way round, whatever is chosen."""
    if kept.pk == absorbed.pk:
        raise DomainError("same_account", _("Choose two different accounts."), field="absorbed")
    if kept.binned_at is not None or absorbed.binned_at is not None:
        raise DomainError("in_bin", _("One of the two is in the bin: restore it first."), field="absorbed")
    below = Account.objects.below(absorbed.pk).present()
    if by is not None and below.visible_to(by).count() != below.count():
        raise DomainError("hidden_children", _("Something below it is confidential: ask a director."))
    if absorbed.pk in ancestors_of([kept.pk]):
        words = _("%(kept)s hangs below %(absorbed)s, or did once: keep %(absorbed)s instead.")
        raise DomainError("kept_below", words % {"kept": kept.name, "absorbed": absorbed.name}, field="kept")


def check_undoable(merge: Merge) -> None:
    """DomainError saying why this merge cannot be undone (any more, or yet)."""
    kept, absorbed = merge.kept, merge.absorbed
    if merge.undone_at is not None:
        raise DomainError("undone_already", _("This merge is undone already."))
    if merge.undoable_until < clock.company_today():
        raise DomainError("too_late", _("The time to undo this merge is over."))
    if kept.merged_into_id is not None:
        words = _("%(name)s was itself merged since: undo that merge first.")
        raise DomainError("merged_again", words % {"name": kept.name})
    if kept.binned_at is not None:
        words = _("%(name)s is in the bin: restore it first.")
        raise DomainError("kept_in_bin", words % {"name": kept.name})
    later = Merge.objects.open().filter(kept=kept, pk__gt=merge.pk).select_related("absorbed").first()
    if later is not None:
        words = _("%(name)s was merged into the same account later: undo that merge first.")
        raise DomainError("later_merge", words % {"name": later.absorbed.name})
    if absorbed.parent is not None and absorbed.parent.binned_at is not None:
        words = _("%(name)s, to which it belonged, is in the bin: restore it first.")
        raise DomainError("parent_in_bin", words % {"name": absorbed.parent.name})


def _locked_pair(kept: Account, absorbed: Account) -> tuple[Account, Account]:
    """Both rows as they are now, locked in order of id so that two merges never wait for one another."""
    ids = (kept.pk, absorbed.pk)
    rows = Account.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=ids).order_by("pk")
    found = {row.pk: row for row in rows}
    return found[kept.pk], found[absorbed.pk]


@contextmanager
def _remembering(work: merging.Merging) -> Iterator[None]:
    """Notes in the ledger how the kept account, and the statuses of all above both, are after the block.

    Automatic statuses follow invoices, so that a merge may change those of a group it never names.
    """
    above = sorted({*ancestors_of([work.kept, work.absorbed])} - {work.kept, work.absorbed})
    before = {row["id"]: row for row in rows_of(TABLE, [work.kept, *above])}
    yield
    for pk, row in before.items():
        step, size = difference(TABLE, pk, row, WRITTEN if pk == work.kept else STATUS)
        if size:
            work.steps.append(step)


def _keep_name(work: merging.Merging, kept: Account, absorbed: Account, name: str) -> None:
    """The names that the result does not bear are other names of it: search and imports go on finding it."""
    known = {fold(name), *Alias.objects.filter(account_id=work.kept).values_list("sort_name", flat=True)}
    for other in (kept.name, absorbed.name):
        if fold(other) not in known:
            known.add(fold(other))
            alias = Alias.objects.create(account_id=work.kept, name=other)
            work.remember_new(Alias._meta.db_table, [alias.pk])


def _bin(work: merging.Merging, absorbed: Account, by: User | None) -> None:
    work.change(TABLE, absorbed.pk, binned_at=clock.now(), binned_by_id=by.pk if by else None, merged_into_id=work.kept)


def _settle_merge(work: merging.Merging) -> None:
    _settle_ids((work.kept, work.absorbed))


def _settle_ids(ids: Collection[int]) -> None:
    merging.settle(SUBJECT, ids)
    recount(ids)


def _refuse_lock_out(kept: Account, by: User | None) -> None:
    if by is not None and not rules.can_see(by, kept):
        words = _("You would no longer see the result, which is confidential: ask a director.")
        raise DomainError("locks_you_out", words)


def _create_merge(work: merging.Merging, sides: dict[str, str], by: User | None) -> Merge:
    return Merge.objects.create(
        kept_id=work.kept,
        absorbed_id=work.absorbed,
        choices=sides,
        ledger={"steps": work.steps},
        by=by,
        undoable_until=clock.company_today() + timedelta(days=int(preferences.get("merge.undo_days"))),
    )


def _play_back(merge: Merge) -> None:
    try:
        with transaction.atomic():
            merging.undo(merge.ledger["steps"])
    except IntegrityError as error:
        words = _("What was changed since stands in the way: put the team and the decisions back by hand first.")
        if getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") == "account_no_cycle":
            raise _cycle() from error
        raise DomainError("undo_clash", words, detail=str(error).partition("\n")[0]) from error


def _refuse_cycles(account_id: int) -> None:
    """Moves entered since may have hung what was above the absorbed account below it."""
    for row in Placement.objects.filter(account_id=account_id):
        try:
            refuse_cycle(account_id, row.parent_id, row.starts_on, row.ends_on)
        except DomainError as error:
            raise _cycle() from error


def _cycle() -> DomainError:
    return DomainError(
        "cycle", _("Accounts were moved since, so that it would belong to itself: move them back first.")
    )
