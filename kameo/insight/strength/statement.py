"""The strength of a relation, to the letter of c-10: one statement over who took part in what, for whomever is asked.

    R recency      0.5 ^ (days since the last two-way exchange / c), 0 when there was none
    F frequency    min(1, Σ w·0.5^(age/H) / (w_meeting / (1 − 0.5^(c/H)))), H = half_life × c: one meeting per cadence
    B reciprocity  min(in, out) / max(in, out), 0 if none; meetings count both ways
    D depth        min(1, share of live exchanges / 0.5)
    W breadth      min(1, our people in two-way contact / 2)
    RSS            100 × (0.30 R + 0.25 F + 0.20 B + 0.15 D + 0.10 W)

This is the only place that says so. `strengths.sql` adds up what happened: `held` and `carried` give each person's day
(today, or the last day they held a position) and cadence; `met` their counted exchanges, with how many of ours lie near
each (one sort); `side` adds up by person and team of ours (so that breadth counts people without sorting again);
`flood` is what threads weigh too much. `score.sql` is arithmetic on one row a person, `total`.

Excluded: notes, mass mailings, automatic replies, undelivered messages, whatever is in the bin, what was among
ourselves (nobody of theirs took part), what came after they left. Powers are in double precision, the rest exact; every
factor is kept to six decimals and the score is made of those, so that what is shown adds up.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kameo.core import clock, preferences
from kameo.core.sql import read_sql
from kameo.insight.strength.settings import PARTS, TOUCHES, Settings
from kameo.interactions.domain.clocks import COUNTED, FROM_THEM, TWO_WAY


@dataclass(frozen=True)
class Statement:
    sql: str
    params: dict[str, Any]


def strengths_of(person_ids: Collection[int] | None, settings: Settings, *, without: int | None = None) -> Statement:
    """A select of person_id, strength, cadence_days, factors, frozen; None for everybody.

    `without` a colleague: as if the exchanges that only they had never were, and they did not work here.
    """
    mine = "true" if person_ids is None else "{column} = any(%(ids)s::bigint[])"
    parts = {
        "person_filter": mine.format(column="person.id"),
        "position_filter": mine.format(column="position.person_id"),
        "stake_filter": mine.format(column="stake.person_id"),
        "participant_filter": mine.format(column="part.person_id"),
        "shared_filter": "true" if person_ids is None else _SHARED,
        "counted": COUNTED if without is None else f"{COUNTED} and {SHARED_BY_OTHERS}",
        "colleague_filter": "true" if without is None else "colleague.id <> %(without)s",
        "score": read_sql(__file__, "score"),
    }
    return Statement(read_sql(__file__, "strengths", **parts, **_PARTS), _params(person_ids, settings, without))


def _params(person_ids: Collection[int] | None, settings: Settings, without: int | None) -> dict[str, Any]:
    today: date = clock.company_today()
    cadences = settings.cadences
    return {
        "ids": None if person_ids is None else sorted({*person_ids}),
        "without": without,
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
        "answer": timedelta(days=settings.answer_days),
        "depth": settings.depth_target,
        "breadth": settings.breadth_target,
        "version": settings.version,
    }


_SHARED = """shared.interaction_id in (
            select mine.interaction_id from interactions_participant mine
            where mine.person_id = any(%(ids)s::bigint[]))"""
# A condition on `done`: somebody of ours other than %(without)s took part.
SHARED_BY_OTHERS = """(done.author_id <> %(without)s or exists (
            select from interactions_participant other
            where other.interaction_id = done.id and other.colleague_id <> %(without)s))"""
DAY = "(done.at at time zone %(zone)s)::date"
THREADED = "done.thread <> '' and done.kind = 'mail' and done.occasion <> 'survey'"
WEIGHT = """case when done.occasion = 'survey' then %(w_survey)s::float8
            when done.kind in ('meeting', 'call') and done.occasion = 'review' then %(w_review)s::float8
            when done.kind = 'meeting' then %(w_meeting)s::float8 when done.kind = 'call' then %(w_call)s::float8
            when done.direction in ('in', 'both') then %(w_received)s::float8 else %(w_sent)s::float8 end"""
_PARTS = {
    "from_them": FROM_THEM,
    "two_way": TWO_WAY,
    "threaded": THREADED,
    "day": DAY,
    "weight": WEIGHT,
    "faded": "power(0.5::float8, age / (cadence * %(half_life)s::float8))",
}
