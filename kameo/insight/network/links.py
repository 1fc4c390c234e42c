"""The link between each of our people and each of theirs, from the exchanges that the reader may see: one statement.

A link is the frequency of c-10 kept to two people: their exchanges, weighed and fading with half-life H, against one
meeting per cadence of the person. It is a fact about a pair; nothing here adds up by colleague (kam.md, c-10).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import connection

from kameo.core import clock, preferences
from kameo.insight.strength import read_settings
from kameo.interactions.domain.clocks import COUNTED
from kameo.interactions.models import Interaction

if TYPE_CHECKING:
    from kameo.people.models import User

NOT_ASKED = "introductions.refused"  # `decisions.domain.introductions` writes it


@dataclass(frozen=True, slots=True)
class ColleagueLink:
    """What passed between a colleague and a person. `strength` is 0 to 100; `live`: both spoke within the window."""

    person_id: int
    colleague_id: int
    colleague: str
    title: str
    active: bool
    askable: bool
    strength: Decimal
    exchanges: int
    last_at: datetime
    live: bool


def read_links(person_ids: Collection[int], user: User) -> Sequence[ColleagueLink]:
    """Every link of these people (whom the caller may name), by person and colleague."""
    if not person_ids:
        return []
    seen, parameters = Interaction.objects.visible_to(user).order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_LINKS.replace("{seen}", seen), [*_before(person_ids), *parameters, *_after()])
        return [ColleagueLink(*row) for row in cursor.fetchall()]


def _before(person_ids: Collection[int]) -> list[Any]:
    settings = read_settings()
    touches = settings.touches
    names = ("survey", "review", "meeting", "call", "received", "sent")
    zone, today = preferences.get("time_zone"), clock.company_today()
    weights = [touches[name] for name in names]
    return [zone, today, zone, *weights, settings.cadences.default, sorted({*person_ids}), zone, today]


def _after() -> list[Any]:
    settings = read_settings()
    meeting, half_life = settings.touches["meeting"], settings.half_life
    today = clock.company_today()
    window = [today, settings.months] * 2
    return [settings.thread_cap, half_life, half_life, meeting, *window, NOT_ASKED]


# One row for an exchange, a person and a colleague of ours who took part; of one thread so many mails a day weigh,
# theirs first. "Live": a meeting or a call within the window, or mails both ways.
_LINKS = f"""
    with touch as (
        select part.person_id, who.id as colleague_id, done.id, done.at, (done.at at time zone %s)::date as day,
            %s::date - (done.at at time zone %s)::date as age,
            done.kind in ('meeting', 'call') or done.direction = 'both' as both_ways,
            done.direction in ('in', 'both') as received,
            done.kind = 'mail' and done.thread <> '' and done.occasion <> 'survey' as threaded, done.thread,
            case when done.occasion = 'survey' then %s::float8
                when done.kind in ('meeting', 'call') and done.occasion = 'review' then %s::float8
                when done.kind = 'meeting' then %s::float8 when done.kind = 'call' then %s::float8
                when done.direction in ('in', 'both') then %s::float8 else %s::float8 end as weight,
            coalesce(pulse.cadence_days, %s)::float8 as cadence
        from interactions_participant part
        join interactions_interaction done on done.id = part.interaction_id
        left join contacts_personpulse pulse on pulse.person_id = part.person_id
        cross join lateral (
            select done.author_id as id
            union select also.colleague_id from interactions_participant also
            where also.interaction_id = done.id and also.colleague_id is not null) who
        where part.person_id = any(%s::bigint[]) and {COUNTED}
            and (done.at at time zone %s)::date <= %s::date
            and done.id in ({{seen}})),
    ranked as (
        select touch.*, row_number() over (
            partition by person_id, colleague_id, threaded, day, case when threaded then thread else id::text end
            order by received desc, at, id) as place
        from touch),
    pair as (
        select person_id, colleague_id,
            sum(case when threaded and place > %s then 0
                else weight * power(0.5::float8, age / (cadence * %s::float8)) end) as points,
            1 - power(0.5::float8, 1 / %s::float8) as fades, %s::float8 as meeting,
            count(*) as exchanges, max(at) as last_at,
            bool_or(both_ways and day > (%s::date - make_interval(months => %s))::date)
                or (bool_or(received and recent.yes) and bool_or(not received and recent.yes)) as live
        from ranked
        cross join lateral (select day > (%s::date - make_interval(months => %s))::date as yes) recent
        group by person_id, colleague_id)
    select pair.person_id, pair.colleague_id, trim(colleague.first_name || ' ' || colleague.last_name),
        colleague.title, colleague.is_active,
        colleague.is_active and not coalesce((colleague.choices ->> %s)::boolean, false),
        round((100 * least(1, points * fades / nullif(meeting, 0)))::numeric, 2), exchanges::int, last_at, live
    from pair join people_user colleague on colleague.id = pair.colleague_id
    order by pair.person_id, colleague.sort_name, colleague.id
"""  # noqa: S608 - constant text, parameters apart
