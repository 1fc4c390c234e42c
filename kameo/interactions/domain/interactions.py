"""Logging what happened, changing it, and the bin that gives back (R33, R34, R40, R48, R49)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kameo.accounts.models import Account
from kameo.accounts.pulse import contacts, refresh
from kameo.accounts.timeline import entries
from kameo.contacts.pulse import projections as people
from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.interactions import events, rules
from kameo.interactions.domain import clocks, participants
from kameo.interactions.domain.participants import Colleagues, People
from kameo.interactions.enums import Direction, InteractionKind, Occasion
from kameo.interactions.models import Interaction
from kameo.interactions.queries import who_may_read
from kameo.interactions.timeline import writing
from kameo.notifications import domain as notifications
from kameo.people.models import User

SKEW = timedelta(minutes=10)  # a phone's clock may be ahead of the server's
LONGEST = 100_000  # letters
CHANGEABLE = {"kind", "direction", "at", "duration", "subject", "text", "restricted", "occasion"}


@transaction.atomic
def log_interaction(
    *,
    account: Account,
    by: User,
    kind: str,
    text: str = "",
    at: datetime | None = None,
    direction: str = Direction.OUT,
    duration: int | None = None,
    subject: str = "",
    restricted: bool = False,
    mentions: Collection[User] = (),
    persons: People = (),
    colleagues: Colleagues = (),
    occasion: str = "",
    thread: str = "",
) -> Interaction:
    """Log a call, a meeting, an e-mail or a note about `account`; `duration` in minutes, `at` is when it happened.

    `persons` and `colleagues` (rows or ids) took part besides the author; `thread` groups mails of one conversation.
    Side effects, in order: the row, its participants and mentions, its line of the timeline, last contact and count
    of the account, clocks of the persons, event `interaction.recorded` (data: kind, at, persons), a notification to
    each mentioned colleague who may read it.
    Raises PermissionDenied (interactions.write, or notes.write for a note), DomainError text_missing,
    text_too_long, in_the_future, unknown_occasion, person_unknown, colleague_unknown.
    """
    rules.require(rules.can_log(by, kind), "interactions.write")
    values = {
        "kind": kind,
        "at": at or clock.now(),
        "direction": direction,
        "duration": duration,
        "subject": subject.strip(),
        "text": text.strip(),
        "restricted": restricted,
        "occasion": occasion,
    }
    _check_values(values)
    them = participants.allowed_persons(account, persons, by=by)
    us = participants.allowed_colleagues(colleagues, author=by.pk)
    row = Interaction.objects.create(account=account, author=by, thread=thread.strip()[:200], **values)
    participants.write_participants(row, them, us)
    if mentions:
        row.mentions.set(mentions)
    entries.write_entries([writing.of_new_interaction(row, them, us)])
    _count_interaction(row, them)
    facts = {"kind": row.kind, "at": row.at.isoformat(), "persons": them}
    record(events.RECORDED, row, by=by, account=account, data=facts)
    record_interaction_event(row, mentions, by=by)
    return row


@transaction.atomic
def change_interaction(
    interaction: Interaction,
    *,
    by: User,
    mentions: Collection[User] | None = None,
    persons: People | None = None,
    colleagues: Colleagues | None = None,
    **fields: Any,
) -> Interaction:
    """Correct what was logged; the former words stay in the history. `persons` and `colleagues` replace those who
    took part, None leaves them; persons whom `by` does not see stay.

    Side effects, in order: the row, its participants and mentions, its line, last contact of the account, clocks of
    the persons before and after, event `interaction.changed` (data: fields, persons), a notification to newly
    mentioned colleagues. Raises as `log_interaction`, and TypeError for a field that cannot change.
    """
    rules.require(rules.can_change(by, interaction), "interactions.write")
    if unknown := set(fields) - CHANGEABLE:
        raise TypeError(f"cannot change {sorted(unknown)}")
    if fields.get("at", True) is None:
        fields.pop("at")
    rules.require(rules.can_log(by, fields.get("kind", interaction.kind)), "interactions.write")
    changed = sorted(name for name, value in fields.items() if getattr(interaction, name) != value)
    for name in changed:
        setattr(interaction, name, fields[name])
    check_interaction(interaction)
    if changed:
        interaction.changed_at = clock.now()
        interaction.save(update_fields=[*changed, "changed_at"])
    swap = participants.swap_participants(interaction, persons, colleagues, by=by)
    _mention_again(interaction, mentions, by=by)
    if changed := sorted({*changed, *swap.fields}):
        entries.write_entries([writing.of_interaction(interaction)])
        refresh.refresh_contacts([interaction.account_id])
        people.refresh_contacts(swap.concerned)
        facts = {"fields": changed, "persons": swap.concerned}
        record(events.CHANGED, interaction, by=by, account=interaction.account_id, data=facts)
    return interaction


def follow_bin(interaction: Interaction, verb: str, before: Mapping[str, Any], by: User) -> dict[str, Any]:
    """After the bin and back: its line, last contact and count of the account, clocks of the persons."""
    if verb == "binned":
        entries.remove_entries(writing.INTERACTION, [interaction.pk])
    else:
        entries.write_entries([writing.of_interaction(interaction)])
    persons = participants.persons_of(interaction)
    refresh.refresh_contacts([interaction.account_id])
    people.refresh_contacts(persons)
    return {"persons": persons}


def record_interaction_event(interaction: Interaction, mentioned: Collection[User], *, by: User) -> None:
    """Notify the mentioned colleagues who may read it; the author is not told of their own words."""
    readers = who_may_read(interaction, [user for user in mentioned if user.pk != by.pk])
    if readers:
        notifications.notify(
            users=readers,
            kind="mention",
            key=f"mention:{interaction.pk}",
            text=_("%(who)s mentions you on %(account)s.") % {"who": by.full_name, "account": interaction.account.name},
            url=f"{reverse('account', args=[interaction.account_id])}#i-{interaction.pk}",
            account_id=interaction.account_id,
            actor=by,
        )


def _mention_again(interaction: Interaction, mentions: Collection[User] | None, *, by: User) -> None:
    if mentions is None:
        return
    before = {user.pk for user in interaction.mentions.all()}
    interaction.mentions.set(mentions)
    record_interaction_event(interaction, [user for user in mentions if user.pk not in before], by=by)


def _count_interaction(row: Interaction, persons: list[int]) -> None:
    """The cheap way for one more interaction; the two `refresh_contacts` give the same."""
    contacts.count_interaction(row.account_id, row.at if clocks.is_contact(row) else None)
    if persons:
        clocks.stamp_participants(row)


def check_interaction(row: Interaction) -> None:
    """What is refused of an exchange however it comes: see `log_interaction`."""
    _check_values({name: getattr(row, name) for name in CHANGEABLE})


def _check_values(values: dict[str, Any]) -> None:
    if values["kind"] not in InteractionKind.values:
        raise DomainError("unknown_kind", _("Choose a note, a call, an e-mail or a meeting."), field="kind")
    if values["occasion"] and values["occasion"] not in Occasion.values:
        raise DomainError("unknown_occasion", _("Choose an occasion of the list, or none."), field="occasion")
    if not values["text"] and not values["subject"]:
        raise DomainError("text_missing", _("Write a few words, or attach a file."), field="text")
    if len(values["text"]) > LONGEST:
        raise DomainError("text_too_long", _("This is too long for the thread: attach it as a file."), field="text")
    if values["at"] > clock.now() + SKEW:
        raise DomainError("in_the_future", _("Choose a moment that has passed."), field="at")
