"""The filters that a list may have: how an address writes each, what it keeps, its words, its place in the API."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from inspect import isfunction
from typing import Any, ClassVar

from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from pydantic import Field as Described

from kameo.core.api.amounts import AmountIn
from kameo.core.kinds import DayKind, MomentKind, ValueKind, WholeKind
from kameo.core.lists.columns import Source
from kameo.core.text import fold

# What takes one condition away: a name of the address, or one of its values.
Part = str | tuple[str, str]
Words = tuple[tuple[Part, ...], str]
Shape = dict[str, tuple[Any, Any]]
Narrow = Callable[[Any, Any, Any], Any]
MOST_VALUES = 20
LARGEST = Decimal(10) ** 16
OLDEST, NEWEST = date(1900, 1, 1), date(2199, 12, 31)


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One condition that readers may set. `label` names its control; `apply(rows, user, value)` keeps rows, without
    it `path` says where the value stands (a path, or a function (user) → expression).

    `bar`: beside the search, not behind "More filters". `say(value)` puts a value into words. `suggest(user)` gives
    values in use. `when(user)` keeps it from some readers. `note` describes it in the API. `late`: its control is read
    when somebody opens "More filters", because what it offers is read from the database.
    """

    key: str
    label: Any
    path: Source = ""
    apply: Narrow | None = None
    bar: bool = False
    say: Callable[[Any], Any] | None = None
    suggest: Callable[[Any], Sequence[str]] | None = None
    when: Callable[[Any], bool] | None = None
    hint: Any = None
    attrs: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    late: bool = False
    control: ClassVar[str] = "text"

    @property
    def names(self) -> tuple[str, ...]:
        """Its parameters in an address."""
        return (self.key,)

    def read(self, params: Any) -> Any:
        """The value that an address asks for, None for none: what cannot be read is left out."""
        return clean_text(params.get(self.key, "")) or None

    def narrow(self, rows: Any, user: Any, value: Any) -> Any:
        if self.apply is not None:
            return self.apply(rows, user, value)
        rows, path = self._placed(rows, user)
        return rows.filter(self._condition(path, value))

    def words(self, value: Any, facts: Mapping[str, Any]) -> Iterator[Words]:
        """Each condition in force, with what takes it away. `facts` is what the list read beside its rows."""
        yield (self.key,), str(self.say(value) if self.say else value)

    def shape(self) -> Shape:
        """Its parameters in the API: name to type and description."""
        return {self.key: (str, Described("", max_length=160, description=self.note or None))}

    def shown(self, value: Any) -> Any:
        """What the control holds."""
        return "" if value is None else value

    def _placed(self, rows: Any, user: Any) -> tuple[Any, str]:
        if isinstance(self.path, str):
            return rows, self.path or self.key
        return rows.alias(**{f"by_{self.key}": self.path(user)}), f"by_{self.key}"

    def _condition(self, path: str, value: Any) -> Any:
        return Q(**{path: value})


@dataclass(frozen=True, kw_only=True)
class TextFilter(Filter):
    """Words typed; `exact`: the whole value, as it is suggested. `limit` characters."""

    exact: bool = False
    limit: int = 160

    def read(self, params: Any) -> Any:
        return clean_text(params.get(self.key, ""))[: self.limit] or None

    def words(self, value: Any, facts: Mapping[str, Any]) -> Iterator[Words]:
        yield (self.key,), str(self.say(value)) if self.say else f"{self.label}{_(': ')}{value}"

    def shape(self) -> Shape:
        return {self.key: (str, Described("", max_length=self.limit, description=self.note or None))}

    def _condition(self, path: str, value: Any) -> Any:
        if self.exact:
            return Q(**{path: value})
        found = Q()
        for word in value.split():
            found &= Q(**{f"{path}__icontains": word})
        return found


