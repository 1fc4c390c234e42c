with <scores>, <decisions>,
rated as (
    select pulse.account_id, pulse.tree_revenue_12m as revenue, pulse.tree_unconverted as unconverted,
        account.potential,
        pulse.large as large_before, pulse.key as key_before, pulse.account_class as class_before,
        scorecard.points as scorecard, coalesce(scorecard.completeness, 0) as scorecard_completeness,
        alignment.points as alignment, coalesce(alignment.completeness, 0) as alignment_completeness,
        decision.kind, decision.large as decided_large, decision.key as decided_key
    from accounts_accountpulse pulse join accounts_account account on account.id = pulse.account_id
    left join scorecard on scorecard.account_id = pulse.account_id
    left join alignment on alignment.account_id = pulse.account_id
    left join decision on decision.account_id = pulse.account_id
    where %(ids)s::bigint[] is null or pulse.account_id = any(%(ids)s::bigint[])),
<judged>,
verdict as (
    select settled.*, <class> as account_class from settled),
changed as (
    update accounts_accountpulse pulse set <assignments>
    from verdict where verdict.account_id = pulse.account_id
    and (<stored>)
        is distinct from (<computed>)
    returning verdict.*, verdict.class_source as source),
remembered as (
    insert into qualification_classsnapshot as snapshot (account_id, day, <kept>, inputs)
    select changed.account_id, %(day)s, <changed_kept>,
        jsonb_strip_nulls(jsonb_build_object(
            'revenue', revenue, 'potential', potential, 'total', %(total)s::numeric,
            'threshold', %(threshold)s, 'share_gate', %(share_gate)s, 'scorecard_gate', %(scorecard_gate)s,
            'key_gate', %(key_gate)s, 'computed_large', computed_large, 'computed_key', computed_key,
            'scorecard_completeness', scorecard_completeness, 'alignment_completeness', alignment_completeness,
            'weights', case when changed.scorecard is not null then (
                select jsonb_object_agg(coalesce(nullif(key, ''), id::text), weight) from criterion) end,
            'objectives', case when changed.alignment is not null then (
                select jsonb_object_agg(id::text, weight) from objective) end))
    from changed
    left join lateral (
        select last.* from qualification_classsnapshot last
        where last.account_id = changed.account_id order by last.day desc limit 1) last on true
    where (<changed_kept>) is distinct from (
        coalesce(last.account_class, 'standard'), last.large, last.key, last.scorecard, last.alignment,
        coalesce(last.source, 'computed'))
    on conflict (account_id, day) do update set
        <snapshot_assignments>)
select account_id, large_before, large, key_before, key, class_before, account_class from changed
order by account_id
