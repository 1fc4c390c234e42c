"""From journal to timeline: the lines that the app's own events leave on an account, written and rebuilt alike."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from kameo.accounts.models import Account, TimelineEntry
from kameo.accounts.timeline import entries
from kameo.accounts.timeline.kinds import line_kinds
from kameo.core import clock, preferences
from kameo.core.authorship import current_origin
from kameo.core.journal import domain as journal
from kameo.core.journal.models import Event

SOURCE = "journal.Event"


def record(type: str, account: Account, *, by: Any, data: dict[str, Any]) -> Event:
    """Journal an event about the account, and its timeline line where its type has one."""
    event = journal.record(type, account, by=by, account=account, data=data)
    if type in line_kinds:
        entries.write_entries([_timeline_entry(event)])
    return event


def record_many(type: str, accounts: Iterable[tuple[int, dict[str, Any]]], *, by: Any = None) -> None:
    """The same for what happens to many accounts at once: (account id, data) pairs; set-wise."""
    pairs = list(accounts)
    if not pairs:
        return
    told = [json.dumps(data) for _pk, data in pairs]
    with connection.cursor() as cursor:
        actor = getattr(by, "pk", None)
        ids = [pk for pk, _data in pairs]
        origin = json.dumps(current_origin())
        cursor.execute(_EVENTS, [type, Account._meta.label, actor, clock.now(), origin, ids, told])
        ids = [row[0] for row in cursor.fetchall()]
    if journal.is_awaited(type):
        journal.announce(Event.objects.filter(pk__in=ids))
    if type in line_kinds:
        select = f"{_lines_sql()} and event.id = any(%s)"
        entries.add_from_select(SOURCE, select, [*_line_arguments(), ids])


def rebuild_lines() -> None:
    """Every line of this app again, from the journal, in three statements."""
    with transaction.atomic():
        entries.replace_from_select(SOURCE, _lines_sql(), _line_arguments(), account_ids=None)


def _lines_sql() -> str:
    kinds = " ".join(f"when '{type}' then '{kind}'" for type, kind in line_kinds.items())
    return _LINES.format(kinds=kinds)


def _line_arguments() -> list[Any]:
    return [preferences.get("time_zone"), line_kinds.keys()]


def noon(day: date) -> datetime:
    """The instant that stands for a day without an hour: noon where the company is."""
    return datetime.combine(day, time(12), ZoneInfo(preferences.get("time_zone")))


def _timeline_entry(event: Event) -> TimelineEntry:
    on = event.data.get("on")
    return TimelineEntry(
        account_id=int(event.account_id or 0),  # never None: `record` is given an account
        at=noon(date.fromisoformat(on)) if on else event.at,
        kind=line_kinds[event.type],
        actor_id=event.actor_id,
        data={"event": event.type, **event.data},
        source=SOURCE,
        source_id=event.pk,
    )


_EVENTS = """
    insert into journal_event (type, subject_type, subject_id, account_id, actor_id, data, at, depth, origin)
    select %s, %s, account_id, account_id, %s::bigint, data::jsonb, %s, 0, %s::jsonb
    from unnest(%s::bigint[], %s::text[]) as told(account_id, data)
    returning id
"""
_LINES = """
    select event.id as source_id, coalesce(account.merged_into_id, account.id) as account_id,
        coalesce(((event.data ->> 'on')::date + time '12:00') at time zone %s, event.at) as at,
        case event.type {kinds} end as kind, event.actor_id, '' as title, '' as text,
        jsonb_build_object('event', event.type) || event.data as data, false as restricted
    from journal_event event join accounts_account account on account.id = event.account_id
    where event.type = any(%s)
"""
