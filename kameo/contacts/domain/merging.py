"""Merge two persons who are one, undo the merge, or note that they are two (R41)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kameo.contacts import events, rules
from kameo.contacts.domain.persons import record_person
from kameo.contacts.domain.positions import lock_chart
from kameo.contacts.enums import PersonKind
from kameo.contacts.models import NotSamePerson, Person, PersonMerge
from kameo.core import clock, merging, preferences
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.merge_steps import difference, row_of

if TYPE_CHECKING:
    from kameo.people.models import User

SUBJECT = Person
TABLE = "contacts_person"
KEPT, ABSORBED, BOTH = "kept", "absorbed", "both"
# What is chosen together, under the name of the first: a name is not mixed from two people's.
CHOSEN: dict[str, tuple[str, ...]] = {
    "name": ("first_name", "last_name", "label", "kind"),
    "salutation": ("salutation",),
    "language": ("language",),
    "time_zone": ("time_zone",),
    "photo": ("photo",),
    "note": ("note",),
}


def merge_persons(
    kept: Person, absorbed: Person, *, by: User | None, choices: Mapping[str, str] | None = None
) -> PersonMerge:
    """`absorbed` becomes `kept`: their rows hang there now, they lie in the bin and their address leads to `kept`.

    `choices` says whose value stays (CHOSEN: "kept", "absorbed", `note` also "both"); by default the filled one, the
    kept one's where both are, and both notes. In order: the parts of every app (core.merging), the fields, the bin,
    clocks and strength, the PersonMerge with its ledger, journal `person.merged` on each account.
    Raises PermissionDenied; DomainError "same_person", "in_bin", "unknown_choice".
    """
    for person in (kept, absorbed):
        rules.require_write(by, person)
    with acting(by):
        lock_chart()
        ours, theirs = _locked_pair(kept, absorbed)
        check_mergeable(ours, theirs)
        sides = resolve_choices(ours, theirs, choices or {})
        work = merging.Merging(ours.pk, theirs.pk, sides, by)
        before = row_of(TABLE, ours.pk)
        merging.run(SUBJECT, work)
        values = values_after(ours, theirs, sides)
        Person.objects.filter(pk=ours.pk).update(**values, changed_at=clock.now())
        _record_difference(work, before, [*values, "changed_at"])
        gone = {"binned_at": clock.now(), "binned_by_id": by.pk if by else None, "merged_into_id": ours.pk}
        work.change(TABLE, theirs.pk, **gone)
        merging.settle(SUBJECT, (ours.pk, theirs.pk))
        merge = _write_merge(work, sides, by)
        kept.refresh_from_db()
        facts = {"merge": merge.pk, "absorbed": theirs.pk, "absorbed_name": theirs.full_name}
        record_person(kept, events.PERSON_MERGED, by, facts)
    return merge


def undo_person_merge(merge: PersonMerge, *, by: User | None) -> Person:
    """Give both people back as they were; what was added or changed since stays with the kept one.

    In order: the ledger backwards, clocks and strength, journal `person.merge_undone`. Returns the person given back.
    Raises PermissionDenied; DomainError "undone_already", "too_late", "kept_in_bin", "later_merge", "undo_clash".
    """
    rules.require_write(by, merge.kept)
    with acting(by):
        lock_chart()
        kept, absorbed = _locked_pair(merge.kept, merge.absorbed)
        merge = PersonMerge.objects.select_for_update().get(pk=merge.pk)
        check_undoable(merge, kept)
        try:
            with transaction.atomic():
                merging.undo(merge.ledger["steps"])
        except IntegrityError as error:
            words = _("What was changed since stands in the way: put it back by hand first.")
            raise DomainError("undo_clash", words, detail=str(error).partition("\n")[0]) from error
        merging.settle(SUBJECT, (kept.pk, absorbed.pk))
        merge.undone_at, merge.undone_by = clock.now(), by
        merge.save(update_fields=["undone_at", "undone_by"])
        absorbed.refresh_from_db()
        facts = {"merge": merge.pk, "absorbed": absorbed.pk, "absorbed_name": absorbed.full_name}
        record_person(kept, events.PERSON_MERGE_UNDONE, by, facts)
    return absorbed


def tell_persons_apart(one: Person, other: Person, *, by: User | None) -> NotSamePerson:
    """These two are different people: nobody is asked again. Twice changes nothing.

    In order: row, journal `person.told_apart`. Raises PermissionDenied; DomainError "same_person".
    """
    for person in (one, other):
        rules.require_write(by, person)
    if one.pk == other.pk:
        raise _same_person_error()
    first, second = sorted((one.pk, other.pk))
    with acting(by):
        row, new = NotSamePerson.objects.get_or_create(first_id=first, second_id=second, defaults={"by": by})
        if new:
            record_person(one, events.PERSON_TOLD_APART, by, {"first": first, "second": second})
    return row


def forget_persons_apart(row: NotSamePerson, *, by: User | None) -> None:
    """Ask about these two again. Journal `person.told_apart` with `undone`. Raises PermissionDenied."""
    for person in (row.first, row.second):
        rules.require_write(by, person)
    with acting(by):
        facts = {"first": row.first_id, "second": row.second_id, "undone": True}
        record_person(row.first, events.PERSON_TOLD_APART, by, facts)
        row.delete()


def check_mergeable(kept: Person, absorbed: Person) -> None:
    """DomainError saying why these two cannot be merged, whatever is chosen."""
    if kept.pk == absorbed.pk:
        raise _same_person_error()
    if kept.binned_at is not None or absorbed.binned_at is not None:
        raise DomainError("in_bin", _("One of the two is in the bin: restore it first."), field="absorbed")


def check_undoable(merge: PersonMerge, kept: Person) -> None:
    """DomainError saying why this merge cannot be undone (any more, or yet)."""
    if merge.undone_at is not None:
        raise DomainError("undone_already", _("This merge is undone already."))
    if merge.undoable_until < clock.company_today():
        raise DomainError("too_late", _("The time to undo this merge is over."))
    if kept.binned_at is not None:
        words = _("%(name)s is in the bin or was merged since: give them back first.")
        raise DomainError("kept_in_bin", words % {"name": kept.full_name})
    if PersonMerge.objects.open().filter(kept=kept, pk__gt=merge.pk).exists():
        raise DomainError("later_merge", _("Somebody was merged into them later: undo that merge first."))


def resolve_choices(kept: Person, absorbed: Person, choices: Mapping[str, str]) -> dict[str, str]:
    """Every choice, those made and the defaults. Raises DomainError "unknown_choice"."""
    for name, side in choices.items():
        if name not in CHOSEN or side not in ((KEPT, ABSORBED, BOTH) if name == "note" else (KEPT, ABSORBED)):
            words = _("Choose one of the two people for each line.")
            raise DomainError("unknown_choice", words, field=name)
    return {name: _default_side(name, kept, absorbed) for name in CHOSEN} | dict(choices)


def values_after(kept: Person, absorbed: Person, sides: Mapping[str, str]) -> dict[str, Any]:
    """The columns of the kept person once merged."""
    values: dict[str, Any] = {}
    for name, columns in CHOSEN.items():
        source = absorbed if sides[name] == ABSORBED else kept
        values |= {column: getattr(source, column) for column in columns}
    if sides["note"] == BOTH:
        values["note"] = "\n\n".join(text for text in (kept.note, absorbed.note) if text.strip())
    return values


def _default_side(name: str, kept: Person, absorbed: Person) -> str:
    if name == "name":
        found = kept.kind == PersonKind.PLACEHOLDER and absorbed.kind != PersonKind.PLACEHOLDER
        return ABSORBED if found else KEPT
    ours, theirs = getattr(kept, name), getattr(absorbed, name)
    if ours == theirs or not theirs:
        return KEPT
    if not ours:
        return ABSORBED
    return BOTH if name == "note" else KEPT


def _locked_pair(kept: Person, absorbed: Person) -> tuple[Person, Person]:
    """Both rows as they are now, locked in order of id so that two merges never wait for one another."""
    ids = (kept.pk, absorbed.pk)
    found = {row.pk: row for row in Person.objects.select_for_update().filter(pk__in=ids).order_by("pk")}
    return found[kept.pk], found[absorbed.pk]


def _record_difference(work: merging.Merging, before: dict[str, Any], columns: list[str]) -> None:
    step, size = difference(TABLE, work.kept, before, columns)
    if size:
        work.steps.append(step)


def _write_merge(work: merging.Merging, sides: dict[str, str], by: User | None) -> PersonMerge:
    return PersonMerge.objects.create(
        kept_id=work.kept,
        absorbed_id=work.absorbed,
        choices=sides,
        ledger={"steps": work.steps},
        by=by,
        undoable_until=clock.company_today() + timedelta(days=int(preferences.get("merge.undo_days"))),
    )


def _same_person_error() -> DomainError:
    return DomainError("same_person", _("Choose two different people."), field="absorbed")
