"""What accounts were at the end of a past day: name, place, status, potential, lead, from the field history."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from kameo.accounts.revenue.periods import months_before
from kameo.core import preferences


@dataclass(frozen=True)
class State:
    """An account as it stood. `known` is False before the account was entered here: name, kind and potential are
    then the oldest known, and the status is worked out from the invoices up to that day.
    """

    name: str
    kind: str
    parent_id: int | None
    status: str
    potential: Decimal | None
    lead_id: int | None
    lead_name: str
    known: bool


def states_at(account_ids: Collection[int], day: date) -> dict[int, State]:
    """The state of each account at the end of `day`, where the company is; one statement."""
    if not account_ids:
        return {}
    arguments: dict[str, Any] = {
        "ids": list(account_ids),
        "day": day,
        "moment": end_of(day),
        "limit": months_before(day, int(preferences.get("dormant.after_months"))),
    }
    with connection.cursor() as cursor:
        cursor.execute(_STATES, arguments)
        return {row[0]: _read(row) for row in cursor.fetchall()}


def end_of(day: date) -> datetime:
    """The first instant that is no longer `day` where the company is."""
    zone = ZoneInfo(preferences.get("time_zone"))
    return datetime.combine(day + timedelta(days=1), time(0), zone)


def _read(row: tuple[Any, ...]) -> State:
    _pk, name, kind, parent_id, status, potential, lead_id, first_name, last_name, email, known = row
    lead_name = f"{first_name or ''} {last_name or ''}".strip() or email or ""
    return State(name, kind, parent_id, status, potential, lead_id, lead_name, known)


# The field history keeps a row as it was before each change: the first one kept after a moment is the state then.
_STATES = """
    select account.id,
        case when old.id is null then account.name else old.name end,
        case when old.id is null then account.kind else old.kind end,
        placement.parent_id,
        case when account.created_at < %(moment)s
            then case when old.id is null then account.status else old.status end
            when revenue.last_on is null then 'prospect'
            when revenue.last_on > %(limit)s then 'active' else 'dormant' end,
        case when old.id is null then account.potential else old.potential end,
        lead.user_id, colleague.first_name, colleague.last_name, colleague.email,
        account.created_at < %(moment)s
    from accounts_account account
    left join lateral (
        select event.* from accounts_accountevent event
        where event.pgh_obj_id = account.id and event.pgh_created_at >= %(moment)s
        order by event.pgh_created_at, event.pgh_id limit 1) old on true
    left join accounts_placement placement on placement.account_id = account.id
        and coalesce(placement.starts_on, '-infinity') <= %(day)s
        and coalesce(placement.ends_on, 'infinity') > %(day)s
    left join lateral (
        select max(day.day) as last_on from accounts_revenueday day
        where day.account_id = account.id and day.day <= %(day)s) revenue on true
    left join lateral (
        select past.user_id from (
            select member.id, member.user_id, member.function, member.since, null::bigint as changed
            from accounts_accountmember member where member.account_id = account.id
            and not exists (select from accounts_accountmemberevent event
                            where event.pgh_obj_id = member.id and event.pgh_created_at >= %(moment)s)
            union all
            (select distinct on (event.id) event.id, event.user_id, event.function, event.since, event.pgh_id
            from accounts_accountmemberevent event
            where event.account_id = account.id and event.pgh_created_at >= %(moment)s
            order by event.id, event.pgh_id)) past
        where past.function = 'lead' and past.since <= %(day)s
        order by past.id limit 1) lead on true
    left join people_user colleague on colleague.id = lead.user_id
    where account.id = any(%(ids)s)
"""
