"""Changing many accounts at once: choose, see what will happen, do it, undo it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts.domain import bulk
from kameo.accounts.forms.bulk import ACTIONS, REFUSALS, BulkForm
from kameo.accounts.listing import COUNTED, AccountCriteria, address, matching, selection
from kameo.core.access import get_visible, require
from kameo.core.errors import DomainError
from kameo.core.lists.models import BulkChange
from kameo.core.ui import formats
from kameo.core.ui.toasts import failure, toast
from kameo.people.enums import Right


@require_http_methods(["GET", "POST"])
def bulk_new(request: HttpRequest) -> HttpResponse:
    """GET /accounts/bulk/?id=…&do=… (or the list's address with `all=1`): what would change, what is refused.

    POST does it: at once and back to the list, or in a job whose page shows the progress.
    """
    require(request.user, Right.WRITE_ACCOUNTS)  # type: ignore[arg-type]
    chosen = _bulk_selection(request.GET, request.user)
    sent = request.POST if request.method == "POST" else request.GET if "preview" in request.GET else None
    form = BulkForm(sent, action=chosen["do"]) if chosen["do"] else None
    plan = None
    if form is not None and form.is_bound and form.is_valid():
        try:
            if request.method == "POST":
                return _redirect_after(request, _start_change(request, form, chosen))
            plan, _cut = bulk.preview_bulk_change(form.what, form.arguments, chosen["accounts"], by=request.user)  # type: ignore[arg-type]
        except DomainError as error:
            form.refuse(error)
    context = {**chosen, "form": form, "plan": plan, "actions": _actions(request.user, chosen)}
    if plan is not None:
        context |= {"refused": _refusals(plan.refusals), "verdict": _verdict(len(plan.items))}
    return render(request, "accounts/bulk.html", context, status=422 if form and form.errors else 200)


@require_safe
def bulk_page(request: HttpRequest, change_id: int) -> HttpResponse:
    """GET /accounts/bulk/<id>/: how far it is, then what it did; asked again by htmx until it is done."""
    change = get_visible(BulkChange.objects, request.user, pk=change_id)
    waiting = change.finished_at is None or (change.undo_asked_at and not change.undone_at)
    context = {
        "change": change,
        "waiting": waiting,
        "percent": change.done * 100 // change.total if change.total and not change.finished_at else None,
        "refused": _refusals(change.refusals),
        "outcome": outcome(change),
    }
    response = render(request, "accounts/bulk_change.html", context)
    if request.headers.get("HX-Request") and not waiting:
        response["HX-Refresh"] = "true"
    return response


@require_POST
def bulk_undo(request: HttpRequest, change_id: int) -> HttpResponse:
    """POST /accounts/bulk/<id>/undo/."""
    change = get_visible(BulkChange.objects, request.user, pk=change_id)
    try:
        change = bulk.request_undo(change, by=request.user)  # type: ignore[arg-type]
    except DomainError as error:
        failure(request, error)
        return redirect("accounts:bulk-page", change.pk)
    change.refresh_from_db()
    if change.undone_at is None or change.given_back < change.count:
        return redirect("accounts:bulk-page", change.pk)
    toast(request, outcome(change))
    return redirect("accounts:list")


def _bulk_selection(params: QueryDict, user: Any) -> dict[str, Any]:
    """What is selected: the ticked rows, or all that the filters find; and what to do with it."""
    state = address.read(params)
    everything = params.get("all") == "1"
    criteria = state.criteria if everything or state.criteria.ids else AccountCriteria(ids=(0,))
    accounts = matching(user, criteria)
    do = params.get("do", "")
    count = accounts.order_by()[: COUNTED + 1].count()
    return {
        "state": state,
        "everything": everything,
        "accounts": accounts,
        "count": count,
        "heading": _bulk_heading(count),
        "do": do if do in ACTIONS and user.can(ACTIONS[do].right) else "",
        "selected": _selected(state, everything),
        "selection": selection.written(criteria),
        "back": reverse("accounts:list") + state.query(sort=state.order),
    }


def _selected(state: address.ListState, everything: bool) -> list[tuple[str, str]]:
    """The selection as hidden fields of the next form."""
    kept = [(key, value) for key, value in state.pairs]
    return [*kept, ("all", "1")] if everything else [*kept, *(("id", str(pk)) for pk in state.criteria.ids)]


def _bulk_heading(count: int) -> str:
    if count > COUNTED:
        return _("Change more than %(count)s accounts") % {"count": formats.number(COUNTED)}
    words = ngettext("Change %(count)s account", "Change %(count)s accounts", count)
    return words % {"count": formats.number(count)}


def _actions(user: Any, chosen: dict[str, Any]) -> list[dict[str, Any]]:
    query = QueryDict(mutable=True)
    for key, value in chosen["selected"]:
        query.appendlist(key, value)
    offered = []
    for key, action in ACTIONS.items():
        if user.can(action.right):
            query["do"] = key
            url = f"{reverse('accounts:bulk-new')}?{query.urlencode()}"
            offered.append({"label": action.label, "icon": action.icon, "url": url, "current": key == chosen["do"]})
    return offered


def _start_change(request: HttpRequest, form: BulkForm, chosen: dict[str, Any]) -> BulkChange:
    user: Any = request.user
    return bulk.start_bulk_change(form.what, form.arguments, chosen["accounts"], by=user, selection=chosen["selection"])


def _redirect_after(request: HttpRequest, change: BulkChange) -> HttpResponse:
    if change.finished_at is None or not change.count:
        return redirect("accounts:bulk-page", change.pk)
    undo = reverse("accounts:bulk-undo", args=[change.pk])
    more = reverse("accounts:bulk-page", args=[change.pk]) if change.refusals else None
    toast(request, outcome(change), undo_url=undo, url=more, url_label=_("See what was refused") if more else None)
    state = address.read(request.GET)
    return redirect(reverse("accounts:list") + state.query(sort=state.order))


def outcome(change: BulkChange) -> str:
    """What the change did, or what its undoing gave back, in one sentence."""
    if change.undone_at:
        words = {"count": formats.number(change.given_back), "left": formats.number(change.count - change.given_back)}
        if change.given_back == change.count:
            return (
                ngettext("%(count)s account is as it was.", "%(count)s accounts are as they were.", change.count)
                % words
            )
        return _("%(count)s accounts are as they were; %(left)s were changed since and are left as they are.") % words
    if change.finished_at is None:
        return _("The change is under way.")
    return _verdict(change.count, done=True)


def _verdict(count: int, *, done: bool = False) -> str:
    words = {"count": formats.number(count)}
    if done:
        return ngettext("%(count)s account changed.", "%(count)s accounts changed.", count) % words
    return ngettext("%(count)s account will change.", "%(count)s accounts will change.", count) % words


def _refusals(found: Any) -> list[tuple[str, int]]:
    return [(str(REFUSALS.get(code, code)), number) for code, number in found.items() if number]
