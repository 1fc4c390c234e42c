"""What is done with the options of any list: add, change, move, retire, give back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Max, ProtectedError
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.access import require
from kameo.core.acting import acting, clean, locked, refuse_unknown_fields
from kameo.core.choices.names import free_code, same_name
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.core.kinds.values import ChoiceKind, KindError, NumberKind, TextKind, ValueKind

if TYPE_CHECKING:
    from kameo.core.choices.lists import ChoiceList
    from kameo.core.records.fields import Field

# What happens when somebody adds a name that the list has.
REFUSED, GIVEN_BACK, ALLOWED = "refused", "given back", "allowed"
EMPTY = forms.Field.default_error_messages["required"]
# What an API or a test recognises a refusal by; the first that fits.
_CODES: tuple[tuple[type[ValueKind], str], ...] = (
    (ChoiceKind, "unknown_choice"),
    (NumberKind, "out_of_scale"),
    (TextKind, "too_long"),
)


@dataclass(frozen=True)
class ChoiceChange:
    """What a verb did to an option. `what` is added, changed, moved, retired, restored or deleted.

    `before` and `after` are the option's facts, `fields` the names that were given, `up` says where it moved.
    """

    what: str
    row: Any
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    by: Any
    fields: tuple[str, ...] = ()
    up: bool = False


def add(choices: ChoiceList, *, by: Any, **given: Any) -> Any:
    """One more option, last of its list; a name that the list has already follows `choices.doubles`.

    In order: row with its code and rank, event. Raises PermissionDenied; DomainError "unknown_list", "unknown_field",
    "…_missing", "name_taken", "too_long", "unknown_choice", "out_of_scale", and what the list's `check` says.
    """
    row = _blank_option(choices, given, by)
    if not (choices.may_add and choices.may_add(by, choices.scope_of(row))):
        require(by, choices.right)
    with acting(by):
        before = facts_of(choices, row)
        _put_values(choices, row, given, new=True)
        same = same_name(choices, row) if choices.doubles != ALLOWED else None
        if same is not None and choices.doubles == GIVEN_BACK:
            return _switch(choices, same, "restored", by)
        _refuse_double(choices, row, same)
        if choices.check:
            choices.check(row, "added")
        if choices.code and not getattr(row, choices.code):
            setattr(row, choices.code, free_code(_mates(choices, row), choices.name(row), choices.code))
        if choices.rank and choices.rank not in given:
            setattr(row, choices.rank, _last_rank(choices, row) + 1)
        row.save()
        _tell_change(choices, "added", row, before, by, tuple(sorted(given)))
    return row


def change(choices: ChoiceList, row: Any, *, by: Any, **given: Any) -> Any:
    """Set some fields; what does not differ is left alone, and so is what carries the option: its code stays.

    In order: row, event. Raises as `add`.
    """
    require(by, choices.right)
    with acting(by):
        current = locked(row)
        before = facts_of(choices, current)
        _put_values(choices, current, given)
        if choices.doubles != ALLOWED and choices.label in given:
            _refuse_double(choices, current, same_name(choices, current))
        if choices.check:
            choices.check(current, "changed")
        if facts_of(choices, current) != before:
            current.save(update_fields=sorted(given))
            _tell_change(choices, "changed", current, before, by, tuple(sorted(given)))
    return current


def move(choices: ChoiceList, row: Any, *, up: bool, by: Any) -> Any:
    """One place up or down in its list; nothing happens at an end. In order: ranks, event. Raises PermissionDenied."""
    require(by, choices.right)
    with acting(by):
        order = [*_mates(choices, row).select_for_update()]
        place = next(index for index, one in enumerate(order) if one.pk == row.pk)
        other = place - 1 if up else place + 1
        if not 0 <= other < len(order):
            return order[place]
        before = facts_of(choices, order[place])
        order[place], order[other] = order[other], order[place]
        _number_options(choices, order)
        _tell_change(choices, "moved", order[other], before, by, up=up)
    return order[other]


def reorder(choices: ChoiceList, rows: Sequence[Any], *, by: Any) -> None:
    """The options of one list in this order; those left out come last, as they stood.

    In order: ranks, one event for each option that has another place. Raises PermissionDenied; DomainError
    "other_list".
    """
    require(by, choices.right)
    if not rows:
        return
    with acting(by):
        known = {one.pk: one for one in _mates(choices, rows[0]).select_for_update()}
        wanted = list(dict.fromkeys(row.pk for row in rows))
        if not known.keys() >= {*wanted}:
            raise DomainError("other_list", _("Order the options of one list."))
        former = {pk: (place, facts_of(choices, row)) for place, (pk, row) in enumerate(known.items())}
        order = [known[pk] for pk in (*wanted, *(pk for pk in known if pk not in wanted))]
        _number_options(choices, order)
        for place, row in enumerate(order):
            before, facts = former[row.pk]
            if place != before:
                _tell_change(choices, "moved", row, facts, by, up=place < before)


def retire(choices: ChoiceList, row: Any, *, by: Any) -> Any:
    """Offered no more; what carries it keeps it, and filters still find it. Nothing happens when it is retired.

    In order: row, event. Raises PermissionDenied and what the list's `check` says.
    """
    require(by, choices.right)
    with acting(by):
        return _switch(choices, locked(row), "retired", by)


def restore(choices: ChoiceList, row: Any, *, by: Any) -> Any:
    """Offered again. In order: row, event. Raises as `retire`."""
    require(by, choices.right)
    with acting(by):
        return _switch(choices, locked(row), "restored", by)


def delete(choices: ChoiceList, row: Any, *, by: Any) -> None:
    """Out of the list for good, where its options cannot be retired; its versions stay in the field history.

    In order: event, row. Raises PermissionDenied; DomainError "retired_instead", "in_use" while something names it, and
    what the list's `check` says.
    """
    require(by, choices.right)
    if choices.retired:
        raise DomainError("retired_instead", _("Retire it: what carries it keeps it."))
    with acting(by):
        current = locked(row)
        if choices.check:
            choices.check(current, "deleted")
        _tell_change(choices, "deleted", current, facts_of(choices, current), by)
        try:
            current.delete()
        except ProtectedError as error:
            raise DomainError("in_use", _("Something names it: keep it.")) from error


def record_change(choices: ChoiceList, change: ChoiceChange) -> Any:
    """The event, as most lists tell it: which option, what it was and is, what was done with it."""
    name = choices.code or choices.label
    told: dict[str, Any] = {name: getattr(change.row, name), "before": change.before, "after": change.after}
    if change.what == "moved":
        told["moved"] = "up" if change.up else "down"
    if change.what in {"retired", "restored"}:
        told["retired"] = change.what == "retired"
    return record(choices.event_of(change.what), change.row, by=change.by, data=told)


def facts_of(choices: ChoiceList, row: Any) -> dict[str, Any]:
    """Its values, as an event keeps them."""
    names = [choices.scope.name if choices.scope else "", choices.code, choices.rank, *choices.own_fields]
    facts = {name: _plain_value(getattr(row, name)) for name in names if name}
    return facts | ({"retired": choices.is_retired(row)} if choices.retired else {})


def _blank_option(choices: ChoiceList, given: dict[str, Any], by: Any) -> Any:
    """A row that holds nothing but its list and its author; a scope that is no field of its own leaves `given`."""
    columns = {column.name for column in choices.model._meta.concrete_fields}
    start: dict[str, Any] = {"created_by": by} if "created_by" in columns else {}
    scope = choices.scope_field
    if scope is not None:
        value = given.get(scope.name) if scope.name in choices.own_fields else given.pop(scope.name, None)
        if isinstance(scope.type, ChoiceKind) and str(value) not in scope.type.labels():
            raise DomainError("unknown_list", _("There is no such list."), field=scope.name)
        start[scope.name] = value
    return choices.model(**start)


def _put_values(choices: ChoiceList, row: Any, given: Mapping[str, Any], *, new: bool = False) -> None:
    refuse_unknown_fields(given, choices.own_fields)
    known = {one.name: one for one in choices.fields_of(choices.scope_of(row))}
    for name, field in known.items():
        if name in given:
            _put_value(choices, row, field, given[name])
        elif new and field.required and field.default is None:
            raise _missing(choices, field)
    clean(row, [name for name in known if name in given])


def _put_value(choices: ChoiceList, row: Any, field: Field, value: Any) -> None:
    """As its kind stores it; a text typed again as it reads is left alone."""
    try:
        found = field.type.clean(value)
    except KindError as error:
        code = next((code for kind, code in _CODES if isinstance(field.type, kind)), "invalid")
        raise DomainError(code, str(error), field=field.name) from error
    if field.required and field.type.blank(found) and found is not False:
        raise _missing(choices, field)
    if row.pk is None or found != choices.shown(row, field.name):
        setattr(row, field.name, found)


def _missing(choices: ChoiceList, field: Field) -> DomainError:
    words = _("Give it a name.") if field.name == choices.label else EMPTY
    return DomainError(f"{field.name}_missing", words, field=field.name)


def _refuse_double(choices: ChoiceList, row: Any, same: Any) -> None:
    if same is not None:
        raise DomainError("name_taken", choices.words.twice, field=choices.label)


def _switch(choices: ChoiceList, row: Any, what: str, by: Any) -> Any:
    if choices.check:
        choices.check(row, what)
    if choices.is_retired(row) == (what == "retired"):
        return row
    before = facts_of(choices, row)
    setattr(row, choices.retired, clock.now() if what == "retired" else None)
    row.save(update_fields=[choices.retired])
    _tell_change(choices, what, row, before, by)
    return row


def _tell_change(
    choices: ChoiceList,
    what: str,
    row: Any,
    before: Mapping[str, Any],
    by: Any,
    fields: tuple[str, ...] = (),
    up: bool = False,
) -> None:
    choices.record(choices, ChoiceChange(what, row, before, facts_of(choices, row), by, fields, up))


def _mates(choices: ChoiceList, row: Any) -> Any:
    return choices.rows(choices.scope_of(row))


def _last_rank(choices: ChoiceList, row: Any) -> int:
    return int(_mates(choices, row).aggregate(last=Max(choices.rank))["last"] or 0)


def _number_options(choices: ChoiceList, order: Sequence[Any]) -> None:
    """Ranks from 1, in one statement."""
    moved = [row for rank, row in enumerate(order, start=1) if getattr(row, choices.rank) != rank]
    for rank, row in enumerate(order, start=1):
        setattr(row, choices.rank, rank)
    choices.model._default_manager.bulk_update(moved, [choices.rank])


def _plain_value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, date):
        return value.isoformat()
    return getattr(value, "pk", value)
