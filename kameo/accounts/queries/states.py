"""The state of accounts at the end of a past day: name, place, status, potential, lead, from the field history."""

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
from kameo.core.sql import read_sql


@dataclass(frozen=True)
class AccountState:
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


def states_at(account_ids: Collection[int], day: date) -> dict[int, AccountState]:
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
        return {row[0]: _account_state(row) for row in cursor.fetchall()}


def end_of(day: date) -> datetime:
    """The first instant that is no longer `day` where the company is."""
    zone = ZoneInfo(preferences.get("time_zone"))
    return datetime.combine(day + timedelta(days=1), time(0), zone)


def _account_state(row: tuple[Any, ...]) -> AccountState:
    _pk, name, kind, parent_id, status, potential, lead_id, first_name, last_name, email, known = row
    lead_name = f"{first_name or ''} {last_name or ''}".strip() or email or ""
    return AccountState(name, kind, parent_id, status, potential, lead_id, lead_name, known)


# The field history keeps a row as it was before each change: the first one kept after a moment is the state then.
_STATES = read_sql(__file__, "states")
