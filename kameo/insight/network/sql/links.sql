-- One row for an exchange, a person and a colleague of ours who took part; of one thread so many mails a day weigh,
-- theirs first. "Live": a meeting or a call within the window, or mails both ways.
with touch as (
    select part.person_id, who.id as colleague_id, done.id, done.at, <day> as day, %(today)s::date - <day> as age,
        done.kind in ('meeting', 'call') or done.direction = 'both' as both_ways,
        done.direction in ('in', 'both') as received,
        <threaded> as threaded, done.thread, <weight> as weight,
        coalesce(pulse.cadence_days, %(cadence)s)::float8 as cadence
    from interactions_participant part
    join interactions_interaction done on done.id = part.interaction_id
    left join contacts_personpulse pulse on pulse.person_id = part.person_id
    cross join lateral (
        select done.author_id as id
        union select also.colleague_id from interactions_participant also
        where also.interaction_id = done.id and also.colleague_id is not null) who
    where part.person_id = any(%(people)s::bigint[]) and <counted>
        and <day> <= %(today)s::date
        and done.id in (<seen>)),
ranked as (
    select touch.*, row_number() over (
        partition by person_id, colleague_id, threaded, day, case when threaded then thread else id::text end
        order by received desc, at, id) as place
    from touch),
pair as (
    select person_id, colleague_id,
        sum(case when threaded and place > %(cap)s then 0
            else weight * power(0.5::float8, age / (cadence * %(half_life)s::float8)) end) as points,
        1 - power(0.5::float8, 1 / %(half_life)s::float8) as fades, %(w_meeting)s::float8 as meeting,
        count(*) as exchanges, max(at) as last_at,
        bool_or(both_ways and day > (%(today)s::date - make_interval(months => %(months)s))::date)
            or (bool_or(received and recent.yes) and bool_or(not received and recent.yes)) as live
    from ranked
    cross join lateral (select day > (%(today)s::date - make_interval(months => %(months)s))::date as yes) recent
    group by person_id, colleague_id)
select pair.person_id, pair.colleague_id, trim(colleague.first_name || ' ' || colleague.last_name),
    colleague.title, colleague.is_active,
    colleague.is_active and not coalesce((colleague.choices ->> %(refused)s)::boolean, false),
    round((100 * least(1, points * fades / nullif(meeting, 0)))::numeric, 2), exchanges::int, last_at, live
from pair join people_user colleague on colleague.id = pair.colleague_id
order by pair.person_id, colleague.sort_name, colleague.id
