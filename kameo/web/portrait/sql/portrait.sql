-- `seen` and `led` are the accounts that the reader sees, and those whose restricted lines they read as a lead.
with child as materialized (
    select node.id, node.name, node.kind, pulse.tree_revenue_12m as revenue, pulse.account_class
    from accounts_account node left join accounts_accountpulse pulse on pulse.account_id = node.id
    where node.parent_id = %(account)s and node.id in (<seen>)
    order by pulse.tree_revenue_12m desc nulls last, node.sort_name limit %(children)s),
choice as (
    select %(scope)s = 'group' or (%(scope)s = '' and exists (select from child)) as grouped),
within as materialized (
    select %(account)s::bigint as id
    union
    select node.id from accounts_account node
    where (select grouped from choice) and node.lineage @> array[%(account)s]::bigint[] and node.id in (<seen>)),
line as materialized (
    select line.kind, line.at from accounts_timelineentry line join within on within.id = line.account_id
    where %(everything)s or not line.restricted or line.actor_id = %(me)s or line.account_id in (<led>)),
document as materialized (
    select document.id, document.title, document.created_at as at
    from interactions_document document join within on within.id = document.account_id
    left join interactions_interaction done on done.id = document.interaction_id
    where document.binned_at is null and (done.id is null or %(everything)s or not done.restricted
        or done.author_id = %(me)s or document.account_id in (<led>))),
month as (
    select to_char(day.day, 'YYYY-MM') as month, sum(day.reporting_net) as net
    from accounts_revenueday day join within on within.id = day.account_id
    where day.day between %(start)s and %(today)s group by 1)
select json_build_object(
    'grouped', (select grouped from choice),
    'children', (select json_agg(child) from child),
    'ancestors', (
        select json_agg(json_build_object('id', node.id, 'name', node.name, 'seen', node.id in (<seen>))
                        order by cardinality(node.lineage))
        from accounts_account node where node.id = any(%(above)s::bigint[])),
    'team', (
        select json_agg(json_build_object('id', person.id, 'first', person.first_name, 'last', person.last_name,
                'email', person.email, 'function', member.function, 'does', member.responsibilities)
            order by array_position(array['lead', 'back_up', 'sales'], member.function::text), member.id)
        from accounts_accountmember member join people_user person on person.id = member.user_id
        where member.account_id = %(account)s and person.is_active),
    'numbers', (select json_agg(json_build_object('scheme', scheme, 'source', source, 'value', value)
        order by scheme, value) from accounts_identifier where account_id = %(account)s),
    'places', (select json_agg(json_build_object('kind', kind, 'lines', lines, 'postcode', postcode, 'city', city,
        'country', country) order by id) from accounts_address where account_id = %(account)s),
    'domains', (select json_agg(domain order by domain) from accounts_maildomain where account_id = %(account)s),
    'other_names', (select json_agg(name order by sort_name) from accounts_alias where account_id = %(account)s),
    'names_before', (select json_agg(name order by until desc) from accounts_formername
        where account_id = %(account)s),
    'kinds', (select json_object_agg(counted.kind, counted.number)
        from (select line.kind, count(*) as number from line group by line.kind) counted),
    'contact_at', (select max(line.at) from line
        where line.kind in ('call', 'mail', 'meeting') and line.at <= %(now)s),
    'document_count', (select count(*) from document),
    'documents', (select json_agg(newest) from (
        select * from document order by document.at desc, document.id desc limit %(documents)s) newest),
    'months', (select json_object_agg(month.month, month.net) from month)
)::text
