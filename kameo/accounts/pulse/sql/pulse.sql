with recursive <spans>,
met as materialized (
    select span.*, node.kind, span.starts_on = '-infinity' and span.ends_on = 'infinity' as whole,
        span.starts_on <= %(end)s and span.ends_on > %(end)s as today
    from span join accounts_account node on node.id = span.node
    where node.binned_at is null),
present as (select * from met where not cut),
own as materialized (
    select day.account_id, <amounts> from accounts_revenueday day
    where day.day <= %(end)s and (%(ids)s::bigint[] is null
        or day.account_id = any(array(select node from span)))
    group by day.account_id),
part as (
    select present.root, own.* from present join own on own.account_id = present.node where present.whole
    union all
    select present.root, present.node, <amounts>
    from present join accounts_revenueday day on day.account_id = present.node
        and day.day >= present.starts_on and day.day < present.ends_on
    where not present.whole and day.day <= %(end)s
    group by present.root, present.node),
tree as (select part.root, <sums> from part group by part.root),
entity as (
    select root, count(*) filter (where not cut) as entities,
        count(*) filter (where not cut and kind = 'site') as sites, count(*) filter (where cut) as left_out
    from met where today group by root),
contact as (
    select line.account_id, <contact_columns> from accounts_timelineentry line
    where line.source in ('interactions.Interaction', 'interactions.Document')
    and (%(ids)s::bigint[] is null or line.account_id = any(%(ids)s::bigint[]))
    group by line.account_id)
insert into accounts_accountpulse as pulse
    (account_id, account_class, computed_at, <columns>)
select account.id, 'standard', %(now)s,
    <own_revenue>,
    <own_previous>,
    own.total, coalesce(own.unconverted, 0), own.first_on, own.last_on,
    <tree_revenue>,
    <tree_previous>,
    tree.total, tree.first_on, tree.last_on, coalesce(tree.unconverted_12m, 0),
    coalesce(entity.entities, 1), coalesce(entity.sites, 0), coalesce(entity.left_out, 0),
    contact.last_contact_at, coalesce(contact.interactions, 0), coalesce(contact.documents, 0)
from accounts_account account
left join own on own.account_id = account.id
left join tree on tree.root = account.id
left join entity on entity.root = account.id
left join contact on contact.account_id = account.id
where %(ids)s::bigint[] is null or account.id = any(%(ids)s::bigint[])
on conflict (account_id) do update set
    <assignments>
where (<stored>)
    is distinct from (<computed>)
