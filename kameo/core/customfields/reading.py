"""The fields as they are now: every list, form and import asks for them, so that a process keeps them for a moment."""

from __future__ import annotations

import time
from collections.abc import Sequence
from math import inf
from typing import Any

from django.utils.text import capfirst

from kameo.core.choices.names import spellings
from kameo.core.customfields.enums import FieldKind, Result
from kameo.core.customfields.models import CustomField
from kameo.core.customfields.subjects import references
from kameo.core.kinds import ChoiceKind, DayKind, MoneyKind, NumberKind, SeveralKind, TextKind, UrlKind, ValueKind
from kameo.core.records.fields import Field

TTL = 5.0  # seconds another process may still show the former fields
_cache: dict[str, list[CustomField]] = {}
_read_at = 0.0


def fields_of(subject: str) -> Sequence[CustomField]:
    """Those in force, in their order, with their options."""
    return [field for field in _all_fields().get(subject, ()) if field.retired_at is None]


def every_field_of(subject: str) -> Sequence[CustomField]:
    """The retired ones too."""
    return _all_fields().get(subject, [])


def forget() -> None:
    """Drop the process's copy (after a change, between tests)."""
    global _read_at
    _read_at = 0.0


def start_empty() -> None:
    """Know that there are none until one is added: a test's database holds none, and its statements are counted."""
    global _cache, _read_at
    _cache, _read_at = {}, inf


def _all_fields() -> dict[str, list[CustomField]]:
    global _cache, _read_at
    if time.monotonic() - _read_at > TTL:
        found: dict[str, list[CustomField]] = {}
        for field in CustomField.objects.prefetch_related("options"):
            found.setdefault(field.subject, []).append(field)
        _cache, _read_at = found, time.monotonic()
    return _cache


def kind_of(field: CustomField) -> ValueKind:
    """How its values are cleaned, stored, shown, filtered."""
    return _KINDS[FieldKind(field.kind)](field)


def record_field(field: CustomField) -> Field:
    """As the engines of records, imports and merges know it."""
    computed = field.kind == FieldKind.FORMULA
    return Field(
        name=name_of(field),
        kind=kind_of(field),
        label=capfirst(field.name),
        help=field.help,
        unit="currency" if isinstance(kind_of(field), MoneyKind) else field.unit,
        within="custom",
        key=field.code,
        asked=field.required and not computed,
        computed=computed,
    ).of_model(type(field))


def name_of(field: CustomField) -> str:
    """Its name among the controls of a form, the columns and the filters of a list."""
    return f"custom_{field.code}"


def _number_kind(field: CustomField) -> ValueKind:
    return NumberKind(decimals=field.decimals, low=field.low, high=field.high, unit=field.unit)


def _choice_kind(field: CustomField) -> ValueKind:
    options = list(field.options.all())
    offered = tuple((one.code, one.name) for one in options if one.retired_at is None)
    retired = tuple((one.code, one.name) for one in options if one.retired_at is not None)
    make = SeveralKind if field.kind == FieldKind.SEVERAL else ChoiceKind
    return make(choices=offered, retired=lambda: retired, spelled=lambda: spellings(options))


def _formula_kind(field: CustomField) -> ValueKind:
    if field.result == Result.DATE:
        return DayKind()
    return MoneyKind() if field.result == Result.MONEY else NumberKind(decimals=field.decimals, unit=field.unit)


_KINDS: dict[FieldKind, Any] = {
    FieldKind.TEXT: lambda field: TextKind(),
    FieldKind.NUMBER: _number_kind,
    FieldKind.MONEY: lambda field: MoneyKind(low=field.low, high=field.high),
    FieldKind.DATE: lambda field: DayKind(),
    FieldKind.CHOICE: _choice_kind,
    FieldKind.SEVERAL: _choice_kind,
    FieldKind.PERSON: lambda field: references["person"],
    FieldKind.ACCOUNT: lambda field: references["account"],
    FieldKind.LINK: lambda field: UrlKind(),
    FieldKind.FORMULA: _formula_kind,
}
