select account.id,
    case when old.id is null then account.name else old.name end,
    case when old.id is null then account.kind else old.kind end,
    placement.parent_id,
    case when account.created_at < %(moment)s
        then case when old.id is null then account.status else old.status end
        when revenue.last_on is null then 'prospect'
        when revenue.last_on > %(limit)s then 'active' else 'dormant' end,
    case when old.id is null then account.potential else old.potential end,
    lead.user_id, colleague.first_name, colleague.last_name, colleague.email,
    account.created_at < %(moment)s
from accounts_account account
left join lateral (
    select event.* from accounts_accountevent event
    where event.pgh_obj_id = account.id and event.pgh_created_at >= %(moment)s
    order by event.pgh_created_at, event.pgh_id limit 1) old on true
left join accounts_placement placement on placement.account_id = account.id
    and coalesce(placement.starts_on, '-infinity') <= %(day)s
    and coalesce(placement.ends_on, 'infinity') > %(day)s
left join lateral (
    select max(day.day) as last_on from accounts_revenueday day
    where day.account_id = account.id and day.day <= %(day)s) revenue on true
left join lateral (
    select past.user_id from (
        select member.id, member.user_id, member.function, member.since, null::bigint as changed
        from accounts_accountmember member where member.account_id = account.id
        and not exists (select from accounts_accountmemberevent event
                        where event.pgh_obj_id = member.id and event.pgh_created_at >= %(moment)s)
        union all
        (select distinct on (event.id) event.id, event.user_id, event.function, event.since, event.pgh_id
        from accounts_accountmemberevent event
        where event.account_id = account.id and event.pgh_created_at >= %(moment)s
        order by event.id, event.pgh_id)) past
    where past.function = 'lead' and past.since <= %(day)s
    order by past.id limit 1) lead on true
left join people_user colleague on colleague.id = lead.user_id
where account.id = any(%(ids)s)
