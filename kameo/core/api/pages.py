"""Keyset pagination: `limit` and an opaque `cursor`; no page is ever counted or skipped over."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.dateparse import parse_date, parse_datetime
from ninja import Field, Schema

from kameo.core.errors import DomainError

T = TypeVar("T")
MAX_LIMIT = 200


class PageQuery(Schema):
    limit: int = Field(50, ge=1, le=MAX_LIMIT, description="How many items at the most.")
    cursor: str | None = Field(None, max_length=400, description="The `next` of the previous page.")


class Page(Schema, Generic[T]):
    items: list[T]
    next: str | None = Field(description="The cursor of the next page, null on the last one.")


def page_of(
    queryset: models.QuerySet[Any], query: PageQuery, *, order: str = "id", serialise: Callable[[list[Any]], list[T]]
) -> dict[str, Any]:
    """One page of `queryset` ordered by `order` (a non-null column, "-" for descending) then id, same direction.

    `serialise` turns the rows of the page into its items.
    Raises DomainError("bad_cursor") for a cursor that is not ours or belongs to another order.
    """
    down, column = order.startswith("-"), order.lstrip("-")
    keys = [order] if column == "id" else [order, "-id" if down else "id"]
    rows = queryset.order_by(*keys)
    if query.cursor:
        rows = rows.filter(_after(column, down, PageCursor(order).decode(query.cursor)))
    found = list(rows[: query.limit + 1])
    items, more = found[: query.limit], len(found) > query.limit
    return {
        "items": serialise(items),
        "next": PageCursor(order).encode([_cursor_value(items[-1], column), items[-1].pk]) if more else None,
    }


@dataclass(frozen=True)
class PageCursor:
    """Where a page of one order ends, as an opaque text; a cursor of another order is refused."""

    order: str

    def encode(self, values: Sequence[Any]) -> str:
        """The text for the row that has these values in the order: its key and its id."""
        plain = json.dumps([self.order, *(v.isoformat() if isinstance(v, date) else v for v in values)])
        return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")

    def decode(self, cursor: str) -> list[Any]:
        """Key and id. Raises DomainError "bad_cursor"."""
        try:
            plain = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
            given_order, value, pk = json.loads(plain)
        except (ValueError, TypeError, binascii.Error) as error:
            raise bad_cursor() from error
        if given_order != self.order or not isinstance(pk, int) or isinstance(value, list | dict) or value is None:
            raise bad_cursor()
        return [value, pk]


def bad_cursor() -> DomainError:
    """What to raise for a cursor that no page gave."""
    return DomainError("bad_cursor", "Use the `next` of the previous page as it is.", field="cursor")


def _after(column: str, down: bool, place: list[Any]) -> Q:
    value, pk = place
    if column.endswith(("_at", "at")):
        value = _read_cursor_value(parse_datetime, value)
    elif column == "on" or column.endswith("_on"):
        value = _read_cursor_value(parse_date, value)
    if value is None:
        raise bad_cursor()
    beyond = "lt" if down else "gt"
    if column == "id":
        return Q(**{f"id__{beyond}": pk})
    # The first, redundant term lets PostgreSQL start its index scan at the place.
    return Q(**{f"{column}__{beyond}e": value}) & (
        Q(**{f"{column}__{beyond}": value}) | Q(**{column: value, f"id__{beyond}": pk})
    )


def _read_cursor_value(parse: Callable[[str], Any], value: Any) -> Any:
    try:
        return parse(str(value))
    except ValueError:
        return None


def _cursor_value(row: Any, column: str) -> Any:
    value = getattr(row, column)
    return value.isoformat() if isinstance(value, datetime) else value
