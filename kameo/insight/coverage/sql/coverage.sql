with scope as materialized (
    select map.id as map_id, map.account_id, node.lineage[1] as root,
        coalesce(map.expected, %(default_expected)s) as expected
    from decisions_decisionmap map join accounts_account node on node.id = map.account_id
    where map.main and map.binned_at is null
    and (%(ids)s::bigint[] is null or map.account_id = any(%(ids)s::bigint[]))),
<members>,
place as materialized (<places>),
deciding as materialized (select coalesce(array_agg(code), array[]::varchar[]) as codes from (<deciding>) role),
state as (
    select member.map_id, place.id, place.influence,
        bool_or(coalesce(member.last_two_way_at >= %(two_way_since)s, false)) as covered
    from member cross join place
    where member.mapped and (
        place.role <> '' and place.role = any(member.roles)
        or place.family <> '' and place.family = any(member.families)
        or place.stance <> '' and place.stance = member.stance)
    group by member.map_id, place.id, place.influence),
seated as (
    select map_id, count(*) filter (where covered) as covered, sum(influence) as influence
    from state group by map_id),
required as (select count(*) as places, coalesce(sum(influence), 0) as influence from place),
judged as (
    select member.*, member.roles && deciding.codes as decides,
        member.influence >= %(key_influence)s or member.roles && deciding.codes as key,
        member.stance in ('champion', 'supporter') as supports,
        member.influence is not null and member.strength is not null as weighs
    from member cross join deciding),
counted_up as (
    select map_id, count(*) filter (where mapped) as mapped,
        count(*) filter (where mapped and strength is not null) as known,
        count(*) filter (where mapped and strength >= %(strong)s) as threads,
        sum(influence * strength) filter (where mapped and weighs) as over,
        sum(influence) filter (where mapped and weighs) as weight,
        max(touches) filter (where mapped) as most, sum(touches) filter (where mapped) as touches,
        case
            when bool_or(mapped and decides and supports) then 4
            when bool_or(mapped and coalesce(key, false) and supports) then 3
            when bool_or(mapped and coalesce(key, false)) then 2
            when bool_or(mapped) then 1
            else 0 end as map_status
    from judged group by map_id)
select scope.account_id, counted_up.mapped, scope.expected,
    case when counted_up.known > 0 then counted_up.threads end as threads,
    case when counted_up.touches > 0 then round(counted_up.most * 100.0 / counted_up.touches, 2) end
        as concentration,
    counted_up.map_status,
    round(counted_up.over / (counted_up.weight + required.influence - coalesce(seated.influence, 0)), 2)
        as relationship,
    coalesce(seated.covered, 0) as seats_covered, required.places as seats_required
from counted_up join scope on scope.map_id = counted_up.map_id
left join seated on seated.map_id = scope.map_id
cross join required
