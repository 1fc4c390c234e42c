"""Saved views and columns of a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.core.access import get_binned, get_visible
from kameo.core.errors import DomainError
from kameo.core.lists.columns import Column
from kameo.core.lists.declaration import LIST
from kameo.core.lists.forms import ViewForm
from kameo.core.lists.here import Here, open_list
from kameo.core.lists.models import SavedView
from kameo.core.lists.saved import shown, verbs
from kameo.core.lists.views.page import frame_context
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.core.ui.toasts import failure, toast

Place = Mapping[str, int]


@require_safe
def views(request: HttpRequest, key: str, **place: int) -> HttpResponse:
    """All that the reader may open, and what may be done with each."""
    here = open_list(request, key, place)
    found = [(view, shown.shown_view(view).url(here)) for view in shown.views_of(here.noun, here.user)]
    usual = here.user.choices.get(here.noun.default_key)
    return _list_page(request, here, "lists/views.html", {"views": found, "usual": usual})


@require_http_methods(["GET", "POST"])
def view_new(request: HttpRequest, key: str, **place: int) -> HttpResponse:
    """What the address asks for, under a name."""
    here = open_list(request, key, place)
    form = ViewForm(request.POST or None, noun=here.noun, by=here.user, content=_content(request, here))
    if request.method == "POST" and form.is_valid() and form.save() and form.view:
        toast(request, _("The view %(name)s is saved.") % {"name": form.view.name})
        return redirect(shown.shown_view(form.view).url(here))
    context = {"form": form, "view": None, "back": here.url() + here.state.query()}
    return _list_page(request, here, "lists/view_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def view_change(request: HttpRequest, key: str, view_id: int, **place: int) -> HttpResponse:
    """Another name, other readers."""
    here = open_list(request, key, place)
    view = _own_view(here, view_id)
    form = ViewForm(request.POST or None, noun=here.noun, by=here.user, view=view)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("Saved."))
        return redirect(here.url("views"))
    context = {"form": form, "view": view, "back": here.url("views")}
    return _list_page(request, here, "lists/view_form.html", context, status=422 if form.errors else 200)


@require_POST
def view_save(request: HttpRequest, key: str, view_id: int, **place: int) -> HttpResponse:
    """The view keeps what the address asks for."""
    here = open_list(request, key, place)
    view = _own_view(here, view_id)
    verbs.change_view(view, by=here.user, **_content(request, here))
    toast(request, _("The view %(name)s is saved.") % {"name": view.name})
    return redirect(shown.shown_view(view).url(here))


@require_POST
def view_copy(request: HttpRequest, key: str, view_id: int, **place: int) -> HttpResponse:
    here = open_list(request, key, place)
    view = _seen_view(here, view_id)
    try:
        copy = verbs.duplicate_view(view, by=here.user)
        toast(request, _("The view %(name)s is yours to change.") % {"name": copy.name})
    except DomainError as error:
        failure(request, error)
    return redirect(here.url("views"))


@require_POST
def view_delete(request: HttpRequest, key: str, view_id: int, **place: int) -> HttpResponse:
    """The toast gives it back."""
    here = open_list(request, key, place)
    view = _own_view(here, view_id)
    verbs.delete_view(view, by=here.user)
    undo = here.url("view-restore", view_id=view.pk)
    toast(request, _("The view %(name)s is deleted.") % {"name": view.name}, undo_url=undo)
    return redirect(here.url("views"))


@require_POST
def view_restore(request: HttpRequest, key: str, view_id: int, **place: int) -> HttpResponse:
    here = open_list(request, key, place)
    view = get_binned(SavedView.objects.of(key), here.user, pk=view_id)
    try:
        verbs.restore_view(view, by=here.user)
        toast(request, _("%(name)s is back.") % {"name": view.name})
    except DomainError as error:
        failure(request, error)
    return redirect(here.url("views"))


@require_POST
def view_default(request: HttpRequest, key: str, view_id: int, **place: int) -> HttpResponse:
    """The reader's list opens with it; again: with the plain list."""
    here = open_list(request, key, place)
    view = _seen_view(here, view_id)
    off = here.user.choices.get(here.noun.default_key) == view.pk
    verbs.choose_default_view(here.noun, None if off else view, by=here.user)
    words = _("Your list opens without a view.") if off else _("Your list opens with %(name)s.")
    toast(request, words % {"name": view.name})
    return redirect(here.url("views"))


@require_safe
def list_columns(request: HttpRequest, key: str, **place: int) -> HttpResponse:
    """Which columns, in which order. `up` and `down` move one without JavaScript; `apply` goes back to the list."""
    here = open_list(request, key, place)
    keys = _moved(here) if "col" in request.GET or "sorted" in request.GET else list(here.state.columns)
    chosen = here.noun.chosen(keys, here.user)
    if "apply" in request.GET:
        return redirect(here.url() + here.state.query(cols=_column_param(chosen)))
    offered = {column.key for column in chosen}
    others = [column for name, column in here.noun.allowed(here.user).items() if name not in offered]
    context = {"noun": here.noun, "here": here, "state": here.state, "shown": chosen[1:], "others": others}
    if is_fragment(request):
        return render_fragment(request, "lists/columns.html", "form", context)
    return _list_page(request, here, "lists/columns.html", context)


def _list_page(
    request: HttpRequest, here: Here, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    frame = {"frame": "ui/shell.html", **frame_context(here)}
    around = {"noun": here.noun, "here": here, "state": here.state, **frame}
    return render(request, template, around | context, status=status)


def _column_param(chosen: list[Column]) -> str:
    return ",".join(column.key for column in chosen)


def _moved(here: Here) -> list[str]:
    """The ticked columns in the order of the form, one of them moved by one place."""
    known = here.noun.all_columns()
    keys = [key for key in here.params.getlist("col") if key in known][:40]
    for name, step in (("up", -1), ("down", 1)):
        key = here.params.get(name, "")
        if key in keys:
            place = keys.index(key)
            keys.insert(max(place + step, 0), keys.pop(place))
    return keys


def _content(request: HttpRequest, here: Here) -> dict[str, Any]:
    """What a view keeps of a page."""
    layout = (request.POST.get("layout") or request.GET.get("layout") or LIST).strip()
    return {
        "layout": layout if layout in here.noun.layouts else LIST,
        "columns": [column.key for column in here.shown],
        "filters": here.state.filters,
        "sort": here.state.order,
    }


def _seen_view(here: Here, view_id: int) -> SavedView:
    views = SavedView.objects.of(here.noun.key).select_related("owner", "team")
    view: SavedView = get_visible(views, here.user, pk=view_id)
    return view


def _own_view(here: Here, view_id: int) -> SavedView:
    """The view, for its owner; 404 for who may not open it, 403 for who only may."""
    view = _seen_view(here, view_id)
    if view.owner_id != here.user.pk:
        raise PermissionDenied("view")
    return view
