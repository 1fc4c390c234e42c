"""One column of a list: what it reads, how it sorts, how a cell is drawn, changed in place and written to a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from kameo.core.kinds import DayKind, MomentKind, MoneyKind, NumberKind, TextKind, ValueKind
from kameo.core.money import reporting_currency

TEXT = TextKind()
# A column of the database, or what computes it for a reader.
Source = str | Callable[[Any], Any]


@dataclass(frozen=True)
class InlineEdit:
    """How the value of one cell is changed: `write(record, value, by)` runs the verb, `read(record)` gives what the
    control starts with, `control()` makes it. Without them: the list's verb, the column's attribute, the kind's
    control. `many`: offered for a selection too. `required`: nothing is refused.
    """

    write: Callable[[Any, Any, Any], Any] | None = None
    read: Callable[[Any], Any] | None = None
    control: Callable[[], Any] | None = None
    many: bool = True
    required: bool = False
    field: str = ""


@dataclass(frozen=True)
class Column:
    """`read` is a path or a function (user) → expression; without, the key is the path. A cell finds the value under
    `attribute` of the row, and what else it needs under those of `also`.

    `sort`: True by what it reads, or a path or expression of its own whose kind is `sort_kind`; `descending` is its
    natural direction; `orders` are the words for both directions, upwards first, "" for one that the menu leaves out.
    `shown`: among the usual columns. `drawn`: on the page; others are in files alone (`filed`), under `header`, holding
    what `value(row)` says or the kind makes of the attribute. `when(user)` keeps it from some readers. `link`: the name
    of an address and the attribute with the id that it takes, for a cell that leads to another record. `wide`: where
    the list goes beyond the one record that it hangs below.
    """

    key: str
    label: Any
    kind: ValueKind = TEXT
    read: Source = ""
    attribute: str = ""
    also: tuple[str, ...] = ()
    sort: Any = False
    sort_kind: ValueKind | None = None
    descending: bool = False
    orders: tuple[Any, Any] | None = None
    edit: InlineEdit | None = None
    help: Any = ""
    numeric: bool | None = None
    when: Callable[[Any], bool] | None = None
    shown: bool = True
    drawn: bool = True
    header: Any = ""
    value: Callable[[Any], Any] | None = None
    link: tuple[str, str] | None = None
    filed: bool = True
    wide: bool = False

    @property
    def name(self) -> str:
        """The row's attribute that holds the value."""
        return self.attribute or self.key

    @property
    def source(self) -> Source:
        return self.read or self.key

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.name, *self.also)

    @property
    def is_numeric(self) -> bool:
        return self.kind.numeric if self.numeric is None else self.numeric

    @property
    def cursor_kind(self) -> ValueKind:
        return self.sort_kind or self.kind

    @property
    def by_time(self) -> bool:
        """Rows of one day follow one another as the days do: the last entered first when the latest is."""
        return isinstance(self.cursor_kind, DayKind | MomentKind)

    def ordering(self, user: Any) -> Any:
        """The expression that rows are ordered by."""
        found = self.source if self.sort is True else self.sort
        if isinstance(found, str):
            return F(found)
        return found(user) if callable(found) and not hasattr(found, "resolve_expression") else found

    def order_words(self) -> tuple[str, str]:
        """Both directions in words, upwards first."""
        if self.orders is not None:
            return str(self.orders[0]), str(self.orders[1])
        label = {"label": self.label}
        if self.by_time:
            return _("%(label)s, oldest first") % label, _("%(label)s, latest first") % label
        if isinstance(self.cursor_kind, NumberKind):
            return _("%(label)s, lowest first") % label, _("%(label)s, highest first") % label
        return _("%(label)s, A to Z") % label, _("%(label)s, Z to A") % label

    def in_file(self) -> tuple[str, Callable[[Any], Any]]:
        """Its header and what it writes of a row, taken while the request lasts: rows are written after it."""
        header = str(self.header or self.label)
        if "%(currency)s" in header:
            header = header % {"currency": reporting_currency()}
        elif isinstance(self.kind, MoneyKind) and not self.header:
            header = f"{header} ({reporting_currency()})"
        if self.value is not None:
            return header, self.value
        write, name = self.kind.filer(), self.name
        return header, lambda row: write(getattr(row, name))


class ListRow:
    """One line of a list: the attributes that its columns read. A noun adds properties in a class of its own."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)
