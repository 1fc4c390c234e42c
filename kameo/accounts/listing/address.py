"""The list's filters, columns, order and page as they live in the address."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import QueryDict
from django.utils.dateparse import parse_date
from django.utils.http import urlencode

from kameo.accounts.enums import AccountClass, Kind, Status
from kameo.accounts.listing import COLUMNS, ORDERS, AccountCriteria, Cursor
from kameo.accounts.listing.conditions import RATED, attributes, concerns

SOURCES = ("computed", "accepted", "overridden")
CHOICES: dict[str, Container[str]] = {
    "status": Status.values,
    "class": AccountClass.values,
    "kind": Kind.values,
    "source": SOURCES,
    "has": attributes,
    "lacks": attributes,
    "unrated": RATED,
    "concern": concerns,
}
SWITCHES = ("roots", "watched", "uncovered", "overdue")
AMOUNTS = ("revenue_from", "revenue_to", "potential_from", "potential_to")
DATES = ("contact_from", "contact_to", "created_from", "created_to")
# What a saved view keeps; `sort`, `cols` and `view` stand beside.
KEYS = (
    "q",
    "status",
    "class",
    "source",
    "kind",
    "sector",
    "country",
    "tag",
    "lead",
    "owner",
    "team",
    "has",
    "lacks",
    "unrated",
    "concern",
    *SWITCHES,
    *AMOUNTS,
    *DATES,
    "silent",
)
BESIDE = ("sort", "cols", "view")
LONG_SILENCE = 36_500  # days; beyond a century it is a typing slip


@dataclass(frozen=True)
class ListState:
    """Everything the address says: what is asked, which columns, in which order, from where, from which view."""

    criteria: AccountCriteria = field(default_factory=AccountCriteria)
    sort: str = "name"
    descending: bool = False
    cursor: Cursor | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()
    view: str = ""

    def query(self, *, without: Iterable[str | tuple[str, str]] = (), **more: str) -> str:
        """The same address with some filters (or one value of them) left out and `more` added; pages start again."""
        left_out = {*without, *more}
        pairs = [pair for pair in self.pairs if pair[0] not in left_out and pair not in left_out]
        pairs += [(key, value) for key, value in more.items() if value]
        return "?" + urlencode(pairs) if pairs else "?"

    def sorted_by(self, key: str) -> str:
        """The address that sorts by `key`: its natural direction first, then the other one."""
        natural = ORDERS[key].descending
        descending = not self.descending if key == self.sort else natural
        return self.query(sort=f"-{key}" if descending else key)

    def page(self, cursor: Cursor | None) -> str | None:
        return None if cursor is None else self.query(**_cursor_params(cursor))

    @property
    def order(self) -> str:
        return f"-{self.sort}" if self.descending else self.sort

    @property
    def cleared(self) -> str:
        """The same columns and order without any filter."""
        return self.query(without=KEYS, sort=self.order)

    @property
    def filters(self) -> dict[str, list[str]]:
        """The conditions alone, as a saved view keeps them."""
        kept: dict[str, list[str]] = {}
        for key, value in self.pairs:
            if key in KEYS:
                kept.setdefault(key, []).append(value)
        return kept

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the filters' form must carry along."""
        return [(key, value) for key, value in self.pairs if key in {"cols", "view"}]


