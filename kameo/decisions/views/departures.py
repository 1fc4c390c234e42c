"""Departures: the checklist of one, those of an account, and what is done with their lines (R68)."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.accounts.models import Account
from kameo.contacts import rules
from kameo.contacts.models import Person
from kameo.contacts.queries import managers_for
from kameo.core.access import get_visible, needs
from kameo.core.ui.answers import act_and_return, form_page, say_and_go
from kameo.core.ui.toasts import toast
from kameo.decisions.domain import checklists, departures, successions
from kameo.decisions.forms.departures import DepartureForm, ReplacementForm, TaskForm
from kameo.decisions.models import Departure, DepartureTask
from kameo.decisions.queries.departures import carried_words, checklist_lines_of, departures_of, task_label
from kameo.decisions.terms.words import read_term_words
from kameo.people.enums import Right


@require_safe
def account_departures(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/departures/: of the account and all below it."""
    account: Account = get_visible(Account.objects.select_related("pulse"), request.user, pk=account_id)
    context = {"account": account, "rows": departures_of(account, request.user)}
    return render(request, "decisions/departures.html", context)


@require_safe
def departure(request: HttpRequest, departure_id: int) -> HttpResponse:
    """GET /departures/<id>/: what they carried, what is left to do, who takes the place."""
    return _render_departure(request, _departure(request, departure_id))


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def departure_new(request: HttpRequest, person_id: int) -> HttpResponse:
    """GET and POST /persons/<id>/departures/new/: an announced departure; `account` chooses among theirs."""
    person: Person = get_visible(Person.objects, request.user, pk=person_id)
    asked = request.GET.get("account", "")
    place = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 19 else None
    form = DepartureForm(
        request.POST or None, by=request.user, person=person, account=place, cause=request.GET.get("cause", "")
    )

    def done(_saved: bool) -> HttpResponse:
        undo = reverse("decisions:departure-cancel", args=[form.made.pk])
        to = ("decisions:departure", form.made.pk)
        return say_and_go(request, _("The checklist is open."), to, undo_url=undo)

    return form_page(request, "decisions/departure_new.html", form, {"person": person}, done=done)


@require_POST
@needs(Right.WRITE_PERSONS)
def departure_close(request: HttpRequest, departure_id: int) -> HttpResponse:
    """POST /departures/<id>/close/, with its undo."""
    row = _departure(request, departure_id)
    return _act(request, row, departures.close_departure, _("The checklist is closed."), undo="departure-reopen")


@require_POST
@needs(Right.WRITE_PERSONS)
def departure_cancel(request: HttpRequest, departure_id: int) -> HttpResponse:
    """POST /departures/<id>/cancel/, with its undo."""
    row = _departure(request, departure_id)
    return _act(request, row, departures.cancel_departure, _("The checklist is cancelled."), undo="departure-reopen")


@require_POST
@needs(Right.WRITE_PERSONS)
def departure_reopen(request: HttpRequest, departure_id: int) -> HttpResponse:
    """POST /departures/<id>/reopen/."""
    row = _departure(request, departure_id)
    return _act(request, row, departures.reopen_departure, _("The checklist is open again."))


@require_POST
@needs(Right.WRITE_PERSONS)
def departure_replace(request: HttpRequest, departure_id: int) -> HttpResponse:
    """POST /departures/<id>/replacement/: somebody known, or the place to fill."""
    row = _departure(request, departure_id)
    form = _replacement_form(request, row)
    if form.is_valid() and form.save():
        row.refresh_from_db()
        undo = reverse("decisions:departure-replace-undo", args=[row.pk])
        toast(request, _("%(name)s takes the place.") % {"name": row.replacement.full_name}, undo_url=undo)
        return redirect("decisions:departure", row.pk)
    return _render_departure(request, row, replacement_form=form)


@require_POST
@needs(Right.WRITE_PERSONS)
def departure_replace_undo(request: HttpRequest, departure_id: int) -> HttpResponse:
    """POST /departures/<id>/replacement/undo/."""
    row = _departure(request, departure_id)
    return _act(request, row, successions.undo_replacement, _("The place is to fill again."))


@require_POST
@needs(Right.WRITE_PERSONS)
def task_add(request: HttpRequest, departure_id: int) -> HttpResponse:
    """POST /departures/<id>/tasks/: one more line."""
    row = _departure(request, departure_id)
    form = TaskForm(request.POST, by=request.user, departure=row)
    if form.is_valid() and form.save():
        toast(request, _("The line is added."))
        return redirect("decisions:departure", row.pk)
    return _render_departure(request, row, task_form=form)


