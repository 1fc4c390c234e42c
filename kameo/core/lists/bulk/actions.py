"""What the page offers to do to a selection: the words, the controls, and what the verb is given of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms

from kameo.core.kinds.forms import form_field
from kameo.core.lists.columns import Column

if TYPE_CHECKING:
    from kameo.core.lists.declaration import ListOf


@dataclass(frozen=True)
class BulkAction:
    """One thing to do: `fields` makes its controls, `arguments` what the kind `what` is given of what was typed.

    `right` is the list's own without one; `danger` marks what takes records away.
    """

    label: Any
    icon: str
    what: str
    fields: Callable[[], dict[str, forms.Field]]
    arguments: Callable[[dict[str, Any]], dict[str, Any]]
    right: str = ""
    danger: bool = False


def column_actions(noun: ListOf) -> dict[str, BulkAction]:
    """One for each column that is changed in place, where the list declares none under its key."""
    return {
        column.key: BulkAction(
            column.label, "note", "column", partial(_column_fields, column), partial(_column_arguments, column)
        )
        for column in noun.all_columns().values()
        if column.edit is not None and column.edit.many
    }


def control_of(column: Column) -> forms.Field:
    edit: Any = column.edit
    if edit.control is not None:
        return edit.control()  # type: ignore[no-any-return]
    return form_field(column.kind, label=column.label, required=edit.required)


def _column_fields(column: Column) -> dict[str, forms.Field]:
    return {"value": control_of(column)}


def _column_arguments(column: Column, given: dict[str, Any]) -> dict[str, Any]:
    value = given["value"]
    return {"column": column.key, "value": column.kind.dump(getattr(value, "pk", value))}
