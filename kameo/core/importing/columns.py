"""The columns of a plain noun: what a file may say of each, and how the table keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import connection, models
from django.utils.functional import cached_property

from kameo.core.customfields.reading import fields_of, record_field
from kameo.core.importing.declarations import ImportField
from kameo.core.importing.names import spoken, words_in
from kameo.core.kinds.values import ChoiceKind, NumberKind, ReferenceKind, SeveralKind, ValueKind
from kameo.core.text import fold

# Of a record, as the engines write them: set by the run.
AUTHORS = ("by_id", "created_by_id", "author_id")


@dataclass(frozen=True)
class PlainColumn:
    """A declared field of a resource (`records.Field`), with the field of the file that fills it."""

    declared: Any
    model: type[models.Model]
    field: ImportField

    @property
    def name(self) -> str:
        return str(self.declared.name)

    @cached_property
    def stored(self) -> models.Field[Any, Any]:
        column: Any = self.model._meta.get_field(self.name)
        return column

    @property
    def attribute(self) -> str:
        """The database's name of it, quoted; a reference is staged under its own name as the file spells it."""
        return f'"{self.stored.column}"'

    @property
    def reference(self) -> type[models.Model] | None:
        related: Any = self.stored.related_model if isinstance(self.declared.kind, ReferenceKind) else None
        return related

    @property
    def is_author(self) -> bool:
        return self.stored.column in AUTHORS

    @property
    def type(self) -> str:
        return str(self.stored.db_type(connection))

    @property
    def is_text(self) -> bool:
        return isinstance(self.stored, models.CharField | models.TextField) and not self.declared.kind.numeric

    @property
    def bounds(self) -> tuple[Decimal | int | None, Decimal | int | None]:
        kind = self.declared.kind
        return (kind.low, kind.high) if isinstance(kind, NumberKind) else (None, None)

    def value(self, rows: str = "r") -> str:
        """SQL: what a new record holds, the default (a parameter of that name) where the row is blank."""
        given = f"{rows}.{self.attribute}"
        return given if self.stored.null else f"coalesce({given}, %(default_{self.name})s::{self.type})"

    def compared(self, sql: str) -> str:
        """SQL: what two values are the same by. Files tell moments to the second."""
        if isinstance(self.stored, models.DateTimeField):
            return f"date_trunc('second', {sql})"
        return f"kameo_fold({sql})" if self.is_text else sql


def columns_of(resource: Any, names: Path | None) -> tuple[PlainColumn, ...]:
    """Those that a file can fill: everything but rows of tables of their own and what the company added."""
    return tuple(
        PlainColumn(one, resource.model, field_of(one, names, resource.model))
        for one in resource.own_fields
        if not one.is_part and not one.within
    )


def field_of(declared: Any, names: Path | None = None, model: type[models.Model] | None = None) -> ImportField:
    """The field of a file for a field of a resource: it goes by its label in each language and by its names."""
    kind = declared.kind
    said = words_in(names, declared.name) if names else {}
    column: Any = model._meta.get_field(declared.name) if model is not None and not declared.within else None
    reads = "email" if isinstance(column, models.EmailField) else "name" if declared.is_reference else kind.importing
    return ImportField(
        declared.name,
        reads,
        declared.label,
        (*spoken(declared.label), *said.get("columns", ())),
        words=_spellings(kind) if isinstance(kind, ChoiceKind) else {},
        labels={str(value): label for value, label in kind.offered()} if isinstance(kind, ChoiceKind) else {},
        limit=getattr(kind, "limit", 250),
        key=declared.key if declared.within else "",
        dump=_kept_as(kind),
        reference=kind if declared.is_reference else None,
    )


def custom_fields(subject: str) -> tuple[ImportField, ...]:
    """The fields that a company added to a noun and that people fill; for `Importer.extra`."""
    declared = (record_field(one) for one in fields_of(subject))
    return tuple(field_of(one) for one in declared if not one.computed)


def _kept_as(kind: ValueKind) -> Callable[[Any], Any]:
    """What JSON holds of a read value, cleaned as a form's would be. Raises KindError."""
    if isinstance(kind, ReferenceKind):
        return str
    if isinstance(kind, SeveralKind):
        codes = {fold(name): value for value, names in _spellings(kind).items() for name in names}
        return lambda words: kind.dump(kind.clean([codes.get(fold(word), word) for word in words]))
    return lambda value: kind.dump(kind.clean(value))


def _spellings(kind: ChoiceKind) -> Mapping[str, tuple[str, ...]]:
    if kind.spelled is not None:
        return kind.spelled()
    return {str(value): (str(value), *spoken(label)) for value, label in kind.offered()}


def defaults_of(model: type[models.Model]) -> Iterator[tuple[str, Any]]:
    """(column, what it holds when nobody says) of every column that takes no null."""
    for column in model._meta.concrete_fields:
        if not column.null and not column.primary_key and not column.generated and not column.is_relation:
            yield str(column.column), column.get_db_prep_save(column.get_default(), connection)
