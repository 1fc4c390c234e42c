"""One field of a resource: what it holds, what people call it, where it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import models
from django.utils.text import capfirst

from kameo.core.kinds.columns import kind_of
from kameo.core.kinds.values import ReferenceKind, ValueKind
from kameo.core.records.parts import RowsKind

Suggest = Callable[[Any], Sequence[str]]


@dataclass(frozen=True)
class Field:
    """Declare what the model does not say; `of_model` fills in the rest.

    `label` (the verbose name), `kind` (the column's), `required` (the column takes neither nothing nor a default).
    For forms: `help`, `unit` (text, or a function of nothing), `beside` (stands on one line with the field before),
    `suggest(user)` (what people typed before), `attrs` and `size` of the control, `fresh()` (what a new form begins
    with, where the column has no default).
    `note` describes it in the API, `served` says whether it is taken and told there at all.
    `within`: kept under `key` in this JSON column, not in a column of its own. `asked`: a form wants it of a new
    record, nobody else does. `computed`: shown, and never taken.
    """

    name: str
    kind: ValueKind | None = None
    label: Any = ""
    required: bool | None = None
    help: Any = ""
    unit: Any = ""
    beside: bool = False
    suggest: Suggest | None = None
    attrs: Mapping[str, Any] = field(default_factory=dict)
    size: str = ""
    fresh: Callable[[], Any] | None = None
    note: str = ""
    within: str = ""
    key: str = ""
    served: bool = True
    asked: bool = False
    computed: bool = False
    nullable: bool = False
    # What stands for nothing: the column's default; a form shows it and does not call the field optional.
    default: Callable[[], Any] | None = None

    def of_model(self, model: type[models.Model]) -> Field:
        """The same, complete."""
        if self.within:
            return replace(self, key=self.key or self.name, required=bool(self.required), nullable=True)
        if self.is_part:
            return replace(self, required=bool(self.required))
        column: Any = model._meta.get_field(self.name)
        default = column.get_default if column.has_default() else None
        return replace(
            self,
            kind=self.kind or kind_of(column),
            label=self.label or capfirst(column.verbose_name),
            required=not column.blank and default is None if self.required is None else self.required,
            nullable=column.null,
            default=self.default or default,
        )

    @property
    def type(self) -> ValueKind:
        """Its kind, which a field of a registered resource always has."""
        if self.kind is None:
            raise TypeError(f"{self.name} has no kind yet")
        return self.kind

    @property
    def is_reference(self) -> bool:
        return isinstance(self.kind, ReferenceKind)

    @property
    def is_part(self) -> bool:
        """Whether it is kept as rows of a table of its own."""
        return isinstance(self.kind, RowsKind)

    def asked_of(self, row: Any) -> bool:
        """Whether a form may not leave it empty; a record that lacks what new ones need is saved all the same."""
        return bool(self.required) or (self.asked and (row is None or not self.type.blank(self.plain(row))))

    @property
    def public(self) -> str:
        """Its name in JSON: a reference is told by its id."""
        return f"{self.name}_id" if self.is_reference and not self.within else self.key or self.name

    def read(self, row: Any) -> Any:
        """The value as it is stored; a reference is its row."""
        if self.within:
            return self.type.load((getattr(row, self.within) or {}).get(self.key))
        if isinstance(self.kind, RowsKind):
            return self.kind.held(row)
        return getattr(row, self.name)

    def write(self, row: Any, value: Any) -> None:
        if isinstance(self.kind, RowsKind):
            self.kind.hold(row, value)
            return
        if not self.within:
            setattr(row, self.name, value)
            return
        kept = dict(getattr(row, self.within) or {})
        if self.type.blank(value):
            kept.pop(self.key, None)
        else:
            kept[self.key] = int(getattr(value, "pk", value)) if self.is_reference else self.type.dump(value)
        setattr(row, self.within, kept)

    def plain(self, row: Any) -> Any:
        """The value as JSON holds it: what a version is computed from."""
        if self.within:
            return (getattr(row, self.within) or {}).get(self.key)
        if self.is_reference:
            return getattr(row, f"{self.name}_id")
        return self.type.dump(self.read(row))
