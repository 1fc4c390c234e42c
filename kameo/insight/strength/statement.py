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
from kameo.insight.strength.settings import PARTS, TOUCHES, Settings
from kameo.interactions.domain.clocks import COUNTED


@dataclass(frozen=True)
class Statement:
    sql: str
    params: dict[str, Any]


def strengths_of(person_ids: Collection[int] | None, settings: Settings) -> Statement:
    """A select of person_id, strength, cadence_days, factors, frozen; None for everybody."""
    mine = "true" if person_ids is None else "{column} = any(%(ids)s::bigint[])"
    together = "true" if person_ids is None else _TOGETHER
    pieces = {
        "person": mine.format(column="person.id"),
        "position": mine.format(column="position.person_id"),
        "stake": mine.format(column="stake.person_id"),
        "part": mine.format(column="part.person_id"),
        "mail": mine.format(column="part.person_id"),
        "together": together,
    }
    return Statement(_STRENGTHS.format(**pieces), _params(person_ids, settings))


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


_TOGETHER = """shared.interaction_id in (
            select mine.interaction_id from interactions_participant mine
            where mine.person_id = any(%(ids)s::bigint[]))"""
_THREADED = "done.thread <> '' and done.kind = 'mail' and done.occasion <> 'survey'"
_DAY = "(done.at at time zone %(zone)s)::date"
_WEIGHT = """case when done.occasion = 'survey' then %(w_survey)s::float8
            when done.kind in ('meeting', 'call') and done.occasion = 'review' then %(w_review)s::float8
            when done.kind = 'meeting' then %(w_meeting)s::float8 when done.kind = 'call' then %(w_call)s::float8
            when done.direction in ('in', 'both') then %(w_received)s::float8 else %(w_sent)s::float8 end"""
_FADED = "power(0.5::float8, {age} / ({cadence} * %(half_life)s::float8))"
_HELD = """
    held as (
        select position.person_id, max(position.ends_on) - 1 as last_day,
            bool_and(position.ends_on is not null and position.ends_on <= %(today)s) as departed
        from contacts_position position where {position} group by position.person_id),
    subject as (
        select person.id as person_id, coalesce(held.departed, false) as departed,
            case when held.departed then held.last_day else %(today)s::date end as as_of
        from contacts_person person left join held on held.person_id = person.id where {person}),
    carried as (
        select stake.person_id, bool_or(coalesce(term.decides, false)) as decides,
            bool_or(role.code in ('influencer', 'technical-prescriber')) as influences,
            bool_or(role.code = 'user') as uses
        from decisions_stake stake
        join decisions_decisionmap map on map.id = stake.map_id and map.main and map.binned_at is null
        join subject on subject.person_id = stake.person_id
        cross join unnest(stake.roles) role(code)
        left join decisions_term term on term.list = 'role' and term.code = role.code
        where {stake} and (stake.removed_at is null
            or (stake.removed_at at time zone %(zone)s)::date > subject.as_of)
        group by stake.person_id),
    kept as (
        select position.person_id, min(account.cadence_days) as days
        from contacts_position position
        join subject on subject.person_id = position.person_id
        join accounts_account account on account.id = position.account_id
        where {position} and account.cadence_days is not null
            and (position.starts_on is null or position.starts_on <= subject.as_of)
            and (position.ends_on is null or position.ends_on > subject.as_of)
        group by position.person_id),
    paced as (
        select subject.*, coalesce(carried.decides, false) as decides,
            coalesce(carried.influences, false) as influences, coalesce(carried.uses, false) as uses,
            kept.days as of_account,
            coalesce(least(case when carried.decides then %(decides)s end,
                case when carried.influences then %(influences)s end, case when carried.uses then %(uses)s end),
                %(default)s) as of_role
        from subject left join carried on carried.person_id = subject.person_id
        left join kept on kept.person_id = subject.person_id),
    timed as materialized (
        select person_id, departed, as_of, least(of_role, of_account) as cadence,
            case when of_account < of_role then 'account' when decides and of_role = %(decides)s then 'decides'
                when influences and of_role = %(influences)s then 'influences' when uses then 'uses'
                else 'default' end as cadence_of
        from paced)"""
