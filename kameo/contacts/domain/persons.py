"""Persons: create, change, write their contact points, bin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts import events, rules
from kameo.contacts.domain.positions import add_position
from kameo.contacts.domain.values import normalise
from kameo.contacts.enums import EmailKind, LinkKind, PersonKind, PhoneKind
from kameo.contacts.models import EmailAddress, Link, Person, PhoneNumber
from kameo.contacts.points.formats import normalise_email, normalise_link, normalise_phone
from kameo.core import clock
from kameo.core.acting import acting
from kameo.core.customfields.values import put_own, split_own
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record

if TYPE_CHECKING:
    from kameo.people.models import User

SUBJECT = "person"  # of the fields that a company adds
FIELDS = ("kind", "salutation", "first_name", "last_name", "label", "language", "time_zone", "note")


def create_person(
    *,
    account: Account,
    by: User | None,
    position: Mapping[str, Any] | None = None,
    emails: Sequence[Mapping[str, str]] = (),
    phones: Sequence[Mapping[str, str]] = (),
    links: Sequence[Mapping[str, str]] = (),
    **fields: Any,
) -> Person:
    """Somebody at `account`, with a first position there (`position`: fields of `add_position`).

    `fields` are those of FIELDS; a name is asked for, or the `label` of a role to identify. In order: the person,
    addresses, numbers, links, journal `person.created`, the position with its own journal. Raises
    PermissionDenied; DomainError "name_missing", "unknown_field", "email_invalid", "phone_invalid",
    "link_invalid" and those of `add_position`.
    """
    rules.require_write_at(by, account)
    fields, own = split_own(fields)
    values = normalise(fields, allowed=FIELDS)
    with acting(by):
        person = Person(created_by=by, **values)
        put_own(SUBJECT, person, own, by)
        _check_name(person)
        person.save()
        _write_points(person, account, emails, phones, links)
        record(events.PERSON_CREATED, person, by=by, account=account, data={"name": person.full_name})
        add_position(person, account=account, by=by, **dict(position or {}))
    return person


def change_person(
    person: Person,
    *,
    by: User | None,
    emails: Sequence[Mapping[str, str]] | None = None,
    phones: Sequence[Mapping[str, str]] | None = None,
    links: Sequence[Mapping[str, str]] | None = None,
    **fields: Any,
) -> Person:
    """Set some of FIELDS; lists that are given replace what was there. Naming a placeholder makes it a person (R72).

    In order: row, addresses, numbers, links, journal `person.changed` on the account of each position held today.
    Raises PermissionDenied; DomainError as `create_person`, and "in_bin".
    """
    rules.require_write(by, person)
    fields, own = split_own(fields)
    values = normalise(fields, allowed=FIELDS)
    with acting(by):
        current = _locked(person)
        changed = [name for name, value in values.items() if getattr(current, name) != value]
        for name in changed:
            setattr(current, name, values[name])
        if current.kind == PersonKind.PLACEHOLDER and (current.first_name or current.last_name):
            current.kind = PersonKind.PERSON
        _check_name(current)
        changed += put_own(SUBJECT, current, own, by)
        current.changed_at = clock.now()
        current.save()
        home = current.positions.select_related("account").first()
        changed += _write_points(current, home.account if home else None, emails, phones, links)
        if changed:
            record_person(current, events.PERSON_CHANGED, by, {"fields": sorted(changed)})
    person.refresh_from_db()
    return person


def bin_person(person: Person, *, by: User | None) -> None:
    """Put somebody in the bin with their positions; `restore_person` gives them back whole.

    In order: row, journal `person.binned` on each account. Raises PermissionDenied, DomainError "in_bin".
    """
    rules.require_write(by, person)
    with acting(by):
        current = _locked(person)
        Person.objects.filter(pk=current.pk).update(binned_at=clock.now(), binned_by=by)
        record_person(current, events.PERSON_BINNED, by, {"name": current.full_name})
    person.refresh_from_db()


def restore_person(person: Person, *, by: User | None) -> None:
    """Give somebody back as they were. Journal `person.restored`. Raises PermissionDenied, "not_in_bin", "merged"."""
    rules.require_write(by, person)
    with acting(by):
        current = Person.objects.select_for_update().get(pk=person.pk)
        if current.binned_at is None:
            raise DomainError("not_in_bin", _("This person is not in the bin."))
        if current.merged_into_id is not None:
            raise DomainError("merged", _("They became part of somebody else: undo that merge instead."))
        Person.objects.filter(pk=current.pk).update(binned_at=None, binned_by=None)
        record_person(current, events.PERSON_RESTORED, by, {"name": current.full_name})
    person.refresh_from_db()


def _locked(person: Person) -> Person:
    current = Person.objects.select_for_update().get(pk=person.pk)
    if current.binned_at is not None:
        raise DomainError("in_bin", _("This person is in the bin: restore them first."))
    return current


def _check_name(person: Person) -> None:
    if not person.full_name:
        message = _("Give a name, or the role to identify.")
        raise DomainError("name_missing", message, field="last_name")


def record_person(person: Person, event: str, by: User | None, data: dict[str, Any]) -> None:
    """Journal the event on every account where they work today, or else where they last did."""
    held = list(person.positions.current().values_list("account_id", flat=True).distinct())
    last = person.positions.values_list("account_id", flat=True)[:1]
    for account_id in held or list(last):
        record(event, person, by=by, account=account_id, data=data)


def _write_points(
    person: Person,
    account: Account | None,
    emails: Iterable[Mapping[str, str]] | None,
    phones: Iterable[Mapping[str, str]] | None,
    links: Iterable[Mapping[str, str]] | None,
) -> list[str]:
    """Replace the lists that are given; returns the names of those that changed."""
    country = account.country if account is not None else ""
    wanted: list[tuple[str, Any, list[Any] | None]] = [
        ("emails", EmailAddress, None if emails is None else _emails(person, emails)),
        ("phones", PhoneNumber, None if phones is None else _phones(person, phones, country)),
        ("links", Link, None if links is None else _links(person, links)),
    ]
    changed = []
    for name, model, rows in wanted:
        if rows is None or not _differ(rows, list(getattr(person, name).all())):
            continue
        getattr(person, name).all().delete()
        model.objects.bulk_create(rows)
        changed.append(name)
    return changed


def _differ(rows: list[Any], kept: list[Any]) -> bool:
    facts = ("address", "number", "extension", "url", "kind")
    read = [[tuple(getattr(row, name, None) for name in facts) for row in group] for group in (rows, kept)]
    return read[0] != read[1]


def _emails(person: Person, items: Iterable[Mapping[str, str]]) -> list[EmailAddress]:
    found: dict[str, EmailAddress] = {}
    for item in items:
        if not (item.get("address") or "").strip():
            continue
        address = normalise_email(item["address"])
        kind = item.get("kind") or EmailKind.WORK
        row = EmailAddress(person=person, address=address, kind=kind, position=len(found))
        found.setdefault(address.lower(), row)
    return list(found.values())


def _phones(person: Person, items: Iterable[Mapping[str, str]], country: str) -> list[PhoneNumber]:
    found: dict[tuple[str, str], PhoneNumber] = {}
    for item in items:
        if not (item.get("number") or "").strip():
            continue
        number, extension = normalise_phone(item["number"], country)
        extension = item.get("extension") or extension
        kind = item.get("kind") or PhoneKind.DIRECT
        row = PhoneNumber(person=person, number=number, extension=extension, kind=kind, position=len(found))
        found.setdefault((number, extension), row)
    return list(found.values())


def _links(person: Person, items: Iterable[Mapping[str, str]]) -> list[Link]:
    found: dict[str, Link] = {}
    for item in items:
        if not (item.get("url") or "").strip():
            continue
        url = normalise_link(item["url"])
        guess = LinkKind.LINKEDIN if "linkedin." in url.lower() else LinkKind.OTHER
        found.setdefault(url, Link(person=person, url=url, kind=item.get("kind") or guess))
    return list(found.values())
