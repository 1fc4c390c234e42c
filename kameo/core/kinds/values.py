"""The kinds of values: what they hold, how they are cleaned, told in words, kept in JSON and in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from kameo.core.ui import formats

Choices = Sequence[tuple[str, Any]]
MOST_TAGS = 50
LARGEST = Decimal(10) ** 16


class KindError(ValueError):
    """A value that does not fit its kind; its text says what to write instead, in the reader's language."""


@dataclass(frozen=True)
class ValueKind:
    """One type of value. `empty` is what is stored when nothing is known; `blank(value)` tells it.

    Class attributes: `numeric` (right-aligned), `cell` (macro `cell_<cell>` of ui/components/cells.html), `filter` (how
    a list filters by it: "text", "range", "choice", "several", "switch", "reference"), `importing` (how the import
    engine reads it, `exchange.parsing.kinds`), `sql_type` (what a JSON text is cast to).
    """

    numeric: ClassVar[bool] = False
    cell: ClassVar[str] = "text"
    filter: ClassVar[str] = "text"
    importing: ClassVar[str] = "text"
    sql_type: ClassVar[str] = "text"
    empty: ClassVar[Any] = None

    def clean(self, value: Any) -> Any:
        """`value` as it is stored, from a form, a JSON body or a file. Raises KindError."""
        return value

    def blank(self, value: Any) -> bool:
        return value in (None, "", [], ())

    def dump(self, value: Any) -> Any:
        """As JSON holds it; `load` reads it back."""
        return value

    def load(self, kept: Any) -> Any:
        """The value of what `dump` (or a cursor) wrote. Raises ValueError."""
        return kept

    def words(self, value: Any) -> str:
        """For history, conditions in force and texts: as people say it; "" for nothing."""
        return "" if value is None else str(value)

    def in_file(self, value: Any) -> Any:
        """For a spreadsheet: raw numbers and dates, words for what is chosen."""
        return self.filer()(value)

    def filer(self) -> Callable[[Any], Any]:
        """What writes such values to a file, in the language and the zone of now: a file outlasts its request."""
        return lambda value: value

    def column(self) -> models.Field[Any, Any]:
        """What the database computes with, for an expression that yields such values."""
        return models.TextField()


@dataclass(frozen=True)
class TextKind(ValueKind):
    limit: int = 250
    empty: ClassVar[Any] = ""

    def clean(self, value: Any) -> str:
        text = " ".join(str(value or "").replace("\x00", "").split())
        if len(text) > self.limit:
            raise KindError(_("Write at most %(most)s characters.") % {"most": self.limit})
        return text


@dataclass(frozen=True)
class LongTextKind(ValueKind):
    limit: int = 10_000
    cell: ClassVar[str] = "long_text"
    importing: ClassVar[str] = "long_text"
    empty: ClassVar[Any] = ""

    def clean(self, value: Any) -> str:
        text = str(value or "").replace("\x00", "").replace("\r\n", "\n").strip()
        if len(text) > self.limit:
            raise KindError(_("Write at most %(most)s characters.") % {"most": self.limit})
        return text


@dataclass(frozen=True)
class MailKind(TextKind):
    """One e-mail address."""

    limit: int = 254
    cell: ClassVar[str] = "email"
    importing: ClassVar[str] = "email"

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        try:
            if text:
                validate_email(text)
        except ValidationError:
            raise KindError(_("Write a whole e-mail address, for example name@company.fr.")) from None
        return text


@dataclass(frozen=True)
class UrlKind(TextKind):
    """An address of the web; `https://` is added where somebody left it out."""

    limit: int = 300
    cell: ClassVar[str] = "link"
    importing: ClassVar[str] = "url"

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if text and "://" not in text:
            text = f"https://{text}"
        try:
            if text:
                URLValidator(["http", "https"])(text)
        except ValidationError:
            raise KindError(_("Write an address that begins with https://.")) from None
        return text


@dataclass(frozen=True)
class NumberKind(ValueKind):
    """A decimal number of `decimals` places between `low` and `high`, included. `unit` stands behind it."""

    decimals: int = 2
    low: Decimal | int | None = None
    high: Decimal | int | None = None
    unit: str = ""
    numeric: ClassVar[bool] = True
    cell: ClassVar[str] = "number"
    filter: ClassVar[str] = "range"
    importing: ClassVar[str] = "number"
    sql_type: ClassVar[str] = "numeric"

    def clean(self, value: Any) -> Decimal | None:
        if self.blank(value):
            return None
        number = self._exact(value)
        if abs(number) >= LARGEST:
            raise KindError(_("This number is too large."))
        if self.low is not None and number < self.low:
            raise KindError(_("Write %(least)s or more.") % {"least": self.low})
        if self.high is not None and number > self.high:
            raise KindError(_("Write %(most)s or less.") % {"most": self.high})
        return number

    def dump(self, value: Any) -> str | None:
        return None if value is None else str(value)

    def load(self, kept: Any) -> Decimal | None:
        return None if kept is None else self._exact(kept)

    def words(self, value: Any) -> str:
        if value is None:
            return ""
        return " ".join(filter(None, (formats.number(value, self._places(value)), self.unit)))

    def column(self) -> models.Field[Any, Any]:
        return models.DecimalField(max_digits=24, decimal_places=self.decimals)

    def _exact(self, value: Any) -> Decimal:
        try:
            number = Decimal(str(value))
            if not number.is_finite():
                raise InvalidOperation
            return number.quantize(Decimal(1).scaleb(-self.decimals), rounding=ROUND_HALF_UP)
        except InvalidOperation:
            raise KindError(_("Write a number, for example 240 000.")) from None

    def _places(self, value: Decimal) -> int:
        """No more places than the value needs: 12, 12,5."""
        return 0 if value == value.to_integral_value() else self.decimals


