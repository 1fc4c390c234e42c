"""Fields of the company in verbs, API and sheets that are written by hand, as `core.records` has them for others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core.acting import refuse_unknown_fields
from kameo.core.customfields.reading import fields_of, record_field
from kameo.core.records.fields import Field
from kameo.core.records.forms import words_for
from kameo.core.records.reading import named_row, seen_ids
from kameo.core.records.verbs import put_value

PREFIX = "custom_"


def own_fields(subject: str) -> list[Field]:
    return [record_field(field) for field in fields_of(subject)]


def split_own(given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a verb was given of the noun itself, and of the company's fields (`custom_<key>`)."""
    own = {name: value for name, value in given.items() if name.startswith(PREFIX)}
    return {name: value for name, value in given.items() if name not in own}, own


def put_own(subject: str, row: Any, given: Mapping[str, Any], by: Any) -> list[str]:
    """Set them on the row, unsaved; the names of those that differ now.

    Raises DomainError "unknown_field" (retired and computed ones too), "invalid", "…_hidden".
    """
    if not given:
        return []
    known = {field.name: field for field in own_fields(subject) if not field.computed}
    refuse_unknown_fields(given, known)
    changed = []
    for name, value in given.items():
        before = known[name].plain(row)
        put_value(row, known[name], value, by)
        if known[name].plain(row) != before:
            changed.append(name)
    return changed


def own_given(subject: str, custom: Mapping[str, Any] | None, user: Any) -> dict[str, Any]:
    """`custom` of a JSON body as the verb takes it; 404 for a record that `user` does not see."""
    known = {field.key: field for field in own_fields(subject)}
    refuse_unknown_fields(custom or {}, known)
    return {
        known[key].name: named_row(known[key], value, user) if known[key].is_reference and value is not None else value
        for key, value in (custom or {}).items()
    }


def own_told(subject: str, rows: Sequence[Any], user: Any) -> list[dict[str, Any]]:
    """What the API tells of each row; a record that `user` does not see has no number."""
    fields = own_fields(subject)
    told = [{field.key: field.plain(row) for field in fields} for row in rows]
    for field in fields:
        if field.is_reference:
            seen = seen_ids(field, rows, user)
            for one in told:
                one[field.key] = one[field.key] if one[field.key] in seen else None
    return told


def own_shown(subject: str, row: Any, user: Any) -> list[tuple[Any, Any, Any]]:
    """Label, words and, without words, why: what a sheet shows of the row; one query for each reference."""
    shown = [record_field(field) for field in fields_of(subject) if field.shown]
    return [(field.label, words_for(field, row, user) or None, _empty_reason(field)) for field in shown]


def field_names(subject: str) -> dict[str, str]:
    """Names of fields by what events call them."""
    return {field.name: str(field.label) for field in own_fields(subject)}


def _empty_reason(field: Field) -> Any:
    return _("a value is missing, or divides by zero") if field.computed else _("not filled in")
