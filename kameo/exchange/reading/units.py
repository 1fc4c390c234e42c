"""Currency and unit (thousand, million…) written in a column name, a note or a value."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from .marks import N_
from .recognised import Recognised
from .values import SPACES

SYMBOLS = {
    "€": "EUR",
    "£": "GBP",
    "$": "USD",
    "US$": "USD",
    "C$": "CAD",
    "A$": "AUD",
    "¥": "JPY",
    "₣": "CHF",
    "zł": "PLN",
    "₹": "INR",
    "₺": "TRY",
    "₽": "RUB",
    "R$": "BRL",
}
WORDS = {
    "euro": "EUR",
    "euros": "EUR",
    "dollar": "USD",
    "dollars": "USD",
    "sterling": "GBP",
    "pounds": "GBP",
    "francs suisses": "CHF",
    "swiss francs": "CHF",
    "yens": "JPY",
    "yen": "JPY",
}
CODES = frozenset(
    (
        "EUR",
        "USD",
        "GBP",
        "CHF",
        "CAD",
        "AUD",
        "NZD",
        "JPY",
        "CNY",
        "HKD",
        "SGD",
        "KRW",
        "INR",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "CZK",
        "HUF",
        "RON",
        "BGN",
        "TRY",
        "RUB",
        "UAH",
        "ILS",
        "AED",
        "SAR",
        "QAR",
        "KWD",
        "ZAR",
        "MAD",
        "TND",
        "DZD",
        "EGP",
        "XOF",
        "XAF",
        "XPF",
        "BRL",
        "MXN",
        "ARS",
        "CLP",
        "COP",
        "PEN",
        "THB",
        "IDR",
        "MYR",
        "PHP",
        "VND",
        "ISK",
    )
)
_THOUSAND, _MILLION, _BILLION = 1000, 1_000_000, 1_000_000_000
UNITS: dict[str, int] = {
    **dict.fromkeys(("k", "mille", "milliers", "millier", "thousand", "thousands", "000s"), _THOUSAND),
    **dict.fromkeys(("m", "mio", "mn", "mm", "million", "millions"), _MILLION),
    **dict.fromkeys(("md", "mds", "mrd", "bn", "b", "milliard", "milliards", "billion", "billions"), _BILLION),
}

UNIT_CHOICES = (1, _THOUSAND, _MILLION, _BILLION)
_UNIT_WORDS = "|".join(sorted(UNITS, key=len, reverse=True))
CALLED = N_("The column is called “{header}”.")
NOTED = N_("A note says so: “{note}”.")
_SYMBOL = re.compile("|".join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True)))
_CODE = re.compile(r"(?<![A-Za-z])([A-Za-z]{3})(?![A-Za-z])")
# KEUR, MUSD: the unit stuck to the code.
_GLUED = re.compile(rf"(?<![A-Za-z])[km]({'|'.join(sorted(CODES))})(?![A-Za-z])", re.IGNORECASE)
_MONEY = rf"(?:[€£$¥]|(?:{'|'.join(CODES)}|euros?|dollars?)(?![A-Za-z]))"
# A lone letter means a unit only beside a currency (k€, M EUR, $m) or between brackets: “m” alone is a word.
_UNIT_BY_CURRENCY = re.compile(rf"(?<![A-Za-z])({_UNIT_WORDS})\s?(?:d['e’]?\s?)?{_MONEY}", re.IGNORECASE)
_CURRENCY_THEN_UNIT = re.compile(rf"{_MONEY}\s?({_UNIT_WORDS})(?![A-Za-z])", re.IGNORECASE)
_UNIT_BRACKETED = re.compile(rf"[(\[]\s*(?:en|in)?\s*({_UNIT_WORDS})\s*[)\]]", re.IGNORECASE)
_UNIT_SPELLED = re.compile(
    r"(?<![A-Za-z])(milliers|millions?|thousands?|milliards?|billions?)(?![A-Za-z])", re.IGNORECASE
)


def currency_in(text: str) -> str | None:
    """The currency a column name, a note or a value names, or None. “$” alone is read as USD."""
    if match := _SYMBOL.search(text):
        return SYMBOLS[match.group()]
    if match := _GLUED.search(text.replace("_", " ")):
        return match.group(1).upper()
    for match in _CODE.finditer(text.replace("_", " ")):
        if match.group(1).upper() in CODES and (match.group(1).isupper() or "_" in text or text.islower()):
            return match.group(1).upper()
    lowered = _bare_unit(text)
    return next((code for word, code in WORDS.items() if re.search(rf"\b{word}\b", lowered)), None)


def unit_in(text: str) -> int | None:
    """The multiplier a column name or a note states: “(k€)”, “en milliers”, “in millions of USD”."""
    text = text.replace("_", " ")
    for pattern in (_UNIT_BY_CURRENCY, _CURRENCY_THEN_UNIT, _UNIT_BRACKETED, _UNIT_SPELLED):
        if match := pattern.search(text):
            return UNITS[match.group(1).lower()]
    return None


def _bare_unit(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.strip(SPACES).lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def recognise_currency(header: str, values: Iterable[str], note: str = "") -> Recognised[str]:
    """From the column's name, then its values, then a note about it; None with status default when silent."""
    if code := currency_in(header):
        return Recognised(code, "certain", CALLED, {"header": header}, (code,))
    found = Counter(code for value in values if (code := currency_in(value)))
    if found:
        code, count = found.most_common(1)[0]
        status = "certain" if len(found) == 1 else "likely"
        why = N_("{count} of the values shown carry it.")
        return Recognised(code, status, why, {"count": count}, tuple(found))  # type: ignore[arg-type]
    if note and (code := currency_in(note)):
        return Recognised(code, "certain", NOTED, {"note": note[:120]}, (code,))
    return Recognised(None, "default", N_("Nothing in the file names a currency."))


def recognise_unit(header: str, note: str = "") -> Recognised[int]:
    """From the column's name, then a note about it (data dictionary, preamble); 1 otherwise."""
    if unit := unit_in(header):
        return Recognised(unit, "certain", CALLED, {"header": header}, UNIT_CHOICES)
    if note and (unit := unit_in(note)):
        return Recognised(unit, "certain", NOTED, {"note": note[:120]}, UNIT_CHOICES)
    return Recognised(1, "default", N_("Nothing names another unit."), candidates=UNIT_CHOICES)
