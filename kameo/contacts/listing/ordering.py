"""Orders of the list of persons and their cursors: keyset, unknown values last, forwards and backwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import F, Q
from django.utils.http import urlencode


@dataclass(frozen=True)
class PersonOrder:
    """`field` of the row, from the largest when `descending`. Persons of equal value follow by id."""

    field: str
    descending: bool = False

    @property
    def by_value(self) -> bool:
        """Whether the value may be unknown."""
        return self.field != "sort_name"


NAME = PersonOrder("sort_name")
# The key is what the address says: the relation strongest or weakest first, the contact latest or oldest first.
ORDERS: dict[str, PersonOrder] = {
    "": NAME,
    "-strength": PersonOrder("strength", descending=True),
    "strength": PersonOrder("strength"),
    "-contact": PersonOrder("last_contact_at", descending=True),
    "contact": PersonOrder("last_contact_at"),
}


def order_of(sort: str) -> PersonOrder:
    return ORDERS.get(sort, NAME)


def order_from_cursor(people: Any, order: PersonOrder, place: tuple[Any, int] | None, *, backwards: bool) -> Any:
    """The queryset in this order, reversed when `backwards`, from the cursor on."""
    if place is not None:
        people = people.filter(_after_cursor(order, *place, backwards=backwards))
    value = F(order.field)
    nulls: dict[str, Any] = {"nulls_first": True} if backwards else {"nulls_last": True}
    if not order.by_value:
        nulls = {}
    ordered = value.desc(**nulls) if order.descending != backwards else value.asc(**nulls)
    return people.order_by(ordered, "-id" if backwards else "id")


def _after_cursor(order: PersonOrder, value: Any, pk: int, *, backwards: bool) -> Q:
    """The rows after the cursor, before it when `backwards`."""
    same = Q(**{"id__lt" if backwards else "id__gt": pk})
    if value is None:
        unknown = Q(**{f"{order.field}__isnull": True}) & same
        return unknown | Q(**{f"{order.field}__isnull": False}) if backwards else unknown
    way = "lt" if order.descending != backwards else "gt"
    further = Q(**{f"{order.field}__{way}": value}) | (Q(**{order.field: value}) & same)
    if backwards or not order.by_value:
        return further
    return further | Q(**{f"{order.field}__isnull": True})


def write_cursor(order: PersonOrder, row: Any) -> str:
    """The cursor of a row, as an address writes it: id_value."""
    if row is None:
        return ""
    value = getattr(row, order.field)
    text = "" if value is None else value.isoformat() if isinstance(value, datetime) else str(value)
    return f"{row.id}_{text}"


def read_cursor(order: PersonOrder, text: str) -> tuple[Any, int] | None:
    """The cursor in an address; None for none, or for one of another order."""
    pk, bar, value = text.partition("_")
    if not (bar and pk.isdecimal() and len(pk) < 19):
        return None
    if not order.by_value:
        return value, int(pk)
    if not value:
        return None, int(pk)
    known = _read_moment(value) if order.field == "last_contact_at" else _read_score(value)
    return None if known is None else (known, int(pk))


def _read_moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _read_score(text: str) -> Decimal | None:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 <= found <= 100 else None


def sorted_by(sort: str) -> dict[str, str]:
    """What an address adds for this order."""
    return {"sort": sort} if sort else {}


def headings(kept: Mapping[str, str], sort: str) -> dict[str, dict[str, str | None]]:
    """For each column that sorts: where its heading leads, and how it is sorted now (`ui.table`)."""
    found: dict[str, dict[str, str | None]] = {"name": _column_heading(kept, "", "ascending" if not sort else None)}
    for column, first in (("strength", "-strength"), ("contact", "-contact")):
        other = first.removeprefix("-")
        now = {first: "descending", other: "ascending"}.get(sort)
        found[column] = _column_heading(kept, other if sort == first else first, now)
    return found


def _column_heading(kept: Mapping[str, str], sort: str, now: str | None) -> dict[str, str | None]:
    return {"url": "?" + urlencode({**kept, **sorted_by(sort)}), "sort": now}
