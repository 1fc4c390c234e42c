"""The filters of a list over HTTP: the same names and the same reading as those of its page."""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from django.http import QueryDict
from ninja import Schema
from pydantic import Field as Described
from pydantic import create_model
from pydantic.fields import FieldInfo

from kameo.core.lists.criteria import Criteria, narrowed

if TYPE_CHECKING:
    from kameo.core.lists.declaration import ListOf

Shape = dict[str, Any]
COMPANY_OWN = "custom"
COMPANY_NOTE = "Fields of your company that have a filter, as key:value; key_from and key_to for numbers and dates."


def api_shape(noun: ListOf) -> Shape:
    """Its parameters, as a schema is made of them."""
    shape: Shape = {}
    for one in noun.filters:
        for name, (typed, described) in one.shape().items():
            if keyword.iskeyword(name):
                described = FieldInfo.merge_field_infos(
                    described, alias=name, validation_alias=name, serialization_alias=name
                )
                name = f"{name}_"
            shape[name] = (typed, described)
    if any(one.name == COMPANY_OWN for one in noun.of._meta.get_fields()):
        shape[COMPANY_OWN] = (list[str], Described([], max_length=20, description=COMPANY_NOTE))
    return shape


def filters_schema(noun: ListOf, name: str, base: type[Schema] = Schema) -> type[Schema]:
    """A schema of the list's filters under `name`."""
    return cast(type[Schema], create_model(name, __base__=base, **cast(Any, api_shape(noun))))


def criteria_from(noun: ListOf, given: Mapping[str, Any]) -> Criteria:
    """What the API was asked, by the names of the schema (`model_dump(by_alias=True)`)."""
    params = params_from(given)
    found = ((one.key, one.read(params)) for one in noun.all_filters().values())
    return Criteria({key: value for key, value in found if value is not None})


def api_rows(noun: ListOf, rows: Any, user: Any, given: Mapping[str, Any]) -> Any:
    """`rows` that meet what the API was asked."""
    return narrowed(noun, rows, user, criteria_from(noun, given))


def params_from(given: Mapping[str, Any]) -> QueryDict:
    """The address that asks the same."""
    params = QueryDict(mutable=True)
    for name, _colon, value in (str(one).partition(":") for one in given.get(COMPANY_OWN) or ()):
        params.appendlist(f"{COMPANY_OWN}_{name}", _plain_parameter(value))
    for key, value in given.items():
        if key == COMPANY_OWN:
            continue
        if isinstance(value, list):
            params.setlist(key, [_plain_parameter(one) for one in value])
        elif value not in (None, "", False):
            params[key] = "1" if value is True else _plain_parameter(value)
    return params


def _plain_parameter(value: Any) -> str:
    return str(getattr(value, "value", value)).replace("\x00", "")
