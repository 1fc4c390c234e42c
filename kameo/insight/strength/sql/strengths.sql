with
held as (
    select position.person_id, max(position.ends_on) - 1 as last_day,
        bool_and(position.ends_on is not null and position.ends_on <= %(today)s) as departed
    from contacts_position position where <position_filter> group by position.person_id),
subject as (
    select person.id as person_id, coalesce(held.departed, false) as departed,
        case when held.departed then held.last_day else %(today)s::date end as as_of
    from contacts_person person left join held on held.person_id = person.id where <person_filter>),
carried as (
    select stake.person_id, bool_or(coalesce(term.decides, false)) as decides,
        bool_or(role.code in ('influencer', 'technical-prescriber')) as influences,
        bool_or(role.code = 'user') as uses
    from decisions_stake stake
    join decisions_decisionmap map on map.id = stake.map_id and map.main and map.binned_at is null
    join subject on subject.person_id = stake.person_id
    cross join unnest(stake.roles) role(code)
    left join decisions_term term on term.list = 'role' and term.code = role.code
    where <stake_filter> and (stake.removed_at is null
        or (stake.removed_at at time zone %(zone)s)::date > subject.as_of)
    group by stake.person_id),
kept as (
    select position.person_id, min(account.cadence_days) as days
    from contacts_position position
    join subject on subject.person_id = position.person_id
    join accounts_account account on account.id = position.account_id
    where <position_filter> and account.cadence_days is not null
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
    from paced),
beside as (
    select shared.interaction_id, array_agg(shared.colleague_id) as colleagues
    from interactions_participant shared
    where shared.colleague_id is not null and <shared_filter> group by shared.interaction_id),
met as (
    select part.person_id, done.author_id, beside.colleagues, timed.cadence,
        timed.as_of - <day> as age, timed.as_of,
        <day> > (timed.as_of - make_interval(months => %(months)s))::date as recent,
        done.kind in ('meeting', 'call') as live,
        <from_them> as received, done.kind = 'meeting' or done.direction in ('out', 'both') as sent,
        <two_way> as two_way, <weight> as weight
    from interactions_participant part
    join interactions_interaction done on done.id = part.interaction_id
    join timed on timed.person_id = part.person_id
    left join beside on beside.interaction_id = done.id
    where <participant_filter> and <counted> and <day> <= timed.as_of),
side as materialized (
    select person_id, author_id, colleagues, count(*) as contacts_ever,
        sum(weight * <faded>) as points, sum(weight) filter (where recent) as touches, max(age) as first_age,
        min(age) filter (where two_way) as two_way_age,
        bool_or(two_way and recent) as talks, count(*) filter (where recent) as contacts,
        count(*) filter (where recent and live) as live, count(*) filter (where recent and received) as received,
        count(*) filter (where recent and sent) as sent
    from met group by person_id, author_id, colleagues),
flood as (
    select person_id, sum(<faded> * excess) as points, sum(excess) filter (where recent) as touches
    from (
        select part.person_id, timed.cadence, timed.as_of - <day> as age,
            <day> > (timed.as_of - make_interval(months => %(months)s))::date as recent,
            count(*) filter (where <from_them>) as received, count(*) filter (where not <from_them>) as sent
        from interactions_participant part
        join interactions_interaction done on done.id = part.interaction_id
        join timed on timed.person_id = part.person_id
        where <participant_filter> and <counted> and <threaded> and <day> <= timed.as_of
        group by part.person_id, done.thread, timed.cadence, timed.as_of, <day>
        having count(*) > %(cap)s) thread
    cross join lateral (
        select %(w_received)s::float8 * greatest(received - %(cap)s, 0)
            + %(w_sent)s::float8 * (sent - least(sent, greatest(%(cap)s - received, 0))) as excess) beyond
    group by person_id),
wide as (
    select talker.person_id, count(distinct colleague.id) as colleagues
    from (select side.person_id, unnest(side.author_id || coalesce(side.colleagues, '{}')) as user_id
        from side where side.talks) talker
    join timed on timed.person_id = talker.person_id
    join people_user colleague on colleague.id = talker.user_id and <colleague_filter>
        and (colleague.is_active or (colleague.deactivated_at at time zone %(zone)s)::date > timed.as_of)
    group by talker.person_id),
total as (
    select timed.person_id, timed.departed, timed.as_of, timed.cadence, timed.cadence_of, mine.first_age,
        mine.two_way_age, mine.contacts_ever, coalesce(mine.contacts, 0) as contacts,
        coalesce(mine.live, 0) as live, coalesce(mine.received, 0) as received, coalesce(mine.sent, 0) as sent,
        coalesce(wide.colleagues, 0) as colleagues,
        (greatest(mine.points - coalesce(flood.points, 0), 0))::numeric as points,
        round((coalesce(mine.touches, 0) - coalesce(flood.touches, 0))::numeric, 2) as touches,
        (1 - power(0.5::float8, 1 / %(half_life)s::float8))::numeric as fades
    from timed
    left join (
        select person_id, max(first_age) as first_age, min(two_way_age) as two_way_age, sum(points) as points,
            sum(touches) as touches, sum(contacts_ever)::int as contacts_ever, sum(contacts)::int as contacts,
            sum(live)::int as live, sum(received)::int as received, sum(sent)::int as sent
        from side group by person_id) mine on mine.person_id = timed.person_id
    left join flood on flood.person_id = timed.person_id
    left join wide on wide.person_id = timed.person_id),
<score>
