"""The fields of the company as columns and filters of each list: pages, files, saved views and changes of records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.db.models import BigIntegerField, Case, F, IntegerField, OuterRef, Q, Subquery, TextField, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.db.models.lookups import Exact
from django.utils.text import capfirst

from kameo.core.customfields.enums import FieldKind
from kameo.core.customfields.expressions import COLUMN, is_text, value_of, words_of
from kameo.core.customfields.models import CustomField
from kameo.core.customfields.reading import fields_of, kind_of, name_of, record_field
from kameo.core.customfields.subjects import references, subject_of
from kameo.core.kinds import ChoiceKind, TextKind, WholeKind
from kameo.core.lists import Column, Filter, InlineEdit, ListOf, TextFilter, natural_filter
from kameo.core.lists.declaration import extensions
from kameo.core.text import fold

POINTERS = frozenset({FieldKind.ACCOUNT, FieldKind.PERSON})


@dataclass(frozen=True, kw_only=True)
class FoldedFilter(TextFilter):
    """Every word typed stands in the text, whatever its accents and case."""

    def _condition(self, path: str, value: Any) -> Any:
        found = Q()
        for word in fold(value).split():
            found &= Q(**{f"{path}__contains": word})
        return found


@dataclass(frozen=True, kw_only=True)
class NameFilter(TextFilter):
    """Words of the name of the record that a field points at, among those that the reader sees."""

    visible: Any = None

    def narrow(self, rows: Any, user: Any, value: Any) -> Any:
        found = self.visible(user)
        for word in fold(value).split():
            found = found.filter(sort_name__contains=word)
        rows, path = self._placed(rows, user)
        return rows.filter(**{f"{path}__in": found.order_by().values("pk")})


def _added_parts(noun: ListOf) -> tuple[list[Column], list[Filter]]:
    subject = subject_of(noun.of)
    fields = fields_of(subject.key) if subject else ()
    return [_field_column(noun, field) for field in fields], [
        _field_filter(field) for field in fields if field.filtered
    ]


def file_columns_of(model: Any) -> list[Column]:
    """Those of a file that a noun writes itself."""
    subject = subject_of(model)
    return [_field_column(None, field) for field in fields_of(subject.key) if field.shown] if subject else []


def _field_column(noun: ListOf | None, field: CustomField) -> Column:
    points = field.kind in POINTERS
    return Column(
        name_of(field),
        capfirst(field.name),
        TextKind() if points else kind_of(field),
        read=partial(_name_read, field) if points else lambda user: value_of(field),
        sort=_sort_of(field),
        sort_kind=WholeKind() if field.kind == FieldKind.CHOICE else None,
        shown=field.shown,
        edit=_edit_of(noun, field),
        help=field.help,
    )


def _sort_of(field: CustomField) -> Any:
    """Choices in their own order."""
    if field.kind != FieldKind.CHOICE:
        return field.kind != FieldKind.SEVERAL
    code = KeyTextTransform(field.code, COLUMN)
    ranks = [When(Exact(code, Value(one.code)), then=Value(one.rank)) for one in field.options.all()]
    return Case(*ranks, default=None, output_field=IntegerField())


def _name_read(field: CustomField, user: Any) -> Any:
    """The name of the record that it points at, as far as the reader sees it."""
    kind: Any = references[field.kind]
    there = Cast(KeyTextTransform(field.code, OuterRef(COLUMN)), BigIntegerField())
    title = getattr(kind, "title", None) or F(kind.name)
    return Subquery(kind.visible(user).filter(pk=there).order_by().values_list(title)[:1], output_field=TextField())


def _edit_of(noun: ListOf | None, field: CustomField) -> InlineEdit | None:
    changes = noun is not None and (noun.resource is not None or noun.change is not None)
    if not changes or field.kind == FieldKind.FORMULA:
        return None
    return InlineEdit(field=name_of(field), read=record_field(field).read)


def _field_filter(field: CustomField) -> Filter:
    name, label, kind = name_of(field), capfirst(field.name), kind_of(field)
    if is_text(field):
        return FoldedFilter(key=name, label=label, path=lambda user: words_of(field))
    if field.kind in POINTERS:
        known: Any = kind
        return NameFilter(key=name, label=label, path=lambda user: value_of(field), visible=known.visible)
    read = lambda user: value_of(field)  # noqa: E731
    if isinstance(kind, ChoiceKind):  # what is retired is still found
        kind = replace(kind, choices=tuple(kind.labels().items()))
    return natural_filter(name, label, kind, read)


extensions.register("custom fields", _added_parts)
