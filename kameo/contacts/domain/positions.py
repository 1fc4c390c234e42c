"""Positions: add, change, end, reopen, and the managers above them (R57, R70, R73)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts import events, rules
from kameo.contacts.domain.values import normalise
from kameo.contacts.enums import EndReason
from kameo.contacts.models import Person, Position
from kameo.core import clock
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.core.registry import Store

if TYPE_CHECKING:
    from kameo.people.models import User


@dataclass(frozen=True)
class PostReaction:
    """What an app above does, in the same transaction, when a post ends and when it is held again.

    Both are called as `verb(position, by=actor)`.
    """

    ended: Callable[..., object]
    reopened: Callable[..., object]


post_reactions: Store[PostReaction] = Store("reactions to the end of a post")

FIELDS = ("title", "family", "department", "level", "office", "starts_on", "reports_to", "matrix_to")
MANAGERS = ("reports_to", "matrix_to")


def add_position(person: Person, *, account: Account, by: User | None, **fields: Any) -> Position:
    """A post at `account`; `fields` are those of FIELDS, managers being positions. Several at once are usual.

    In order: row, journal `position.added`. Raises PermissionDenied; DomainError "account_in_bin",
    "unknown_field", "unknown_choice", "manager_elsewhere".
    """
    rules.require_write_at(by, account)
    values = normalise(fields, allowed=FIELDS)
    with acting(by):
        if account.binned_at is not None:
            message = _("This account is in the bin: restore it first.")
            raise DomainError("account_in_bin", message, field="account")
        position = Position(person=person, account=account, created_by=by, **values)
        _check_managers(position, values)
        position.save()
        _record_position(events.POSITION_ADDED, position, by)
    return position


def change_position(position: Position, *, by: User | None, **fields: Any) -> Position:
    """Set some of FIELDS. In order: row, journal `position.changed`.

    Raises PermissionDenied; DomainError as `add_position`, and "cycle" when the manager reports to them already,
    directly or not.
    """
    rules.require_write_at(by, position.account)
    values = normalise(fields, allowed=FIELDS)
    with acting(by):
        lock_chart()
        changed = [name for name, value in values.items() if getattr(position, name) != value]
        for name in changed:
            setattr(position, name, values[name])
        _check_managers(position, values)
        if changed:
            position.save(update_fields=changed)
            _record_position(events.POSITION_CHANGED, position, by, fields=sorted(changed))
    return position


def end_position(position: Position, *, on: date, by: User | None, reason: str = EndReason.UNKNOWN) -> Position:
    """The post is no longer held from `on`. Those who reported to it keep pointing at it, as an open question.

    In order: row, journal `position.ended`, then `post_reactions` (R68). Raises
    PermissionDenied; DomainError "ended_already", "ends_before_start", "unknown_choice".
    """
    rules.require_write_at(by, position.account)
    values = normalise({"end_reason": reason}, allowed=("end_reason",))
    with acting(by):
        if position.ends_on is not None:
            raise DomainError("ended_already", _("This position has ended already."), field="ends_on")
        if position.starts_on is not None and on <= position.starts_on:
            raise DomainError("ends_before_start", _("It ends after it starts."), field="ends_on")
        position.ends_on, position.end_reason = on, values["end_reason"]
        position.save(update_fields=["ends_on", "end_reason"])
        _record_position(events.POSITION_ENDED, position, by, on=on.isoformat(), reason=position.end_reason)
        for reaction in post_reactions:
            reaction.ended(position, by=by)
    return position


def reopen_position(position: Position, *, by: User | None) -> Position:
    """Undo `end_position`. In order: row, journal `position.reopened`, `post_reactions`.

    Raises PermissionDenied, DomainError "not_ended".
    """
    rules.require_write_at(by, position.account)
    with acting(by):
        if position.ends_on is None:
            raise DomainError("not_ended", _("This position has not ended."), field="ends_on")
        position.ends_on, position.end_reason = None, ""
        position.save(update_fields=["ends_on", "end_reason"])
        _record_position(events.POSITION_REOPENED, position, by)
        for reaction in post_reactions:
            reaction.reopened(position, by=by)
    return position


def change_employer(
    person: Person, *, account: Account, by: User | None, on: date | None = None, **fields: Any
) -> Position:
    """They now work at `account`: the posts held elsewhere end that day, what happened there stays (R73).

    In order: an `end_position` for each post that `by` may write, an `add_position`. Raises as both.
    """
    day = on or clock.company_today()
    rules.require_write_at(by, account)
    with acting(by):
        for position in person.positions.current(day).select_related("account"):
            if by is None or rules.can_write_at(by, position.account):
                end_position(position, on=day, by=by, reason=EndReason.LEFT)
        return add_position(person, account=account, by=by, starts_on=day, **fields)


def _check_managers(position: Position, values: dict[str, Any]) -> None:
    for name in MANAGERS:
        manager: Position | None = values.get(name)
        if manager is None:
            continue
        if manager.account.lineage[0] != position.account.lineage[0]:
            message = _("A manager works in the same group.")
            raise DomainError("manager_elsewhere", message, field=name)
        if position.pk is not None and _is_above(position.pk, manager.pk, name):
            taken = _("%(name)s reports to this person already.") % {"name": manager.person.full_name}
            raise DomainError("cycle", taken, field=name)


def _is_above(position_id: int, manager_id: int, name: str) -> bool:
    """Whether going up from the manager meets the position: the link would make a circle."""
    column = {"reports_to": "reports_to_id", "matrix_to": "matrix_to_id"}[name]
    with connection.cursor() as cursor:
        cursor.execute(_ABOVE.format(column=column), {"manager": manager_id, "position": position_id})
        row = cursor.fetchone()
    return bool(row and row[0])


def lock_chart() -> None:
    """One change at a time: two that cross could make a circle that neither sees."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('contacts.chart'))")


def _record_position(event: str, position: Position, by: User | None, **data: Any) -> None:
    facts = {"person": position.person_id, "name": position.person.full_name, "title": position.title}
    record(event, position, by=by, account=position.account_id, data={**facts, **data})


_ABOVE = """
    with recursive above(id) as (
        select %(manager)s::bigint
        union
        select position.{column} from contacts_position position join above on above.id = position.id
        where position.{column} is not null)
    select exists (select from above where id = %(position)s)
"""
