with recursive <spans>,
met as materialized (
    select span.*, node.kind,
        not span.cut or %(everything)s or span.node = any(%(hidden_ids)s::bigint[]) as shown,
        span.starts_on <= %(end)s and span.ends_on > %(end)s as present
    from span join accounts_account node on node.id = span.node
    where node.binned_at is null and (span.node = span.root or not %(alone)s)),
entity as (
    select met.root,
        count(distinct met.node) filter (where met.present and met.shown) as entities,
        count(distinct met.node) filter (where met.present and met.shown and met.kind = 'site') as sites,
        count(distinct met.node) filter (where met.present and not met.shown) as left_out
    from met group by met.root),
part as (
    select met.root, <amounts>,
        sum(day.reporting_net) filter (
            where (%(from)s::date is not null or %(to)s::date is not null)
            and day.day >= coalesce(%(from)s::date, '-infinity')
            and day.day <= coalesce(%(to)s::date, 'infinity')) as between_net
    from met join accounts_revenueday day on day.account_id = met.node
        and day.day >= met.starts_on and day.day < met.ends_on
    where met.shown and day.day <= %(end)s
    group by met.root),
tree as (select part.root, <sums>, sum(part.between_net) as between_net from part group by part.root)
select entity.root,
    <revenue>,
    <previous_revenue>,
    tree.total, coalesce(tree.unconverted_12m, 0), tree.first_on, tree.last_on,
    entity.entities, entity.sites, entity.left_out, tree.between_net
from entity left join tree on tree.root = entity.root
