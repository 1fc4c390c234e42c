"""The kinds a field may have: how each reads a cell and which SQL type stores it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kameo.core.company import company_zone
from kameo.core.importing import ImportField
from kameo.exchange.reading.amounts import amount_reader, digits_of
from kameo.exchange.reading.dates import date_reader, shape_of
from kameo.exchange.reading.hours import moment_of
from kameo.exchange.reading.values import Cell, is_absent, is_blank, one_line

from . import identifiers, texts
from .problems import CellError

Reader = Callable[[Cell], Any]

SQL_TYPES = {
    "amount": "numeric(20,4)",
    "number": "numeric(20,4)",
    "integer": "bigint",
    "date": "date",
    "moment": "timestamptz",
    "boolean": "boolean",
    "tags": "text[]",
}
LONG = 20_000  # letters of a long text for which nobody says how many
BY_DAY = ("date", "moment")
_WORDS_ARE_VALUES = frozenset({"text", "name", "long_text", "key", "tags", "phone", "choice", "boolean"})


@dataclass(frozen=True, slots=True)
class Format:
    """How the values of a column are written."""

    decimal: str = "."
    unit: int = 1
    date_order: str | None = None


def sql_type(kind: str) -> str:
    return SQL_TYPES.get(kind, "text")


def reader_for(field: ImportField, form: Format) -> Reader:
    """A function that reads one cell: a value, None for nothing; raises CellError."""
    read = _base_reader(field, form)
    absent = is_blank if field.kind in _WORDS_ARE_VALUES else is_absent
    if field.kind in {"amount", "number", *BY_DAY}:
        return read

    def guarded(cell: Cell) -> Any:
        return None if absent(cell) else read(cell)

    return guarded


def _base_reader(field: ImportField, form: Format) -> Reader:
    if field.kind in {"amount", "number"}:
        return _amount(form.decimal, form.unit if field.kind == "amount" else 1)
    if field.kind in BY_DAY:
        return (_date if field.kind == "date" else _moment_reader)(form.date_order)
    if field.kind == "integer":
        return texts.integer(form.decimal)
    if field.kind == "choice":
        return texts.choice(dict(field.words))
    if field.kind in {"name", "key", "phone"}:
        return texts.name(field.limit)
    if field.kind == "long_text":
        return texts.long_text(max(field.limit, LONG))
    return _PLAIN.get(field.kind) or texts.text(field.limit)


_PLAIN: dict[str, Reader] = {
    "siren": identifiers.siren,
    "siret": identifiers.siret,
    "vat": identifiers.vat,
    "naf": identifiers.naf,
    "email": texts.email,
    "emails": texts.emails(1000),
    "url": texts.url,
    "country": texts.country,
    "currency": texts.currency,
    "boolean": texts.boolean,
    "tags": texts.tags,
}


def _amount(decimal: str, unit: int) -> Reader:
    amount = amount_reader(decimal, unit)

    def read(cell: Cell) -> Any:
        try:
            return amount(cell)
        except ValueError:
            raise CellError("amount_unreadable") from None

    return read


def _date(order: str | None) -> Reader:
    date = date_reader(order)
    shown = {"dmy": "31/12/2026", "mdy": "12/31/2026", "ymd": "2026/12/31"}.get(order or "", "2026-12-31")

    def read(cell: Cell) -> Any:
        try:
            return date(cell)
        except ValueError:
            raise CellError("date_unreadable", order=shown) from None

    return read


def _moment_reader(order: str | None) -> Reader:
    """The day as a date is read, with the hour where one follows: of the company's day where no zone is said."""
    date = _date(order)

    def read(cell: Cell) -> Any:
        day = date(cell)
        try:
            return None if day is None else moment_of(day, cell, company_zone())
        except ValueError:
            raise CellError("date_unreadable", order="2026-12-31 14:30") from None

    return read


def is_readable(kind: str, cell: Cell) -> bool:
    """Could this cell be of that kind, under any format? What the matcher asks about contents."""
    if kind in {"amount", "number", "integer"}:
        return (isinstance(cell, (int, float)) and not isinstance(cell, bool)) or digits_of(cell) is not None
    if kind in BY_DAY:
        return shape_of(cell) != "none"
    if kind == "name":
        return any(char.isalpha() for char in one_line(cell))
    if kind == "key":
        return len(one_line(cell)) <= 40 and one_line(cell).count(" ") <= 1
    read = _PLAIN.get(kind)
    if read is None:
        return bool(one_line(cell))
    try:
        read(cell)
    except CellError:
        return False
    return True
