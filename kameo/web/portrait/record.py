"""Everything the page needs about one account that hangs directly on it: the account, then one statement.

Plain SQL: composed by the ORM, this one statement would cost more than the rest of the page.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from django.db import connection

from kameo.accounts.models import Account
from kameo.accounts.models.access import named_nodes
from kameo.accounts.revenue.periods import months_before
from kameo.core import clock
from kameo.core.access import get_visible
from kameo.core.sql import ids_sql, read_sql
from kameo.people.enums import Right
from kameo.people.models import User

MOST_CHILDREN = 8
MOST_DOCUMENTS = 4
MONTHS = 24


def portrait_of(user: User, account_id: int, scope: str = "") -> Any:
    """The account with all that its page shows beside its timeline; 404 for a stranger. Two queries.

    `scope` "entity" or "group" ("" chooses: the group where something hangs below) bounds `.activity`: `kinds`
    counts the lines of the timeline, `contact_at` is the last human contact (a-bis 8), `documents` the newest,
    `document_count` all of them, `months` the revenue of each of the last 24 (reporting currency).
    """
    account = get_visible(Account.objects.select_related("pulse"), user, pk=account_id)
    found = _read_record(user, account, scope)
    account.scope = "group" if found["grouped"] else "entity"
    account.team = found["team"] or []
    account.children_shown = found["children"] or []
    account.ancestors = found["ancestors"] or []
    for name in ("numbers", "places", "domains", "other_names", "names_before"):
        setattr(account, name, found[name] or [])
    account.activity = {
        "kinds": found["kinds"] or {},
        "contact_at": _read_moment(found["contact_at"]),
        "documents": [{**one, "at": _read_moment(one["at"])} for one in found["documents"] or []],
        "document_count": found["document_count"],
        "months": _filled(found["months"] or {}),
    }
    return account


def _read_record(user: User, account: Any, scope: str) -> dict[str, Any]:
    today = clock.company_today()
    arguments = {
        "account": account.pk,
        "above": account.lineage[:-1],
        "scope": scope,
        "me": user.pk,
        "everything": user.can(Right.SEE_CONFIDENTIAL),  # as `accounts.models.access.restricted_to`
        "now": clock.now(),
        "start": _first_month(today),
        "today": today,
        "children": MOST_CHILDREN + 1,
        "documents": MOST_DOCUMENTS,
    }
    with connection.cursor() as cursor:
        led = Account.objects.filter(reach__overlap=named_nodes(user, function="lead"))
        sets = {"seen": ids_sql(cursor, Account.objects.visible_to(user)), "led": ids_sql(cursor, led)}
        cursor.execute(read_sql(__file__, "portrait", **sets), arguments)
        row: dict[str, Any] = json.loads(cursor.fetchone()[0])
    return row


def _first_month(today: date) -> date:
    return months_before(today.replace(day=1), MONTHS - 1)


def _filled(months: dict[str, float]) -> list[tuple[date, float]]:
    """Every month of the period, 0 where nothing was invoiced."""
    start = _first_month(clock.company_today())
    days = [months_before(start, -rank) for rank in range(MONTHS)]
    return [(day, float(months.get(f"{day:%Y-%m}") or 0)) for day in days]


def _read_moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
