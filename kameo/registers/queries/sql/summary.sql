with within(id) as materialized (<within>),
reference as (
    select line.id, line.account_id, line.kind, line.on, line.person, line.text
    from registers_advocacy line join within on within.id = line.account_id
    where line.binned_at is null and (line.valid_until is null or line.valid_until >= %(today)s)),
presence as (
    select line.*, competitor.name from registers_competitorpresence line
    join within on within.id = line.account_id
    join registers_competitor competitor on competitor.id = line.competitor_id
    where line.binned_at is null)
select json_build_object(
    'refs', (select json_agg(latest) from (
        select * from reference order by reference.on desc, id desc limit 3) latest),
    'ref_count', (select count(*) from reference),
    'competitors', (select json_agg(held) from (
        select competitor_id as id, name, count(distinct account_id) as entities,
            count(distinct account_id) filter (where incumbent) as incumbent,
            min(contract_ends_on) filter (where contract_ends_on >= %(today)s) as ends
        from presence group by competitor_id, name order by entities desc, name limit 3) held),
    'notes', (select json_agg(latest) from (
        select note.id, note.account_id, note.kind, note.on, note.source, left(note.text, 160) as text
        from registers_sectornote note join within on within.id = note.account_id
        where note.binned_at is null order by note.on desc, note.id desc limit 2) latest),
    'partners', (select json_agg(named) from (
        select partner.id, partner.account_id, partner.name, partner.kind, partner.side, partner.role, partner.contact
        from registers_partner partner join within on within.id = partner.account_id
        where partner.binned_at is null and (partner.ends_on is null or partner.ends_on >= %(today)s)
        order by partner.sort_name, partner.id limit 5) named)
)::text
