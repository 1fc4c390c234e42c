"""Saved views and columns of the list."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts import domain
from kameo.accounts.forms.views import ViewForm
from kameo.accounts.listing import address, columns, saved_views
from kameo.core.access import get_binned, get_visible
from kameo.core.errors import DomainError
from kameo.core.lists.models import SavedView
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.core.ui.toasts import failure, toast


@require_safe
def views(request: HttpRequest) -> HttpResponse:
    """GET /accounts/views/: all that the reader may open, and what may be done with each."""
    user: Any = request.user
    found = [(view, saved_views.view_of(view, user)) for view in saved_views.views_of(user)]
    return render(request, "accounts/views.html", {"views": found, "usual": user.choices.get(domain.DEFAULT_VIEW)})


@require_http_methods(["GET", "POST"])
def view_new(request: HttpRequest) -> HttpResponse:
    """GET and POST /accounts/views/new/?…: what the address asks for, under a name."""
    form = ViewForm(request.POST or None, by=request.user, content=_content(request, address.read(request.GET)))
    if request.method == "POST" and form.is_valid() and form.save() and form.view:
        toast(request, _("The view %(name)s is saved.") % {"name": form.view.name})
        return redirect(saved_views.view_of(form.view, request.user).url)
    context = {"form": form, "view": None, "back": reverse("accounts:list") + address.read(request.GET).query()}
    return render(request, "accounts/view_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def view_change(request: HttpRequest, view_id: int) -> HttpResponse:
    """GET and POST /accounts/views/<id>/: another name, other readers."""
    view = _own(request, view_id)
    form = ViewForm(request.POST or None, by=request.user, view=view)
    if request.method == "POST" and form.is_valid() and form.save():
        toast(request, _("Saved."))
        return redirect("accounts:views")
    context = {"form": form, "view": view, "back": reverse("accounts:views")}
    return render(request, "accounts/view_form.html", context, status=422 if form.errors else 200)


@require_POST
def view_save(request: HttpRequest, view_id: int) -> HttpResponse:
    """POST /accounts/views/<id>/save/?…: the view keeps what the address asks for."""
    view = _own(request, view_id)
    state = address.read(request.GET)
    domain.change_view(view, by=request.user, **_content(request, state))
    toast(request, _("The view %(name)s is saved.") % {"name": view.name})
    return redirect(saved_views.view_of(view, request.user).url)


@require_POST
def view_copy(request: HttpRequest, view_id: int) -> HttpResponse:
    """POST /accounts/views/<id>/copy/."""
    view = get_visible(SavedView.objects, request.user, pk=view_id)
    try:
        copy = domain.duplicate_view(view, by=request.user)  # type: ignore[arg-type]
    except DomainError as error:
        failure(request, error)
        return redirect("accounts:views")
    toast(request, _("The view %(name)s is yours to change.") % {"name": copy.name})
    return redirect("accounts:views")


@require_POST
def view_delete(request: HttpRequest, view_id: int) -> HttpResponse:
    """POST /accounts/views/<id>/deletion/: the toast gives it back."""
    view = _own(request, view_id)
    domain.delete_view(view, by=request.user)
    undo = reverse("accounts:view-restore", args=[view.pk])
    toast(request, _("The view %(name)s is deleted.") % {"name": view.name}, undo_url=undo)
    return redirect("accounts:views")


@require_POST
def view_restore(request: HttpRequest, view_id: int) -> HttpResponse:
    """POST /accounts/views/<id>/restoration/."""
    view = get_binned(SavedView.objects, request.user, pk=view_id)
    try:
        domain.restore_view(view, by=request.user)
        toast(request, _("%(name)s is back.") % {"name": view.name})
    except DomainError as error:
        failure(request, error)
    return redirect("accounts:views")


@require_POST
def view_default(request: HttpRequest, view_id: int) -> HttpResponse:
    """POST /accounts/views/<id>/default/: the reader's list opens with it; again: with the plain list."""
    user: Any = request.user
    view = get_visible(SavedView.objects, user, pk=view_id)
    off = user.choices.get(domain.DEFAULT_VIEW) == view.pk
    domain.choose_default_view(None if off else view, by=user)
    words = _("Your list opens with all accounts.") if off else _("Your list opens with %(name)s.")
    toast(request, words % {"name": view.name})
    return redirect("accounts:views")


@require_safe
def list_columns(request: HttpRequest) -> HttpResponse:
    """GET /accounts/columns/?…: which columns, in which order. `up` and `down` move one without JavaScript;
    `apply` goes back to the list (or the page `to` names) with them.
    """
    state = address.read(request.GET)
    keys = _moved(request) if "col" in request.GET or "sorted" in request.GET else list(state.columns)
    shown = columns.chosen(keys, request.user)
    if "apply" in request.GET:
        return redirect(reverse("accounts:list") + state.query(cols=_column_param(shown)))
    offered = {column.key: True for column in shown}
    others = [column for key, column in columns.allowed(request.user).items() if key not in offered]
    context = {"state": state, "shown": shown[1:], "others": others}
    if is_fragment(request):
        return render_fragment(request, "accounts/columns.html", "form", context)
    return render(request, "accounts/columns.html", context)


def _column_param(shown: list[columns.AccountColumn]) -> str:
    return ",".join(column.key for column in shown)


def _moved(request: HttpRequest) -> list[str]:
    """The ticked columns in the order of the form, one of them moved by one place."""
    keys = [key for key in request.GET.getlist("col") if key in columns.COLUMNS][:40]
    for name, step in (("up", -1), ("down", 1)):
        key = request.GET.get(name, "")
        if key in keys:
            place = keys.index(key)
            keys.insert(max(place + step, 0), keys.pop(place))
    return keys


def _content(request: HttpRequest, state: address.ListState) -> dict[str, Any]:
    """What a view keeps of a page."""
    layout = (request.POST.get("layout") or request.GET.get("layout") or "list").strip()
    return {
        "layout": layout if layout in domain.LAYOUTS else "list",
        "columns": [column.key for column in columns.chosen(state.columns, request.user)],
        "filters": state.filters,
        "sort": state.order,
    }


def _own(request: HttpRequest, view_id: int) -> SavedView:
    """The view, for its owner; 404 for who may not open it, 403 for who only may."""
    view: SavedView = get_visible(SavedView.objects.select_related("owner", "team"), request.user, pk=view_id)
    if view.owner_id != request.user.pk:
        raise PermissionDenied("view")
    return view
