"""The input of the simulation: the interactions of the people of a map, and the colleagues to choose from."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection
from django.db.models import Q

from kameo.contacts.models import PersonPulse
from kameo.core import preferences
from kameo.insight.departures.shapes import MapInteraction
from kameo.insight.strength import Contact
from kameo.interactions.domain.clocks import COUNTED
from kameo.people.models import User


def exchanges_with(person_ids: Collection[int]) -> list[MapInteraction]:
    """Every contact ever with these people, with who of ours took part; one query."""
    if not person_ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_EXCHANGES, {"ids": sorted(person_ids), "zone": preferences.get("time_zone")})
        return [
            MapInteraction(person, Contact(at, day, kind, direction, occasion, thread, frozenset(ours)))
            for person, at, day, kind, direction, occasion, thread, ours in cursor.fetchall()
        ]


def cadences_of(person_ids: Collection[int]) -> dict[int, int]:
    """The days expected between contacts, where a strength was computed; one query."""
    rows = PersonPulse.objects.filter(person__in=person_ids, cadence_days__isnull=False)
    return {person: days for person, days in rows.values_list("person_id", "cadence_days") if days is not None}


def colleagues_for(account: Any, *also: int | None) -> list[Any]:
    """Those named on the account or above it, and `also`: by name; one query."""
    wanted = Q(memberships__account__in=account.lineage) | Q(pk__in=[pk for pk in also if pk is not None])
    return list(User.objects.filter(wanted, is_active=True).distinct().order_by("sort_name", "pk"))


_EXCHANGES = f"""
    select part.person_id, done.at, (done.at at time zone %(zone)s)::date, done.kind, done.direction, done.occasion,
        done.thread, array_append(coalesce(array_agg(beside.colleague_id)
            filter (where beside.colleague_id is not null), '{{}}'), done.author_id::bigint)
    from interactions_participant part join interactions_interaction done on done.id = part.interaction_id
    left join interactions_participant beside on beside.interaction_id = done.id
    where part.person_id = any(%(ids)s::bigint[]) and {COUNTED}
    group by part.id, part.person_id, done.id
"""  # noqa: S608 - constant text, parameters apart