@dataclass(frozen=True, kw_only=True)
class SearchFilter(Filter):
    """The words of the search, `q`: every one of them stands in one of `paths`, folded where a path begins "sort_"."""

    key: str = "q"
    label: Any = ""
    bar: bool = True
    paths: tuple[str, ...] = ()
    placeholder: Any = ""
    control: ClassVar[str] = "search"

    def read(self, params: Any) -> Any:
        return " ".join(str(params.get(self.key, "")).replace("\x00", " ").split())[:120] or None

    def narrow(self, rows: Any, user: Any, value: Any) -> Any:
        if self.apply is not None:
            return self.apply(rows, user, value)
        for word in value.split():
            here = Q()
            for path in self.paths:
                folded = path.split("__")[-1].startswith("sort_")
                here |= Q(**{f"{path}__contains": fold(word)}) if folded else Q(**{f"{path}__icontains": word})
            rows = rows.filter(here)
        return rows

    def words(self, value: Any, facts: Mapping[str, Any]) -> Iterator[Words]:
        yield (self.key,), _("“%(text)s”") % {"text": value}

    def shape(self) -> Shape:
        return {self.key: (str, Described("", max_length=120, description=self.note or None))}


@dataclass(frozen=True, kw_only=True)
class ChoiceFilter(Filter):
    """Any of some values. `choices` are value and label, or a function giving them; `any` is what the control says
    when nothing is asked. `one`: the API takes a single value. `typed` is the API's type of a value, or a
    function giving it where others add values.
    """

    choices: Any = ()
    any: Any = ""
    one: bool = False
    typed: Any = None
    control: ClassVar[str] = "choice"

    def options(self) -> list[tuple[str, Any]]:
        return list(self.choices() if callable(self.choices) else self.choices)

    def read(self, params: Any) -> Any:
        known = {str(value) for value, _label in self.options()} if params.getlist(self.key) else set()
        return tuple(dict.fromkeys(one for one in params.getlist(self.key) if one in known)) or None

    def words(self, value: Any, facts: Mapping[str, Any]) -> Iterator[Words]:
        labels = {str(one): label for one, label in self.options()}
        for one in value:
            yield ((self.key, one),), str(self.say(one) if self.say else labels.get(one, one))

    def shape(self) -> Shape:
        typed, note = self.typed() if isfunction(self.typed) else self.typed or str, self.note or None
        if self.one:
            return {self.key: (typed | None, Described(None, description=note))}
        return {self.key: (list[typed], Described([], max_length=MOST_VALUES, description=note))}  # type: ignore[valid-type]

    def shown(self, value: Any) -> Any:
        return value[0] if value else ""

    def _condition(self, path: str, value: Any) -> Any:
        return Q(**{f"{path}__in": value})


@dataclass(frozen=True, kw_only=True)
class TagsFilter(TextFilter):
    """Any of some free words."""

    def read(self, params: Any) -> Any:
        return tuple(tag for raw in params.getlist(self.key)[:MOST_VALUES] if (tag := clean_text(raw))) or None

    def words(self, value: Any, facts: Mapping[str, Any]) -> Iterator[Words]:
        for one in value:
            yield ((self.key, one),), str(self.say(one) if self.say else one)

    def shape(self) -> Shape:
        return {self.key: (list[str], Described([], max_length=MOST_VALUES, description=self.note or None))}

    def shown(self, value: Any) -> Any:
        return value[0] if value else ""

    def _condition(self, path: str, value: Any) -> Any:
        return Q(**{f"{path}__overlap": list(value)})


@dataclass(frozen=True, kw_only=True)
class SwitchFilter(Filter):
    """On, or not asked."""

    control: ClassVar[str] = "switch"

    def read(self, params: Any) -> Any:
        return True if params.get(self.key) == "1" else None

    def words(self, value: Any, facts: Mapping[str, Any]) -> Iterator[Words]:
        yield (self.key,), str(self.say(value) if self.say else self.label)

    def shape(self) -> Shape:
        return {self.key: (bool, Described(False, description=self.note or None))}


@dataclass(frozen=True, kw_only=True)
class DaysFilter(Filter):
    """A whole number of days, from 1 to `most`."""

    most: int = 36_500
    control: ClassVar[str] = "days"

    def read(self, params: Any) -> Any:
        bare = str(params.get(self.key, "")).strip()
        return (min(int(bare), self.most) or None) if bare.isascii() and bare.isdigit() and len(bare) < 10 else None

    def shape(self) -> Shape:
        return {self.key: (int | None, Described(None, ge=1, le=self.most, description=self.note or None))}