@dataclass(frozen=True)
class WholeKind(NumberKind):
    decimals: int = 0
    importing: ClassVar[str] = "integer"
    sql_type: ClassVar[str] = "bigint"

    def clean(self, value: Any) -> Any:
        number = super().clean(value)
        return None if number is None else int(number)

    def load(self, kept: Any) -> Any:
        return None if kept is None else int(kept)

    def words(self, value: Any) -> str:
        return "" if value is None else super().words(Decimal(value))

    def column(self) -> models.Field[Any, Any]:
        return models.BigIntegerField()


@dataclass(frozen=True)
class ScaleKind(WholeKind):
    """A whole number of a short scale, chosen and not typed: both ends are given."""

    def steps(self) -> list[tuple[int, str]]:
        low, high = (int(end or 0) for end in (self.low, self.high))
        return [(step, str(step)) for step in range(low, high + 1)]


@dataclass(frozen=True)
class MoneyKind(NumberKind):
    """An amount in the reporting currency."""

    cell: ClassVar[str] = "money"
    importing: ClassVar[str] = "amount"

    def words(self, value: Any) -> str:
        from kameo.core.money import reporting_currency  # a setting: known once the apps are loaded

        return "" if value is None else str(formats.money(value, reporting_currency()))


@dataclass(frozen=True)
class DayKind(ValueKind):
    cell: ClassVar[str] = "day"
    filter: ClassVar[str] = "range"
    importing: ClassVar[str] = "date"
    sql_type: ClassVar[str] = "date"
    numeric: ClassVar[bool] = True

    def clean(self, value: Any) -> date | None:
        if self.blank(value):
            return None
        day = value if isinstance(value, date) else self.load(value)
        if day is None or not 1800 <= day.year < 2300:
            raise KindError(_("Write a day of this century or the last, for example 31/12/2026."))
        return day.date() if isinstance(day, datetime) else day

    def dump(self, value: Any) -> str | None:
        return None if value is None else value.isoformat()

    def load(self, kept: Any) -> date | None:
        if kept is None:
            return None
        try:
            day = parse_date(str(kept))
        except ValueError:
            day = None
        if day is None:
            raise KindError(_("Write a day, for example 31/12/2026."))
        return day

    def words(self, value: Any) -> str:

        return "" if value is None else str(formats.date_long(value))

    def column(self) -> models.Field[Any, Any]:
        return models.DateField()


@dataclass(frozen=True)
class MomentKind(ValueKind):
    """A moment, stored in UTC, shown and filtered in the reader's zone. `exact`: files tell the hour with its zone, the
    day alone otherwise.
    """

    exact: bool = False
    cell: ClassVar[str] = "moment"
    filter: ClassVar[str] = "range"
    importing: ClassVar[str] = "moment"
    sql_type: ClassVar[str] = "timestamptz"
    numeric: ClassVar[bool] = True

    def dump(self, value: Any) -> str | None:
        return None if value is None else value.isoformat()

    def load(self, kept: Any) -> datetime | None:
        if kept is None:
            return None
        moment = parse_datetime(str(kept))
        if moment is None or moment.tzinfo is None:
            raise KindError(_("Write a day and an hour."))
        return moment

    def words(self, value: Any) -> str:

        return "" if value is None else str(formats.date_time(value))

    def filer(self) -> Callable[[Any], Any]:
        zone = timezone.get_current_timezone()
        if self.exact:
            return lambda value: None if value is None else value.astimezone(zone).isoformat(timespec="seconds")
        return lambda value: None if value is None else value.astimezone(zone).date()

    def column(self) -> models.Field[Any, Any]:
        return models.DateTimeField()