def read(params: QueryDict) -> ListState:
    """Read an address. What cannot be read is left out rather than refused: an old link still opens."""
    sort, descending = _order(params.get("sort", ""))
    known = {key: _known(params, key) for key in CHOICES}
    rest: dict[str, Any] = {key: params.get(key) == "1" for key in SWITCHES}
    rest |= {key: _amount(params.get(key, "")) for key in AMOUNTS}
    rest |= {key: _date(params.get(key, "")) for key in DATES}
    criteria = AccountCriteria(
        text=" ".join(params.get("q", "").replace("\x00", " ").split())[:120],
        statuses=known["status"],
        classes=known["class"],
        sources=known["source"],
        kinds=known["kind"],
        has=known["has"],
        lacks=known["lacks"],
        unrated=known["unrated"],
        concerns=known["concern"],
        sector=_text_param(params, "sector"),
        country=_text_param(params, "country").upper()[:2],
        tags=tuple(tag for raw in params.getlist("tag")[:20] if (tag := _clean_param(raw))),
        lead=_lead(_text_param(params, "lead")),
        owner=_text_param(params, "owner"),
        team=_text_param(params, "team"),
        silent_days=_days(params.get("silent", "")),
        ids=tuple(int(raw) for raw in params.getlist("id")[:500] if raw.isascii() and raw.isdigit()),
        **rest,
    )
    pairs = tuple((key, value) for key in (*KEYS, *BESIDE) for value in params.getlist(key) if value.strip())
    return ListState(
        criteria, sort, descending, _cursor(params, sort), pairs, _column_keys(params), _text_param(params, "view")[:20]
    )


def params_of(filters: Mapping[str, Any], **beside: str) -> QueryDict:
    """The address that a saved view stands for; anything unreadable in it is left out."""
    params = QueryDict(mutable=True)
    for key in KEYS:
        values = filters.get(key) if isinstance(filters, Mapping) else None
        if isinstance(values, list):
            params.setlist(key, [str(value)[:200] for value in values[:50] if value not in (None, "")])
    for key, value in beside.items():
        if value:
            params[key] = value
    return params


def is_bare(params: QueryDict) -> bool:
    """Whether the address says nothing but, maybe, which view."""
    return not any(params.get(key, "").strip() for key in (*KEYS, "sort", "cols", "after", "before", "id"))


def _column_keys(params: QueryDict) -> tuple[str, ...]:
    raw = ",".join(params.getlist("cols")[:40])[:1000]
    return tuple(dict.fromkeys(key for key in raw.split(",") if key in COLUMNS))


def _order(raw: str) -> tuple[str, bool]:
    key = raw.removeprefix("-")
    return (key, raw.startswith("-")) if key in ORDERS else ("revenue", True)


def _known(params: QueryDict, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in params.getlist(key) if value in CHOICES[key]))


def _text_param(params: QueryDict, key: str) -> str:
    return _clean_param(params.get(key, ""))


def _clean_param(raw: str) -> str:
    return raw.replace("\x00", "").strip()[:160]


def _lead(raw: str) -> str:
    return raw if raw in {"me", "any", "nobody"} or (raw.isascii() and raw.isdigit() and len(raw) < 10) else ""


def _amount(raw: str) -> Decimal | None:
    """Amounts as people write them: "240 000", "12,5"."""
    bare = "".join(raw.split()).replace("\u202f", "").replace("\u00a0", "").replace(",", ".")
    try:
        amount = Decimal(bare)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount) < Decimal(10) ** 16 else None


def _date(raw: str) -> date | None:
    try:
        day = parse_date(raw.strip())
    except ValueError:
        return None
    return day if day and 1900 <= day.year < 2200 else None


def _days(raw: str) -> int | None:
    bare = raw.strip()
    return min(int(bare), LONG_SILENCE) if bare.isascii() and bare.isdigit() and len(bare) < 10 else None


# --- Pages: where one starts, in the address -------------------------------------------------------------


def _cursor_params(cursor: Cursor) -> dict[str, str]:
    value = cursor.value.isoformat() if isinstance(cursor.value, date | datetime) else cursor.value
    bare = None if value is None else str(value)
    token = base64.urlsafe_b64encode(json.dumps([bare, cursor.id]).encode()).decode().rstrip("=")
    return {"before" if cursor.backwards else "after": token}


def _cursor(params: QueryDict, sort: str) -> Cursor | None:
    backwards = "before" in params
    token = params.get("before" if backwards else "after", "")
    try:
        bare, pk = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        value = None if bare is None else ORDERS[sort].read(bare)
        return Cursor(value, int(pk), backwards) if 0 < int(pk) < 2**63 and "\x00" not in str(bare) else None
    except (ValueError, TypeError, binascii.Error, InvalidOperation):
        return None
