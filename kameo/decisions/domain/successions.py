"""The replacement of a person who leaves: another person, or a role to identify (R68, R72)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts import rules
from kameo.contacts.domain.persons import bin_person, create_person
from kameo.contacts.domain.positions import change_position
from kameo.contacts.enums import PersonKind
from kameo.contacts.models import Person, Position
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.decisions import events
from kameo.decisions.domain.checklists import do_task, reopen_task
from kameo.decisions.domain.departures import is_open, record_departure
from kameo.decisions.domain.stakes import put_on_map
from kameo.decisions.enums import DepartureStep
from kameo.decisions.models import DecisionMap, Departure, Stake

if TYPE_CHECKING:
    from kameo.people.models import User


def name_replacement(departure: Departure, *, by: User | None, person: Person) -> Departure:
    """`person` takes the place: those who reported to who leaves report to them, if they hold a post there.

    In order: the reports, row, the line "find who replaces them" done, journal `departure.replaced`. Raises
    PermissionDenied; DomainError "departure_over", "same_person", "replaced_already".
    """
    rules.require_write_at(by, departure.account)
    with acting(by):
        _check_succession(departure, person)
        seat = person.positions.current().filter(account=departure.account_id).first()
        moved = _hand_reports(departure, seat, by) if seat is not None else []
        return _take(departure, person, by, moved=moved)


def expect_replacement(departure: Departure, *, by: User | None, label: str = "") -> Departure:
    """Draw the place to fill: a role to identify with the same post, reports and decision roles (R72).

    In order: placeholder and its post, the reports, its stakes with the roles carried (each with its journal), row,
    the line done, journal `departure.replaced`. `undo_replacement` takes all of it back. Raises as
    `name_replacement`, and DomainError "name_missing" when neither label nor title says what to look for.
    """
    rules.require_write_at(by, departure.account)
    with acting(by):
        _check_succession(departure, None)
        old = departure.position
        label = label.strip() or departure.was.get("title", "")
        post = {name: getattr(old, name) for name in ("title", "family", "department", "level")} if old else {}
        if old is not None and old.reports_to is not None:
            post["reports_to"] = old.reports_to
        person = create_person(
            account=departure.account, by=by, kind=PersonKind.PLACEHOLDER, label=label, position=post
        )
        moved = _hand_reports(departure, person.positions.get(), by)
        _take_seats(departure, person, by)
        return _take(departure, person, by, moved=moved, placeholder=person.pk)


def undo_replacement(departure: Departure, *, by: User | None) -> Departure:
    """Take the replacement back: those who were handed over report as before, a placeholder goes to the bin.

    In order: reports, placeholder, row, the line to do again. Raises PermissionDenied; DomainError
    "departure_over", "not_replaced".
    """
    rules.require_write_at(by, departure.account)
    with acting(by):
        departure.refresh_from_db()
        if not is_open(departure):
            raise DomainError("departure_over", _("This checklist is over: open it again first."))
        person = departure.replacement
        if person is None:
            raise DomainError("not_replaced", _("Nobody takes this place yet."))
        _give_back_reports(departure, person, by)
        made = departure.was.pop("placeholder", None)
        if made == person.pk and person.kind == PersonKind.PLACEHOLDER and person.binned_at is None:
            bin_person(person, by=by)
        departure.was.pop("handed", None)
        departure.replacement = None
        departure.save(update_fields=["replacement", "was"])
        for task in departure.tasks.filter(code=DepartureStep.REPLACE).exclude(done_at=None):
            reopen_task(task, by=by)
        record_departure(events.DEPARTURE_REPLACED, departure, by, replacement=None)
    return departure


def _check_succession(departure: Departure, person: Person | None) -> None:
    departure.refresh_from_db()
    if not is_open(departure):
        raise DomainError("departure_over", _("This checklist is over: open it again first."))
    if departure.replacement_id is not None:
        message = _("Somebody takes this place already: take that back first.")
        raise DomainError("replaced_already", message, field="person")
    if person is not None and person.pk == departure.person_id:
        raise DomainError("same_person", _("Choose somebody else."), field="person")


def _take(
    departure: Departure, person: Person, by: User | None, *, moved: list[int], placeholder: int | None = None
) -> Departure:
    departure.replacement = person
    departure.was["handed"] = moved
    if placeholder is not None:
        departure.was["placeholder"] = placeholder
    departure.save(update_fields=["replacement", "was"])
    for task in departure.tasks.filter(code=DepartureStep.REPLACE, done_at=None):
        do_task(task, by=by)
    record_departure(events.DEPARTURE_REPLACED, departure, by, replacement=person.pk, replaced_by=person.full_name)
    return departure


def _hand_reports(departure: Departure, seat: Position, by: User | None) -> list[int]:
    """Who reported to the post that ended reports to `seat`; one who cannot (a circle, an account unseen) stays."""
    old = departure.position
    if old is None:
        return []
    moved = []
    for post in _current().filter(reports_to=old).exclude(pk=seat.pk):
        if by is not None and not rules.can_write_at(by, post.account):
            continue
        if seat.reports_to_id == post.pk:
            continue
        change_position(post, by=by, reports_to=seat)
        moved.append(post.pk)
    if seat.reports_to_id == old.pk:
        change_position(seat, by=by, reports_to=old.reports_to)
    return moved


def _give_back_reports(departure: Departure, person: Person, by: User | None) -> None:
    handed = departure.was.get("handed", [])
    old = departure.position
    if old is None:
        return
    for post in _current().filter(pk__in=handed, reports_to__person=person):
        if by is None or rules.can_write_at(by, post.account):
            change_position(post, by=by, reports_to=old)


def _take_seats(departure: Departure, person: Person, by: User | None) -> None:
    """The placeholder stands on each map with the roles of the post: what is to be found there is drawn."""
    stakes = {row.map_id: row for row in Stake.objects.present().filter(person=departure.person_id)}
    maps = DecisionMap.objects.filter(pk__in=list(stakes), binned_at=None).select_related("account")
    for map in maps:
        if stakes[map.pk].roles and (by is None or rules.can_write_at(by, map.account)):
            put_on_map(map, person=person, by=by, roles=stakes[map.pk].roles)


def _current() -> Any:
    return Position.objects.current().filter(person__binned_at=None).select_related("account", "person")
