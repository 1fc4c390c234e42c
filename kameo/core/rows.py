"""Rows of a page read straight from the database: a dataclass says which column fills which field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, field, fields
from typing import Any, Self

from django.db.models import QuerySet

# What values_list() takes, or None where code gives the value.
Source = Any
Into = Callable[[Any], Any]


def column(source: Source, *, into: Into | None = None, default: Any = MISSING) -> Any:
    """A field of a row that does not bear its column's name: a path ("account__name") or an expression.

    `into` turns what the database answered into what the field holds, None included.
    """
    return _described({"source": source, "into": into}, default)


def given(default: Any = MISSING) -> Any:
    """A field that no column fills: `read(queryset, name=value)` gives it to every row, or its default stays."""
    return _described({"source": None, "into": None}, default)


class Row:
    """Base of frozen, slotted dataclasses: a field is read from the column of its name, unless `column` says another.

        @dataclass(frozen=True, slots=True)
        class NoteRow(Row):
            id: int
            author: str = column("by__full_name")

        NoteRow.read(notes.order_by("-at")[:20])

    One statement, no model instances; annotations of the queryset are columns as any other.
    """

    __slots__ = ()

    @classmethod
    def read(cls, queryset: QuerySet[Any, Any], **values: Any) -> list[Self]:
        """All rows of `queryset`, in its order; `values` are the same for every row."""
        return list(cls._made(queryset.values_list(*cls.columns()), values))

    @classmethod
    def iterate(cls, queryset: QuerySet[Any, Any], size: int = 2000, **values: Any) -> Iterator[Self]:
        """The same, some at a time, for files and other long readings."""
        return cls._made(queryset.values_list(*cls.columns()).iterator(size), values)

    @classmethod
    def first(cls, queryset: QuerySet[Any, Any], **values: Any) -> Self | None:
        """The first row of `queryset` in its order, or None."""
        return next(iter(cls.read(queryset[:1], **values)), None)

    @classmethod
    def columns(cls) -> list[Source]:
        """What `values_list` takes, in the order of the fields."""
        return [source for _name, source, _into in _columns_of(cls)]

    @classmethod
    def _made(cls, found: Any, values: dict[str, Any]) -> Iterator[Self]:
        columns = _columns_of(cls)
        names = [name for name, _source, _into in columns]
        turned = [(rank, into) for rank, (_name, _source, into) in enumerate(columns) if into is not None]
        plain = not values and len(names) == len(fields(cls))  # type: ignore[arg-type]
        for row in found:
            cells = list(row)
            for rank, into in turned:
                cells[rank] = into(cells[rank])
            yield cls(*cells) if plain else cls(**dict(zip(names, cells, strict=True)), **values)


def _described(metadata: dict[str, Any], default: Any) -> Any:
    return field(metadata=metadata) if default is MISSING else field(default=default, metadata=metadata)


def _columns_of(row: Any) -> tuple[tuple[str, Source, Into | None], ...]:
    """(field, column, what turns it) of every field that a column fills."""
    read: list[Field[Any]] = [one for one in fields(row) if one.metadata.get("source", one.name) is not None]
    return tuple((one.name, one.metadata.get("source", one.name), one.metadata.get("into")) for one in read)
