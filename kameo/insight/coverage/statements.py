"""The SQL that both readings of a map share: who is on it, what weighs their exchanges, which places are required.

`scope(map_id, account_id, root, expected)` comes first; then `MEMBERS` gives `member`, one row per stake.
Parameters: those of `touch_parameters`, whose `today` is the day on which positions are held.
"""

from __future__ import annotations

from kameo.insight.coverage.touches import WEIGHT

# A position counts while it is held, at an account of the same group that is not in the bin; an external influencer's
# wherever it is.
_COUNTS = """
    node.binned_at is null
    and (position.starts_on is null or position.starts_on <= %(today)s)
    and (position.ends_on is null or position.ends_on > %(today)s)
    and (person.kind = 'external' or node.lineage[1] = scope.root)
"""
# For a few people: correlated with `person` and `scope`.
HELD = f"""
    from contacts_position position join accounts_account node on node.id = position.account_id
    where position.person_id = person.id and {_COUNTS}
"""
# The post that speaks for the person: at the map's own account first, then the newest.
FIRST = "position.account_id = scope.account_id desc, position.starts_on desc nulls last, position.id"
FAMILIES = "coalesce(array_agg(distinct position.family) filter (where position.family <> ''), array[]::varchar[])"


def members(more: str = "", held: str = "", joins: str = "") -> str:
    """`member` and what it needs. `held` and `more` are further columns, of the positions and of the row."""
    return f"""
    counted as materialized (
        select distinct stake.person_id from scope
        join decisions_stake stake on stake.map_id = scope.map_id and stake.removed_at is null),
    touch as materialized (
        select part.person_id, sum(part.weight) as weight from ({WEIGHT}) part group by part.person_id),
    held as materialized (
        select stake.id as stake_id, count(*) as number, {FAMILIES} as families {held}
        from scope
        join decisions_stake stake on stake.map_id = scope.map_id and stake.removed_at is null
        join contacts_person person on person.id = stake.person_id
        join contacts_position position on position.person_id = person.id
        join accounts_account node on node.id = position.account_id
        where {_COUNTS}
        group by stake.id),
    member as materialized (
        select scope.map_id, scope.account_id, stake.id as stake_id, person.id as person_id, person.kind,
            stake.influence, stake.stance, stake.roles, coalesce(held.families, array[]::varchar[]) as families,
            pulse.strength, pulse.last_contact_at, pulse.last_two_way_at, coalesce(touch.weight, 0) as touches,
            held.number is not null as held,
            held.number is not null and person.kind <> 'placeholder' as mapped {more}
        from scope
        join decisions_stake stake on stake.map_id = scope.map_id and stake.removed_at is null
        join contacts_person person on person.id = stake.person_id and person.binned_at is null
        left join contacts_personpulse pulse on pulse.person_id = person.id
        left join touch on touch.person_id = person.id
        left join held on held.stake_id = stake.id
        {joins})
"""  # noqa: S608 - constant text, parameters apart


PLACES = "select * from decisions_seat where retired_at is null"
DECIDING = "select code from decisions_term where list = 'role' and decides"
