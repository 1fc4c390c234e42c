"""The tree as it stood, for SQL: one row per account below a root and per period it hung there (R28, c-0.5).

`span(root, node, starts_on, ends_on, cut, whole)`: `node` hung below `root` (or is it) from `starts_on`,
included, to `ends_on`, not included; `whole` when it always has; `cut` when a node that is confidential today
stands between, itself included but not the root. Two parameters: `roots`, an array of ids, None for all.
"""

SPANS = """
span(root, node, starts_on, ends_on, cut) as (
    select id, id, '-infinity'::date, 'infinity'::date, false from accounts_account
    where %(roots)s::bigint[] is null or id = any(%(roots)s::bigint[])
  union all
    select span.root, placement.account_id,
           greatest(span.starts_on, coalesce(placement.starts_on, '-infinity')),
           least(span.ends_on, coalesce(placement.ends_on, 'infinity')),
           span.cut or child.confidential
    from span
    join accounts_placement placement on placement.parent_id = span.node
        and coalesce(placement.starts_on, '-infinity') < span.ends_on
        and coalesce(placement.ends_on, 'infinity') > span.starts_on
    join accounts_account child on child.id = placement.account_id
)"""

# Everything that ever hung above `ids`, themselves included: whose roll-ups a change of theirs touches.
ABOVE = """
with recursive above(id) as (
    select unnest(%(ids)s::bigint[])
  union
    select placement.parent_id from above join accounts_placement placement on placement.account_id = above.id
    where placement.parent_id is not null
)
select id from above"""

# Everything that ever hung below `ids`, themselves included.
BELOW = """
with recursive below(id) as (
    select unnest(%(ids)s::bigint[])
  union
    select placement.account_id from below join accounts_placement placement on placement.parent_id = below.id
)
select id from below"""

# The amounts of one account over the window of `accounts.revenue.periods`; the alias `day` is a RevenueDay row.
AMOUNTS = """
    sum(day.reporting_net) filter (where day.day between %(start)s and %(end)s) as revenue_12m,
    sum(day.reporting_net) filter (where day.day between %(previous_start)s and %(previous_end)s) as previous_12m,
    sum(day.reporting_net) as total,
    coalesce(sum(day.unconverted) filter (where day.day between %(start)s and %(end)s), 0) as unconverted_12m,
    coalesce(sum(day.unconverted)
             filter (where day.day between %(previous_start)s and %(previous_end)s), 0) as unconverted_previous,
    coalesce(sum(day.unconverted), 0) as unconverted,
    min(day.day) as first_on,
    max(day.day) as last_on"""

# The same, added over several accounts; the alias `part` has AMOUNTS' columns.
SUMS = """
    sum(part.revenue_12m) as revenue_12m, sum(part.previous_12m) as previous_12m, sum(part.total) as total,
    sum(part.unconverted_12m) as unconverted_12m, sum(part.unconverted_previous) as unconverted_previous,
    sum(part.unconverted) as unconverted, min(part.first_on) as first_on, max(part.last_on) as last_on"""


def known(amount: str, unconverted: str, alias: str, before: str) -> str:
    """SQL of an amount of a period: 0 once a first document exists by its end, None when it cannot be known.

    c-0.6: no invoice ever is no data; a period whose documents all lack a rate is not zero either.
    """
    return (
        f"coalesce({alias}.{amount}, case when {alias}.first_on <= %({before})s"
        f" and {alias}.{unconverted} = 0 then 0 end)"
    )
