"""One list as one request opens it: for whom, below which record, with which address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from kameo.core.lists import address
from kameo.core.lists.bulk.running import Selection
from kameo.core.lists.columns import Column
from kameo.core.lists.criteria import Criteria
from kameo.core.lists.declaration import LIST, ListOf, lists


@dataclass(frozen=True)
class Here:
    """`place` is what the address says of the record above, `parent` that record."""

    noun: ListOf
    user: Any
    params: QueryDict
    place: Mapping[str, int]
    parent: Any = None

    def url(self, page: str = LIST, **more: Any) -> str:
        """The address of one of the list's pages."""
        name = self.noun.page_name(page, below=self.parent is not None)
        return reverse(name, kwargs={**self.place, **more})

    def layout_url(self, layout: str) -> str:
        name = self.noun.layouts.get(layout)
        return reverse(name) if name else self.url()

    @cached_property
    def state(self) -> address.ListState:
        state = address.read(self.noun, self.params)
        return replace(state, criteria=self._placed(state.criteria))

    @property
    def criteria(self) -> Criteria:
        return self.state.criteria

    @cached_property
    def shown(self) -> list[Column]:
        alone = self.parent is not None and not self.criteria.group
        return [one for one in self.noun.chosen(self.state.columns, self.user) if not (one.wide and alone)]

    @cached_property
    def may_write(self) -> bool:
        return self.noun.may_write(self.user)

    def selection(self, ids: Any = ()) -> Selection:
        """What a change of many is about: all that the filters find, or chosen rows."""
        filters = {} if ids else self.state.filters
        parent_id = self.parent.pk if self.parent is not None else None
        return Selection(self.noun, filters, tuple(ids), parent_id, self.criteria.group)

    def _placed(self, criteria: Criteria) -> Criteria:
        below = self.noun.below
        scope = self.params.get("scope", "")
        wide = scope == "group" if below is None or not below.wide else scope != "entity"
        binned = self.params.get("bin") == "1" and self.noun.with_bin and self.may_write
        return replace(criteria, parent=self.parent, group=wide and self.parent is not None, binned=binned)


def open_list(request: HttpRequest, key: str, place: Mapping[str, int]) -> Here:
    """The list `key` for this request; 404 for a record above that the reader does not see."""
    noun = lists[key]
    parent = None
    if place and noun.below is not None:
        parent = noun.below.fetch(request.user, next(iter(place.values())))
    return Here(noun, request.user, request.GET, dict(place), parent)