_MET = f"""
    beside as (
        select shared.interaction_id, array_agg(shared.colleague_id) as colleagues
        from interactions_participant shared
        where shared.colleague_id is not null and {{together}} group by shared.interaction_id),
    met as (
        select part.person_id, done.author_id, beside.colleagues, timed.cadence,
            timed.as_of - {_DAY} as age, timed.as_of,
            {_DAY} > (timed.as_of - make_interval(months => %(months)s))::date as recent,
            done.kind in ('meeting', 'call') as live,
            done.kind = 'meeting' or done.direction in ('in', 'both') as received,
            done.kind = 'meeting' or done.direction in ('out', 'both') as sent,
            done.kind in ('meeting', 'call') or done.direction = 'both' or done.direction = 'in'
                and count(*) filter (where done.direction = 'out') over (
                    partition by part.person_id order by done.at
                    range between make_interval(days => %(near)s) preceding
                        and make_interval(days => %(near)s) following) > 0 as two_way,
            {_WEIGHT} as weight
        from interactions_participant part
        join interactions_interaction done on done.id = part.interaction_id
        join timed on timed.person_id = part.person_id
        left join beside on beside.interaction_id = done.id
        where {{part}} and {COUNTED} and {_DAY} <= timed.as_of),
    side as materialized (
        select person_id, author_id, colleagues, count(*) as contacts_ever,
            sum(weight * {_FADED.format(age="age", cadence="cadence")}) as points, max(age) as first_age,
            min(age) filter (where two_way) as two_way_age,
            bool_or(two_way and recent) as talks, count(*) filter (where recent) as contacts,
            count(*) filter (where recent and live) as live, count(*) filter (where recent and received) as received,
            count(*) filter (where recent and sent) as sent
        from met group by person_id, author_id, colleagues),
    flood as (
        select person_id, sum({_FADED.format(age="age", cadence="cadence")} * (%(w_received)s::float8
                * greatest(received - %(cap)s, 0)
                + %(w_sent)s::float8 * (sent - least(sent, greatest(%(cap)s - received, 0))))) as points
        from (
            select part.person_id, done.thread, timed.cadence, timed.as_of - {_DAY} as age,
                count(*) filter (where done.direction in ('in', 'both')) as received,
                count(*) filter (where done.direction = 'out') as sent
            from interactions_participant part
            join interactions_interaction done on done.id = part.interaction_id
            join timed on timed.person_id = part.person_id
            where {{mail}} and {COUNTED} and {_THREADED} and {_DAY} <= timed.as_of
            group by part.person_id, done.thread, timed.cadence, timed.as_of - {_DAY}
            having count(*) > %(cap)s) thread
        group by person_id),
    wide as (
        select talker.person_id, count(distinct colleague.id) as colleagues
        from (select side.person_id, unnest(side.author_id || coalesce(side.colleagues, '{{{{}}}}')) as user_id
            from side where side.talks) talker
        join timed on timed.person_id = talker.person_id
        join people_user colleague on colleague.id = talker.user_id
            and (colleague.is_active or (colleague.deactivated_at at time zone %(zone)s)::date > timed.as_of)
        group by talker.person_id),
    total as (
        select timed.person_id, timed.departed, timed.as_of, timed.cadence, timed.cadence_of, mine.first_age,
            mine.two_way_age, mine.contacts_ever, coalesce(mine.contacts, 0) as contacts,
            coalesce(mine.live, 0) as live, coalesce(mine.received, 0) as received, coalesce(mine.sent, 0) as sent,
            coalesce(wide.colleagues, 0) as colleagues,
            (greatest(mine.points - coalesce(flood.points, 0), 0))::numeric as points,
            (1 - power(0.5::float8, 1 / %(half_life)s::float8))::numeric as fades
        from timed
        left join (
            select person_id, max(first_age) as first_age, min(two_way_age) as two_way_age, sum(points) as points,
                sum(contacts_ever)::int as contacts_ever, sum(contacts)::int as contacts, sum(live)::int as live,
                sum(received)::int as received, sum(sent)::int as sent
            from side group by person_id) mine on mine.person_id = timed.person_id
        left join flood on flood.person_id = timed.person_id
        left join wide on wide.person_id = timed.person_id)"""  # noqa: S608 - constant text, parameters apart
_PARTS = """
    part as (
        select total.*,
            coalesce(round(power(0.5::float8, two_way_age / cadence::float8)::numeric, 6), 0) as recency,
            round(least(1, points * fades / %(w_meeting)s::numeric), 6) as frequency,
            coalesce(round(least(received, sent)::numeric / nullif(greatest(received, sent), 0), 6), 0)
                as reciprocity,
            round(least(1, coalesce(live / nullif(contacts * %(depth)s::numeric, 0), 0)), 6) as depth,
            round(least(1, colleagues / %(breadth)s::numeric), 6) as breadth
        from total),
    scored as (
        select part.*, case when first_age is not null then round(100 * (%(p_recency)s::numeric * recency
            + %(p_frequency)s::numeric * frequency + %(p_reciprocity)s::numeric * reciprocity
            + %(p_depth)s::numeric * depth + %(p_breadth)s::numeric * breadth) / %(weight)s::numeric, 2)
            end as strength
        from part)"""
_FACTORS = """
    select person_id, strength, cadence as cadence_days, departed as frozen,
        case when strength is null then jsonb_build_object('version', %(version)s::text, 'state', 'unknown',
            'band', 'unknown', 'cadence_of', cadence_of)
        else jsonb_build_object('version', %(version)s::text,
            'state', case when first_age < cadence then 'new' else 'known' end,
            'band', case when strength >= %(good)s::numeric then 'good' when strength >= %(fair)s::numeric then 'fair'
                else 'poor' end,
            'cadence_of', cadence_of, 'as_of', as_of, 'first_on', as_of - first_age, 'contacts_ever', contacts_ever,
            'recency', jsonb_build_object('share', recency, 'days', two_way_age, 'last_on', as_of - two_way_age),
            'frequency', jsonb_build_object('share', frequency, 'points', round(points, 2),
                'expected', round(%(w_meeting)s::numeric / fades, 2)),
            'reciprocity', jsonb_build_object('share', reciprocity, 'received', received, 'sent', sent),
            'depth', jsonb_build_object('share', depth, 'live', live, 'contacts', contacts),
            'breadth', jsonb_build_object('share', breadth, 'colleagues', colleagues),
            'weights', jsonb_build_object('recency', %(p_recency)s::numeric, 'frequency', %(p_frequency)s::numeric,
                'reciprocity', %(p_reciprocity)s::numeric, 'depth', %(p_depth)s::numeric,
                'breadth', %(p_breadth)s::numeric)) end as factors
    from scored"""
_STRENGTHS = f"with {_HELD},{_MET},{_PARTS}{_FACTORS}"
