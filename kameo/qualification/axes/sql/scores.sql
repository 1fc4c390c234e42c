criteria as materialized (<criteria>), objectives as materialized (<objectives>),
criterion as materialized (
    select criterion.id, criterion.part_of_id, criterion.weight, criterion.key,
        sum(criterion.weight) over (partition by criterion.part_of_id) as siblings,
        exists (select from criteria part
                where part.part_of_id = criterion.id and part.retired_at is null) as has_parts
    from criteria criterion
    left join criteria whole on whole.id = criterion.part_of_id
    where criterion.retired_at is null and whole.retired_at is null),
rating as (
    select distinct on (account_id, criterion_id) account_id, criterion_id, score
    from qualification_criterionrating where <mine>
    order by account_id, criterion_id, at desc, id desc),
whole as (
    select rating.account_id, criterion.weight, rating.score::numeric as score, criterion.weight as known
    from rating join criterion on criterion.id = rating.criterion_id
    where criterion.part_of_id is null and not criterion.has_parts and rating.score is not null
    union all
    select parts.account_id, criterion.weight, parts.score,
        coalesce(round(criterion.weight * parts.known / nullif(parts.total, 0), 6), 0)
    from (
        select rating.account_id, part.part_of_id as criterion_id, sum(part.weight) as known,
            max(part.siblings) as total,
            <mean> as score
        from rating join criterion part on part.id = rating.criterion_id
        where part.part_of_id is not null and rating.score is not null
        group by rating.account_id, part.part_of_id) parts
    join criterion on criterion.id = parts.criterion_id),
scorecard as (
    select account_id,
        round(sum(weight * score) * 100
              / nullif(sum(weight) filter (where score is not null) * 5, 0), 2) as points,
        coalesce(round(sum(known) * 100 / nullif(
            (select sum(weight) from criterion where part_of_id is null), 0)), 0) as completeness
    from whole group by account_id),
objective as materialized (
    select id, weight, sum(weight) over () as total from objectives
    where removed_at is null and coalesce(starts_on, '-infinity') <= %(day)s
    and coalesce(ends_on, 'infinity') >= %(day)s),
aligned as (
    select distinct on (account_id, objective_id) account_id, objective_id, value
    from qualification_alignment where <mine>
    order by account_id, objective_id, at desc, id desc),
alignment as (
    select aligned.account_id,
        round(greatest(0, sum(objective.weight * aligned.value)) * 100
              / nullif(sum(objective.weight) * 2, 0), 2) as points,
        coalesce(round(sum(objective.weight) * 100 / nullif(max(objective.total), 0)), 0) as completeness
    from aligned join objective on objective.id = aligned.objective_id
    where aligned.value is not null group by aligned.account_id)
