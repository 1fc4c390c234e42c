"""A resource in the global search: its records by name, as far as the reader sees them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kameo.core import search
from kameo.core.records.reading import visible_rows
from kameo.core.records.resource import Resource
from kameo.core.search import Hit, SearchSource, SearchTerms


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
    page = "one" if resource.sheet else "edit"

    def find(user: Any, terms: SearchTerms, limit: int) -> list[Hit]:
        rows = visible_rows(resource, user)
        for word in terms.folded.split():
            rows = rows.filter(**{f"{column}__contains": word})
        return [
            Hit(str(row), url(row) if url else resource.address(page, row=row), detail=detail(row), icon=icon)
            for row in rows.order_by(column, "pk")[:limit]
        ]

    return search.register(f"{resource.key}s", label, find, order=order, shortest=2)
