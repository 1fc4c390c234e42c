"""What is done with a record of any resource: add, change, bin or remove, give back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.acting import acting, clean, refuse_unknown_fields
from kameo.core.authorship import written_by
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.core.kinds.values import KindError
from kameo.core.records.versions import refuse_stale
from kameo.core.text import fold

if TYPE_CHECKING:
    from kameo.core.records.fields import Field
    from kameo.core.records.resource import Resource

EMPTY = forms.Field.default_error_messages["required"]
AUTHORS = ("by", "created_by")


def may_write(resource: Resource, user: Any, verb: str, row: Any) -> bool:
    """Whether `user` may do it: the right (or what the noun says instead), and sight of what the record hangs below."""
    if not (user.can(resource.right) if resource.may is None else resource.may(user, verb, row)):
        return False
    parent = resource.parent_of(row)
    return parent is None or bool(type(parent).objects.visible_to(user).filter(pk=parent.pk).exists())


def require_write(resource: Resource, by: Any, verb: str, row: Any) -> None:
    """PermissionDenied unless `by` may; None is the system, which may."""
    if by is not None and not may_write(resource, by, verb, row):
        raise PermissionDenied(resource.right)


def add_by(resource: Resource, parent: Any, verb: Any, *, by: Any, **given: Any) -> Any:
    """A new record by the noun's own verb, a transaction of its own, then the company's fields where some are given."""
    own, given = _company_fields(resource, given)
    with acting(by) if own else written_by(by):
        return _put_own(verb(parent, by=by, **given), own, by)


def change_by(resource: Resource, row: Any, version: str, verb: Any, *, by: Any, **given: Any) -> Any:
    """Changed by the noun's own verb, then the company's fields. Raises ConflictError as `change`."""
    with acting(by):
        current = _current(resource, row)
        if resource.binnable and current.binned_at is not None:
            raise DomainError("in_bin", resource.words.in_bin)
        refuse_stale(resource, current, version)
        own, given = _company_fields(resource, given)
        return _put_own(verb(current, by=by, **given) or current, own, by)


def _company_fields(resource: Resource, given: Mapping[str, Any]) -> tuple[list[tuple[Field, Any]], dict[str, Any]]:
    own = {field.name: field for field in resource.all_fields() if field.within}
    refuse_unknown_fields([name for name in given if name in own and own[name].computed], ())
    values = [(own[name], value) for name, value in given.items() if name in own]
    return values, {name: value for name, value in given.items() if name not in own}


def _put_own(row: Any, values: list[tuple[Field, Any]], by: Any) -> Any:
    for field, value in values:
        put_value(row, field, value, by)
    if values:
        row.save(update_fields=sorted({field.within for field, _value in values}))
    return row


def add(resource: Resource, parent: Any = None, *, by: Any, **given: Any) -> Any:
    """A new record, below `parent` where the noun has one; fields that are not given hold their default.

    In order: row, what follows (the noun's `after`), journal `….added`. Raises PermissionDenied; DomainError
    "unknown_field", "invalid", and those of the noun's `check`.
    """
    above = {resource.above.attribute: parent} if resource.above else {}
    row = resource.model(**above, **{name: by for name in AUTHORS if resource.has(name)})
    require_write(resource, by, "added", row)
    _fields_given(resource, given)
    with acting(by):
        if resource.prepare:
            given = resource.prepare(row, "added", given, by)
        fields = _fields_given(resource, given)
        for name, field in fields.items():
            put_value(row, field, given[name], by)
        _refuse_missing(row, resource.all_fields())
        refuse_unfit(resource, row, "added", by)
        clean(row, _cleaned(row, resource.own_fields))
        row.save()
        _save_parts(row, fields.values())
        _follow(resource, row, "added", {}, by)
    return row


def change(resource: Resource, row: Any, *, by: Any, version: str = "", **given: Any) -> Any:
    """Set some fields; what does not differ is left alone. `version` is the one that the values given were read from.

    In order: row, what follows, journal `….changed`. Raises as `add`; DomainError "in_bin"; ConflictError when the
    record is no longer of that version.
    """
    require_write(resource, by, "changed", row)
    _fields_given(resource, given)
    with acting(by):
        current = _current(resource, row)
        if resource.binnable and current.binned_at is not None:
            raise DomainError("in_bin", resource.words.in_bin)
        refuse_stale(resource, current, version)
        before = _stored_columns(current)
        if resource.prepare:
            given = resource.prepare(current, "changed", given, by)
        fields = _fields_given(resource, given)
        plain = {name: field.plain(current) for name, field in fields.items()}
        for name, field in fields.items():
            put_value(current, field, given[name], by)
        _refuse_missing(current, fields.values())
        refuse_unfit(resource, current, "changed", by)
        changed = sorted(name for name, field in fields.items() if field.plain(current) != plain[name])
        touched = [name for name, value in _stored_columns(current).items() if value != before[name]]
        if changed or touched:
            _save_changed(resource, current, [fields[name] for name in changed], touched)
            _follow(resource, current, "changed", before, by, fields=changed)
    return current


def bin_record(resource: Resource, row: Any, *, by: Any) -> Any:
    """Into the bin: it counts and shows nowhere until it is given back. Nothing happens when it is there already.

    In order: row, what follows, journal `….binned`. Raises PermissionDenied. What has no bin is removed (`….removed`):
    DomainError "…_used" while something names it.
    """
    require_write(resource, by, "binned", row)
    with acting(by):
        current = _current(resource, row)
        if not resource.binnable:
            _remove(resource, current, by)
        elif current.binned_at is None:
            _switch(resource, current, "binned", by)
    return current


def restore(resource: Resource, row: Any, *, by: Any) -> Any:
    """Out of the bin, as it was. In order: row, what follows, journal `….restored`. Raises PermissionDenied and what
    `keepers` ("merged") and the noun's `check` say.
    """
    require_write(resource, by, "restored", row)
    with acting(by):
        current = _current(resource, row)
        if current.binned_at is not None:
            for refuse in resource.keepers():
                refuse(resource, current)
            _switch(resource, current, "restored", by)
    return current


def refuse_unfit(resource: Resource, row: Any, verb: str, by: Any) -> None:
    """What the fields do not say one by one: the noun's `check`, then its `once`."""
    if resource.check:
        resource.check(row, verb, by)
    if resource.once and _same_records(resource, row, resource.once.fields).exclude(pk=row.pk).exists():
        raise DomainError(resource.once.code, resource.once.message, field=resource.once.fields[0])


def _same_records(resource: Resource, row: Any, names: Iterable[str]) -> Any:
    """The records of the same parent, out of the bin, that hold the same values; case of texts aside."""
    same: dict[str, Any] = {"binned_at": None} if resource.binnable else {}
    if resource.above:
        owner = f"{resource.above.attribute}_id"
        same[owner] = getattr(row, owner)
    for name in names:
        value = getattr(row, row._meta.get_field(name).attname)
        if name == "name" and resource.has("sort_name"):
            same["sort_name"] = fold(value)
        else:
            same[f"{name}__iexact" if isinstance(value, str) else name] = value
    return resource.model._default_manager.filter(**same)


def _current(resource: Resource, row: Any) -> Any:
    """The row as it is now, kept from concurrent writers; its parent is the one already read."""
    current = resource.model._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    if resource.above and resource.parent_of(row).pk == getattr(current, f"{resource.above.attribute}_id"):
        setattr(current, resource.above.attribute, resource.parent_of(row))
    return current


def _save_changed(resource: Resource, row: Any, changed: list[Field], touched: list[str]) -> None:
    clean(row, _cleaned(row, changed))
    if resource.has("changed_at"):
        row.changed_at = clock.now()
        touched = [*touched, "changed_at"]
    if touched:
        row.save(update_fields=touched)
    _save_parts(row, changed)


def _cleaned(row: Any, fields: Iterable[Field]) -> list[str]:
    """The columns whose own rules hold: the declaration says which may be empty, whatever the column says."""
    own = [field for field in fields if not field.within and not field.is_part]
    return [field.name for field in own if field.required or not field.type.blank(field.plain(row))]


def _save_parts(row: Any, fields: Any) -> None:
    for field in fields:
        if field.is_part:
            field.type.replace(row, field.read(row))


def _switch(resource: Resource, row: Any, verb: str, by: Any) -> None:
    before = _stored_columns(row)
    row.binned_at = clock.now() if verb == "binned" else None
    names = ["binned_at"]
    if resource.has("binned_by"):
        row.binned_by = by if verb == "binned" else None
        names.append("binned_by")
    if verb == "restored":
        refuse_unfit(resource, row, verb, by)
    row.save(update_fields=names)
    _follow(resource, row, verb, before, by)


def _remove(resource: Resource, row: Any, by: Any) -> None:
    _follow(resource, row, "removed", {}, by)
    try:
        row.delete()
    except ProtectedError as error:
        raise DomainError(f"{resource.key}_used", resource.words.used) from error


def _follow(resource: Resource, row: Any, verb: str, before: Mapping[str, Any], by: Any, **data: Any) -> None:
    more = resource.after(row, verb, before, by) if resource.after else None
    told = {name: resource.named(name).plain(row) for name in resource.told}
    account = getattr(row, "account_id", None)
    journal.record(resource.event(verb), row, by=by, account=account, data={**data, **told, **(more or {})})


def _fields_given(resource: Resource, given: Mapping[str, Any]) -> dict[str, Field]:
    known = {field.name: field for field in resource.all_fields() if not field.computed}
    refuse_unknown_fields(given, known)
    return {name: known[name] for name in given}


def put_value(row: Any, field: Field, value: Any, by: Any) -> None:
    """The value as its kind stores it. Raises DomainError naming the field."""
    if value in (None, "") and field.default is not None:
        field.write(row, field.default())
        return
    try:
        field.write(row, _reference(row, field, value, by) if field.is_reference else field.type.clean(value))
    except KindError as error:
        raise DomainError("invalid", str(error), field=field.name) from error


def _reference(row: Any, field: Field, value: Any, by: Any) -> Any:
    """The record: one that is known, or that of a typed name; never one that `by` does not see."""
    kind: Any = field.type
    if kind.blank(value):
        return None
    if isinstance(value, str) and kind.called is not None:
        return kind.called(value, by=by)
    pk = getattr(value, "pk", value)
    if by is not None and kind.private and pk != field.plain(row) and not kind.visible(by).filter(pk=pk).exists():
        raise DomainError(f"{kind.to}_hidden", _("Choose one that you can see."), field=field.name)
    return value


def _refuse_missing(row: Any, fields: Any) -> None:
    for field in fields:
        if field.required and field.type.blank(field.plain(row)):
            raise DomainError("invalid", EMPTY, field=field.name)


def _stored_columns(row: Any) -> dict[str, Any]:
    """Every column that is written, by its name; a reference by its id."""
    return {column.name: getattr(row, column.attname) for column in row._meta.concrete_fields if not column.generated}
