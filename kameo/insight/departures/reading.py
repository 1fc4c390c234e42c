"""The input of the simulation: who spoke with the people of a map, what would be known of them without somebody of
ours, and the colleagues to choose from.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection
from django.db.models import Q

from kameo.accounts.revenue.periods import months_before
from kameo.core import clock, preferences
from kameo.insight.departures.shapes import MapInteraction
from kameo.insight.strength import read_settings
from kameo.insight.strength.statement import DAY, SHARED_BY_OTHERS, strengths_of
from kameo.interactions.domain.clocks import COUNTED, contacts_sql
from kameo.people.models import User


def exchanges_with(person_ids: Collection[int]) -> list[MapInteraction]:
    """Who of ours ever had a contact with these people, and lately; one query."""
    if not person_ids:
        return []
    today = clock.company_today()
    since = months_before(today, read_settings().months)
    values = {"ids": sorted(person_ids), "zone": preferences.get("time_zone"), "since": since, "today": today}
    with connection.cursor() as cursor:
        cursor.execute(_EXCHANGES, values)
        return [MapInteraction(person, frozenset(ours), recent) for person, ours, recent in cursor.fetchall()]


def read_without(colleague_id: int, person_ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """What would be known of these people without the exchanges that only `colleague_id` had; one query.

    By the statements that keep what is known: c-10's, and that of the clocks.
    """
    if not person_ids:
        return {}
    strength = strengths_of(person_ids, read_settings(), without=colleague_id)
    clocks, values = contacts_sql(person_ids, SHARED_BY_OTHERS)
    with connection.cursor() as cursor:
        cursor.execute(_WITHOUT.format(strength=strength.sql, clocks=clocks), {**values, **strength.params})
        return {pk: dict(zip(KNOWN, row, strict=True)) for pk, *row in cursor.fetchall()}


def colleagues_for(account: Any, *also: int | None) -> list[Any]:
    """Those named on the account or above it, and `also`: by name; one query."""
    wanted = Q(memberships__account__in=account.lineage) | Q(pk__in=[pk for pk in also if pk is not None])
    return list(User.objects.filter(wanted, is_active=True).distinct().order_by("sort_name", "pk"))


KNOWN = ("strength", "touches", "last_contact_at", "last_two_way_at")
_WITHOUT = """
    select strength.person_id, strength.strength, coalesce((strength.factors ->> 'touches')::numeric, 0),
        clocks.last_contact_at, clocks.last_two_way_at
    from ({strength}) strength left join ({clocks}) clocks on clocks.person_id = strength.person_id
"""
_EXCHANGES = f"""
    select distinct part.person_id, team.colleagues, {DAY} > %(since)s and {DAY} <= %(today)s
    from interactions_participant part join interactions_interaction done on done.id = part.interaction_id
    cross join lateral (
        select array_append(coalesce(array_agg(beside.colleague_id), '{{}}'), done.author_id::bigint) as colleagues
        from interactions_participant beside
        where beside.interaction_id = done.id and beside.colleague_id is not null) team
    where part.person_id = any(%(ids)s::bigint[]) and {COUNTED}
"""  # noqa: S608 - constant text, parameters apart
