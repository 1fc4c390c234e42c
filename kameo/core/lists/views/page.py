"""A list as a page, and as the fragment that its filters ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kameo.core.access import get_visible
from kameo.core.kinds import ChoiceKind
from kameo.core.lists.active import active_filters
from kameo.core.lists.address import is_bare
from kameo.core.lists.columns import Column
from kameo.core.lists.filters import Filter
from kameo.core.lists.here import Here, open_list
from kameo.core.lists.models import SavedView
from kameo.core.lists.rows import COUNTED, RowsPage, page_for
from kameo.core.lists.saved import shown
from kameo.core.money import reporting_currency
from kameo.core.ui import formats
from kameo.core.ui.fragments import is_fragment

PLAIN = "all"  # the view that is none: everything, the usual columns


@require_safe
def list_page(request: HttpRequest, key: str, **place: int) -> HttpResponse:
    """The same address answers the page, or its rows alone to htmx."""
    here = open_list(request, key, place)
    if is_bare(here.noun, request.GET) and (target := opened(here)):
        return redirect(target)
    part = is_fragment(request)
    page = read_page(here, beside=not part)
    if here.state.cursor is not None and not page.rows:
        return redirect(request.path + here.state.query())
    context = list_context(here, page) | {"part": part}
    response = render(request, "lists/_results.html" if part else here.noun.template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
def filter_values(request: HttpRequest, key: str, **place: int) -> HttpResponse:
    """Values in use, when somebody opens the other filters."""
    here = open_list(request, key, place)
    values = {one.key: one.suggest(request.user) for one in filters_for(here) if one.suggest is not None}
    late = [one for one in filters_for(here) if one.late]
    context = {"values": values, "late": late, "criteria": here.criteria, "page": RowsPage()}
    return render(request, "lists/filter_values.html", context)


def opened(here: Here) -> str:
    """Where a bare address leads: the view it names (404 for one that is not for this reader), or the reader's own
    default one; "" for the plain list.
    """
    wanted = here.params.get("view", "").strip()
    views = SavedView.objects.of(here.noun.key).select_related("owner")
    if wanted == PLAIN:
        return ""
    if wanted:
        view = get_visible(views, here.user, pk=wanted)
    elif usual := here.user.choices.get(here.noun.default_key):
        view = views.visible_to(here.user).filter(pk=usual).first()
    else:
        return ""
    return shown.shown_view(view).url(here) if view else ""


def read_page(here: Here, *, beside: bool) -> RowsPage:
    state = here.state
    return page_for(
        here.noun,
        here.user,
        here.criteria,
        sort=state.sort,
        descending=state.descending,
        cursor=state.cursor,
        names=here.noun.reads(here.shown),
        beside=shown.beside_rows(here.noun, here.user) if beside else None,
    )


def list_context(here: Here, page: RowsPage) -> dict[str, Any]:
    """What the list's template draws."""
    noun, state = here.noun, here.state
    offered = filters_for(here)
    context = {
        "noun": noun,
        "here": here,
        "state": state,
        "criteria": state.criteria,
        "page": page,
        "heading": heading(here, page),
        "shown": here.shown,
        "columns": [_head(here, column) for column in here.shown],
        "active": active_filters(state, page.facts),
        "bar": [one for one in offered if one.bar],
        "more": [one for one in offered if not one.bar and not one.late],
        "carried": carried(here, offered),
        "orders": sort_options(here),
        "order": state.order,
        "currency": reporting_currency(),
        "may_write": here.may_write,
        "labels": {one.key: one.kind.labels() for one in here.shown if isinstance(one.kind, ChoiceKind)},
        "links": {one.key: _address_base(reverse(one.link[0], args=[0])) for one in here.shown if one.link},
        "frame": "ui/shell.html",
        **view_options(here, page),
        **_record_context(here),
        **frame_context(here),
    }
    return context | dict(noun.context(here, page)) if noun.context is not None else context


def frame_context(here: Here) -> dict[str, Any]:
    """What the template around takes: the record that the list hangs below."""
    below = here.noun.below
    if here.parent is None or below is None:
        return {}
    around = below.context(here.user, here.parent, below.tab)
    return {"frame": below.frame, below.attribute: here.parent, **around}


def carried(here: Here, offered: list[Filter]) -> list[tuple[str, str]]:
    """What the filters' form must take along: what has no control in it yet."""
    drawn = {name for one in offered if not one.late for name in one.names}
    return [pair for pair in here.state.pairs if pair[0] not in drawn and pair[0] not in {"sort", "bin"}]


