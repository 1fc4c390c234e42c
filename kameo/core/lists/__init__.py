"""Lists: a noun declares its columns and filters once, in its app's `lists`; page, address, files, saved views, changes
of many and the query of the API follow (docs/handbook/lists.md).

Django reads this package for its models before they may be imported: what it offers is looked up when first named.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kameo.core.lists.columns import Column as Column
    from kameo.core.lists.columns import InlineEdit as InlineEdit
    from kameo.core.lists.columns import ListRow as ListRow
    from kameo.core.lists.criteria import Criteria as Criteria
    from kameo.core.lists.criteria import asking as asking
    from kameo.core.lists.criteria import matching as matching
    from kameo.core.lists.declaration import Below as Below
    from kameo.core.lists.declaration import ListOf as ListOf
    from kameo.core.lists.declaration import ListWords as ListWords
    from kameo.core.lists.declaration import extensions as extensions
    from kameo.core.lists.declaration import lists as lists
    from kameo.core.lists.declaration import register as register
    from kameo.core.lists.filters import ChoiceFilter as ChoiceFilter
    from kameo.core.lists.filters import DaysFilter as DaysFilter
    from kameo.core.lists.filters import Filter as Filter
    from kameo.core.lists.filters import RangeFilter as RangeFilter
    from kameo.core.lists.filters import ReferenceFilter as ReferenceFilter
    from kameo.core.lists.filters import SearchFilter as SearchFilter
    from kameo.core.lists.filters import SwitchFilter as SwitchFilter
    from kameo.core.lists.filters import TagsFilter as TagsFilter
    from kameo.core.lists.filters import TextFilter as TextFilter
    from kameo.core.lists.making import filter_for as filter_for
    from kameo.core.lists.making import natural_filter as natural_filter
    from kameo.core.lists.rows import COUNTED as COUNTED
    from kameo.core.lists.rows import PAGE as PAGE
    from kameo.core.lists.rows import RowsPage as RowsPage
    from kameo.core.lists.rows import page_for as page_for
    from kameo.core.lists.rows import row_of as row_of
    from kameo.core.lists.rows import rows_for as rows_for

_MODULES = {
    "columns": ("Column", "InlineEdit", "ListRow"),
    "criteria": ("Criteria", "asking", "matching"),
    "declaration": ("Below", "ListOf", "ListWords", "extensions", "lists", "register"),
    "filters": (
        "ChoiceFilter",
        "DaysFilter",
        "Filter",
        "RangeFilter",
        "ReferenceFilter",
        "SearchFilter",
        "SwitchFilter",
        "TagsFilter",
        "TextFilter",
    ),
    "making": ("filter_for", "natural_filter"),
    "rows": ("COUNTED", "PAGE", "RowsPage", "page_for", "row_of", "rows_for"),
}
_PLACES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
