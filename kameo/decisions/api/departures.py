"""Departures over HTTP: the same verbs as the pages (R68, R73)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Query, Router, Schema, Status
from pydantic import Field

from kameo.accounts.models import Account
from kameo.contacts.domain import employers
from kameo.contacts.enums import Family, Seniority
from kameo.contacts.models import Person
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.problem import RESPONSES
from kameo.decisions.domain import checklists, departures, successions
from kameo.decisions.enums import DepartureCause
from kameo.decisions.models import Departure, DepartureTask
from kameo.people.models import User

router = Router(tags=["departures"])


class TaskOut(Schema):
    id: int
    code: str = Field(description="What Kameo asks; empty for a line that somebody added.")
    text: str
    owner_id: int | None
    due_on: date | None
    done_at: datetime | None
    set_aside: str = Field(description="Why it will not be done.")


class DepartureOut(Schema):
    """`was` is what they carried that day, map by map."""

    id: int
    account_id: int
    person_id: int
    position_id: int | None
    on: date
    was: dict[str, Any]
    replacement_id: int | None
    noted_at: datetime
    closed_at: datetime | None
    cancelled_at: datetime | None
    tasks: list[TaskOut]

    @staticmethod
    def resolve_tasks(row: Departure) -> list[Any]:
        return list(row.tasks.all())


class DepartureIn(Body):
    person_id: int = Field(ge=1, lt=2**63)
    account_id: int = Field(ge=1, lt=2**63)
    cause: DepartureCause
    on: date | None = None


class ReplacementIn(Body):
    person_id: int | None = Field(None, ge=1, lt=2**63, description="Without it, the role to identify is drawn.")
    label: str = Field("", max_length=160)


class TaskIn(Body):
    text: str = Field(min_length=1, max_length=200)
    due_on: date | None = None


class AsideIn(Body):
    why: str = Field(min_length=1, max_length=200)


class DepartureQuery(PageQuery):
    account_id: int | None = Field(None, ge=1, lt=2**63, description="The account and all below it.")
    open: bool = Field(False, description="Only those to see through.")


class EmployerIn(Body):
    account_id: int | None = Field(None, ge=1, lt=2**63)
    name: str = Field("", max_length=200, description="The account to create, when it is none of ours yet.")
    on: date | None = None
    title: str = Field("", max_length=160)
    family: Family | None = None
    level: Seniority | None = None


class EmployerOut(Schema):
    position_id: int
    account_id: int
    person_id: int
    starts_on: date | None


def _departure(user: User, departure_id: int) -> Departure:
    rows = Departure.objects.filter(person__binned_at=None).select_related("account", "person", "replacement")
    row: Departure = get_visible(rows.prefetch_related("tasks"), user, pk=departure_id)
    return row


def _task(user: User, task_id: int) -> DepartureTask:
    rows = DepartureTask.objects.select_related("departure__account", "departure__person")
    row: DepartureTask = get_visible(rows, user, pk=task_id)
    return row


@router.get("/departures", response={200: Page[DepartureOut], **RESPONSES})
def list_departures(request: SignedIn, query: Query[DepartureQuery]) -> Any:
    """The latest first."""
    rows = Departure.objects.visible_to(request.user).filter(person__binned_at=None)
    if query.account_id:
        rows = rows.filter(account__lineage__contains=[query.account_id])
    if query.open:
        rows = rows.filter(closed_at=None, cancelled_at=None)
    return page_of(rows.prefetch_related("tasks"), query, order="-noted_at", serialise=list)


@router.post("/departures", response={201: DepartureOut, **RESPONSES})
def open_departure(request: SignedIn, payload: DepartureIn) -> Any:
    """An announced departure, or somebody who counts for less. Ending a position opens it by itself."""
    user = request.user
    person = get_visible(Person.objects, user, pk=payload.person_id)
    account = get_visible(Account.objects, user, pk=payload.account_id)
    row = departures.open_departure(person, account=account, by=user, cause=payload.cause, on=payload.on)
    return Status(201, _departure(user, row.pk))


@router.get("/departures/{departure_id}", response={200: DepartureOut, **RESPONSES})
def read_departure(request: SignedIn, departure_id: int) -> Any:
    """One, with its checklist."""
    return _departure(request.user, departure_id)


@router.post("/departures/{departure_id}/closure", response={200: DepartureOut, **RESPONSES})
def close_departure(request: SignedIn, departure_id: int) -> Any:
    """All is done or set aside; `DELETE` of the same address opens it again."""
    user = request.user
    departures.close_departure(_departure(user, departure_id), by=user)
    return _departure(user, departure_id)


@router.delete("/departures/{departure_id}/closure", response={200: DepartureOut, **RESPONSES})
def reopen_departure(request: SignedIn, departure_id: int) -> Any:
    """Closed or cancelled, it is open again."""
    user = request.user
    departures.reopen_departure(_departure(user, departure_id), by=user)
    return _departure(user, departure_id)


@router.post("/departures/{departure_id}/cancellation", response={200: DepartureOut, **RESPONSES})
def cancel_departure(request: SignedIn, departure_id: int) -> Any:
    """It did not happen."""
    user = request.user
    departures.cancel_departure(_departure(user, departure_id), by=user)
    return _departure(user, departure_id)


@router.post("/departures/{departure_id}/replacement", response={200: DepartureOut, **RESPONSES})
def replace_person(request: SignedIn, departure_id: int, payload: ReplacementIn) -> Any:
    """Who takes the place, or the role to identify; those who reported to the post follow."""
    user = request.user
    row = _departure(user, departure_id)
    if payload.person_id is None:
        successions.expect_replacement(row, by=user, label=payload.label)
    else:
        person = get_visible(Person.objects, user, pk=payload.person_id)
        successions.name_replacement(row, by=user, person=person)
    return _departure(user, departure_id)


@router.delete("/departures/{departure_id}/replacement", response={200: DepartureOut, **RESPONSES})
def undo_replacement(request: SignedIn, departure_id: int) -> Any:
    """As before it was chosen."""
    user = request.user
    successions.undo_replacement(_departure(user, departure_id), by=user)
    return _departure(user, departure_id)


@router.post("/departures/{departure_id}/tasks", response={201: TaskOut, **RESPONSES})
def add_task(request: SignedIn, departure_id: int, payload: TaskIn) -> Any:
    """One more line, given to whoever adds it."""
    user = request.user
    row = _departure(user, departure_id)
    return Status(201, checklists.add_task(row, by=user, text=payload.text, due_on=payload.due_on))


@router.post("/departures/tasks/{task_id}/done", response={200: TaskOut, **RESPONSES})
def do_task(request: SignedIn, task_id: int) -> Any:
    """Done, now; `DELETE` of the same address makes it to do again."""
    user = request.user
    task = _task(user, task_id)
    checklists.do_task(task, by=user)
    return task


@router.delete("/departures/tasks/{task_id}/done", response={200: TaskOut, **RESPONSES})
def reopen_task(request: SignedIn, task_id: int) -> Any:
    """To do again, whether it was done or set aside."""
    user = request.user
    task = _task(user, task_id)
    checklists.reopen_task(task, by=user)
    return task


@router.post("/departures/tasks/{task_id}/setting-aside", response={200: TaskOut, **RESPONSES})
def set_task_aside(request: SignedIn, task_id: int, payload: AsideIn) -> Any:
    """It will not be done, and why."""
    user = request.user
    task = _task(user, task_id)
    checklists.set_task_aside(task, by=user, why=payload.why)
    return task


@router.post("/persons/{person_id}/employers", response={201: EmployerOut, **RESPONSES})
def follow_person(request: SignedIn, person_id: int, payload: EmployerIn) -> Any:
    """They work elsewhere now: what they held ends that day, what happened stays (R73)."""
    user = request.user
    person = get_visible(Person.objects, user, pk=person_id)
    account = None
    if payload.account_id is not None:
        account = get_visible(Account.objects, user, pk=payload.account_id)
    post = employers.follow_to(
        person,
        account=account,
        name=payload.name,
        by=user,
        on=payload.on,
        title=payload.title,
        family=payload.family or "",
        level=payload.level or "",
    )
    return Status(
        201, EmployerOut(position_id=post.pk, account_id=post.account_id, person_id=person.pk, starts_on=post.starts_on)
    )
