-- A position counts while it is held, at an account of the same group that is not in the bin; an external
-- influencer's wherever it is.
held as materialized (
    select stake.id as stake_id,
        coalesce(array_agg(distinct position.family) filter (where position.family <> ''), array[]::varchar[])
            as families <position_columns>
    from scope
    join decisions_stake stake on stake.map_id = scope.map_id and stake.removed_at is null
    join contacts_person person on person.id = stake.person_id
    join contacts_position position on position.person_id = person.id
    join accounts_account node on node.id = position.account_id
    where node.binned_at is null
    and (position.starts_on is null or position.starts_on <= %(today)s)
    and (position.ends_on is null or position.ends_on > %(today)s)
    and (person.kind = 'external' or node.lineage[1] = scope.root)
    group by stake.id),
member as materialized (
    select scope.map_id, scope.account_id, scope.expected, stake.id as stake_id, person.id as person_id, person.kind,
        held.stake_id is not null as held, coalesce(held.families, array[]::varchar[]) as families,
        stake.influence, stake.stance, stake.roles, pulse.strength, pulse.last_contact_at, pulse.last_two_way_at,
        coalesce((pulse.factors ->> 'touches')::numeric, 0) as touches <columns>
    from scope
    join decisions_stake stake on stake.map_id = scope.map_id and stake.removed_at is null
    join contacts_person person on person.id = stake.person_id and person.binned_at is null
    left join contacts_personpulse pulse on pulse.person_id = person.id
    left join held on held.stake_id = stake.id
    <joins>)
