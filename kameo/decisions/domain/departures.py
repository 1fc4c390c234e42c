"""Departures: an influential person leaves, moves or loses influence; what they carried, and the checklist (R68)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account, AccountMember
from kameo.contacts import rules
from kameo.contacts.enums import EndReason
from kameo.contacts.models import Person, Position
from kameo.core import clock, preferences
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions import events
from kameo.decisions.enums import DepartureCause, DepartureStep, Stance
from kameo.decisions.models import Departure, DepartureTask, InfluenceLink, Stake
from kameo.notifications.domain import notify
from kameo.people.models import User

if TYPE_CHECKING:
    from collections.abc import Iterable


def note_end(position: Position, *, by: User | None) -> Departure | None:
    """Open a departure for the post that just ended, when its holder counted and holds no other one there.

    Called in `end_position`'s transaction. Nothing for a correction, nor when a departure is open already.
    """
    person = position.person
    if position.end_reason == EndReason.CORRECTION or position.ends_on is None:
        return None
    still = person.positions.current(max(position.ends_on, clock.company_today()))
    if still.filter(account=position.account_id).exists() or open_for(person, position.account) is not None:
        return None
    stakes = stakes_of(person, position.account)
    if not any(loss_matters(stake) for stake in stakes):
        return None
    moved = position.end_reason == EndReason.MOVED
    cause = DepartureCause.MOVED if moved else DepartureCause.LEFT
    return _open_checklist(person, position.account, stakes, by, position.ends_on, position, cause)


def open_departure(
    person: Person, *, account: Account, by: User | None, cause: str, on: date | None = None
) -> Departure:
    """The checklist asked for by hand: an announced departure, or a champion who lost influence.

    In order: row with what they carry, tasks, journal `departure.opened`, a notification to the lead and to who
    keeps the relation. Raises PermissionDenied; DomainError "unknown_choice", "not_here", "departure_open".
    """
    rules.require_write_at(by, account)
    if cause not in DepartureCause.values:
        raise DomainError("unknown_choice", _("Choose one of the list."), field="cause")
    with acting(by):
        if open_for(person, account) is not None:
            message = _("A checklist is open already for %(name)s.") % {"name": person.full_name}
            raise DomainError("departure_open", message)
        stakes = stakes_of(person, account)
        position = person.positions.filter(account=account).first()
        if position is None and not stakes:
            raise DomainError("not_here", _("Choose somebody of this account."), field="person")
        return _open_checklist(
            person, account, stakes, by, on or clock.company_today(), position, DepartureCause(cause)
        )


def forget_end(position: Position, *, by: User | None) -> None:
    """The post is held again: what its end opened is cancelled. Called in `reopen_position`'s transaction."""
    for row in Departure.objects.select_for_update().filter(position=position, cancelled_at=None):
        if row.was.get("cause") in (DepartureCause.LEFT, DepartureCause.MOVED):
            cancel_departure(row, by=by)


def cancel_departure(departure: Departure, *, by: User | None) -> None:
    """It did not happen. In order: row, journal `departure.cancelled`. Raises PermissionDenied, "departure_over"."""
    _change_state(departure, by, events.DEPARTURE_CANCELLED, cancelled_at=clock.now())


def close_departure(departure: Departure, *, by: User | None) -> None:
    """All is done or set aside. Journal `departure.closed`.

    Raises PermissionDenied; DomainError "departure_over", "tasks_left".
    """
    rules.require_write_at(by, departure.account)
    if departure.tasks.filter(done_at=None, set_aside="").exists():
        message = _("Do each line or set it aside with its reason, then close the checklist.")
        raise DomainError("tasks_left", message)
    _change_state(departure, by, events.DEPARTURE_CLOSED, closed_at=clock.now())


