"""The change that every editable column offers: one value for all, through the verb of one record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kameo.core.errors import DomainError
from kameo.core.kinds.values import KindError, ReferenceKind
from kameo.core.lists.bulk.plans import BulkKind, BulkPlan, Item
from kameo.core.lists.columns import Column

if TYPE_CHECKING:
    from kameo.core.lists.declaration import ListOf


def column_kind(noun: ListOf) -> BulkKind:
    return BulkKind(
        noun.writes,
        partial(_check_column, noun),
        partial(_read_column, noun),
        partial(_plan_column, noun),
        partial(_write_column, noun),
    )


def stored_value(column: Column, record: Any) -> Any:
    """The value of the record as JSON holds it."""
    edit: Any = column.edit
    value = edit.read(record) if edit.read is not None else getattr(record, edit.field or column.name)
    return column.kind.dump(getattr(value, "pk", value))


def write_value(noun: ListOf, column: Column, record: Any, value: Any, by: Any) -> Any:
    """Run the verb that changes this column of one record."""
    edit: Any = column.edit
    if edit.write is not None:
        return edit.write(record, value, by)
    return noun.verb(record, by=by, **{edit.field or column.name: value})


def _check_column(noun: ListOf, data: Mapping[str, Any], by: Any) -> dict[str, Any]:
    column = noun.all_columns().get(str(data.get("column", "")))
    if column is None or column.edit is None or not column.edit.many:
        raise DomainError("unknown_column", _("Choose one of the columns."), field="column")
    try:
        value = column.kind.dump(column.kind.clean(data.get("value")))
    except KindError as error:
        raise DomainError("invalid", str(error), field="value") from error
    return {"column": column.key, "value": value}


def _read_column(noun: ListOf, rows: Sequence[Any], data: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    column = noun.column_of(data["column"])
    return {row.pk: {column.key: stored_value(column, row)} for row in rows}


def _plan_column(noun: ListOf, rows: Sequence[Any], data: Mapping[str, Any], by: Any) -> BulkPlan:
    plan = BulkPlan()
    for record_id, before in _read_column(noun, rows, data).items():
        plan.add(record_id, before, {data["column"]: data["value"]})
    return plan


def _write_column(noun: ListOf, items: Sequence[Item], data: Mapping[str, Any], by: Any) -> dict[int, str]:
    column = noun.column_of(data["column"])
    records = noun.of.objects.in_bulk([item.record_id for item in items])
    refused = {}
    for item in items:
        try:
            with transaction.atomic():
                value = _column_value(column, item.after[column.key], by)
                write_value(noun, column, records[item.record_id], value, by)
        except DomainError as error:
            refused[item.record_id] = error.code
        except PermissionDenied:  # a noun may say for each record who changes it
            refused[item.record_id] = "not_yours"
    return refused


def _column_value(column: Column, kept: Any, by: Any) -> Any:
    kind = column.kind
    if isinstance(kind, ReferenceKind) and kept is not None and kind.visible is not None:
        return kind.visible(by).get(pk=kept)
    return kind.load(kept)
