"""Look-alikes and merges as pages and the API read them: of which the user sees both, and may write both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from kameo.core.access import get_visible, require
from kameo.core.merging.models import Difference, Merge
from kameo.core.merging.nouns import Mergeable

PAGE = 50


@dataclass(frozen=True, slots=True)
class TwinSide:
    """One record of a pair, with what tells it from the other."""

    id: int
    name: str
    sub: str = ""


@dataclass(frozen=True, slots=True)
class PairOf:
    """Two that may be one: `score` out of 100, `reasons` the noun's codes, the surest first. `id`: of its row, or 0."""

    first: TwinSide
    second: TwinSide
    score: int
    reasons: list[str]
    id: int = 0


def is_visible(noun: Mergeable, user: Any, row: Any) -> bool:
    return bool(visible_rows(noun, user).filter(pk=row.pk).exists())


def visible_rows(noun: Mergeable, user: Any) -> Any:
    return noun.model._default_manager.visible_to(user)  # type: ignore[attr-defined]


def writable_row(noun: Mergeable, user: Any, pk: Any) -> Any:
    """404 unless they see it, 403 unless they have the right."""
    found = get_visible(noun.model._default_manager, user, pk=pk)
    require(user, noun.right)
    return found


def pairs_for(noun: Mergeable, user: Any, *, after: str = "", limit: int = PAGE) -> tuple[list[PairOf], str]:
    """Those that `user` may merge or tell apart, the surest first, and where the next page starts ("" at the end)."""
    if not user.can(noun.right):
        return [], ""
    return (noun.pairs or _same_names(noun))(user, after, limit)


def pair_place(after: str) -> tuple[int, int, int] | None:
    """Score and ids of the last pair of the page before, as `page_of_pairs` writes them; None where nobody can tell."""
    parts = after.split("_")
    if len(parts) != 3 or not all(part.isdecimal() and len(part) < 19 for part in parts):
        return None
    score, first, second = map(int, parts)
    return score, first, second


def page_of_pairs(found: list[PairOf], limit: int) -> tuple[list[PairOf], str]:
    """`found` holds one more than `limit` where there are others: the page, and the place of the next one."""
    last = found[limit - 1] if len(found) > limit else None
    return found[:limit], f"{last.score}_{last.first.id}_{last.second.id}" if last else ""


def merges_for(noun: Mergeable, user: Any) -> QuerySet[Any]:
    """Merges into records that `user` sees, the latest first; each has the names of both."""
    rows = Merge.objects.filter(Exists(visible_rows(noun, user).filter(pk=OuterRef("kept_id"))), noun=noun.key)
    names = {"kept_name": _name_of(noun, "kept_id"), "absorbed_name": _name_of(noun, "absorbed_id")}
    return rows.annotate(**names).select_related("by", "undone_by").order_by("-at", "-id")


def told_apart_by(noun: Mergeable, user: Any) -> QuerySet[Any]:
    """What somebody declared different, of records that `user` sees both, newest first."""
    seen = visible_rows(noun, user).order_by().values("pk")
    rows = Difference.objects.filter(noun=noun.key, first_id__in=seen, second_id__in=seen)
    names = {"first_name": _name_of(noun, "first_id"), "second_name": _name_of(noun, "second_id")}
    return rows.annotate(**names).select_related("by").order_by("-at", "-id")


def kept_of(noun: Mergeable, user: Any, pk: int) -> int | None:
    """What the absorbed record is part of now, where `user` sees it: its old address leads there."""
    if not user.is_authenticated:
        return None
    open_ones = Merge.objects.open().filter(noun=noun.key)
    found: int | None = None
    while (above := open_ones.filter(absorbed_id=pk).values_list("kept_id", flat=True).first()) is not None:
        pk = found = above
    if found is None:
        return None
    return found if visible_rows(noun, user).filter(pk=found).exists() else None


class SeenThrough:
    """What `get_visible` asks of a manager, over rows that a reader sees through a noun."""

    def __init__(self, noun: Mergeable, rows: Any) -> None:
        self.noun, self.rows = noun, rows
        self.model = Difference if rows is told_apart_by else Merge

    def visible_to(self, user: Any) -> Any:
        return self.rows(self.noun, user)


def one_merge(noun: Mergeable, user: Any, pk: int) -> Any:
    return get_visible(SeenThrough(noun, merges_for), user, pk=pk)


def one_difference(noun: Mergeable, user: Any, pk: int) -> Any:
    return get_visible(SeenThrough(noun, told_apart_by), user, pk=pk)


def _name_of(noun: Mergeable, column: str) -> Any:
    return Subquery(
        noun.model._default_manager.filter(pk=OuterRef(column))
        .order_by()
        .annotate(called=noun.naming or F(noun.name))
        .values("called")[:1]
    )


def _same_names(noun: Mergeable) -> Any:
    """Pairs of one folded name, the oldest first: for nouns that say nothing better. One statement.

    A page begins after the pair that its place names; an unreadable place is the first page.
    """

    def find(user: Any, after: str, limit: int) -> tuple[list[PairOf], str]:
        seen, parameters = visible_rows(noun, user).order_by().values("pk").query.sql_with_params()
        place = (pair_place(after) or (0, 0, 0))[1:]
        with connection.cursor() as cursor:
            cursor.execute(
                _PAIRS.format(table=noun.table, name=noun.name, seen=seen), [*parameters, noun.key, *place, limit + 1]
            )
            rows = cursor.fetchall()
        found = [
            PairOf(TwinSide(one, first), TwinSide(two, second), 100, ["same_name"]) for one, two, first, second in rows
        ]
        return page_of_pairs(found, limit)

    return find


_PAIRS = """
    with seen as materialized (
        select id, {name} as name, kameo_fold({name}) as folded from {table} where id in ({seen}) and {name} <> '')
    select one.id, two.id, one.name, two.name from seen one join seen two on one.folded = two.folded and one.id < two.id
    where not exists (select from merging_difference apart
            where apart.noun = %s and apart.first_id = one.id and apart.second_id = two.id)
        and (one.id, two.id) > (%s, %s)
    order by one.id, two.id limit %s
"""
