"""Tasks of a departure's checklist: add, give to a colleague, do, set aside with a reason, reopen (R68)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts import rules
from kameo.core import clock
from kameo.core.acting import acting, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions import events
from kameo.decisions.domain.departures import is_open
from kameo.decisions.models import Departure, DepartureTask

if TYPE_CHECKING:
    from datetime import date

    from kameo.people.models import User

LONGEST = 200
FIELDS = ("owner", "due_on")


def add_task(
    departure: Departure, *, by: User | None, text: str, owner: User | None = None, due_on: date | None = None
) -> DepartureTask:
    """One more line. In order: row, journal `departure_task.added`.

    Raises PermissionDenied; DomainError "departure_over", "text_missing", "text_too_long".
    """
    text = _clean_words(text, "text", _("Say what is to be done."), "text_missing")
    with acting(by):
        _check_checklist(departure, by)
        rank = departure.tasks.count()
        row = DepartureTask.objects.create(departure=departure, rank=rank, text=text, owner=owner or by, due_on=due_on)
        _record_task(events.DEPARTURE_TASK_ADDED, row, by)
    return row


def change_task(task: DepartureTask, *, by: User | None, **fields: Any) -> DepartureTask:
    """Who does it and by when (FIELDS). Journal `departure_task.changed`.

    Raises PermissionDenied; DomainError "departure_over", "unknown_field".
    """
    refuse_unknown_fields(fields, FIELDS)
    with acting(by):
        _check_checklist(task.departure, by)
        changed = sorted(name for name, value in fields.items() if getattr(task, name) != value)
        for name in changed:
            setattr(task, name, fields[name])
        if changed:
            task.save(update_fields=changed)
            _record_task(events.DEPARTURE_TASK_CHANGED, task, by, fields=changed)
    return task


def do_task(task: DepartureTask, *, by: User | None) -> None:
    """It is done, by `by`, now. Journal `departure_task.done`. Raises PermissionDenied, "departure_over"."""
    with acting(by):
        _check_checklist(task.departure, by)
        task.done_at, task.done_by, task.set_aside = clock.now(), by, ""
        task.save(update_fields=["done_at", "done_by", "set_aside"])
        _record_task(events.DEPARTURE_TASK_DONE, task, by)


def set_task_aside(task: DepartureTask, *, by: User | None, why: str) -> None:
    """It will not be done, for a reason. Journal `departure_task.set_aside`.

    Raises PermissionDenied; DomainError "departure_over", "reason_missing", "text_too_long".
    """
    why = _clean_words(why, "why", _("Say why it is set aside."), "reason_missing")
    with acting(by):
        _check_checklist(task.departure, by)
        task.done_at, task.done_by, task.set_aside = None, None, why
        task.save(update_fields=["done_at", "done_by", "set_aside"])
        _record_task(events.DEPARTURE_TASK_SET_ASIDE, task, by, why=why)


def reopen_task(task: DepartureTask, *, by: User | None) -> None:
    """To do again. Journal `departure_task.reopened`. Raises PermissionDenied, DomainError "departure_over"."""
    with acting(by):
        _check_checklist(task.departure, by)
        task.done_at, task.done_by, task.set_aside = None, None, ""
        task.save(update_fields=["done_at", "done_by", "set_aside"])
        _record_task(events.DEPARTURE_TASK_REOPENED, task, by)


def _check_checklist(departure: Departure, by: User | None) -> None:
    """The right to write, and a checklist that nobody closed meanwhile."""
    rules.require_write_at(by, departure.account)
    if not is_open(Departure.objects.select_for_update().get(pk=departure.pk)):
        raise DomainError("departure_over", _("This checklist is over: open it again first."))


def _clean_words(text: str, field: str, missing: Any, code: str) -> str:
    text = " ".join(text.replace("\x00", "").split())
    if not text:
        raise DomainError(code, missing, field=field)
    if len(text) > LONGEST:
        message = _("Write %(most)s letters at the most.") % {"most": LONGEST}
        raise DomainError("text_too_long", message, field=field)
    return text


def _record_task(event: str, task: DepartureTask, by: User | None, **facts: Any) -> None:
    departure = task.departure
    told = {"departure": departure.pk, "person": departure.person_id, "code": task.code, "text": task.text}
    record(event, task, by=by, account=departure.account_id, data=told | facts)
