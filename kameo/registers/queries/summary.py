"""What the account page shows of the registers, in one statement for the three of them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from django.db import connection

from kameo.accounts.models import Account
from kameo.core import clock

SOON = timedelta(days=183)


def registers_summary(user: Any, account: Any, scope: str) -> dict[str, Any] | None:
    """The latest references, competitors by number of entities and the latest sector notes; one query.

    `scope` "group" adds what hangs below, as far as `user` sees it. Expired permissions are left out.
    """
    today = clock.company_today()
    with connection.cursor() as cursor:
        within = Account.objects.visible_to(user).below(account.pk) if scope == "group" else _alone(account)
        statement, parameters = within.order_by().values("pk").query.sql_with_params()
        cursor.execute(_GLANCE.format(within=statement), [*parameters, today, today])
        found = json.loads(cursor.fetchone()[0])
    ends = [one["ends"] for one in found["competitors"] or [] if one["ends"]]
    soonest = date.fromisoformat(min(ends)) if ends else None
    return {
        "glance": {
            "references": [{**one, "on": date.fromisoformat(one["on"])} for one in found["refs"] or []],
            "reference_count": found["ref_count"],
            "competitors": found["competitors"] or [],
            "next_end": soonest,
            "ends_soon": soonest is not None and soonest <= today + SOON,
            "notes": [{**one, "on": date.fromisoformat(one["on"])} for one in found["notes"] or []],
        }
    }


def _alone(account: Any) -> Any:
    return Account.objects.filter(pk=account.pk)


_GLANCE = """
    with within(id) as materialized ({within}),
    reference as (
        select line.id, line.account_id, line.kind, line.on, line.person, line.text
        from registers_advocacy line join within on within.id = line.account_id
        where line.binned_at is null and (line.valid_until is null or line.valid_until >= %s)),
    presence as (
        select line.*, competitor.name from registers_competitorpresence line
        join within on within.id = line.account_id
        join registers_competitor competitor on competitor.id = line.competitor_id
        where line.binned_at is null)
    select json_build_object(
        'refs', (select json_agg(latest) from (
            select * from reference order by reference.on desc, id desc limit 3) latest),
        'ref_count', (select count(*) from reference),
        'competitors', (select json_agg(held) from (
            select competitor_id as id, name, count(distinct account_id) as entities,
                count(distinct account_id) filter (where incumbent) as incumbent,
                min(contract_ends_on) filter (where contract_ends_on >= %s) as ends
            from presence group by competitor_id, name order by entities desc, name limit 3) held),
        'notes', (select json_agg(latest) from (
            select note.id, note.account_id, note.kind, note.on, note.source, left(note.text, 160) as text
            from registers_sectornote note join within on within.id = note.account_id
            where note.binned_at is null order by note.on desc, note.id desc limit 2) latest)
    )::text
"""
