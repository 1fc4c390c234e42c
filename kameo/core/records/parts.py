"""Rows that are a part of a record and are written with it: the lines of an invoice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from kameo.core.kinds.values import ValueKind

if TYPE_CHECKING:
    from kameo.core.records.fields import Field

Part = dict[str, Any]


@dataclass(frozen=True)
class RowsKind(ValueKind):
    """Rows of `model`, in order (its `position`), replaced together. `related` is the record's name for them.

    `schema` begins their names in the API; a form offers `extra` empty ones, laid out by the class `css`.
    """

    model: type[models.Model]
    related: str
    fields: tuple[Field, ...]
    schema: str
    extra: int = 3
    most: int = 500
    css: str = ""
    empty: ClassVar[Any] = ()

    def columns(self) -> list[Field]:
        return [field.of_model(self.model) for field in self.fields]

    def clean(self, value: Any) -> list[Part]:
        """Without the rows in which nothing stands. Raises KindError."""
        columns = self.columns()
        rows = [{field.name: field.type.clean(row.get(field.name)) for field in columns} for row in value or ()]
        return [row for row in rows if any(not field.type.blank(row[field.name]) for field in columns)]

    def dump(self, value: Any) -> Any:
        return [{field.name: field.type.dump(row[field.name]) for field in self.columns()} for row in value]

    def words(self, value: Any) -> str:
        return "\n".join(
            " ".join(filter(None, (field.type.words(row[field.name]) for field in self.columns()))) for row in value
        )

    def held(self, row: Any) -> list[Part]:
        """The rows to be written with the record, or those that are stored."""
        waiting = row.__dict__.get("_waiting_parts", {})
        if self.related in waiting:
            found: list[Part] = waiting[self.related]
            return found
        if row.pk is None:
            return []
        return [{field.name: field.read(part) for field in self.fields} for part in getattr(row, self.related).all()]

    def hold(self, row: Any, value: list[Part]) -> None:
        row.__dict__.setdefault("_waiting_parts", {})[self.related] = value

    def replace(self, row: Any, value: list[Part]) -> None:
        """Write them in the place of what is stored."""
        stored: Any = getattr(row, self.related)
        stored.all().delete()
        owner, make = stored.field.name, self.model
        make._default_manager.bulk_create(
            make(**{owner: row, "position": place}, **part) for place, part in enumerate(value, 1)
        )
