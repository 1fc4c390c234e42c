"""The history of one record: who, when, from which value to which, through which client."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from kameo.core.authorship import Origin
from kameo.core.records.fields import Field

if TYPE_CHECKING:
    from kameo.core.records.resource import Resource

MOST = 200
AUTHORS = ("by", "created_by", "author")
MADE = ("at", "created_at")


@dataclass(frozen=True)
class FieldChange:
    """One value that became another, in words; "" for nothing."""

    label: Any
    before: str
    after: str


@dataclass(frozen=True)
class RecordChange:
    """What one act did to the record. `verb` is added, changed, binned or restored; `who` is "" for the system."""

    at: Any
    who: str
    client: Origin | None
    verb: str
    fields: tuple[FieldChange, ...] = ()


def history_of(resource: Resource, row: Any, reader: Any) -> list[RecordChange]:
    """The latest first; three queries and one for each field that refers to a record some do not see."""
    versions = list(_versions(resource, row)[:MOST])
    states = [*reversed(versions), row]  # each was in force until the moment of the version itself
    names = _Names(resource, states, reader)
    users = _users(versions, row)
    changes = [_added(row, users)]
    for old, new in pairwise(states):
        fields = tuple(
            FieldChange(field.label, names.words(field, old), names.words(field, new))
            for field in resource.all_fields()
            if not field.is_part and field.plain(old) != field.plain(new)
        )
        verb = _verb(old, new)
        if fields or verb != "changed":
            changes.append(_change_of(old, users, verb, fields))
    return changes[::-1]


def last_change(resource: Resource, row: Any) -> RecordChange | None:
    """Who changed it last, and when; None when nobody has since it was made."""
    versions = list(_versions(resource, row)[:1])
    return _change_of(versions[0], _users(versions, row), "changed", ()) if versions else None


def _versions(resource: Resource, row: Any) -> Any:
    model: Any = resource.model
    rows = model.pgh_event_model.objects.filter(pgh_obj_id=row.pk, pgh_label="changed")
    return rows.select_related("pgh_context").order_by("-pgh_id")


def _verb(old: Any, new: Any) -> str:
    was, becomes = getattr(old, "binned_at", None), getattr(new, "binned_at", None)
    if bool(was) == bool(becomes):
        return "changed"
    return "binned" if becomes else "restored"


def _added(row: Any, users: dict[int, str]) -> RecordChange:
    author = next((pk for name in AUTHORS if (pk := getattr(row, f"{name}_id", None))), None)
    moment = next((at for name in MADE if (at := getattr(row, name, None))), None)
    return RecordChange(moment, users.get(author or 0, ""), None, "added")


def _change_of(version: Any, users: dict[int, str], verb: str, fields: tuple[FieldChange, ...]) -> RecordChange:
    context = _context(version)
    client = Origin.read(context.get("client"))
    return RecordChange(version.pgh_created_at, users.get(context.get("user") or 0, ""), client, verb, fields)


def _context(version: Any) -> dict[str, Any]:
    return dict(version.pgh_context.metadata) if version.pgh_context else {}


def _users(versions: Any, row: Any) -> dict[int, str]:
    wanted = {_context(one).get("user") for one in versions} | {getattr(row, f"{name}_id", None) for name in AUTHORS}
    people = get_user_model()._default_manager.filter(pk__in=[pk for pk in wanted if pk])
    return {person.pk: str(person) for person in people}


class _Names:
    """Values in words; the names of all references are read at once, as far as the reader sees them."""

    def __init__(self, resource: Resource, states: list[Any], reader: Any) -> None:
        self.known: dict[str, dict[Any, str]] = {}
        for field in resource.all_fields():
            if field.is_reference:
                kind: Any = field.type
                wanted = {field.plain(state) for state in states} - {None}
                rows = kind.visible(reader).filter(pk__in=wanted) if wanted else ()
                self.known[field.name] = {one.pk: str(getattr(one, kind.name, one)) for one in rows}

    def words(self, field: Field, state: Any) -> str:
        plain = field.plain(state)
        if field.is_reference:
            return "" if plain is None else self.known[field.name].get(plain, _("hidden from you"))
        return field.type.words(field.type.load(plain))
