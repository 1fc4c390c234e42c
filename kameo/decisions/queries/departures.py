"""Departures as pages show them: those of an account, and one with its lines and what was carried (R68)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min, Q

from kameo.core import clock
from kameo.decisions.enums import DepartureCause, DepartureStep, Stance, TermList, Tie
from kameo.decisions.models import Departure, DepartureTask
from kameo.people.models import User

if TYPE_CHECKING:
    from kameo.accounts.models import Account
    from kameo.decisions.terms.words import TermWords

MOST = 100
OPEN = Q(closed_at=None, cancelled_at=None)
LEFT = Q(tasks__done_at=None, tasks__set_aside="")


@dataclass(frozen=True)
class DepartureRow:
    """One departure in a list. `left` counts the lines neither done nor set aside, `due_on` is the first of them."""

    id: int
    person_id: int
    name: str
    account_id: int
    account_name: str
    cause: str
    on: date
    left: int
    due_on: date | None
    state: str
    replacement: str

    @property
    def late(self) -> bool:
        return self.state == "open" and self.due_on is not None and self.due_on < clock.company_today()

    @property
    def cause_label(self) -> str:
        return str(DepartureCause(self.cause).label) if self.cause in DepartureCause.values else ""


def departures_of(account: Account, user: User, *, only_open: bool = False) -> list[DepartureRow]:
    """Those of the account and all below it that `user` sees, open ones first, the latest first; one query."""
    rows = Departure.objects.visible_to(user).filter(account__lineage__contains=[account.pk])
    rows = rows.filter(person__binned_at=None)
    if only_open:
        rows = rows.filter(OPEN)
    rows = rows.select_related("person", "account", "replacement").annotate(
        left=Count("tasks", filter=LEFT), due_on=Min("tasks__due_on", filter=LEFT), open=OPEN
    )
    return [_departure_row(row) for row in rows.order_by("-open", "-on", "-pk")[:MOST]]


def _departure_row(row: Any) -> DepartureRow:
    state = "closed" if row.closed_at else "cancelled" if row.cancelled_at else "open"
    return DepartureRow(
        id=row.pk,
        person_id=row.person_id,
        name=row.person.full_name,
        account_id=row.account_id,
        account_name=row.account.name,
        cause=str(row.was.get("cause", "")),
        on=row.on,
        left=row.left,
        due_on=row.due_on,
        state=state,
        replacement=row.replacement.full_name if row.replacement else "",
    )


@dataclass(frozen=True)
class ChecklistLine:
    """A line of the checklist as it is drawn: `state` is "todo", "late", "done" or "aside"."""

    task: DepartureTask
    label: str
    state: str

    @property
    def open(self) -> bool:
        return self.state in ("todo", "late")


def checklist_lines_of(departure: Departure) -> list[ChecklistLine]:
    """One query."""
    rows = departure.tasks.select_related("owner", "done_by")
    return [ChecklistLine(row, task_label(row), _state(row)) for row in rows]


def task_label(task: DepartureTask) -> str:
    known = task.code in DepartureStep.values
    return str(DepartureStep(task.code).label) if known else task.text


def _state(task: DepartureTask) -> str:
    if task.done_at is not None:
        return "done"
    if task.set_aside:
        return "aside"
    return "late" if task.due_on is not None and task.due_on < clock.company_today() else "todo"


def carried_words(was: dict[str, Any], words: TermWords) -> list[dict[str, Any]]:
    """What `Departure.was` keeps, in words: one entry a map."""
    found = []
    for one in was.get("maps", []):
        links = [
            f"{Tie(line['kind']).label} {line['name']}" if line["out"] else f"{line['name']} {Tie(line['kind']).label}"
            for line in one.get("links", [])
            if line["kind"] in Tie.values
        ]
        found.append(
            {
                "map": one["name"],
                "influence": one["influence"],
                "stance": str(Stance(one["stance"]).label) if one["stance"] in Stance.values else "",
                "roles": words.names(TermList.ROLE, one["roles"]),
                "topics": words.names(TermList.TOPIC, one["topics"]),
                "motivations": words.names(TermList.MOTIVATION, one["motivations"]),
                "owner": one["owner_name"],
                "links": links,
            }
        )
    return found


def team_of(account: Account, *also: User | None) -> list[User]:
    """Who may be given a line: the teams of the account and of what is above it, and `also`; one query."""
    kept = [user.pk for user in also if user is not None]
    named = Q(memberships__account__in=account.lineage) | Q(pk__in=kept)
    return list(User.objects.filter(named, is_active=True).distinct().order_by("sort_name"))
