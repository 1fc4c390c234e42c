"""Amounts as people write them: which character separates decimals, and reading one value."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from .marks import N_
from .recognised import Recognised
from .units import CODES, SYMBOLS, UNITS, WORDS
from .values import SPACES, Cell, is_absent

LIMIT = Decimal(10) ** 15
_GROUP_SPACES = SPACES + "'’"
_SYMBOLS = "|".join(re.escape(each) for each in sorted((*SYMBOLS, *WORDS), key=len, reverse=True))
_UNITS = "|".join(sorted(UNITS, key=len, reverse=True))
_DRESSED = re.compile(
    rf"""^(?P<first>{_SYMBOLS})?\s*(?P<open>\()?\s*(?P<sign>[-+−–])?\s*
        (?P<before>{_SYMBOLS}|{"|".join(CODES)})?\s*(?P<sign2>[-+−–])?\s*
        (?P<digits>\d[\d.,'’{re.escape(SPACES)}]*|[.,]\d+)(?P<exponent>[eE][-+]?\d{{1,2}})?
        \s*(?P<unit>{_UNITS})?\s*(?:d['e’]\s?)?(?P<after>{_SYMBOLS}|{"|".join(CODES)})?
        \s*(?P<percent>%)?\s*(?P<close>\))?\s*(?P<trailing>[-−–])?$""",
    re.VERBOSE | re.IGNORECASE,
)
_MINUS = frozenset("-−–")


def digits_of(cell: Cell) -> str | None:
    """The digits and separators of a written amount, None when the cell is not one."""
    if not isinstance(cell, str):
        return None
    match = _DRESSED.match(cell.strip(SPACES))
    if not match:
        return None
    return match["digits"].strip(_GROUP_SPACES)


class DecimalEvidence:
    """Collects, value after value, what tells the decimal separator of a column."""

    def __init__(self) -> None:
        self.comma = self.point = self.three_comma = self.three_point = self.read = 0
        self.samples: dict[str, str] = {}
        self._seen: set[str] = set()

    def add(self, cell: Cell) -> None:
        if not isinstance(cell, str) or cell in self._seen or self._settled():
            return
        if len(self._seen) < 20_000:
            self._seen.add(cell)
        digits = digits_of(cell)
        if digits is None:
            return
        self.read += 1
        kind = _kind_of(digits)
        if kind:
            setattr(self, kind, getattr(self, kind) + 1)
            self.samples.setdefault(kind, cell.strip(SPACES))

    def _settled(self) -> bool:
        """Thousands of values agree: one that does not will be refused for itself."""
        return self.read > 5000 and bool(self.comma) != bool(self.point)

    def verdict(self, *, separator: str = "") -> Recognised[str]:
        """“,” or “.”; ambiguous when every value could be read both ways (1,234) and nothing else tells."""
        both = (",", ".")
        shown = tuple(self.samples.values())
        if self.comma and self.point:
            best = "," if self.comma >= self.point else "."
            why = N_("Both a comma and a point separate decimals in this column.")
            return Recognised(best, "ambiguous", why, {}, both, shown)
        if self.comma or self.point:
            best = "," if self.comma else "."
            return Recognised(
                best,
                "certain",
                N_("Values such as {sample} leave no doubt."),
                {"sample": self.samples["comma" if self.comma else "point"]},
                both,
                shown,
            )
        if self.three_comma or self.three_point:
            return self._only_threes(separator, both, shown)
        return Recognised(".", "default", N_("No value has decimals."), candidates=both)

    def _only_threes(self, separator: str, both: tuple[str, ...], shown: tuple[str, ...]) -> Recognised[str]:
        """Always three digits after the mark: thousands, when there are enough values to believe it."""
        mark, count = (",", self.three_comma) if self.three_comma >= self.three_point else (".", self.three_point)
        other = "." if mark == "," else ","
        if count >= 5 and not (mark == "," and separator == ";"):
            why = N_("{count} values have exactly three digits after the mark: it separates thousands.")
            return Recognised(other, "likely", why, {"count": count}, both, shown)
        why = N_("{sample} can be read both ways.")
        return Recognised(None, "ambiguous", why, {"sample": shown[0]}, both, shown)


def _kind_of(digits: str) -> str | None:
    marks = Counter(char for char in digits if char in ",.")
    if not marks:
        return None
    if len(marks) == 2:
        # The last one separates decimals: 1.234,56 and 1,234.56.
        return "comma" if digits.rfind(",") > digits.rfind(".") else "point"
    mark = "," if "," in marks else "."
    if marks[mark] > 1:
        return "point" if mark == "," else "comma"
    before, after = digits.split(mark)
    grouped = any(char in _GROUP_SPACES for char in before)
    thousands = len(after) == 3 and 1 <= len(before) <= 3 and not before.startswith("0") and not grouped
    name = "comma" if mark == "," else "point"
    return f"three_{name}" if thousands else name


def amount_reader(decimal: str, unit: int = 1) -> Callable[[Cell], Decimal | None]:
    """A function that reads one amount of a column; None for an absent one.

    Raises ValueError for a text that is not an amount under this format: never a guess.
    A unit written in the value itself (“1,2 M€”) wins over the column's.
    """
    multiplier = Decimal(unit)
    plain = re.compile(r"^-?\d{1,14}(?:\.\d{1,6})?$" if decimal == "." else r"^-?\d{1,14}$").match
    shape = _shape(decimal)

    def read(cell: Cell) -> Decimal | None:
        if type(cell) is str and plain(cell):
            return Decimal(cell) * multiplier if unit != 1 else Decimal(cell)
        return _read_any(cell, decimal, shape, multiplier)

    return read


def _shape(decimal: str) -> re.Pattern[str]:
    group = re.escape(_GROUP_SPACES + ("." if decimal == "," else ","))
    mark = re.escape(decimal)
    return re.compile(rf"^(?:\d+|\d{{1,3}}(?:[{group}]\d{{2,3}})*[{group}]\d{{3}})?(?:{mark}\d*)?$")


def _read_any(cell: Cell, decimal: str, shape: re.Pattern[str], multiplier: Decimal) -> Decimal | None:
    if isinstance(cell, (bool, dt.date, dt.time, dt.timedelta)):
        raise ValueError(cell)
    if isinstance(cell, (int, float)):
        return _bounded(Decimal(repr(cell)) * multiplier)
    if is_absent(cell):
        return None
    match = _DRESSED.match(str(cell).strip(SPACES))
    if match is None or bool(match["open"]) != bool(match["close"]):
        raise ValueError(cell)
    digits = match["digits"].strip(_GROUP_SPACES)
    if not shape.match(digits):
        raise ValueError(cell)
    return _bounded(_signed(match, _decimal_of(digits, decimal, match["exponent"])) * _factor(match, multiplier))


def _decimal_of(digits: str, decimal: str, exponent: str | None) -> Decimal:
    whole, _, part = digits.partition(decimal)
    bare = "".join(char for char in whole if char.isascii() and char.isdigit())
    try:
        return Decimal(f"{bare or 0}.{part or 0}{exponent or ''}")
    except InvalidOperation as error:
        raise ValueError(digits) from error


def _signed(match: re.Match[str], amount: Decimal) -> Decimal:
    signs = [match["sign"], match["sign2"], match["trailing"]]
    minus = sum(1 for sign in signs if sign in _MINUS) + bool(match["open"])
    if minus > 1:
        raise ValueError(match.string)
    return -amount if minus else amount


def _factor(match: re.Match[str], multiplier: Decimal) -> Decimal:
    if match["percent"]:
        return Decimal(1)
    return Decimal(UNITS[match["unit"].lower()]) if match["unit"] else multiplier


def _bounded(amount: Decimal) -> Decimal:
    if not amount.is_finite() or abs(amount) >= LIMIT:
        raise ValueError(amount)
    return amount
