"""The list's filters, order and page as they live in the address, and the words for those in force."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from babel import Locale
from django.http import QueryDict
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from kameo.accounts.enums import AccountClass, Kind, Status
from kameo.accounts.listing import ORDERS, Criteria, Cursor
from kameo.core.money import reporting_currency
from kameo.core.ui import formats

CHOICES: dict[str, Any] = {"status": Status, "class": AccountClass, "kind": Kind}
KEYS = (
    "q", "status", "class", "kind", "sector", "country", "tag", "lead", "roots", "revenue_from", "revenue_to",
    "silent",
)  # fmt: skip
LONG_SILENCE = 36_500  # days; beyond a century it is a typing slip


@dataclass(frozen=True)
class ListState:
    """Everything the address says: what is asked, in which order, from where."""

    criteria: Criteria = field(default_factory=Criteria)
    sort: str = "name"
    descending: bool = False
    cursor: Cursor | None = None
    asked: tuple[tuple[str, str], ...] = ()

    def query(self, *, without: Iterable[str] = (), **more: str) -> str:
        """The same address with some filters left out and `more` added; pages start again."""
        left_out = {*without, *more}
        pairs = [(key, value) for key, value in self.asked if key not in left_out]
        pairs += [(key, value) for key, value in more.items() if value]
        return "?" + urlencode(pairs) if pairs else "?"

    def sorted_by(self, key: str) -> str:
        """The address that sorts by `key`: its natural direction first, then the other one."""
        natural = ORDERS[key].descending
        descending = not self.descending if key == self.sort else natural
        return self.query(sort=f"-{key}" if descending else key)

    def page(self, cursor: Cursor | None) -> str | None:
        return None if cursor is None else self.query(**_written(cursor))


def read(params: QueryDict) -> ListState:
    """Read an address. What cannot be read is left out rather than refused: an old link still opens."""
    sort, descending = _order(params.get("sort", ""))
    criteria = Criteria(
        text=" ".join(params.get("q", "").replace("\x00", " ").split())[:120],
        statuses=_known(params, "status"),
        classes=_known(params, "class"),
        kinds=_known(params, "kind"),
        sector=_text(params, "sector"),
        country=_text(params, "country").upper()[:2],
        tag=_text(params, "tag"),
        lead=_lead(_text(params, "lead")),
        roots=params.get("roots") == "1",
        revenue_from=_amount(params.get("revenue_from", "")),
        revenue_to=_amount(params.get("revenue_to", "")),
        silent_days=_days(params.get("silent", "")),
        ids=tuple(int(raw) for raw in params.getlist("id")[:500] if raw.isascii() and raw.isdigit()),
    )
    asked = tuple((key, value) for key in (*KEYS, "sort") for value in params.getlist(key) if value.strip())
    return ListState(criteria, sort, descending, _cursor(params, sort), asked)


def _order(raw: str) -> tuple[str, bool]:
    key = raw.removeprefix("-")
    return (key, raw.startswith("-")) if key in ORDERS else ("revenue", True)


def _known(params: QueryDict, key: str) -> tuple[str, ...]:
    return tuple(value for value in params.getlist(key) if value in CHOICES[key].values)


def _text(params: QueryDict, key: str) -> str:
    return params.get(key, "").replace("\x00", "").strip()[:160]


def _lead(raw: str) -> str:
    return (
        raw if raw in {"me", "any", "nobody"} or (raw.isascii() and raw.isdigit() and len(raw) < 10) else ""
    )


def _amount(raw: str) -> Decimal | None:
    """Amounts as people write them: "240 000", "12,5"."""
    bare = "".join(raw.split()).replace("\u202f", "").replace("\u00a0", "").replace(",", ".")
    try:
        amount = Decimal(bare)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount) < Decimal(10) ** 16 else None


def _days(raw: str) -> int | None:
    bare = raw.strip()
    return min(int(bare), LONG_SILENCE) if bare.isascii() and bare.isdigit() and len(bare) < 10 else None


# --- Pages: where one starts, in the address -------------------------------------------------------------


def _written(cursor: Cursor) -> dict[str, str]:
    value = cursor.value.isoformat() if isinstance(cursor.value, datetime) else cursor.value
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


# --- Words -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ActiveFilter:
    """One condition in force, and the address without it."""

    label: str
    url: str


def active(state: ListState, lead_name: str = "") -> list[ActiveFilter]:
    """The conditions in force that the bar above the list does not show already."""
    return [
        ActiveFilter(label, state.query(without=[key] if isinstance(key, str) else key))
        for key, label in _labels(state.criteria, lead_name)
        if label
    ]


def _labels(asked: Criteria, lead_name: str) -> list[tuple[str | tuple[str, ...], str]]:
    kinds = ", ".join(str(Kind(kind).label) for kind in asked.kinds)
    silent = (
        _("No contact for %(days)s") % {"days": formats.days_in_words(asked.silent_days)}
        if asked.silent_days
        else ""
    )
    return [
        ("q", _("“%(text)s”") % {"text": asked.text} if asked.text else ""),
        ("status", ", ".join(str(Status(status).label) for status in asked.statuses)),
        ("class", ", ".join(str(AccountClass(one).label) for one in asked.classes)),
        ("lead", lead_words(asked.lead, lead_name)),
        ("kind", kinds),
        ("sector", asked.sector),
        ("country", country_name(asked.country)),
        ("tag", asked.tag),
        ("roots", _("Top of the tree only") if asked.roots else ""),
        (("revenue_from", "revenue_to"), _revenue_words(asked)),
        ("silent", silent),
    ]


def lead_words(lead: str, name: str = "") -> str:
    if not lead:
        return ""
    fixed = {"me": _("Led by me"), "any": _("With a lead"), "nobody": _("Without a lead")}
    return fixed.get(lead) or _("Led by %(name)s") % {"name": name or _("a colleague")}


def _revenue_words(asked: Criteria) -> str:
    low, high = asked.revenue_from, asked.revenue_to
    currency = reporting_currency()
    words = {"low": formats.money(low, currency), "high": formats.money(high, currency)}
    if low is not None and high is not None:
        return _("Revenue from %(low)s to %(high)s") % words
    if low is not None:
        return _("Revenue from %(low)s") % words
    return _("Revenue up to %(high)s") % words if high is not None else ""


def country_name(code: str) -> str:
    """The country's name in the reader's language; the code itself when it is not one."""
    return str(Locale(translation.get_language()[:2]).territories.get(code, code)) if code else ""