@dataclass(frozen=True, kw_only=True)
class ReferenceFilter(Filter):
    """One record of another kind, by its id; `options(user)` are those a reader may choose, id and name."""

    any: Any = ""
    options: Callable[[Any], Sequence[tuple[Any, Any]]] | None = None
    control: ClassVar[str] = "reference"

    def read(self, params: Any) -> Any:
        bare = str(params.get(self.key, "")).strip()
        return int(bare) if bare.isascii() and bare.isdigit() and 0 < int(bare) < 2**63 else None

    def words(self, value: Any, facts: Mapping[str, Any]) -> Iterator[Words]:
        name = self.say(value) if self.say else facts.get(f"{self.key}_name") or ""
        yield (self.key,), f"{self.label}{_(': ')}{name}" if name else str(self.label)

    def shape(self) -> Shape:
        return {self.key: (int | None, Described(None, ge=1, lt=2**63, description=self.note or None))}


@dataclass(frozen=True, kw_only=True)
class RangeFilter(Filter):
    """From one bound to another, both included. `type` is the kind of the values; `ends` are the names of the two
    parameters, `labels` those of the two controls.
    """

    type: ValueKind
    labels: tuple[Any, Any] | None = None
    control: ClassVar[str] = "range"

    @property
    def names(self) -> tuple[str, ...]:
        return (f"{self.key}_from", f"{self.key}_to")

    @property
    def by_day(self) -> bool:
        return isinstance(self.type, DayKind | MomentKind)

    def read(self, params: Any) -> Any:
        read = read_day if self.by_day else read_amount
        low, high = (read(str(params.get(name, ""))) for name in self.names)
        return None if low is None and high is None else (low, high)

    def controls(self, value: Any) -> list[tuple[str, str, Any]]:
        """Name, label and value of the two."""
        label = {"label": self.label}
        since = _("%(label)s since") if self.by_day else _("%(label)s from")
        labels = self.labels or (since % label, _("%(label)s up to") % label)
        return [
            (name, str(words), bound)
            for name, words, bound in zip(self.names, labels, value or (None, None), strict=True)
        ]

    def words(self, value: Any, facts: Mapping[str, Any]) -> Iterator[Words]:
        low, high = value
        words = {"label": self.label, "low": self._bound_words(low), "high": self._bound_words(high)}
        if low is None:
            told = _("%(label)s up to %(high)s")
        elif high is None:
            told = _("%(label)s since %(low)s") if self.by_day else _("%(label)s from %(low)s")
        else:
            told = _("%(label)s from %(low)s to %(high)s")
        yield self.names, told % words

    def shape(self) -> Shape:
        typed: Any = AmountIn | None
        bounds: dict[str, Any] = {"gt": -LARGEST, "lt": LARGEST}
        if self.by_day:
            typed, bounds = date | None, {"ge": OLDEST, "le": NEWEST}
        elif isinstance(self.type, WholeKind):
            typed = int | None
        return {name: (typed, Described(None, **bounds, description=self.note or None)) for name in self.names}

    def _condition(self, path: str, value: Any) -> Any:
        low, high = value
        found = Q()
        if isinstance(self.type, MomentKind):
            if low is not None:
                found &= Q(**{f"{path}__gte": start_of_day(low)})
            return found if high is None else found & Q(**{f"{path}__lt": start_of_day(high + timedelta(days=1))})
        if low is not None:
            found &= Q(**{f"{path}__gte": low})
        return found if high is None else found & Q(**{f"{path}__lte": high})

    def _bound_words(self, bound: Any) -> str:
        if bound is None:
            return ""
        return DayKind().words(bound) if self.by_day else self.type.words(bound)


def clean_text(raw: Any) -> str:
    return str(raw).replace("\x00", "").strip()[:160]


def read_amount(raw: str) -> Decimal | None:
    """Amounts as people write them: "240 000", "12,5"."""
    bare = "".join(raw.split()).replace("\u202f", "").replace("\u00a0", "").replace(",", ".")
    try:
        amount = Decimal(bare)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount) < LARGEST else None


def read_day(raw: str) -> date | None:
    try:
        day = parse_date(raw.strip())
    except ValueError:
        return None
    return day if day and 1900 <= day.year < 2200 else None


def start_of_day(day: date) -> datetime:
    """A day as people mean it, in the reader's zone."""
    return datetime.combine(day, time(), timezone.get_current_timezone())
