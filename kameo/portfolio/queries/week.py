"""What changed lately on the accounts one sees, from the journal, grouped: classes, leads, statuses, moves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from kameo.accounts import events
from kameo.accounts.models import Account
from kameo.core import clock
from kameo.qualification import events as qualification_events

DAYS = 7
GROUPS = {
    "classes": (
        qualification_events.CLASS_CHANGED,
        qualification_events.CLASS_DECIDED,
        qualification_events.CLASS_DECISION_ENDED,
    ),
    "leads": (events.MEMBER_ADDED, events.MEMBER_CHANGED, events.MEMBER_REMOVED, events.HANDED_OVER),
    "statuses": (events.STATUS_CHANGED,),
    "moves": (events.MOVED,),
}
_GROUP_OF = {type: group for group, types in GROUPS.items() for type in types}


@dataclass(frozen=True)
class Happened:
    """One event; `data` is the journal's."""

    id: int
    type: str
    at: datetime
    account_id: int
    account_name: str
    actor: str
    data: dict[str, Any]


@dataclass(frozen=True)
class Changes:
    """What happened of one kind: how many, and the latest."""

    group: str
    number: int
    latest: list[Happened]


def week_changes(user: Any, *, each: int = 3, only: str = "", days: int = DAYS) -> list[Changes]:
    """The last `days` days, by kind, `each` of the latest; kinds of which nothing happened left out. One statement.

    Of the team, only what changes who leads.
    """
    seen, parameters = Account.objects.visible_to(user).order_by().values("pk").query.sql_with_params()
    types = GROUPS.get(only) or tuple(_GROUP_OF)
    with connection.cursor() as cursor:
        cursor.execute(
            _WEEK.format(seen=seen),
            [
                list(_GROUP_OF),
                list(_GROUP_OF.values()),
                list(types),
                clock.now() - timedelta(days=days),
                *parameters,
                each,
            ],
        )
        rows = cursor.fetchall()
    found: dict[str, Changes] = {}
    for group, number, pk, type, at, account_id, name, actor, data in rows:
        facts = data if isinstance(data, dict) else _loaded(data)
        one = Happened(pk, type, at, account_id, name, actor, facts)
        found.setdefault(group, Changes(group, number, [])).latest.append(one)
    return [found[group] for group in GROUPS if group in found]


def _loaded(text: str) -> dict[str, Any]:
    """Under Django a raw cursor gives JSON as text."""
    return dict(json.loads(text))


_WEEK = """
    with happened as (
        select kind.name as kind, event.id, event.type, event.at, account.id as account_id,
            account.name as account_name,
            btrim(coalesce(person.first_name, '') || ' ' || coalesce(person.last_name, '')) as actor, event.data,
            row_number() over (partition by kind.name order by event.id desc) as rank,
            count(*) over (partition by kind.name) as number
        from journal_event event
        join unnest(%s::text[], %s::text[]) as kind(type, name) on kind.type = event.type
        join accounts_account account on account.id = event.account_id
        left join people_user person on person.id = event.actor_id
        where event.type = any(%s) and event.at >= %s and account.id in ({seen})
        and (kind.name <> 'leads' or event.data ->> 'function' = 'lead' or event.data ->> 'from' = 'lead'))
    select kind, number, id, type, at, account_id, account_name, actor, data
    from happened where rank <= %s order by kind, id desc
"""