def reopen_departure(departure: Departure, *, by: User | None) -> None:
    """Undo closing or cancelling. Journal `departure.reopened`.

    Raises PermissionDenied; DomainError "departure_going", "departure_open" when another one is.
    """
    rules.require_write_at(by, departure.account)
    with acting(by):
        row = Departure.objects.select_for_update().get(pk=departure.pk)
        if is_open(row):
            raise DomainError("departure_going", _("This checklist is open already."))
        if open_for(departure.person, departure.account) is not None:
            message = _("A checklist is open already for %(name)s.") % {"name": departure.person.full_name}
            raise DomainError("departure_open", message)
        Departure.objects.filter(pk=row.pk).update(closed_at=None, cancelled_at=None)
        record_departure(events.DEPARTURE_REOPENED, departure, by)
    departure.refresh_from_db()


def is_open(departure: Departure) -> bool:
    return departure.closed_at is None and departure.cancelled_at is None


def open_for(person: Person, account: Account) -> Departure | None:
    rows = Departure.objects.filter(person=person, account=account, closed_at=None, cancelled_at=None)
    return rows.first()


def stakes_of(person: Person, account: Account) -> list[Stake]:
    """What they carry on the maps of the whole group, the main one of the account first."""
    rows = Stake.objects.present().filter(person=person, map__binned_at=None)
    rows = rows.filter(map__account__lineage__contains=[account.lineage[0]])
    found = list(rows.select_related("map__account", "owner"))
    return sorted(found, key=lambda row: (row.map.account_id != account.pk, not row.map.main, -(row.influence or 0)))


def loss_matters(stake: Stake) -> bool:
    """Whether losing this person matters: a decision role, a champion, or enough influence."""
    least = int(preferences.get("departures.influence"))
    return bool(stake.roles) or stake.stance == Stance.CHAMPION or (stake.influence or 0) >= least


def lost_influence(changes: dict[str, Any]) -> bool:
    """Whether what `stake.changed` tells is a loss: influence falling enough, or a champion no longer for us."""
    before, after = changes.get("influence", [None, None])
    if before is not None and after is not None and before - after >= int(preferences.get("departures.drop")):
        return True
    stood, stands = changes.get("stance", ["", ""])
    return stood == Stance.CHAMPION and stands in (Stance.NEUTRAL, Stance.SCEPTIC, Stance.OPPONENT)


def leads_of(account: Account) -> list[User]:
    """Who leads the account, or else the nearest node above it that somebody leads."""
    rows = AccountMember.objects.filter(account__in=account.lineage, function="lead", user__is_active=True)
    led = list(rows.select_related("user"))
    nearest = max((account.lineage.index(row.account_id) for row in led), default=-1)
    return [row.user for row in led if account.lineage.index(row.account_id) == nearest]


def record_departure(event: str, departure: Departure, by: User | None, **facts: Any) -> None:
    told = {"person": departure.person_id, "name": departure.person.full_name, "departure": departure.pk}
    record(event, departure, by=by, account=departure.account_id, data=told | facts)


def _open_checklist(
    person: Person,
    account: Account,
    stakes: Sequence[Stake],
    by: User | None,
    on: date,
    position: Position | None,
    cause: DepartureCause,
) -> Departure:
    was = carried_facts(person, position, stakes) | {"cause": cause.value}
    row = Departure.objects.create(account=account, person=person, position=position, on=on, was=was, noted_by=by)
    leads = leads_of(account)
    keeper = next((stake.owner for stake in stakes if stake.owner and stake.owner.is_active), None)
    owner = keeper or (leads[0] if leads else by)
    DepartureTask.objects.bulk_create(_tasks(row, _steps(cause, was, position), owner, leads))
    record_departure(events.DEPARTURE_OPENED, row, by, cause=cause.value, on=on.isoformat())
    _notify(row, {user for user in [*leads, owner] if user is not None}, by)
    return row


def carried_facts(person: Person, position: Position | None, stakes: Iterable[Stake]) -> dict[str, Any]:
    """What they were worth that day, in values that later changes leave alone."""
    reports = Position.objects.none()
    if position is not None:
        reports = Position.objects.current().filter(reports_to=position, person__binned_at=None)
    return {
        "title": position.title if position else "",
        "maps": [_stake_facts(stake) for stake in stakes],
        "reports": [
            {"position": row.pk, "person": row.person_id, "name": row.person.full_name}
            for row in reports.select_related("person").order_by("person__sort_name")
        ],
        "manager": position.reports_to_id if position else None,
    }


