"""A resource in the global search: its records by name, as far as the reader sees them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Value

from kameo.core import search
from kameo.core.records.reading import visible_rows
from kameo.core.records.resource import Resource
from kameo.core.search import Hit, SearchSource, SearchTerms
from kameo.core.search.words import every_word

# By the key of their source: the resource, and the column of its names.
_searched: dict[str, tuple[Resource, str]] = {}


def searchable(
    resource: Resource,
    label: Any,
    *,
    icon: str,
    detail: Callable[[Any], str],
    url: Callable[[Any], str] | None = None,
    column: str = "sort_name",
    order: int = 100,
) -> SearchSource:
    """Find records whose `column`, folded as the database folds names, holds every word; one query.

    `detail(row)` is the short line below the name, `url(row)` where it leads when that is not its own page; the
    parent, where there is one, is read along.
    """
    page, key = "one" if resource.sheet else "edit", f"{resource.key}s"
    _searched[key] = (resource, column)

    def find(user: Any, terms: SearchTerms, limit: int) -> list[Hit]:
        return [
            Hit(str(row), url(row) if url else resource.address(page, row=row), detail=detail(row), icon=icon)
            for row in _rows_by_name(key, user, terms).order_by(column, "pk")[:limit]
        ]

    return search.register(key, label, find, order=order, shortest=2, together=_with_hits)


def _rows_by_name(key: str, user: Any, terms: SearchTerms) -> Any:
    resource, column = _searched[key]
    return visible_rows(resource, user).filter(every_word(column, terms.folded))


def _with_hits(keys: Sequence[str], user: Any, terms: SearchTerms) -> set[str]:
    """The nouns of which a record bears the words: most words name none, and each noun would cost a query."""
    first, *others = (_rows_by_name(key, user, terms).order_by().values_list(Value(key))[:1] for key in keys)
    return {key for (key,) in first.union(*others, all=True)}
