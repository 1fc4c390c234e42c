"""Refusals of a channel: a person says one, and only that person lifts it (R182, R185)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kameo.contacts import events, rules
from kameo.contacts.domain.persons import record_person
from kameo.contacts.enums import Channel
from kameo.contacts.models import OptOut, Person
from kameo.core import clock
from kameo.core.acting import acting
from kameo.core.errors import DomainError

if TYPE_CHECKING:
    from kameo.people.models import User


def refuse_channel(person: Person, *, channel: str, by: User | None, said: str = "") -> OptOut:
    """They asked not to be reached by `channel`; `said` is how. In order: row, journal `person.refused_channel`.

    Raises PermissionDenied; DomainError "unknown_channel", "refused_already", "said_too_long".
    """
    rules.require_write(by, person)
    if channel not in Channel.values:
        raise DomainError("unknown_channel", _("Choose one of the list."), field="channel")
    if len(said) > 200:
        raise DomainError("said_too_long", _("Say it in 200 letters."), field="said")
    with acting(by):
        _lock(person)
        if person.opt_outs.filter(channel=channel, lifted_at=None).exists():
            message = _("They have refused this channel already.")
            raise DomainError("refused_already", message, field="channel")
        row = OptOut.objects.create(person=person, channel=channel, said=" ".join(said.split()), by=by)
        record_person(person, events.CHANNEL_REFUSED, by, {"channel": channel, "refusal": row.pk})
    return row


def lift_refusal(refusal: OptOut, *, by: User | None) -> OptOut:
    """They asked to be reached again. Journal `person.lifted_refusal`. Raises DomainError "lifted_already"."""
    rules.require_write(by, refusal.person)
    with acting(by):
        _lock(refusal.person)
        refusal.refresh_from_db(fields=["lifted_at"])
        if refusal.lifted_at is not None:
            raise DomainError("lifted_already", _("This refusal is lifted already."))
        refusal.lifted_at, refusal.lifted_by = clock.now(), by
        refusal.save(update_fields=["lifted_at", "lifted_by"])
        facts = {"channel": refusal.channel, "refusal": refusal.pk}
        record_person(refusal.person, events.REFUSAL_LIFTED, by, facts)
    return refusal


def renew_refusal(refusal: OptOut, *, by: User | None) -> OptOut:
    """Undo `lift_refusal`: the row counts again as it was. Journal `person.refused_channel`.

    Raises DomainError "refused_already" when it was noted again since.
    """
    rules.require_write(by, refusal.person)
    with acting(by):
        _lock(refusal.person)
        if OptOut.objects.filter(person=refusal.person_id, channel=refusal.channel, lifted_at=None).exists():
            raise DomainError("refused_already", _("They have refused this channel already."))
        refusal.lifted_at, refusal.lifted_by = None, None
        refusal.save(update_fields=["lifted_at", "lifted_by"])
        facts = {"channel": refusal.channel, "refusal": refusal.pk}
        record_person(refusal.person, events.CHANNEL_REFUSED, by, facts)
    return refusal


def _lock(person: Person) -> None:
    """One at a time for a person: two clicks note one refusal."""
    Person.objects.select_for_update().only("pk").get(pk=person.pk)
