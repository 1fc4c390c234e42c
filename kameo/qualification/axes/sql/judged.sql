judged as (
    select rated.*, <criteria>, <key> as computed_key, coalesce(rated.kind, 'computed') as class_source from rated),
weighed as (select judged.*, <large> as computed_large from judged),
settled as (
    select weighed.*, case when kind is null then computed_large else decided_large end as large,
        case when kind is null then computed_key else decided_key end as key
    from weighed)
