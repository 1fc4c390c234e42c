with seen as materialized (
    select person.id, sort_name, kameo_fold(last_name) as last, kameo_fold(first_name) as first
    from contacts_person person where person.id in (<seen>)),
mails as (
    select lower(address) as value, array_agg(distinct person_id) as people
    from contacts_emailaddress join seen on seen.id = person_id
    group by 1 having count(distinct person_id) between 2 and %(crowd)s),
numbers as (
    select number as value, array_agg(distinct person_id) as people
    from contacts_phonenumber join seen on seen.id = person_id
    where kind <> 'switchboard' group by 1 having count(distinct person_id) between 2 and %(crowd)s),
places as (
    select distinct seen.id, account.lineage[1] as root, seen.last from seen
    join contacts_position position on position.person_id = seen.id
    join accounts_account account on account.id = position.account_id where seen.last <> ''),
shared (one, two, reason) as (
    select one, two, 'email' from mails, unnest(people) one, unnest(people) two where one < two
    union select one, two, 'phone' from numbers, unnest(people) one, unnest(people) two where one < two
    union select a.id, b.id, 'group' from places a join places b
        on a.root = b.root and a.last = b.last and a.id < b.id),
named as (
    select shared.one, shared.two, array_agg(distinct reason) as shared,
        bool_or(a.sort_name = b.sort_name) as same,
        bool_or((a.last = b.last and (left(a.first, 1) = left(b.first, 1) or '' in (a.first, b.first)))
            or (a.last = b.first and a.first = b.last)) as close
    from shared join seen a on a.id = shared.one join seen b on b.id = shared.two
    group by shared.one, shared.two),
scored as (
    select one, two, least(100, case when same then 50 when close then 35 else 0 end
            + 45 * ('email' = any(shared))::int + 35 * ('phone' = any(shared))::int
            + 30 * ('group' = any(shared))::int) as score,
        case when same then array['same_name'] when close then array['name'] else '{}' end || shared as reasons
    from named where same or close)
select one, two, score, reasons from scored
where score >= %(enough)s and (-score, one, two) > (-%(score)s, %(first)s, %(second)s)
    and not exists (select from merging_difference apart
        where apart.noun = 'person' and apart.first_id = one and apart.second_id = two)
order by score desc, one, two limit %(most)s
