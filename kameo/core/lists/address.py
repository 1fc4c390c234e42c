"""The filters, columns, order and page of a list as they live in the address."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import QueryDict
from django.utils.http import urlencode

from kameo.core.kinds import NumberKind, ValueKind, WholeKind
from kameo.core.lists.criteria import Criteria
from kameo.core.lists.declaration import ListOf

BESIDE = ("scope", "bin", "sort", "cols", "view")
Taken = Iterable[str | tuple[str, str]]


@dataclass(frozen=True)
class Cursor:
    """Where a page starts: after (or before) the row that sorts as `value`, `id`."""

    value: Any
    id: int
    backwards: bool = False


@dataclass(frozen=True)
class ListState:
    """All that the address says: what is asked, which columns, in which order, from where, from which view."""

    noun: ListOf
    criteria: Criteria
    sort: str
    descending: bool
    cursor: Cursor | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()
    view: str = ""
    names: tuple[str, ...] = ()

    def query(self, *, without: Taken = (), **more: str) -> str:
        """The same address with some filters (or one value of them) left out and `more` added; pages start again."""
        left_out = {*without, *more}
        pairs = [pair for pair in self.pairs if pair[0] not in left_out and pair not in left_out]
        pairs += [(key, value) for key, value in more.items() if value]
        return "?" + urlencode(pairs) if pairs else "?"

    def sorted_by(self, key: str) -> str:
        """The address that sorts by `key`: its natural direction first, then the other one."""
        natural = self.noun.column_of(key).descending
        descending = not self.descending if key == self.sort else natural
        return self.query(sort=f"-{key}" if descending else key)

    def page(self, cursor: Cursor | None) -> str | None:
        return None if cursor is None else self.query(sort=self.order, **_cursor_params(self.noun, self.sort, cursor))

    @property
    def order(self) -> str:
        return f"-{self.sort}" if self.descending else self.sort

    @property
    def cleared(self) -> str:
        """The same columns and order without any filter."""
        return self.query(without=[*self.names, "bin"], sort=self.order)

    @property
    def filters(self) -> dict[str, list[str]]:
        """The conditions alone, as a saved view keeps them."""
        kept: dict[str, list[str]] = {}
        for key, value in self.pairs:
            if key not in BESIDE:
                kept.setdefault(key, []).append(value)
        return kept


def read(noun: ListOf, params: QueryDict) -> ListState:
    """Read an address. What cannot be read is left out rather than refused: an old link still opens."""
    names = filter_names(noun)
    sort, descending = _order(noun, params.get("sort", ""))
    ids = tuple(int(raw) for raw in params.getlist("id")[:500] if raw.isascii() and raw.isdigit())
    criteria = Criteria(values_of(noun, params), ids)
    pairs = tuple((key, value) for key in (*names, *BESIDE) for value in params.getlist(key) if value.strip())
    view = params.get("view", "").replace("\x00", "").strip()[:20]
    cursor = _cursor(noun, params, sort)
    return ListState(noun, criteria, sort, descending, cursor, pairs, _column_keys(noun, params), view, names)


def filter_names(noun: ListOf) -> tuple[str, ...]:
    return tuple(name for one in noun.all_filters().values() for name in one.names)


def values_of(noun: ListOf, params: QueryDict) -> dict[str, Any]:
    """What the filters ask for, by their keys."""
    found = ((one.key, one.read(params)) for one in noun.all_filters().values())
    return {key: value for key, value in found if value is not None}


def params_of(noun: ListOf, filters: Any, **beside: str) -> QueryDict:
    """The address that a saved view stands for; anything unreadable in it is left out."""
    params = QueryDict(mutable=True)
    for key in filter_names(noun):
        values = filters.get(key) if isinstance(filters, Mapping) else None
        if isinstance(values, list):
            params.setlist(key, [str(value)[:200] for value in values[:50] if value not in (None, "")])
    for key, value in beside.items():
        if value:
            params[key] = value
    return params


def is_bare(noun: ListOf, params: QueryDict) -> bool:
    """Whether the address says nothing but, maybe, which view."""
    keys = (*filter_names(noun), "sort", "cols", "after", "before", "id", "bin", "scope")
    return not any(params.get(key, "").strip() for key in keys)


def _column_keys(noun: ListOf, params: QueryDict) -> tuple[str, ...]:
    raw = ",".join(params.getlist("cols")[:40])[:1000]
    known = noun.all_columns()
    return tuple(dict.fromkeys(key for key in raw.split(",") if key in known))


def _order(noun: ListOf, raw: str) -> tuple[str, bool]:
    key = raw.removeprefix("-")
    if key in noun.order_columns():
        return key, raw.startswith("-")
    return noun.order.removeprefix("-"), noun.order.startswith("-")


# --- Pages: where one starts, in the address -------------------------------------------------------------


def _cursor_params(noun: ListOf, sort: str, cursor: Cursor) -> dict[str, str]:
    token = base64.urlsafe_b64encode(json.dumps([_plain_value(cursor.value), cursor.id]).encode()).decode().rstrip("=")
    return {"before" if cursor.backwards else "after": token}


def _plain_value(value: Any) -> str | None:
    if value is None:
        return None
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _cursor(noun: ListOf, params: QueryDict, sort: str) -> Cursor | None:
    backwards = "before" in params
    token = params.get("before" if backwards else "after", "")
    try:
        bare, pk = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        value = None if bare is None else _cursor_value(noun.column_of(sort).cursor_kind, bare)
        return Cursor(value, int(pk), backwards) if 0 < int(pk) < 2**63 and "\x00" not in str(bare) else None
    except (ValueError, TypeError, binascii.Error, InvalidOperation):
        return None


def _cursor_value(kind: ValueKind, bare: str) -> Any:
    """As it was read: a number keeps every decimal."""
    if isinstance(kind, WholeKind):
        return int(bare)
    if isinstance(kind, NumberKind):
        value = Decimal(bare)
        if not value.is_finite():
            raise InvalidOperation
        return value
    return kind.load(bare)