@dataclass(frozen=True)
class FlagKind(ValueKind):
    """Yes or no; never unknown."""

    cell: ClassVar[str] = "flag"
    filter: ClassVar[str] = "switch"
    importing: ClassVar[str] = "boolean"
    sql_type: ClassVar[str] = "boolean"
    empty: ClassVar[Any] = False

    def clean(self, value: Any) -> bool:
        return bool(value)

    def blank(self, value: Any) -> bool:
        return not value

    def words(self, value: Any) -> str:
        return _("yes") if value else _("no")

    def filer(self) -> Callable[[Any], Any]:
        yes, no = _("yes"), _("no")
        return lambda value: yes if value else no

    def column(self) -> models.Field[Any, Any]:
        return models.BooleanField()


@dataclass(frozen=True)
class ChoiceKind(ValueKind):
    """One of some values. `choices` are value and label, or a function giving them when a company edits the list.

    `retired` gives the labels of values that are no longer offered but still stored. `enum` is where the choices are
    our own: the API's document then names each of them. `nothing` is what a form calls no choice ("Anybody").
    `spelled` gives every word a file may use for a value that is offered, former names too.
    """

    choices: Choices | Callable[[], Choices] = ()
    retired: Callable[[], Choices] | None = None
    enum: type[models.TextChoices] | None = None
    nothing: Any = None
    spelled: Callable[[], Mapping[str, tuple[str, ...]]] | None = None
    cell: ClassVar[str] = "choice"
    filter: ClassVar[str] = "choice"
    importing: ClassVar[str] = "choice"
    empty: ClassVar[Any] = ""

    def offered(self) -> list[tuple[str, Any]]:
        if self.enum is not None:
            return list(self.enum.choices)
        return list(self.choices() if callable(self.choices) else self.choices)

    def labels(self) -> dict[str, str]:
        """The words of every value that may be stored."""
        known = [*self.offered(), *(self.retired() if self.retired else ())]
        return {str(value): str(label) for value, label in known}

    def clean(self, value: Any) -> str:
        text = str(value or "")
        if text and text not in self.labels():
            raise KindError(_("Choose one of the list."))
        return text

    def words(self, value: Any) -> str:
        return self.labels().get(str(value), str(value)) if value else ""

    def filer(self) -> Callable[[Any], Any]:
        labels = self.labels()
        return lambda value: labels.get(str(value), str(value)) if value else ""


@dataclass(frozen=True)
class SeveralKind(ChoiceKind):
    """Some of these values, in the order of the list."""

    cell: ClassVar[str] = "several"
    filter: ClassVar[str] = "several"
    importing: ClassVar[str] = "tags"
    empty: ClassVar[Any] = ()

    def clean(self, value: Any) -> Any:
        wanted = {
            str(one) for one in (value if isinstance(value, list | tuple | set) else [value]) if one not in (None, "")
        }
        labels = self.labels()
        if not wanted <= set(labels):
            raise KindError(_("Choose some of the list."))
        return [one for one in labels if one in wanted]

    def words(self, value: Any) -> str:
        labels = self.labels()
        return ", ".join(labels.get(str(one), str(one)) for one in value or ())

    def filer(self) -> Callable[[Any], Any]:
        labels = self.labels()
        return lambda value: ", ".join(labels.get(str(one), str(one)) for one in value or ())


@dataclass(frozen=True)
class TagsKind(ValueKind):
    """Free words, each once."""

    cell: ClassVar[str] = "tags"
    filter: ClassVar[str] = "several"
    importing: ClassVar[str] = "tags"
    sql_type: ClassVar[str] = "text[]"
    empty: ClassVar[Any] = ()

    def clean(self, value: Any) -> list[str]:
        typed: Iterable[Any] = value.split(",") if isinstance(value, str) else value or ()
        tags: dict[str, str] = {}  # a tag keeps its first spelling
        for tag in (" ".join(str(one).split())[:60] for one in typed):
            if tag:
                tags.setdefault(tag.casefold(), tag)
        if len(tags) > MOST_TAGS:
            raise KindError(_("Write at most %(most)s tags.") % {"most": MOST_TAGS})
        return list(tags.values())

    def words(self, value: Any) -> str:
        return ", ".join(value or ())

    def filer(self) -> Callable[[Any], Any]:
        return self.words


@dataclass(frozen=True)
class ReferenceKind(ValueKind):
    """A record: stored as its id, shown as its name where the reader may see it.

    `to` names the control and the label ("account", "person", "colleague"); `visible(user)` is the queryset that the
    reader may choose from and see; `name` the path to its name. `private`: some readers do not see some of them, who
    then are told neither id nor name. `called(name, by=user)`: people type a name, this finds or makes its record.
    """

    to: str = ""
    visible: Callable[[Any], Any] | None = None
    name: str = "name"
    private: bool = False
    called: Callable[..., Any] | None = None
    cell: ClassVar[str] = "reference"
    filter: ClassVar[str] = "reference"
    importing: ClassVar[str] = "key"
    sql_type: ClassVar[str] = "bigint"

    def load(self, kept: Any) -> int | None:
        return None if kept is None else int(kept)

    def column(self) -> models.Field[Any, Any]:
        return models.BigIntegerField()
