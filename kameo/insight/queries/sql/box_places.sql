-- The criteria as they were: the field history keeps a row as it was before each change.
with
    asked as (select %(moment)s::timestamptz as moment, %(most)s::int as most),
    criterion as materialized (
        select row.id, was.axis, was.weight, sum(was.weight) over (partition by was.axis) as whole
        from qualification_boxcriterion row cross join asked cross join lateral (
            select axis, weight, retired_at, pgh_id from qualification_boxcriterionevent event
            where event.pgh_obj_id = row.id and event.pgh_created_at >= asked.moment
            union all
            select row.axis, row.weight, row.retired_at, null
            order by pgh_id nulls last limit 1) was
        where was.retired_at is null and was.weight > 0),
    rating as (
        select distinct on (account_id, criterion_id, by_id) account_id, criterion_id, by_id, score, at
        from qualification_boxrating cross join asked
        where at < asked.moment and account_id in (<accounts>)
        order by account_id, criterion_id, by_id, at desc, id desc),
    rated as (
        select rating.*, criterion.axis, criterion.weight, criterion.whole
        from rating join criterion on criterion.id = rating.criterion_id where rating.score is not null),
    rater as (
        select account_id, axis, by_id, sum(weight * score) * 20 / sum(weight) as points, max(at) as last_at
        from rated group by account_id, axis, by_id),
    known as (
        select account_id, axis, round(sum(weight) * 100 / max(whole)) as completeness
        from (select distinct account_id, axis, criterion_id, weight, whole from rated) once
        group by account_id, axis),
    axis as (
        select rater.account_id, rater.axis, avg(rater.points) as points,
            max(rater.points) - min(rater.points) as spread, count(*) as raters,
            max(known.completeness) as completeness, max(rater.last_at) as last_at
        from rater join known on known.account_id = rater.account_id and known.axis = rater.axis
        group by rater.account_id, rater.axis)
select account.id, account.name, lead.first_name, lead.last_name,
    attractive.points, attractive.spread, attractive.raters, attractive.completeness, attractive.last_at,
    placed.points, placed.spread, placed.raters, placed.completeness, placed.last_at
from accounts_account account
left join axis attractive on attractive.account_id = account.id and attractive.axis = 'attractiveness'
left join axis placed on placed.account_id = account.id and placed.axis = 'position'
left join accounts_accountpulse pulse on pulse.account_id = account.id
left join accounts_accountmember member on member.account_id = account.id and member.function = 'lead'
left join people_user lead on lead.id = member.user_id
where account.id in (select account_id from axis)
order by pulse.tree_revenue_12m desc nulls last, account.id
limit (select most from asked)
