"""The shapes of an option in JSON, from the fields of its list."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Annotated, Any, cast

from ninja import Schema
from pydantic import Field as Described
from pydantic import create_model

from kameo.core.api.schemas import Body, Query
from kameo.core.choices.lists import ChoiceList
from kameo.core.kinds.api import given, taken
from kameo.core.kinds.values import ChoiceKind, FlagKind, LongTextKind, TextKind
from kameo.core.records.fields import Field

Shape = dict[str, Any]


@cache
def shape_out(choices: ChoiceList) -> type[Schema]:
    """What is told of an option."""
    api: Any = choices.api
    shape: Shape = {"id": (int, ...)}
    if choices.scope_field is not None:
        shape[choices.scope_field.name] = (_told_type(choices.scope_field), ...)
    if choices.code:
        shape[choices.code] = (str, Described(description=api.notes.get(choices.code)))
    for name, field in choices.own_fields.items():
        shape[name] = (_told_type(field), Described(description=field.note or None))
    if choices.rank:
        shape[choices.rank] = (int, ...)
    if choices.retired:
        shape[choices.retired] = (datetime | None, ...)
    return cast(type[Schema], create_model(api.schemas[0], __base__=Schema, **shape))


@cache
def shape_in(choices: ChoiceList) -> type[Body]:
    """What a new option is made of; where it shares its name with a change, the verb says what is missing."""
    api: Any = choices.api
    if api.schemas[1] == api.schemas[2]:
        return shape_change(choices)
    scope = choices.scope_field
    shape: Shape = {scope.name: (taken(scope.type), ...)} if scope and scope.name not in choices.own_fields else {}
    shape |= {name: _taken_type(field, asked=_is_asked(field)) for name, field in choices.own_fields.items()}
    return cast(type[Body], create_model(api.schemas[1], __base__=Body, **shape))


@cache
def shape_change(choices: ChoiceList) -> type[Body]:
    """What may be changed; what is not given stays."""
    api: Any = choices.api
    loose = api.schemas[1] == api.schemas[2]
    shape: Shape = {name: _taken_type(field, some=not loose) for name, field in choices.own_fields.items()}
    return cast(type[Body], create_model(api.schemas[2], __base__=Body, **shape))


@cache
def shape_query(choices: ChoiceList) -> type[Query]:
    """Of the list: one of those in the table, or all."""
    api: Any = choices.api
    shape: Shape = {}
    if (scope := choices.scope_field) is not None:
        shape[scope.name] = (taken(scope.type) | None, Described(None, description=scope.note or None))
    return cast(type[Query], create_model(f"{api.noun.title()}Query", __base__=Query, **shape))


def _told_type(field: Field) -> Any:
    """A choice that may be empty is told as a text: empty where nothing is chosen."""
    if isinstance(field.type, ChoiceKind) and not field.required:
        return str
    return given(field.type) if field.nullable else _type_without_null(given(field.type))


def _type_without_null(kind: Any) -> Any:
    """What is never nothing."""
    options = [one for one in getattr(kind, "__args__", ()) if one is not type(None)]
    return options[0] if len(options) == 1 else kind


def _is_asked(field: Field) -> bool:
    return bool(field.required) and field.default is None


def _taken_type(field: Field, *, asked: bool = False, some: bool = False) -> tuple[Any, Any]:
    """Type and default. `asked`: it must be given; `some`: it may be left out, and is not empty when it is given."""
    kind: Any = taken(field.type)
    if (asked or (some and _is_asked(field))) and isinstance(field.type, TextKind | LongTextKind):
        kind = Annotated[kind, Described(min_length=1)]
    if asked:
        return kind, ...
    if some and isinstance(field.type, FlagKind):
        return kind | None, None  # null leaves it as it is
    if isinstance(field.type, ChoiceKind) and field.type.enum is not None:
        return kind | None, None
    default = field.type.clean(field.default()) if field.default is not None else field.type.empty
    return (kind | None if default is None else kind), default
