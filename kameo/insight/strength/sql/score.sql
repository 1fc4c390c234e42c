part as (
    select total.*,
        coalesce(round(power(0.5::float8, two_way_age / cadence::float8)::numeric, 6), 0) as recency,
        round(least(1, points * fades / %(w_meeting)s::numeric), 6) as frequency,
        coalesce(round(least(received, sent)::numeric / nullif(greatest(received, sent), 0), 6), 0)
            as reciprocity,
        round(least(1, coalesce(live / nullif(contacts * %(depth)s::numeric, 0), 0)), 6) as depth,
        round(least(1, colleagues / %(breadth)s::numeric), 6) as breadth
    from total),
scored as (
    select part.*, case when first_age is not null then round(100 * (%(p_recency)s::numeric * recency
        + %(p_frequency)s::numeric * frequency + %(p_reciprocity)s::numeric * reciprocity
        + %(p_depth)s::numeric * depth + %(p_breadth)s::numeric * breadth) / %(weight)s::numeric, 2)
        end as strength
    from part)
select person_id, strength, cadence as cadence_days, departed as frozen,
    case when strength is null then jsonb_build_object('version', %(version)s::text, 'state', 'unknown',
        'cadence_of', cadence_of)
    else jsonb_build_object('version', %(version)s::text,
        'state', case when first_age < cadence then 'new' else 'known' end,
        'cadence_of', cadence_of, 'as_of', as_of, 'first_on', as_of - first_age, 'contacts_ever', contacts_ever,
        'touches', touches,
        'recency', jsonb_build_object('share', recency, 'days', two_way_age, 'last_on', as_of - two_way_age),
        'frequency', jsonb_build_object('share', frequency, 'points', round(points, 2),
            'expected', round(%(w_meeting)s::numeric / fades, 2)),
        'reciprocity', jsonb_build_object('share', reciprocity, 'received', received, 'sent', sent),
        'depth', jsonb_build_object('share', depth, 'live', live, 'contacts', contacts),
        'breadth', jsonb_build_object('share', breadth, 'colleagues', colleagues),
        'weights', jsonb_build_object('recency', %(p_recency)s::numeric, 'frequency', %(p_frequency)s::numeric,
            'reciprocity', %(p_reciprocity)s::numeric, 'depth', %(p_depth)s::numeric,
            'breadth', %(p_breadth)s::numeric)) end as factors
from scored
