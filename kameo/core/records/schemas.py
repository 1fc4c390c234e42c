"""The shapes of a resource in JSON, from its fields."""

from __future__ import annotations

import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, cast

from django.db import models
from ninja import Schema
from pydantic import Field as Described
from pydantic import create_model

from kameo.core.api.pages import PageQuery
from kameo.core.api.schemas import Body
from kameo.core.kinds.api import given, taken
from kameo.core.kinds.columns import kind_of
from kameo.core.kinds.values import ChoiceKind, DayKind, LongTextKind, MomentKind, TextKind
from kameo.core.records.fields import Field
from kameo.core.records.parts import RowsKind
from kameo.core.records.resource import narrowings

if TYPE_CHECKING:
    from kameo.core.records.resource import Resource

Shape = dict[str, Any]
CustomGiven = dict[str, str | int | float | list[str] | None]


@cache
def schema_out(resource: Resource) -> type[Schema]:
    """What a list tells of a record: its parts stand only where one is read."""
    api = _api(resource)
    shape: Shape = {"id": (int, ...)}
    if resource.above:
        shape[f"{resource.above.attribute}_id"] = (int, ...)
    for field in _column_fields(resource):
        shape[field.public] = (_told_type(field), Described(description=field.note or None))
    for name in api.also:
        shape[name] = (_stamp(resource, name), ...)
    if resource.extensible:
        shape["custom"] = (dict[str, Any], Described(description="Fields of your company, by their keys."))
    return cast(type[Schema], create_model(f"{api.schema}Out", __base__=api.told or Schema, **shape))


@cache
def schema_detail(resource: Resource) -> type[Schema]:
    """What is told of one record."""
    out, parts = schema_out(resource), [field for field in resource.own_fields if field.is_part]
    if not parts:
        return out
    shape: Shape = {}
    resolvers: Shape = {}
    for field in parts:
        kind: Any = field.type
        columns: Shape = {"position": (int, ...)} | {one.public: (_told_type(one), ...) for one in kind.columns()}
        shape[field.name] = (_list_of(create_model(f"{kind.schema}Out", __base__=Schema, **columns)), ...)
        resolvers[f"resolve_{field.name}"] = staticmethod(_part_reader(kind.related))
    base = types.new_class("Told", (out,), exec_body=lambda body: body.update(resolvers, __module__=__name__))
    return cast(type[Schema], create_model(f"{_api(resource).schema}Detail", __base__=base, **shape))


def _part_reader(related: str) -> Any:
    return lambda row: list(getattr(row, related).all())


def _column_fields(resource: Resource) -> list[Field]:
    return [field for field in _served(resource) if not field.is_part]


def _served(resource: Resource) -> list[Field]:
    return [field for field in resource.own_fields if field.served]


@cache
def schema_change(resource: Resource) -> type[Body]:
    """What may be changed; what is not given stays."""
    shape: Shape = {field.public: _input(field, asked=False, change=True) for field in _served(resource)}
    return _body(resource, "Change", shape)


@cache
def schema_in(resource: Resource) -> type[Body]:
    """What a new record is made of."""
    shape: Shape = {}
    if resource.above:
        shape[f"{resource.above.attribute}_id"] = (int, Described(ge=1, lt=2**63))
    for field in _served(resource):
        shape[field.public] = _input(field, asked=bool(field.required), change=False)
    return _body(resource, "In", shape)


def _body(resource: Resource, ending: str, shape: Shape) -> type[Body]:
    api = _api(resource)
    base = (ending == "In" and api.added) or api.taken or Body
    made = create_model(f"{api.schema}{ending}", __base__=base, **shape, **_custom(resource))
    return cast(type[Body], made)


def schema_query(resource: Resource) -> type[PageQuery]:
    """Of the list: its page, the one record that the rows hang below, what their list filters by, and what the noun
    asks of its own (`Api.query`).
    """
    shape: Shape = {}
    if resource.above:
        shape[f"{resource.above.attribute}_id"] = (int | None, Described(None, ge=1, lt=2**63))
    if narrowing := narrowings.get(resource.key):
        shape |= narrowing.shape()
    base: type[PageQuery] = _api(resource).query or PageQuery
    if not shape:
        return base
    name = f"{_api(resource).schema}Query"
    return cast(type[PageQuery], create_model(name, __base__=base, **cast(Any, shape)))


def _api(resource: Resource) -> Any:
    if resource.api is None:
        raise TypeError(f"{resource.key} has no API")
    return resource.api


def _told_type(field: Field) -> Any:
    kind = given(field.type)
    if not field.nullable and isinstance(field.type, DayKind | MomentKind):
        return taken(field.type)
    if not field.nullable and field.is_reference:
        return int
    if isinstance(field.type, ChoiceKind) and not field.required and _holds_nothing(field):
        return kind | str
    return kind


def _input(field: Field, *, asked: bool, change: bool) -> tuple[Any, Any]:
    """Type and default; a field that may hold nothing takes null. `asked`: it must be given."""
    kind: Any = _part_taken(field.type) if isinstance(field.type, RowsKind) else taken(field.type)
    if field.required and isinstance(field.type, TextKind | LongTextKind):
        kind = Annotated[kind, Described(min_length=1)]
    nothing = not field.required and _holds_nothing(field)
    if nothing:
        kind = kind | None
    if asked:
        return kind, ...
    if change:
        return kind, Described(default_factory=lambda: None)
    if nothing:
        return kind, None
    value = field.default() if field.default else field.type.empty
    return kind, list(value) if isinstance(value, tuple) else value


def _part_taken(kind: RowsKind) -> Any:
    shape: Shape = {one.public: _input(one, asked=bool(one.required), change=False) for one in kind.columns()}
    rows = _list_of(create_model(f"{kind.schema}In", __base__=Body, **shape))
    return Annotated[rows, Described(max_length=2000)]


def _list_of(shape: Any) -> Any:
    """The type of a list whose items are made when the server starts."""
    return list[shape]


def _holds_nothing(field: Field) -> bool:
    if isinstance(field.type, ChoiceKind):
        return field.type.enum is not None and field.default is None
    return field.type.empty is None


def _custom(resource: Resource) -> Shape:
    if not resource.extensible:
        return {}
    return {
        "custom": (CustomGiven, Described(default_factory=dict, description="Fields of your company, by their keys."))
    }


def _stamp(resource: Resource, name: str) -> Any:
    """The type of a column that is told only."""
    column: Any = resource.model._meta.get_field(name.removesuffix("_id"))
    if isinstance(column, models.ForeignKey):
        return int | None if column.null else int
    kind = kind_of(column)
    return given(kind) if column.null or not isinstance(kind, DayKind | MomentKind) else taken(kind)