@require_http_methods(["GET", "POST"])
@needs(Right.WRITE_PERSONS)
def task_edit(request: HttpRequest, task_id: int) -> HttpResponse:
    """GET and POST /departure-tasks/<id>/edit/: who does it and by when."""
    task = _task(request, task_id)
    form = TaskForm(request.POST or None, by=request.user, departure=task.departure, task=task)
    context = {"departure": task.departure, "label": task_label(task)}
    to = ("decisions:departure", task.departure_id)
    return form_page(request, "decisions/departure_task.html", form, context, words=_("Saved."), to=to)


@require_POST
@needs(Right.WRITE_PERSONS)
def task_done(request: HttpRequest, task_id: int) -> HttpResponse:
    """POST /departure-tasks/<id>/done/, with its undo."""
    task = _task(request, task_id)
    words = _("Done: %(label)s") % {"label": task_label(task)}
    return _act(request, task, checklists.do_task, words, undo="departure-task-reopen")


@require_POST
@needs(Right.WRITE_PERSONS)
def task_aside(request: HttpRequest, task_id: int) -> HttpResponse:
    """POST /departure-tasks/<id>/aside/ with `why`."""
    task = _task(request, task_id)
    verb = partial(checklists.set_task_aside, why=request.POST.get("why", ""))
    words = _("Set aside: %(label)s") % {"label": task_label(task)}
    return _act(request, task, verb, words, undo="departure-task-reopen")


@require_POST
@needs(Right.WRITE_PERSONS)
def task_reopen(request: HttpRequest, task_id: int) -> HttpResponse:
    """POST /departure-tasks/<id>/reopen/."""
    task = _task(request, task_id)
    return _act(request, task, checklists.reopen_task, _("To do again: %(label)s") % {"label": task_label(task)})


def _render_departure(request: HttpRequest, row: Departure, **forms: Any) -> HttpResponse:
    lines = checklist_lines_of(row)
    may_write = rules.can_write(request.user)
    going = departures.is_open(row)
    context = {
        "departure": row,
        "account": row.account,
        "person": row.person,
        "lines": lines,
        "going": going,
        "left": [line for line in lines if line.open],
        "may_write": may_write,
        "carried": carried_words(row.was, read_term_words()),
        "cause": row.was.get("cause", ""),
        "reports": row.was.get("reports", []),
        "hints": _hints(row),
    }
    if may_write and going:
        context["task_form"] = TaskForm(by=request.user, departure=row)
        if row.replacement_id is None:
            context["replacement_form"] = _replacement_form(request, row, bound=False)
    refused = any(form.errors for form in forms.values())
    return render(request, "decisions/departure.html", context | forms, status=422 if refused else 200)


def _hints(row: Departure) -> dict[str, dict[str, str]]:
    """Where a line is done, for those that have a place in Kameo."""
    account, person = reverse("account", args=[row.account_id]), row.person
    map_url = reverse("decisions:map", args=[row.account_id])
    return {
        "tell": {"url": f"{account}#composer", "act": _("Write a note and mention them")},
        "topics": {"url": map_url, "act": _("Open the decision map")},
        "rate": {"url": map_url, "act": _("Open the decision map")},
        "review": {"url": f"{account}#thread", "act": _("Read the latest exchanges")},
        "replace": {"url": "#replacement", "act": _("Choose who takes the place")},
        "follow": {"url": reverse("contacts:employer", args=[person.pk]), "act": _("Say where they work now")},
    }


def _replacement_form(request: HttpRequest, row: Departure, bound: bool = True) -> ReplacementForm:
    posts = managers_for(row.account, request.user, without=row.person_id)
    people = {post.person_id: f"{post.person.full_name} ({post.title or post.account.name})" for post in posts}
    given = request.POST if bound else None
    return ReplacementForm(given, by=request.user, departure=row, people=list(people.items()))


def _act(
    request: HttpRequest, row: Departure | DepartureTask, verb: Any, words: str, *, undo: str = ""
) -> HttpResponse:
    """Run the verb on the departure or on a line of it, and go back to the checklist."""
    to = reverse("decisions:departure", args=[row.departure_id if isinstance(row, DepartureTask) else row.pk])
    undo_url = reverse(f"decisions:{undo}", args=[row.pk]) if undo else None
    return act_and_return(request, lambda: verb(row, by=request.user), words, to, undo_url=undo_url)


def _departure(request: HttpRequest, departure_id: int) -> Departure:
    rows = Departure.objects.filter(person__binned_at=None)
    rows = rows.select_related("account", "person", "replacement", "position", "noted_by")
    row: Departure = get_visible(rows, request.user, pk=departure_id)
    return row


def _task(request: HttpRequest, task_id: int) -> DepartureTask:
    rows = DepartureTask.objects.select_related("departure__account", "departure__person", "owner")
    task: DepartureTask = get_visible(rows, request.user, pk=task_id)
    return task
