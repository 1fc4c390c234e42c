"""Keeping the clocks of `PersonPulse`: when we were last in contact with somebody, and they with us.

What happened belongs to apps above, which write it here: `contacts_from` says once where all of it is,
`stamp_contacts` adds a little. Everything is disposable: `refresh_contacts` computes the same from the source.

Five columns, all about counted contacts only (what counts is the source's business: see `interactions.clocks`):
`last_contact_at` and `first_contact_at`, of any kind, whoever began; `last_from_them_at`, which they began or came
to; `last_two_way_at`, in which both sides spoke; `interactions`, how many. None, or no row at all: never.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.db import connection, transaction

from kameo.core import clock
from kameo.core.registry import Store

COLUMNS = ("last_contact_at", "last_from_them_at", "last_two_way_at", "first_contact_at", "interactions")
MASS = 1000  # people from which a write changes what the planner knows
Source = Callable[[Collection[int] | None], tuple[str, Mapping[str, Any]]]

sources: Store[Source] = Store("sources of contacts")


def contacts_from(name: str, source: Source) -> None:
    """Where contacts are: `source(person_ids)` gives a statement and its parameters, None meaning everybody.

    The statement yields `person_id` and COLUMNS, a row for each person who was ever in contact.
    """
    sources.register(name, source)


def stamp_contacts(select: str, params: Mapping[str, Any]) -> None:
    """Count one more contact, or a few, the cheap way: one statement. `select` yields person_id and COLUMNS of them.

    The rows are written in order of id, so that two calls logged with the same people wait for one another, no more.
    """
    with connection.cursor() as cursor:
        cursor.execute(_STAMP.format(select=select), {**params, "now": clock.now()})


def refresh_contacts(person_ids: Collection[int] | None) -> None:
    """Compute the clocks of these people again, None for everybody: what a change, the bin or a merge asks for."""
    ids = None if person_ids is None else sorted({*person_ids})
    if ids == []:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_LOCK.format(mine=_MINE), {"ids": ids})
        selects = [source(ids) for source in sources]
        if not selects:
            return
        params = {key: value for _select, own in selects for key, value in own.items()}
        union = " union all ".join(f"({select})" for select, _own in selects)
        params |= {"ids": ids, "now": clock.now()}
        cursor.execute(_REPLACE.format(select=union, mine=_MINE), params)
        if ids is None or len(ids) > MASS:
            cursor.execute("analyze contacts_personpulse")


def write_strengths(select: str, params: Mapping[str, Any], *, mass: bool = False) -> int:
    """Write what `insight` computed: `select` yields person_id, strength, cadence_days, factors, frozen.

    One statement, in order of id. What did not change is left alone, but a strength that still moves says when it
    was computed. `mass` tells the planner how large the table is now. Returns how many rows were written.
    """
    with connection.cursor() as cursor:
        cursor.execute(_STRENGTHS.format(select=select), {**params, "now": clock.now()})
        written = cursor.rowcount
        if mass:
            cursor.execute("analyze contacts_personpulse")
    return written


_MINE = "(%(ids)s::bigint[] is null or pulse.person_id = any(%(ids)s::bigint[]))"
_LOCK = "select 1 from contacts_personpulse pulse where {mine} order by pulse.person_id for update"
_STAMP = """
    insert into contacts_personpulse as pulse (person_id, last_contact_at, last_from_them_at, last_two_way_at,
        first_contact_at, interactions, factors, frozen, computed_at)
    select person_id, last_contact_at, last_from_them_at, last_two_way_at, first_contact_at, interactions,
        '{{}}'::jsonb, false, %(now)s
    from ({select}) touch order by person_id
    on conflict (person_id) do update set
        last_contact_at = greatest(pulse.last_contact_at, excluded.last_contact_at),
        last_from_them_at = greatest(pulse.last_from_them_at, excluded.last_from_them_at),
        last_two_way_at = greatest(pulse.last_two_way_at, excluded.last_two_way_at),
        first_contact_at = least(pulse.first_contact_at, excluded.first_contact_at),
        interactions = pulse.interactions + excluded.interactions
"""
_REPLACE = """
    with touch as materialized (
        select person_id, max(last_contact_at) last_contact_at, max(last_from_them_at) last_from_them_at,
            max(last_two_way_at) last_two_way_at, min(first_contact_at) first_contact_at,
            sum(interactions)::int interactions
        from ({select}) every group by person_id),
    gone as (
        update contacts_personpulse pulse set last_contact_at = null, last_from_them_at = null,
            last_two_way_at = null, first_contact_at = null, interactions = 0
        where {mine} and pulse.interactions > 0
            and not exists (select from touch where touch.person_id = pulse.person_id))
    insert into contacts_personpulse as pulse (person_id, last_contact_at, last_from_them_at, last_two_way_at,
        first_contact_at, interactions, factors, frozen, computed_at)
    select person_id, last_contact_at, last_from_them_at, last_two_way_at, first_contact_at, interactions,
        '{{}}'::jsonb, false, %(now)s
    from touch order by person_id
    on conflict (person_id) do update set last_contact_at = excluded.last_contact_at,
        last_from_them_at = excluded.last_from_them_at, last_two_way_at = excluded.last_two_way_at,
        first_contact_at = excluded.first_contact_at, interactions = excluded.interactions
    where (pulse.last_contact_at, pulse.last_from_them_at, pulse.last_two_way_at, pulse.first_contact_at,
            pulse.interactions)
        is distinct from (excluded.last_contact_at, excluded.last_from_them_at, excluded.last_two_way_at,
            excluded.first_contact_at, excluded.interactions)
"""
_STRENGTHS = """
    insert into contacts_personpulse as pulse (person_id, interactions, strength, cadence_days, factors, frozen,
        strength_at, computed_at)
    select person_id, 0, strength, cadence_days, factors, frozen,
        case when strength is not null then %(now)s end, %(now)s
    from ({select}) computed order by person_id
    on conflict (person_id) do update set strength = excluded.strength, cadence_days = excluded.cadence_days,
        factors = excluded.factors, frozen = excluded.frozen, strength_at = excluded.strength_at
    where (pulse.strength, pulse.cadence_days, pulse.factors, pulse.frozen)
            is distinct from (excluded.strength, excluded.cadence_days, excluded.factors, excluded.frozen)
        or excluded.strength is not null and not excluded.frozen
"""
