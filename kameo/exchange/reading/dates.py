"""Dates as files write them. Day/month or month/day is proved by the values, or asked: never guessed."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from .marks import N_
from .months import DAYS, MONTHS
from .recognised import Recognised
from .values import SPACES, Cell, is_absent

ORDERS = ("dmy", "mdy", "ymd")
EXCEL_EPOCH = dt.date(1899, 12, 30)
_SERIAL_RANGE = range(10_000, 110_000)  # 1927 to 2201
_TIME = (
    r"(?:[T ,]+(?:à |a |at )?\d{1,2}[:hH]\d{0,2}(?::\d{2}(?:[.,]\d+)?)?"
    r"\s*(?:[aApP]\.?[mM]\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?"
)
_ISO = re.compile(rf"^(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}$")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)$")
_NUMERIC = re.compile(rf"^(\d{{1,2}})([-/. ])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}$")
_DAY = r"(\d{1,2})(?:er|st|nd|rd|th)?"
_WORDED = re.compile(
    rf"^(?:{_DAY}[-/ .]+)?([a-z]+)\.?[-/ ,.]+(?:{_DAY}[-/ ,.]+)?(\d{{4}}|\d{{2}}|'\d{{2}}){_TIME}$", re.IGNORECASE
)


class DateEvidence:
    """Collects, value after value, what tells the order of day, month and year in a file."""

    def __init__(self) -> None:
        self.shapes: Counter[str] = Counter()
        self.proofs: Counter[str] = Counter()
        self.orders_left: set[str] = set(ORDERS)
        self.undecided: dict[str, None] = {}
        self.examples: dict[str, str] = {}
        self._seen: set[Cell] = set()

    def add(self, cell: Cell) -> None:
        if cell in self._seen:
            return
        if type(cell) is str and cell[4:5] == "-" and cell[:4].isdigit():
            # Year first with dashes depends on no order: most exports, and nothing to weigh.
            self.shapes["iso"] += 1
            return
        if len(self._seen) < 50_000:
            self._seen.add(cell)
        shape = shape_of(cell)
        self.shapes[shape] += 1
        if shape == "numeric":
            self._weigh(str(cell).strip(SPACES))

    def _weigh(self, text: str) -> None:
        first, mark, second, third = _parts(text)
        possible = {order for order in ORDERS if _build(first, second, third, order) is not None}
        if mark == ".":
            # Nobody writes month.day.year with points.
            possible.discard("mdy")
        if len(possible) == 1:
            order = next(iter(possible))
            self.proofs[order] += 1
            self.examples.setdefault(order, text)
        elif possible and len({_build(first, second, third, order) for order in possible}) > 1:
            self.undecided.setdefault(text)
            self.orders_left &= possible

    def merge(self, other: DateEvidence) -> None:
        """Add what another column of the same file proved."""
        self.shapes += other.shapes
        self.proofs += other.proofs
        self.examples = {**other.examples, **self.examples}
        if other.undecided:
            self.orders_left &= other.orders_left
        self.undecided.update(other.undecided)

    def verdict(self) -> Recognised[str]:
        """The order of the file. Ambiguous: no value proves it, or values prove opposite ones."""
        samples = tuple(self.undecided)[:8]
        if len(self.proofs) == 1:
            order = next(iter(self.proofs))
            why = N_("{sample} leaves no doubt.")
            return Recognised(order, "certain", why, {"sample": self.examples[order]}, ORDERS, samples)
        if self.proofs:
            why = N_("The file contradicts itself: {samples}.")
            both = tuple(self.examples.values())
            return Recognised(None, "ambiguous", why, {"samples": ", ".join(both)}, tuple(self.proofs), both + samples)
        if self.undecided:
            why = N_("Every date can be read in several orders, for example {sample}.")
            left = tuple(order for order in ORDERS if order in self.orders_left) or ORDERS
            return Recognised(None, "ambiguous", why, {"sample": samples[0]}, left, samples)
        return Recognised("ymd", "default", N_("No date depends on the order."), candidates=ORDERS)


def shape_of(cell: Cell) -> str:
    """How the cell writes a date: date, iso, numeric, worded, serial, absent, or none."""
    if isinstance(cell, (dt.datetime, dt.date)):
        return "date"
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return "serial" if int(cell) in _SERIAL_RANGE else "iso" if _COMPACT.match(str(cell)) else "none"
    if is_absent(cell):
        return "absent"
    text = str(cell).strip(SPACES)
    if _ISO.match(text) or _COMPACT.match(text):
        return "iso"
    if _NUMERIC.match(text):
        return "numeric"
    if re.fullmatch(r"\d{5}(?:[.,]\d+)?", text) and int(text[:5]) in _SERIAL_RANGE:
        return "serial"
    return "worded" if _worded(text) else "none"


def date_reader(order: str | None) -> Callable[[Cell], dt.date | None]:
    """A function that reads one date of a column; None for an absent one.

    Times are dropped. Raises ValueError for what is not a date, or is none in this order, or
    depends on an order that is not known.
    """
    cached = lru_cache(maxsize=65_536)(lambda text: _read_text(text, order))

    def read(cell: Cell) -> dt.date | None:
        if type(cell) is str:
            return cached(cell)
        return _read_typed(cell)

    return read


def _read_typed(cell: Cell) -> dt.date | None:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if cell is None:
        return None
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if int(cell) in _SERIAL_RANGE:
            return EXCEL_EPOCH + dt.timedelta(days=int(cell))
        return _read_text(str(cell), None)
    raise ValueError(cell)


def _read_text(raw: str, order: str | None) -> dt.date | None:
    text = raw.strip(SPACES)
    if is_absent(text):
        return None
    if match := _ISO.match(text):
        return _checked(int(match[1]), int(match[3]), int(match[4]))
    if match := _COMPACT.match(text):
        return _checked(int(match[1]), int(match[2]), int(match[3]))
    if _NUMERIC.match(text):
        return _in_order(text, order)
    if shape_of(text) == "serial":
        return EXCEL_EPOCH + dt.timedelta(days=int(text[:5]))
    if found := _worded(text):
        return found
    raise ValueError(raw)


def _in_order(text: str, order: str | None) -> dt.date:
    first, mark, second, third = _parts(text)
    if mark == "." and order != "ymd":
        order = "dmy"
    found = _build(first, second, third, order) if order else None
    if found is None and len(third) == 4:
        # A four-digit year at the end: the order of the file only decides between day and month.
        both = {_build(first, second, third, "dmy"), _build(first, second, third, "mdy")}
        found = both.pop() if order == "ymd" and len(both) == 1 else None
    if found is None:
        raise ValueError(text)
    return found


def _parts(text: str) -> tuple[str, str, str, str]:
    match = _NUMERIC.match(text)
    if match is None:
        raise ValueError(text)
    return match[1], match[2], match[3], match[4]


def _build(first: str, second: str, third: str, order: str | None) -> dt.date | None:
    if order == "ymd":
        if len(third) == 4:
            return None
        year, month, day = first, second, third
    elif order == "mdy":
        month, day, year = first, second, third
    else:
        day, month, year = first, second, third
    try:
        return _checked(_year(year), int(month), int(day))
    except ValueError:
        return None


def _year(text: str) -> int:
    """Two digits: 00 to 68 are of this century, 69 to 99 of the last."""
    number = int(text.lstrip("'"))
    return number if len(text.lstrip("'")) == 4 else number + (2000 if number < 69 else 1900)


def _checked(year: int, month: int, day: int) -> dt.date:
    if not 1800 <= year <= 2200:
        raise ValueError(year)
    return dt.date(year, month, day)


def _worded(text: str) -> dt.date | None:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    first, _, rest = bare.partition(" ")
    if first.strip(",.").lower() in DAYS:
        bare = rest.strip()
    match = _WORDED.match(bare)
    if match is None or not (match[1] or match[3]) or (match[1] and match[3]):
        return None
    month = MONTHS.get(match[2].lower())
    if month is None:
        return None
    try:
        return dt.date(_year(match[4]), month, int(match[1] or match[3]))
    except ValueError:
        return None