def _stake_facts(stake: Stake) -> dict[str, Any]:
    lines = InfluenceLink.objects.filter(Q(source=stake) | Q(target=stake))
    return {
        "map": stake.map_id,
        "name": stake.map.name or stake.map.account.name,
        "influence": stake.influence,
        "stance": stake.stance,
        "roles": stake.roles,
        "topics": stake.topics,
        "motivations": stake.motivations,
        "owner": stake.owner_id,
        "owner_name": stake.owner.full_name if stake.owner else "",
        "level": stake.level,
        "links": [
            {
                "kind": line.kind,
                "out": line.source_id == stake.pk,
                "name": (line.target if line.source_id == stake.pk else line.source).person.full_name,
            }
            for line in lines.select_related("source__person", "target__person")
        ],
    }


def _steps(cause: DepartureCause, was: dict[str, Any], position: Position | None) -> list[DepartureStep]:
    """The lines that make sense: nobody is asked to give topics away when there are none."""
    if cause == DepartureCause.INFLUENCE:
        return [DepartureStep.TELL, DepartureStep.MEET, DepartureStep.SECOND, DepartureStep.RATE]
    steps = [DepartureStep.TELL]
    if was["reports"] or was["manager"]:
        steps.append(DepartureStep.REPORTS)
    if any(one["topics"] or one["owner"] for one in was["maps"]):
        steps.append(DepartureStep.TOPICS)
    steps.append(DepartureStep.REPLACE)
    if any(one["stance"] == Stance.CHAMPION for one in was["maps"]):
        steps.append(DepartureStep.SECOND)
    steps += [DepartureStep.RATE, DepartureStep.REVIEW]
    if position is None or position.end_reason != EndReason.RETIRED:
        steps.append(DepartureStep.FOLLOW)
    return steps


def _tasks(
    row: Departure, steps: Sequence[DepartureStep], owner: User | None, leads: Sequence[User]
) -> list[DepartureTask]:
    today = clock.company_today()
    tasks = []
    for rank, step in enumerate(steps):
        days = timedelta(days=int(preferences.get(f"departures.days_{step.value}")))
        start = max(today, row.on) if step == DepartureStep.FOLLOW else today
        whom = leads[0] if leads and step == DepartureStep.TELL else owner
        tasks.append(DepartureTask(departure=row, rank=rank, code=step.value, owner=whom, due_on=start + days))
    return tasks


def _notify(row: Departure, users: set[User], by: User | None) -> None:
    """Each in their own language; whoever opened it knows already."""
    for user in users:
        with translation.override(user.language or preferences.get("language")):
            notify(
                users=[user],
                kind="departure",
                key=f"departure:{row.pk}",
                text=_announcement(row),
                url=reverse("decisions:departure", args=[row.pk]),
                account_id=row.account_id,
                actor=by,
            )


def _announcement(row: Departure) -> str:
    words = {"name": row.person.full_name, "account": row.account.name}
    if row.was["cause"] == DepartureCause.INFLUENCE:
        return say("%(name)s counts for less at %(account)s: here is what to do.") % words
    if row.was["cause"] == DepartureCause.MOVED:
        return say("%(name)s changes position at %(account)s: here is what to do.") % words
    return say("%(name)s leaves %(account)s: here is what to do.") % words


def _change_state(departure: Departure, by: User | None, event: str, **stamps: Any) -> None:
    rules.require_write_at(by, departure.account)
    with acting(by):
        row = Departure.objects.select_for_update().get(pk=departure.pk)
        if not is_open(row):
            raise DomainError("departure_over", _("This checklist is over: open it again first."))
        Departure.objects.filter(pk=row.pk).update(**stamps)
        record_departure(event, departure, by)
    departure.refresh_from_db()
