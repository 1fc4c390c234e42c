"""Changing many records at once: choose, see what will happen, do it, undo it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.core.access import get_visible, require
from kameo.core.errors import DomainError
from kameo.core.lists.bulk import running
from kameo.core.lists.forms import BulkForm
from kameo.core.lists.here import Here, open_list
from kameo.core.lists.models import BulkChange
from kameo.core.lists.rows import COUNTED
from kameo.core.ui import formats
from kameo.core.ui.toasts import failure, toast


@require_http_methods(["GET", "POST"])
def bulk_new(request: HttpRequest, key: str, **place: int) -> HttpResponse:
    """GET ?id=…&do=… (or the list's address with `all=1`): what would change, what is refused.

    POST does it: at once and back to the list, or in a job whose page shows the progress.
    """
    here = open_list(request, key, place)
    require(request.user, here.noun.writes)  # type: ignore[arg-type]
    chosen = _bulk_selection(here)
    sent = request.POST if request.method == "POST" else request.GET if "preview" in request.GET else None
    action = chosen["action"]
    form = BulkForm(sent, action=action, by=request.user) if action else None
    plan = None
    if form is not None and form.is_bound and form.is_valid():
        try:
            if request.method == "POST":
                change = running.start_bulk_change(chosen["selection"], action.what, form.arguments, by=request.user)
                return _redirect_after(request, here, change)
            plan, _cut = running.preview_bulk_change(chosen["selection"], action.what, form.arguments, by=request.user)
        except DomainError as error:
            form.refuse(error)
    context = {**chosen, "form": form, "plan": plan, "actions": _actions(here, chosen)}
    if plan is not None:
        context |= {"refused": _refusals(here, plan.refusals), "verdict": _verdict(len(plan.items))}
    return render(request, "lists/bulk.html", context, status=422 if form and form.errors else 200)


@require_safe
def bulk_page(request: HttpRequest, key: str, change_id: int, **place: int) -> HttpResponse:
    """How far it is, then what it did; asked again by htmx until it is done."""
    here = open_list(request, key, place)
    change = get_visible(BulkChange.objects.filter(list=key), here.user, pk=change_id)
    waiting = change.finished_at is None or (change.undo_asked_at and not change.undone_at)
    context = {
        "noun": here.noun,
        "here": here,
        "change": change,
        "waiting": waiting,
        "percent": change.done * 100 // change.total if change.total and not change.finished_at else None,
        "refused": _refusals(here, change.refusals),
        "outcome": outcome(change),
    }
    response = render(request, "lists/bulk_change.html", context)
    if request.headers.get("HX-Request") and not waiting:
        response["HX-Refresh"] = "true"
    return response


@require_POST
def bulk_undo(request: HttpRequest, key: str, change_id: int, **place: int) -> HttpResponse:
    here = open_list(request, key, place)
    change = get_visible(BulkChange.objects.filter(list=key), here.user, pk=change_id)
    own = here.url("bulk-page", change_id=change.pk)
    try:
        change = running.request_undo(change, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect(own)
    change.refresh_from_db()
    if change.undone_at is None or change.given_back < change.count:
        return redirect(own)
    toast(request, outcome(change))
    return redirect(here.url())


def _bulk_selection(here: Here) -> dict[str, Any]:
    """What is selected: the ticked rows, or all that the filters find; and what to do with it."""
    state, everything = here.state, here.params.get("all") == "1"
    selection = here.selection() if everything else here.selection(state.criteria.ids or (0,))
    count = selection.rows(here.user).order_by()[: COUNTED + 1].count()
    kept = (
        [*state.pairs, ("all", "1")] if everything else [*state.pairs, *(("id", str(pk)) for pk in state.criteria.ids)]
    )
    do, actions = here.params.get("do", ""), here.noun.bulk_actions(here.user)
    return {
        "noun": here.noun,
        "here": here,
        "state": state,
        "everything": everything,
        "selection": selection,
        "count": count,
        "heading": _bulk_heading(count),
        "do": do if do in actions else "",
        "action": actions.get(do),
        "selected": kept,
        "back": here.url() + state.query(sort=state.order),
    }


def _bulk_heading(count: int) -> str:
    if count > COUNTED:
        return _("Change more than %(count)s lines") % {"count": formats.number(COUNTED)}
    words = ngettext("Change %(count)s line", "Change %(count)s lines", count)
    return words % {"count": formats.number(count)}


def _actions(here: Here, chosen: dict[str, Any]) -> list[dict[str, Any]]:
    query = QueryDict(mutable=True)
    for key, value in chosen["selected"]:
        query.appendlist(key, value)
    offered = []
    for key, action in here.noun.bulk_actions(here.user).items():
        query["do"] = key
        url = f"{here.url('bulk-new')}?{query.urlencode()}"
        offered.append({"label": action.label, "icon": action.icon, "url": url, "current": key == chosen["do"]})
    return offered


def _redirect_after(request: HttpRequest, here: Here, change: BulkChange) -> HttpResponse:
    own = here.url("bulk-page", change_id=change.pk)
    if change.finished_at is None or not change.count:
        return redirect(own)
    undo, more = here.url("bulk-undo", change_id=change.pk), own if change.refusals else None
    toast(request, outcome(change), undo_url=undo, url=more, url_label=_("See what was refused") if more else None)
    return redirect(here.url() + here.state.query(sort=here.state.order))


def outcome(change: BulkChange) -> str:
    """What the change did, or what its undoing gave back, in one sentence."""
    if change.undone_at:
        words = {"count": formats.number(change.given_back), "left": formats.number(change.count - change.given_back)}
        if change.given_back == change.count:
            told = ngettext("%(count)s line is as it was.", "%(count)s lines are as they were.", change.count)
            return told % words
        return _("%(count)s lines are as they were; %(left)s were changed since and are left as they are.") % words
    if change.finished_at is None:
        return _("The change is under way.")
    return _verdict(change.count, done=True)


def _verdict(count: int, *, done: bool = False) -> str:
    words = {"count": formats.number(count)}
    if done:
        return ngettext("%(count)s line changed.", "%(count)s lines changed.", count) % words
    return ngettext("%(count)s line will change.", "%(count)s lines will change.", count) % words


def _refusals(here: Here, found: Any) -> list[tuple[str, int]]:
    words = {"not_yours": _("no longer for you to change"), **here.noun.refusals}
    return [(str(words.get(code, code)), number) for code, number in found.items() if number]
