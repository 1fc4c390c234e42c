"""From journal to timeline: the lines that the app's own events leave on an account, written and rebuilt alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from kameo.accounts import timeline
from kameo.accounts.events import LINES
from kameo.accounts.models import Account, TimelineEntry
from kameo.core import preferences
from kameo.core.journal import domain as journal
from kameo.core.journal.models import Event

SOURCE = "journal.Event"


def record(type: str, account: Account, *, by: Any, data: dict[str, Any]) -> Event:
    """Journal an event about the account, and its timeline line where its type has one."""
    event = journal.record(type, account, by=by, account=account, data=data)
    if type in LINES:
        timeline.write_entries([_line(event)])
    return event


def record_many(type: str, accounts: Iterable[tuple[int, dict[str, Any]]]) -> None:
    """The same for what the system does to many accounts at once: (account id, data) pairs."""
    events = [
        Event(type=type, subject_type=Account._meta.label, subject_id=pk, account_id=pk, data=data)
        for pk, data in accounts
    ]
    Event.objects.bulk_create(events, batch_size=2000)
    journal.announce(events)
    if type in LINES:
        timeline.write_entries(_line(event) for event in events)


def rebuild_lines() -> None:
    """Every line of this app again, from the journal, in three statements."""
    kinds = " ".join(f"when '{type}' then '{kind}'" for type, kind in LINES.items())
    with transaction.atomic():
        timeline.replace_from_select(
            SOURCE, _LINES.format(kinds=kinds), [preferences.get("time_zone"), list(LINES)], account_ids=None
        )


def noon(day: date) -> datetime:
    """The instant that stands for a day without an hour: noon where the company is."""
    return datetime.combine(day, time(12), ZoneInfo(preferences.get("time_zone")))


def _line(event: Event) -> TimelineEntry:
    on = event.data.get("on")
    return TimelineEntry(
        account_id=event.account_id,
        at=noon(date.fromisoformat(on)) if on else event.at,
        kind=LINES[event.type],
        actor_id=event.actor_id,
        data={"event": event.type, **event.data},
        source=SOURCE,
        source_id=event.pk,
    )


_LINES = """
    select event.id as source_id, event.account_id,
        coalesce(((event.data ->> 'on')::date + time '12:00') at time zone %s, event.at) as at,
        case event.type {kinds} end as kind, event.actor_id, '' as title, '' as text,
        jsonb_build_object('event', event.type) || event.data as data, false as restricted
    from journal_event event join accounts_account account on account.id = event.account_id
    where event.type = any(%s)
"""
