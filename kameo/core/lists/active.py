"""The words for the conditions in force: one active filter each, with the address without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kameo.core.lists.address import ListState


@dataclass(frozen=True)
class ActiveFilter:
    """One condition in force, and the address without it."""

    label: str
    url: str


def active_filters(state: ListState, facts: Mapping[str, Any]) -> list[ActiveFilter]:
    """The conditions in force, each with what removes it alone.

    The address still says how to sort: an empty one would be the reader's default view.
    """
    told = filter_words(state, facts)
    return [ActiveFilter(label, state.query(without=parts, sort=state.order)) for parts, label in told if label]


def filter_words(state: ListState, facts: Mapping[str, Any]) -> list[Any]:
    return [
        words
        for one in state.noun.all_filters().values()
        if one.key in state.criteria.values
        for words in one.words(state.criteria.values[one.key], facts)
    ]
