"""Two records that are one and the same: everything of the one becomes the other's, and may be given back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kameo.core import clock, preferences
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.core.merging import parts
from kameo.core.merging.choosing import resolve, values_after
from kameo.core.merging.models import Difference, Merge
from kameo.core.merging.nouns import Mergeable
from kameo.core.merging.parts import Merging
from kameo.core.merging.reading import is_visible
from kameo.core.merging.steps import difference, rows_of


def merge(noun: Mergeable, kept: Any, absorbed: Any, *, by: Any, choices: Mapping[str, str] | None = None) -> Merge:
    """`absorbed` becomes part of `kept`: its rows hang there now, it lies in the bin and its address leads to `kept`.

    `choices` says whose value stays, line by line ("kept", "absorbed"; keys: `noun.chosen_keys()`). In order: the parts
    of every app, the columns, what the noun does besides, the bin, what follows (`Part.settle`), the Merge with its
    ledger, the noun's event. Raises PermissionDenied; DomainError `noun.same`, "in_bin", "unknown_choice",
    "locks_you_out", and the noun's own.
    """
    for row in (kept, absorbed):
        require_write(noun, by, row)
    with acting(by):
        ours, theirs = _locked_pair(noun, kept, absorbed)
        check_mergeable(noun, ours, theirs, by=by)
        sides = resolve(noun, ours, theirs, choices or {})
        more, for_parts = noun.derive(ours, theirs, sides) if noun.derive else ({}, {})
        work = Merging(ours.pk, theirs.pk, {**sides, **for_parts}, by)
        _make_one(noun, work, ours, theirs, values_after(noun, ours, theirs, sides) | more)
        kept.refresh_from_db()
        _refuse_lock_out(noun, kept, by)
        record = _create_merge(noun, work, sides, by)
        facts = {"merge": record.pk, "absorbed": theirs.pk, "absorbed_name": noun.called(theirs)}
        _tell_journal(noun, "merged", kept, by, facts | {"name": noun.called(ours)}, record)
    return record


def undo_merge(noun: Mergeable, record: Merge, *, by: Any) -> Any:
    """Give both records back as they were; what was added or changed since stays with the kept one.

    In order: the ledger backwards, what follows (`Part.settle`), the noun's event on the kept one. Returns the record
    given back. Raises PermissionDenied; DomainError "undone_already", "too_late", "kept_in_bin", "merged_again",
    "later_merge", "undo_clash", and the noun's own.
    """
    require_write(noun, by, noun.model._default_manager.get(pk=record.kept_id))
    with acting(by):
        both = noun.model._default_manager.in_bulk([record.kept_id, record.absorbed_id])
        kept, absorbed = _locked_pair(noun, both[record.kept_id], both[record.absorbed_id])
        record = Merge.objects.select_for_update().get(pk=record.pk)
        check_undoable(noun, record, kept, absorbed)
        _play_back(noun, record)
        if noun.given_back:
            noun.given_back(absorbed)
        parts.settle(noun.model, (kept.pk, absorbed.pk))
        record.undone_at, record.undone_by = clock.now(), by
        record.save(update_fields=["undone_at", "undone_by"])
        absorbed.refresh_from_db()
        facts = {"merge": record.pk, "absorbed": absorbed.pk, "absorbed_name": noun.called(absorbed)}
        _tell_journal(noun, "undone", kept, by, facts, record)
    return absorbed


def tell_apart(noun: Mergeable, one: Any, other: Any, *, by: Any) -> Difference:
    """These two are not the same: nobody is asked again. Twice changes nothing.

    In order: row, the noun's event. Raises PermissionDenied (write on both); DomainError `noun.same`.
    """
    for row in (one, other):
        require_write(noun, by, row)
    if one.pk == other.pk:
        raise DomainError(noun.same, noun.words.two)
    first, second = sorted((one.pk, other.pk))
    with acting(by):
        found, new = Difference.objects.get_or_create(
            noun=noun.key, first_id=first, second_id=second, defaults={"by": by}
        )
        if new:
            _tell_journal(noun, "apart", one, by, {"first": first, "second": second}, found)
    return found


def forget_apart(noun: Mergeable, row: Difference, *, by: Any) -> None:
    """Ask about these two again. The event of telling apart with `undone`. Raises PermissionDenied."""
    both = noun.model._default_manager.in_bulk([row.first_id, row.second_id])
    for one in both.values():
        require_write(noun, by, one)
    with acting(by):
        facts = {"first": row.first_id, "second": row.second_id, "undone": True}
        _tell_journal(noun, "apart", both[row.first_id], by, facts, None)
        row.delete()


def require_write(noun: Mergeable, by: Any, row: Any) -> None:
    """PermissionDenied unless `by` may change the record; None is the system, which may."""
    if noun.require:
        noun.require(by, row)
    elif by is not None and not (by.can(noun.right) and is_visible(noun, by, row)):
        raise PermissionDenied(noun.right)


def check_mergeable(noun: Mergeable, kept: Any, absorbed: Any, *, by: Any) -> None:
    """DomainError saying why these two cannot be merged that way round, whatever is chosen."""
    if kept.pk == absorbed.pk:
        raise DomainError(noun.same, noun.words.two, field="absorbed")
    if kept.binned_at is not None or absorbed.binned_at is not None:
        raise DomainError("in_bin", _("One of the two is in the bin: restore it first."), field="absorbed")
    if noun.check:
        noun.check(kept, absorbed, by)


def check_undoable(noun: Mergeable, record: Merge, kept: Any, absorbed: Any) -> None:
    """DomainError saying why this merge cannot be undone (any more, or yet)."""
    if record.undone_at is not None:
        raise DomainError("undone_already", _("This merge is undone already."))
    if record.undoable_until < clock.company_today():
        raise DomainError("too_late", _("The time to undo this merge is over."))
    merges = Merge.objects.open().filter(noun=noun.key)
    if merges.filter(absorbed_id=kept.pk).exists():
        words = _("%(name)s was itself merged since: undo that merge first.")
        raise DomainError("merged_again", words % {"name": noun.called(kept)})
    if kept.binned_at is not None:
        words = _("%(name)s is in the bin: restore it first.")
        raise DomainError("kept_in_bin", words % {"name": noun.called(kept)})
    later = merges.filter(kept_id=kept.pk, pk__gt=record.pk).order_by("pk").values_list("absorbed_id", flat=True)
    if (pk := later.first()) is not None:
        words = _("%(name)s was merged into it later: undo that merge first.")
        raise DomainError("later_merge", words % {"name": noun.called(noun.model._default_manager.get(pk=pk))})
    if noun.check_undo:
        noun.check_undo(record, kept, absorbed)


def _locked_pair(noun: Mergeable, kept: Any, absorbed: Any) -> tuple[Any, Any]:
    """Both rows as they are now, locked in order of id so that two merges never wait for one another."""
    if noun.lock:
        noun.lock()
    rows = noun.model._default_manager.select_for_update(no_key=True, of=("self",))
    found = {row.pk: row for row in rows.filter(pk__in=(kept.pk, absorbed.pk)).order_by("pk")}
    return found[kept.pk], found[absorbed.pk]


def _make_one(noun: Mergeable, work: Merging, kept: Any, absorbed: Any, values: dict[str, Any]) -> None:
    stamp = {"changed_at": clock.now()} if noun.has("changed_at") else {}
    with _remembering(noun, work, [*values, *stamp]):
        parts.run(noun.model, work)
        _bin(noun, work, absorbed)
        noun.model._default_manager.filter(pk=kept.pk).update(**values, **stamp)
        if noun.joined:
            noun.joined(work, kept, absorbed, values)
        parts.settle(noun.model, (kept.pk, absorbed.pk))


@contextmanager
def _remembering(noun: Mergeable, work: Merging, columns: list[str]) -> Iterator[None]:
    """Notes in the ledger how the kept record, and what the noun names beside it, are after the block."""
    ids, also = noun.beside(work.kept, work.absorbed) if noun.beside else ((), ())
    before = {row["id"]: row for row in rows_of(noun.table, [work.kept, *ids])}
    yield
    written = [str(noun.model._meta.get_field(name).column) for name in columns]  # type: ignore[union-attr]
    for pk, row in before.items():
        step, size = difference(noun.table, pk, row, written if pk == work.kept else also)
        if size:
            work.steps.append(step)


def _bin(noun: Mergeable, work: Merging, absorbed: Any) -> None:
    gone: dict[str, Any] = {"binned_at": clock.now()}
    if noun.has("binned_by"):
        gone["binned_by_id"] = getattr(work.by, "pk", None)
    if noun.has("merged_into"):
        gone["merged_into_id"] = work.kept
    work.change(noun.table, absorbed.pk, **gone)


def _refuse_lock_out(noun: Mergeable, kept: Any, by: Any) -> None:
    if by is not None and not is_visible(noun, by, kept):
        words = _("You would no longer see the result, which is confidential: ask a director.")
        raise DomainError("locks_you_out", words)


def _create_merge(noun: Mergeable, work: Merging, sides: dict[str, str], by: Any) -> Merge:
    return Merge.objects.create(
        noun=noun.key,
        kept_id=work.kept,
        absorbed_id=work.absorbed,
        choices=sides,
        ledger={"steps": work.steps},
        by=by,
        undoable_until=clock.company_today() + timedelta(days=int(preferences.get("merge.undo_days"))),
    )


def _play_back(noun: Mergeable, record: Merge) -> None:
    try:
        with transaction.atomic():
            parts.undo(record.ledger["steps"])
    except IntegrityError as error:
        refusal = noun.refusals.get(getattr(getattr(error.__cause__, "diag", None), "constraint_name", ""))
        if refusal:
            raise refusal() from error
        raise DomainError("undo_clash", noun.words.clash, detail=str(error).partition("\n")[0]) from error


def _tell_journal(noun: Mergeable, verb: str, row: Any, by: Any, facts: dict[str, Any], record: Any) -> None:
    if noun.tell:
        noun.tell(noun.event(verb), row, by, facts, record)
        return
    journal.record(noun.event(verb), row, by=by, account=getattr(row, "account_id", None), data=facts)
