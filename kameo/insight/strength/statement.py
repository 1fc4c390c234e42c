"""c-10 for everybody at once: one statement over who took part in what. `formula` and `history` say the same.

How it reads: `held` and `carried` give each person's day (today, or the last day they held a position) and cadence;
`met` their counted exchanges, with how many of ours lie near each (one sort); `side` adds up by person and team of
ours (so that breadth counts people without sorting again); `flood` is what threads weigh too much; the rest is
arithmetic on one row a person.

Powers are in double precision, the rest exact, and every factor is rounded to six decimals, as in Python.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from kameo.core import clock, preferences
from kameo.core.sql import read_sql
from kameo.insight.strength.settings import PARTS, TOUCHES, Settings
from kameo.interactions.domain.clocks import COUNTED


@dataclass(frozen=True)
class Statement:
    sql: str
    params: dict[str, Any]


def strengths_of(person_ids: Collection[int] | None, settings: Settings) -> Statement:
    """A select of person_id, strength, cadence_days, factors, frozen; None for everybody."""
    mine = "true" if person_ids is None else "{column} = any(%(ids)s::bigint[])"
    filters = {
        "person_filter": mine.format(column="person.id"),
        "position_filter": mine.format(column="position.person_id"),
        "stake_filter": mine.format(column="stake.person_id"),
        "participant_filter": mine.format(column="part.person_id"),
        "shared_filter": "true" if person_ids is None else _SHARED,
    }
    return Statement(read_sql(__file__, "strengths", **filters, **_PARTS), _params(person_ids, settings))


def _params(person_ids: Collection[int] | None, settings: Settings) -> dict[str, Any]:
    today: date = clock.company_today()
    cadences = settings.cadences
    return {
        "ids": None if person_ids is None else sorted({*person_ids}),
        "today": today,
        "zone": preferences.get("time_zone"),
        **{f"w_{name}": settings.touches[name] for name in TOUCHES},
        **{f"p_{name}": settings.parts[name] for name in PARTS},
        "weight": sum(settings.parts.values()),
        "decides": cadences.decides,
        "influences": cadences.influences,
        "uses": cadences.uses,
        "default": cadences.default,
        "half_life": settings.half_life,
        "cap": settings.thread_cap,
        "months": settings.months,
        "near": settings.answer_days,
        "depth": settings.depth_target,
        "breadth": settings.breadth_target,
        "good": settings.good,
        "fair": settings.fair,
        "version": settings.version,
    }


_SHARED = """shared.interaction_id in (
            select mine.interaction_id from interactions_participant mine
            where mine.person_id = any(%(ids)s::bigint[]))"""
_WEIGHT = """case when done.occasion = 'survey' then %(w_survey)s::float8
            when done.kind in ('meeting', 'call') and done.occasion = 'review' then %(w_review)s::float8
            when done.kind = 'meeting' then %(w_meeting)s::float8 when done.kind = 'call' then %(w_call)s::float8
            when done.direction in ('in', 'both') then %(w_received)s::float8 else %(w_sent)s::float8 end"""
_PARTS = {
    "counted": COUNTED,
    "threaded": "done.thread <> '' and done.kind = 'mail' and done.occasion <> 'survey'",
    "day": "(done.at at time zone %(zone)s)::date",
    "weight": _WEIGHT,
    "faded": "power(0.5::float8, age / (cadence * %(half_life)s::float8))",
}