def filters_for(here: Here) -> list[Filter]:
    return [one for one in here.noun.all_filters().values() if one.when is None or one.when(here.user)]


def view_options(here: Here, page: RowsPage, found: list[SavedView] | None = None) -> dict[str, Any]:
    """The saved views, the one in use, and whether the page shows something else than it keeps."""
    if found is None and page.rows:
        views = shown.read_views(page.beside)
    else:
        views = [shown.shown_view(one) for one in (shown.views_of(here.noun, here.user) if found is None else found)]
    used = next((view for view in views if str(view.id) == here.state.view), None)
    pills = [{"label": str(here.noun.words.every), "url": f"{here.url()}?view={PLAIN}", "current": not used}]
    pills += [{"label": view.name, "url": view.url(here), "current": view is used} for view in views]
    return {"pills": pills, "used": used, "differs": differs(here, used)}


def differs(here: Here, used: shown.ShownView | None) -> bool:
    """Whether there is something to save: the view was changed on screen, or nothing is saved and something asked."""
    state = here.state
    if used is None:
        return bool(state.filters or state.columns)
    same = used.filters == state.filters and (used.sort or here.noun.order) == state.order
    return not (same and used.columns == state.columns)


def heading(here: Here, page: RowsPage) -> str:
    """How many rows, in words: exact up to `COUNTED`, about beyond."""
    words, criteria = here.noun.words, here.criteria
    if words.counted is None:
        return str(words.title)
    if page.total is not None:
        tell = (
            words.matched if words.matched and (criteria.values or criteria.ids or criteria.binned) else words.counted
        )
        return tell(page.total) % _number_words(formats.number(page.total))
    if page.estimate:
        about = _number_words(formats.number(round(page.estimate, -2)))
        return _("About %(count)s") % {"count": words.counted(2) % about}
    return _("More than %(count)s") % {"count": words.counted(2) % _number_words(formats.number(COUNTED))}


def _number_words(shown: Any) -> dict[str, Any]:
    """Under both names that sentences of ours give a number."""
    return {"count": shown, "num": shown}


def sort_options(here: Here) -> list[tuple[str, str]]:
    """Orders in words, for the list that serves narrow pages and keyboards."""
    found: list[tuple[str, str]] = []
    for key, column in here.noun.order_columns().items():
        if column.when is None or column.when(here.user):
            up, down = column.order_words()
            told = [(key, up), (f"-{key}", down)]
            found += reversed(told) if column.descending else told
    return [(order, words) for order, words in found if words]


def _head(here: Here, column: Column) -> dict[str, Any]:
    """One head of the table, with the address that sorts by it."""
    head = {"label": str(column.label), "numeric": column.is_numeric, "cls": f"h-{column.key}"}
    if column.sort is False:
        return head
    sort = ("descending" if here.state.descending else "ascending") if column.key == here.state.sort else None
    return head | {"url": here.state.sorted_by(column.key), "sort": sort}


@dataclass(frozen=True)
class _OnlyPk:
    """A record of which only the number is known."""

    pk: int


def _address_base(address: str) -> str:
    """What stands before the id, 0, of an address."""
    return address.rpartition("0/")[0]


def _record_context(here: Here) -> dict[str, Any]:
    """The addresses of a registered record: a new one, one and giving it back (both without its id). Those of pages
    that the app writes itself are the cells' affair.
    """
    resource = here.noun.resource
    if resource is None or not resource.path:
        return {"new_url": "", "new_label": "", "row_url": None, "restore_url": None}
    nowhere = resource.above is not None and here.parent is None
    made_here = here.may_write and not nowhere and "new" not in resource.without
    page = "one" if resource.sheet else "edit"
    return {
        "new_url": resource.address("new", parent=here.parent) if made_here else "",
        "new_label": resource.words.new,
        "row_url": None if page in resource.without else _row_address(here, page),
        "restore_url": _row_address(here, "restore") if resource.binnable else None,
    }


def _row_address(here: Here, page: str) -> Callable[[Any], str]:
    """The address of a page of a row's record, composed once: each row says below what it hangs."""
    resource: Any = here.noun.resource
    nobody = resource.model(pk=0)
    if resource.above is None or resource.alone:
        before, _zero, after = resource.address(page, row=nobody).rpartition("/0/")
        return lambda row: f"{before}/{row.id}/{after}"
    owner = f"{resource.above.attribute}_id"
    before, middle, after = resource.address(page, parent=_OnlyPk(0), row=nobody).rsplit("/0/", 2)
    return lambda row: f"{before}/{getattr(row, owner)}/{middle}/{row.id}/{after}"
