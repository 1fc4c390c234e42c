"""Texts, addresses of the web and of mail, yes and no, lists, whole numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from urllib.parse import urlsplit

from kameo.exchange.matching.names import key_of
from kameo.exchange.reading.amounts import amount_reader
from kameo.exchange.reading.units import CODES, SYMBOLS
from kameo.exchange.reading.values import Cell, is_absent, one_line, text_of

from .countries import country_code
from .problems import CellError

_EMAIL = re.compile(
    r"^[^@\s<>()\",;:]+@([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,})$"
)
_ADDRESSES = re.compile(r"[\s;,|<>]+|:::")
_HOST = re.compile(r"^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}$")
_YES = frozenset({"yes", "oui", "true", "vrai", "1", "y", "o", "x", "ja", "si", "✓", "active", "actif"})
_NO = frozenset({"no", "non", "false", "faux", "0", "n", "", "nein", "inactive", "inactif"})
_SOFT_NULL = frozenset({"NULL", "#N/A", "#REF!", "#VALUE!", "#VALEUR!", "(null)", "[ND]"})


def _within(value: str, limit: int) -> str | None:
    """`value`, or nothing; never cut: what is too long is left out, and told."""
    if len(value) > limit:
        raise CellError("too_long", limit=limit)
    return value or None


def text(limit: int) -> Callable[[Cell], str | None]:
    """One line; the words that databases export for nothing (NULL, #N/A) are nothing."""

    def read(cell: Cell) -> str | None:
        value = one_line(cell)
        return _within("" if value in _SOFT_NULL else value, limit)

    return read


def name(limit: int) -> Callable[[Cell], str | None]:
    """One line, whatever it says: a company may be called “Null”."""
    return lambda cell: _within(one_line(cell), limit)


def long_text(limit: int) -> Callable[[Cell], str | None]:
    """Several lines, as they are."""
    return lambda cell: _within(text_of(cell), limit)


def email(cell: Cell) -> str | None:
    value = text_of(cell).lower().removeprefix("mailto:")
    if not _EMAIL.match(value):
        raise CellError("email_invalid")
    return value


def emails(limit: int) -> Callable[[Cell], str | None]:
    """One address or several, as they are written; the importer cuts them. Refused when none is one."""

    def read(cell: Cell) -> str | None:
        value = one_line(cell)
        if len(value) > limit:
            raise CellError("too_long", limit=limit)
        if not any(_EMAIL.match(word.lower().removeprefix("mailto:")) for word in _ADDRESSES.split(value) if word):
            raise CellError("email_invalid")
        return value

    return read


def url(cell: Cell) -> str | None:
    value = text_of(cell)
    full = value if "://" in value else f"https://{value}"
    try:
        parts = urlsplit(full)
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise CellError("url_invalid") from error
    if parts.scheme not in {"http", "https"} or not _HOST.match(host) or len(full) > 300 or " " in full:
        raise CellError("url_invalid")
    return full


def country(cell: Cell) -> str | None:
    code = country_code(one_line(cell))
    if code is None:
        raise CellError("country_unknown")
    return code


def currency(cell: Cell) -> str | None:
    value = one_line(cell)
    code = SYMBOLS.get(value) or value.upper()
    if code not in CODES:
        raise CellError("currency_unknown")
    return code


def boolean(cell: Cell) -> bool:
    value = one_line(cell).lower()
    if value in _YES:
        return True
    if value in _NO:
        return False
    raise CellError("boolean_unreadable")


def tags(cell: Cell) -> list[str] | None:
    parts = (part.strip()[:60] for part in re.split(r"[;,|\n]", text_of(cell)))
    return list(dict.fromkeys(part for part in parts if part)) or None


def choice(words: dict[str, tuple[str, ...]]) -> Callable[[Cell], str | None]:
    """The stored value whose spelling the cell is, or starts with (“Customer - Direct” is a customer)."""
    exact = {key_of(word): value for value, spelled in words.items() for word in (value, *spelled)}
    longest = sorted(exact, key=len, reverse=True)

    def read(cell: Cell) -> str | None:
        key = key_of(one_line(cell))
        found = exact.get(key) or next(
            (exact[start] for start in longest if len(start) > 3 and key.startswith(start)), None
        )
        if found is None:
            raise CellError("word_unknown", words=", ".join(words))
        return found

    return read


def integer(decimal: str) -> Callable[[Cell], int | None]:
    """A whole number that is not negative; “1 000+” and “1000.0” are ones."""
    amount = amount_reader(decimal)

    def read(cell: Cell) -> int | None:
        if is_absent(cell):
            return None
        bare = cell.strip().rstrip("+") if isinstance(cell, str) else cell
        try:
            value = amount(bare)
        except ValueError as error:
            raise CellError("number_unreadable") from error
        if value is None or value != value.to_integral_value() or not 0 <= value < Decimal(2**31):
            raise CellError("number_unreadable")
        return int(value)

    return read
