"""The rows of a list, in one statement, by keyset: stable under any order, at the same cost on any page.

Only what the shown columns need is read. Besides the rows the statement brings how many match (counted up to
`COUNTED`, estimated beyond), what the list reads beside its rows, and the reader's saved views.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.expressions import RawSQL

from kameo.core.lists.address import Cursor
from kameo.core.lists.columns import Column
from kameo.core.lists.criteria import Criteria, matching
from kameo.core.lists.declaration import ListOf

PAGE = 50
COUNTED = 10_000


@dataclass(frozen=True)
class RowsPage:
    """Some rows. `total` is exact up to `COUNTED`, then None, as it is for a list that does not say how many there
    are; `estimate` is about how many there are, when known.

    `before` and `after` are where the neighbouring pages start. `facts` is what came along: the list's extras.
    """

    rows: Sequence[Any] = ()
    total: int | None = 0
    estimate: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    beside: Any = None
    before: Cursor | None = None
    after: Cursor | None = None


@dataclass(frozen=True)
class _Order:
    """By value then id; no value comes last both ways."""

    column: Column
    descending: bool
    backwards: bool
    nullable: bool

    @property
    def down(self) -> bool:
        return self.descending != self.backwards

    @property
    def id_down(self) -> bool:
        return (self.descending and self.column.by_time) != self.backwards

    def apply(self, rows: Any, user: Any) -> Any:
        value = F("sort_value")
        nulls: dict[str, Any] = {}
        if self.nullable:
            nulls = {"nulls_first": True} if self.backwards else {"nulls_last": True}
        by_value = value.desc(**nulls) if self.down else value.asc(**nulls)
        return rows.annotate(sort_value=self.column.ordering(user)).order_by(by_value, "-id" if self.id_down else "id")

    def beyond(self, cursor: Cursor) -> Q:
        """What comes after the cursor."""
        further = Q(id__lt=cursor.id) if self.id_down else Q(id__gt=cursor.id)
        if cursor.value is None:
            same = Q(sort_value__isnull=True) & further
            return same | Q(sort_value__isnull=False) if self.backwards else same
        way = "lt" if self.down else "gt"
        found = Q(**{f"sort_value__{way}": cursor.value}) | Q(sort_value=cursor.value) & further
        if not self.nullable:  # the first, redundant term lets an index be entered at the place
            return Q(**{f"sort_value__{way}e": cursor.value}) & found
        return found if self.backwards else found | Q(sort_value__isnull=True)


def page_for(
    noun: ListOf,
    user: Any,
    criteria: Criteria | None = None,
    *,
    sort: str = "",
    descending: bool = False,
    cursor: Cursor | None = None,
    size: int = PAGE,
    names: Sequence[str] = (),
    beside: Any = None,
) -> RowsPage:
    """One page, in one statement. `sort` is a column's key, the list's own order without one; `names` are attributes
    of a row (those of the usual columns without); `beside` an expression whose value comes along (`RowsPage.beside`).
    """
    asked = Criteria() if criteria is None else criteria
    names = names or noun.reads(noun.chosen((), user))
    order = _order_of(noun, sort, descending, cursor)
    found_rows = matching(noun, user, asked)
    extra = {f"fact_{name}": read(user, asked) for name, read in noun.extras.items()}
    extra |= {
        "matched": _matched(noun, found_rows),
        "about": _about(noun, user, asked),
        "beside": Value(None, output_field=models.TextField()) if beside is None else beside,
    }
    # Which rows first, with the joins that needs; then the rest of the columns for those alone.
    chosen = order.apply(found_rows, user)
    if noun.companion:
        chosen = chosen.filter(**{f"{noun.companion}__isnull": False})  # an inner join: its index gives the order
    if cursor is not None:
        chosen = chosen.filter(order.beyond(cursor))
    few = noun.of.objects.filter(pk__in=chosen.values("pk")[: size + 1])
    few, paths = with_attributes(noun, noun.prepared(few, user, asked), user, names)
    rows = order.apply(few, user).annotate(**extra)
    found = list(rows.values_list(*paths, "sort_value", *extra))
    return _list_page(noun, found[:size], names, list(extra), more=len(found) > size, cursor=cursor)


def rows_for(
    noun: ListOf, user: Any, criteria: Criteria, *, sort: str = "", descending: bool = False, names: Sequence[str] = ()
) -> Iterator[Any]:
    """Every matching row, read by chunks (files)."""
    names = names or noun.reads(noun.chosen((), user))
    found, paths = with_attributes(noun, matching(noun, user, criteria), user, names)
    rows = _order_of(noun, sort, descending, None).apply(found, user)
    for row in rows.values_list(*paths).iterator(chunk_size=2000):
        yield noun.row(**dict(zip(names, row, strict=True)))


def row_of(noun: ListOf, user: Any, record_id: int, names: Sequence[str]) -> Any:
    """One line as the list shows it; raises DoesNotExist for one the user may not see."""
    rows = noun.prepared(noun.rows(user), user, Criteria())
    found, paths = with_attributes(noun, rows, user, names)
    return noun.row(**dict(zip(names, found.values_list(*paths).get(pk=record_id), strict=True)))


def with_attributes(noun: ListOf, rows: Any, user: Any, names: Iterable[str]) -> tuple[Any, list[str]]:
    """`rows` able to give these attributes, and what to ask `values_list` for, in that order."""
    sources = noun.sources()
    paths, computed = [], {}
    for name in names:
        source = sources.get(name, name)
        if isinstance(source, str):
            paths.append(source)
        else:
            computed[f"read_{name}"] = source(user)
            paths.append(f"read_{name}")
    return rows.annotate(**computed), paths


def _list_page(
    noun: ListOf, found: list[Any], names: Sequence[str], extra: list[str], *, more: bool, cursor: Cursor | None
) -> RowsPage:
    if not found:
        return RowsPage()
    backwards = cursor is not None and cursor.backwards
    if backwards:
        found.reverse()
    width, place = len(names), names.index("id")
    first, last = found[0], found[-1]
    beside = dict(zip(extra, found[0][width + 1 :], strict=True))
    matched = beside.pop("matched")
    return RowsPage(
        rows=[noun.row(**dict(zip(names, row[:width], strict=True))) for row in found],
        total=matched if matched is None or matched <= COUNTED else None,
        estimate=beside.pop("about") if matched is not None and matched > COUNTED else None,
        beside=beside.pop("beside"),
        facts={name.removeprefix("fact_"): value for name, value in beside.items()},
        before=Cursor(first[width], first[place], backwards=True) if (more if backwards else cursor) else None,
        after=Cursor(last[width], last[place]) if backwards or more else None,
    )


def _order_of(noun: ListOf, sort: str, descending: bool, cursor: Cursor | None) -> _Order:
    if not sort:
        sort, descending = noun.order.removeprefix("-"), noun.order.startswith("-")
    column = noun.column_of(sort)
    return _Order(column, descending, cursor is not None and cursor.backwards, _may_be_null(noun, column))


def _may_be_null(noun: ListOf, column: Column) -> bool:
    path = column.source if column.sort is True else column.sort
    try:
        return not isinstance(path, str) or bool(noun.of._meta.get_field(path).null)
    except FieldDoesNotExist:
        return True


def _matched(noun: ListOf, rows: Any) -> Any:
    """How many match, counted no further than one beyond `COUNTED`; not asked for a page that does not say it."""
    if noun.words.counted is None:
        return Value(None, output_field=models.BigIntegerField())
    statement, parameters = rows.order_by().values("pk").query.sql_with_params()
    return RawSQL(f"(select count(*) from ({statement} limit {COUNTED + 1}) matched)", parameters)  # noqa: S608, S611


def _about(noun: ListOf, user: Any, criteria: Criteria) -> Any:
    """The planner's own idea of the table's size, when the whole table is what the reader asks for and sees."""
    if not criteria.empty or noun.estimated is None or not noun.estimated(user, criteria):
        return Value(None, output_field=models.BigIntegerField())
    table = noun.of._meta.db_table
    return RawSQL("(select reltuples::bigint from pg_class where oid = %s::regclass)", (table,))
