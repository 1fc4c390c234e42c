-- `span` cuts the period into the time each account hung below each root; most hung there all along (`whole`).
with recursive
asked as (
    select %(start)s::date as day_from, %(end)s::date as day_to, %(level)s::text as level,
        %(after)s::int as after_rank, %(size)s::int as size, %(company)s::boolean as company,
        %(threshold)s::numeric as threshold, %(gate)s::numeric as gate, %(study)s::int as study,
        %(points)s::int as points),
period as (select daterange(day_from, day_to, '[]') as during from asked),
visible(id) as materialized (<visible>),
hung as (
    select placement.account_id, range_agg(daterange(placement.starts_on, placement.ends_on)) as below
    from accounts_placement placement join visible on visible.id = placement.parent_id
    where (select level from asked) = 'top'
    group by placement.account_id),
base as (
    select visible.id, case when hung.account_id is null then datemultirange(period.during)
        else datemultirange(period.during) - hung.below end as during
    from visible cross join period left join hung on hung.account_id = visible.id),
span(root, node, during) as (
    select base.id, base.id, part.during
    from base cross join lateral unnest(base.during) part(during)
  union all
    select span.root, placement.account_id, span.during * daterange(placement.starts_on, placement.ends_on)
    from span
    join accounts_placement placement on placement.parent_id = span.node
        and span.during && daterange(placement.starts_on, placement.ends_on)
    join visible on visible.id = placement.account_id
    where (select level from asked) = 'top'),
own as materialized (
    select day.account_id, sum(day.reporting_net) as net, sum(day.unconverted) as unconverted
    from accounts_revenueday day, asked where day.day between asked.day_from and asked.day_to
    group by day.account_id),
met as (select span.*, span.during = period.during as whole from span cross join period),
part as (
    select met.root, own.net, own.unconverted
    from met join own on own.account_id = met.node where met.whole
    union all
    select met.root, sum(day.reporting_net), sum(day.unconverted)
    from met join accounts_revenueday day on day.account_id = met.node and met.during @> day.day
    where not met.whole group by met.root, met.node),
tree as materialized (
    select root, sum(net) as net, sum(unconverted) as unconverted from part group by root),
ranked as materialized (
    select root, net, row_number() over everyone as rank, sum(net) over everyone as cumulated,
        count(*) over () as accounts, sum(net) over () as total
    from tree where net is not null
    window everyone as (order by net desc, root rows unbounded preceding)),
counted as (
    select max(accounts) as accounts, max(total) as total,
        min(rank) filter (where cumulated * 100 >= total * 80) as for_80,
        max((accounts * asked.study + 50) / 100) as at_study,
        count(*) filter (where net >= asked.threshold) as over_threshold,
        count(*) filter (where net * 100 >= asked.gate * total) as over_gate,
        count(*) filter (where net = 0) as at_zero, count(*) filter (where net < 0) as below_zero,
        sum(net) filter (where net < 0) as below_zero_revenue
    from ranked cross join asked),
aside as (
    select coalesce(sum(unconverted), 0) as unconverted,
        count(*) filter (where net is null) as unconverted_accounts
    from tree),
hidden as (
    select count(*) as left_out from own join accounts_account account on account.id = own.account_id
    cross join asked
    where account.binned_at is null and not exists (select from visible where visible.id = account.id)
    and (asked.company or account.lineage && (select coalesce(array_agg(id), '{}') from visible)::bigint[])),
page as (
    select rank from ranked where rank > (select after_rank from asked) and root in (<named>)
    order by rank limit (select size + 1 from asked)),
marked as (
    select ranked.rank, ranked.root, ranked.net, ranked.cumulated,
        ranked.rank in (select rank from page) as listed,
        ranked.rank in (1, counted.for_80, counted.at_study, counted.accounts)
            or ranked.rank %% greatest(1, (counted.accounts + asked.points - 1) / asked.points) = 0 as drawn
    from ranked cross join counted cross join asked)
select marked.*, aside.unconverted, aside.unconverted_accounts, hidden.left_out,
    counted.accounts, counted.total, counted.for_80, counted.at_study,
    (select cumulated from ranked where rank = counted.at_study),
    counted.over_threshold, counted.over_gate, counted.at_zero, counted.below_zero, counted.below_zero_revenue
from aside cross join hidden cross join counted left join marked on marked.listed or marked.drawn
order by marked.rank
