"""The declaration of a list: its columns, its filters, its words, what it hangs below, and what may be done from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from kameo.core.access import get_visible, require
from kameo.core.lists.api.asked import api_rows, api_shape
from kameo.core.lists.bulk.actions import BulkAction, column_actions
from kameo.core.lists.bulk.columns import column_kind
from kameo.core.lists.bulk.plans import BulkKind
from kameo.core.lists.columns import Column, ListRow, Source
from kameo.core.lists.criteria import Criteria
from kameo.core.lists.filters import Filter
from kameo.core.records.resource import Narrowing, Resource, narrowings
from kameo.core.records.verbs import require_write
from kameo.core.registry import Store

if TYPE_CHECKING:
    from kameo.core.lists.here import Here

ALL = _("All")
LIST = "list"  # the layout of every list
NO_PARTS, NO_CELLS = "lists/_no_parts.html", "lists/_no_cells.html"


@dataclass(frozen=True)
class ListWords:
    """What the page says. `counted(n)` and `matched(n)` say how many there are and how many meet the filters;
    without them the heading is the title. `every` names the view that is none.
    """

    title: Any
    nothing: Any = ""
    nothing_help: Any = ""
    no_match: Any = ""
    search: Any = ""
    sub: Any = None
    every: Any = ALL
    counted: Callable[[int], str] | None = None
    matched: Callable[[int], str] | None = None


@dataclass(frozen=True)
class Below:
    """What a list hangs below, for those that are about one record of another noun.

    `attribute` is the name that templates and addresses know it by, `fetch(user, id)` gives it or raises 404,
    `narrow(rows, record, group)` keeps its rows, `frame` is the template around, `tab` its tab there, `address` the
    name of the list's page. `wide`: what hangs below the record counts in unless the address says `scope=entity`;
    `scoped`: the page offers both.
    """

    attribute: str
    fetch: Callable[[Any, int], Any]
    narrow: Callable[[Any, Any, bool], Any]
    frame: str
    context: Callable[[Any, Any, str], Mapping[str, Any]]
    tab: str = ""
    address: str = ""
    wide: bool = False
    scoped: bool = True


@dataclass(frozen=True, eq=False)
class ListOf:
    """One list. `address` is the name of its page (without one, it is only read through the API or by other pages);
    `order` its usual order, a column's key with "-" for descending.

    `resource` gives model, right, verbs and addresses of a registered record; each may be said here instead.
    `attributes` are further values of a row, `always` those read whatever the columns; `extras` are read beside the
    rows in their statement, `name → (user, criteria) → expression`; `prepare(rows, user, criteria)` joins what
    columns or filters name, `narrow` keeps rows by filters that only act together. `cells` and `parts` are templates of
    the noun's own cells (`cells`, by column) and corners (`head`, `above`, `empty`, `tools`, `row_end`).
    `with_bin`: its bin is one of its filters. `companion` is a one-to-one that every record has, by the columns of
    which lists are sorted: it is joined inner, so that its indexes give the order.
    `context(here, page)` adds to the page; `export(here, format)` writes files in place of the engine's;
    `file_first` are the columns that begin every file, `files_all` those of a file for which nobody chose columns;
    `phone` is the table's class where it is narrow: the cells of a row follow one another unless it says otherwise.
    """

    key: str
    columns: tuple[Column, ...]
    words: ListWords
    filters: Iterable[Filter] = ()
    order: str = ""
    address: str = ""
    resource: Resource | None = None
    model: type[models.Model] = models.Model
    right: str = ""
    below: Below | None = None
    row: type[ListRow] = ListRow
    attributes: Mapping[str, Source] = field(default_factory=dict)
    always: tuple[str, ...] = ()
    extras: Mapping[str, Callable[[Any, Criteria], Any]] = field(default_factory=dict)
    prepare: Callable[[Any, Any, Criteria], Any] | None = None
    estimated: Callable[[Any, Criteria], bool] | None = None
    narrow: Callable[[Any, Any, Criteria], Any] | None = None
    cells: str = NO_CELLS
    parts: str = NO_PARTS
    template: str = "lists/list.html"
    context: Callable[[Here, Any], Mapping[str, Any]] | None = None
    change: Callable[..., Any] | None = None
    to_change: Callable[[Any, int], Any] | None = None
    marks: Callable[[Any], Any] | None = None
    kinds: Mapping[str, BulkKind] | Store[BulkKind] = field(default_factory=dict)
    actions: Mapping[str, BulkAction] = field(default_factory=dict)
    refusals: Mapping[str, Any] = field(default_factory=dict)
    for_bulk: Callable[[Any], Any] | None = None
    layouts: Mapping[str, str] = field(default_factory=dict)
    with_bin: bool = False
    companion: str = ""
    file_first: tuple[str, ...] = ()
    files_all: tuple[str, ...] = ()
    export: Callable[[Here, str], Any] | None = None
    phone: str = "stacked"

    # --- What it is of -----------------------------------------------------------------------------------

    @cached_property
    def of(self) -> type[Any]:
        return self.resource.model if self.resource is not None else self.model

    @cached_property
    def writes(self) -> str:
        """The right to change its records; "" when nothing is changed from the list."""
        return self.right or (self.resource.right if self.resource is not None else "")

    def may_write(self, user: Any) -> bool:
        return bool(self.writes) and user.can(self.writes)

    def rows(self, user: Any, *, binned: bool = False) -> Any:
        """Those that the reader sees; those of the bin only when asked."""
        return self.of.objects.reachable_by(user).binned() if binned else self.of.objects.visible_to(user)

    def prepared(self, rows: Any, user: Any, criteria: Criteria) -> Any:
        return self.prepare(rows, user, criteria) if self.prepare is not None else rows

    @property
    def selectable(self) -> bool:
        """Whether rows are ticked: something may be done with many."""
        return bool(self.actions) or any(one.edit is not None for one in self.all_columns().values())

    def record_to_change(self, user: Any, record_id: int) -> Any:
        """The record, for whoever sees and may change it: 404, 403."""
        if self.to_change is not None:
            return self.to_change(user, record_id)
        record = get_visible(self.of.objects, user, pk=record_id)
        require(user, self.writes or "nobody")
        if self.resource is not None and self.resource.may is not None:
            require_write(self.resource, user, "changed", record)
        return record

    def verb(self, record: Any, *, by: Any, **values: Any) -> Any:
        """Change these fields of one record."""
        if self.change is not None:
            return self.change(record, by=by, **values)
        if self.resource is None:
            raise TypeError(f"the list {self.key} changes nothing")
        return self.resource.change(record, by=by, **values)

    # --- Columns and filters, those that others added included ---------------------------------------------

    def all_columns(self) -> Mapping[str, Column]:
        return self._whole()[0]

    def all_filters(self) -> Mapping[str, Filter]:
        return self._whole()[1]

    def _whole(self) -> tuple[Mapping[str, Column], Mapping[str, Filter]]:
        columns, filters = self._own
        for add in extensions:
            more_columns, more_filters = add(self)
            if more_columns or more_filters:
                columns = {**columns, **{one.key: one for one in more_columns}}
                filters = {**filters, **{one.key: one for one in more_filters}}
        return columns, filters

    @property
    def own_keys(self) -> Collection[str]:
        """Of the columns that it declares, without those added since."""
        return self._own[0].keys()

    @cached_property
    def _own(self) -> tuple[dict[str, Column], dict[str, Filter]]:
        return {one.key: one for one in self.columns}, {one.key: one for one in self.filters}

    def filter_of(self, key: str) -> Filter:
        return self.all_filters()[key]

    def column_of(self, key: str) -> Column:
        return self.all_columns()[key]

    def order_columns(self) -> dict[str, Column]:
        return {key: column for key, column in self.all_columns().items() if column.sort is not False}

    def allowed(self, user: Any) -> dict[str, Column]:
        """The columns of the page that this reader may choose from, in the order of the declaration."""
        return {
            key: column
            for key, column in self.all_columns().items()
            if column.drawn and (column.when is None or column.when(user))
        }

    def chosen(self, keys: Iterable[str], user: Any) -> list[Column]:
        """The columns to show, the first one first, unknown and refused ones left out; the usual when none is left."""
        may = self.allowed(user)
        first = next(iter(may))
        wanted = [key for key in dict.fromkeys(keys) if key in may and key != first]
        usual = [key for key, column in may.items() if column.shown and key != first]
        return [may[key] for key in [first, *(wanted or usual)]]

    def reads(self, columns: Iterable[Column]) -> tuple[str, ...]:
        """The attributes that these columns show, without doubles, those of every row first."""
        return tuple(dict.fromkeys(["id", *self.always, *(name for column in columns for name in column.reads)]))

    def sources(self) -> Mapping[str, Source]:
        """Attribute of a row to where it comes from."""
        return {
            "id": "id",
            **{name: column.source for column in self.all_columns().values() if (name := column.name)},
            **self.attributes,
        }

    # --- What is done with many ----------------------------------------------------------------------------

    def bulk_kinds(self) -> dict[str, BulkKind]:
        return {**dict(self.kinds.items()), "column": column_kind(self)}

    def bulk_actions(self, user: Any) -> dict[str, BulkAction]:
        """What this reader may do to a selection, by key."""
        offered = {**self.actions, **column_actions(self)}
        return {key: action for key, action in offered.items() if user.can(action.right or self.writes)}

    # --- Addresses -----------------------------------------------------------------------------------------

    def page_name(self, page: str = LIST, *, below: bool = False) -> str:
        """The name of the address of one of its pages: "list", "export", "views"…"""
        home = self.below.address if below and self.below is not None else self.address
        if page == LIST:
            return home
        space, name = home.rsplit(":", 1)
        return f"{space}:{page}" if name == LIST else f"{space}:{name}-{page}"

    @property
    def default_key(self) -> str:
        """What `User.choices` keeps: the id of the saved view that the list opens with."""
        return f"{self.key}.view"


lists: Store[ListOf] = Store("lists")
# Functions (list) → columns and filters of the company's own, asked whenever a list is opened.
extensions: Store[Callable[[ListOf], tuple[Sequence[Column], Sequence[Filter]]]] = Store("columns added to lists")


def register(noun: ListOf, *, order: int = 100) -> ListOf:
    """Give it its saved views, its tests, and its filters to the operation that lists its records.

    Raises ValueError when its key is taken.
    """
    if noun.resource is not None:
        narrowings.register(noun.resource.key, Narrowing(partial(api_shape, noun), partial(api_rows, noun)))
    return lists.register(noun.key, noun, order=order)
