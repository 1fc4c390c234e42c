counted as materialized (
    select distinct stake.person_id from scope
    join decisions_stake stake on stake.map_id = scope.map_id and stake.removed_at is null),
touch as materialized (
    select part.person_id, sum(part.weight) as weight from (<weight>) part group by part.person_id),
held as materialized (
    select stake.id as stake_id, count(*) as number, <families> as families <position_columns>
    from scope
    join decisions_stake stake on stake.map_id = scope.map_id and stake.removed_at is null
    join contacts_person person on person.id = stake.person_id
    join contacts_position position on position.person_id = person.id
    join accounts_account node on node.id = position.account_id
    where <counts>
    group by stake.id),
member as materialized (
    select scope.map_id, scope.account_id, stake.id as stake_id, person.id as person_id, person.kind,
        stake.influence, stake.stance, stake.roles, coalesce(held.families, array[]::varchar[]) as families,
        pulse.strength, pulse.last_contact_at, pulse.last_two_way_at, coalesce(touch.weight, 0) as touches,
        held.number is not null as held,
        held.number is not null and person.kind <> 'placeholder' as mapped <columns>
    from scope
    join decisions_stake stake on stake.map_id = scope.map_id and stake.removed_at is null
    join contacts_person person on person.id = stake.person_id and person.binned_at is null
    left join contacts_personpulse pulse on pulse.person_id = person.id
    left join touch on touch.person_id = person.id
    left join held on held.stake_id = stake.id
    <joins>)
