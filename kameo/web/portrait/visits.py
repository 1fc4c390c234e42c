"""The changes of an account since the reader's last visit (R219): one statement reads them and notes the visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from kameo.core import clock
from kameo.people.models import User

SAME_VISIT = timedelta(minutes=30)  # coming back within this time is the same visit
MOST = 12


@dataclass(frozen=True)
class Visit:
    """`since` is the end of the visit before, None at the first; `events` are others' (type, data, who, when)."""

    since: datetime | None
    events: list[dict[str, Any]]


def note_visit(user: User, account_id: int) -> Visit:
    """Note that the user opens the account's page, and what others changed on it since the visit before.

    What was exchanged comes from the timeline, which knows who may read it; here are the account's own events.
    """
    now = clock.now()
    arguments: dict[str, Any] = {
        "account": account_id,
        "user": user.pk,
        "now": now,
        "earlier": now - SAME_VISIT,
        "most": MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(_VISIT, arguments)
        since, events = cursor.fetchone()
    return Visit(since, events or [])


_VISIT = """
    with visit as (
        insert into accounts_accountvisit as visit (account_id, user_id, at, previous_at)
        values (%(account)s, %(user)s, %(now)s, null)
        on conflict (account_id, user_id) do update set at = excluded.at,
            previous_at = case when visit.at < %(earlier)s then visit.at else visit.previous_at end
        returning previous_at
    )
    select visit.previous_at, (
        select json_agg(found.event) from (
            select json_build_object('type', event.type, 'data', event.data, 'at', event.at,
                'who', nullif(trim(person.first_name || ' ' || person.last_name), '')) as event
            from journal_event event left join people_user person on person.id = event.actor_id
            where event.account_id = %(account)s and event.at > visit.previous_at
                and event.actor_id is distinct from %(user)s and event.type like 'account.%%'
            order by event.id desc limit %(most)s
        ) found)
    from visit
"""
