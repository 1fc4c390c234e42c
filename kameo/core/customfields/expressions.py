"""The value of a field inside the database: what lists read, filter and sort by, and what its index holds."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db.models import BigIntegerField, DateField, DecimalField, Func, Index
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast

from kameo.core.customfields.enums import FieldKind, Result
from kameo.core.customfields.models import CustomField
from kameo.core.text import Fold

COLUMN = "custom"


class DayOf(Func):
    """`custom_day(text)`: the day that an ISO text says; immutable, unlike a cast, so that an index may hold it."""

    function = "custom_day"
    output_field = DateField()


def value_of(field: CustomField) -> Any:
    """The typed value; several choices as the JSON array they are."""
    kind = field.result if field.kind == FieldKind.FORMULA else field.kind
    if kind == FieldKind.SEVERAL:
        return KeyTransform(field.code, COLUMN)
    text = KeyTextTransform(field.code, COLUMN)
    if kind in {FieldKind.NUMBER, FieldKind.MONEY, Result.NUMBER, Result.MONEY}:
        return Cast(text, DecimalField(max_digits=24, decimal_places=4))
    if kind in {FieldKind.DATE, Result.DATE}:
        return DayOf(text)
    if kind in {FieldKind.PERSON, FieldKind.ACCOUNT}:
        return Cast(text, BigIntegerField())
    return text


def words_of(field: CustomField) -> Any:
    """A text as it is searched: without accents and case."""
    return Fold(KeyTextTransform(field.code, COLUMN))


def is_text(field: CustomField) -> bool:
    return field.kind in {FieldKind.TEXT, FieldKind.LINK}


def index_of(field: CustomField) -> Index:
    """The index by which its filter finds rows."""
    name = f"custom_{field.subject}_{field.pk}"[:30]
    if is_text(field):
        return GinIndex(OpClass(words_of(field), name="gin_trgm_ops"), name=name)
    if field.kind == FieldKind.SEVERAL:
        return GinIndex(OpClass(value_of(field), name="jsonb_ops"), name=name)
    return Index(value_of(field), name=name)
