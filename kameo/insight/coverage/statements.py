"""The SQL that both readings of a map share: who is on it, what weighs their exchanges, which places are required.

`scope(map_id, account_id, root, expected)` comes first; then `members` gives `member`, one row per stake.
Parameters: those of `touch_parameters`, whose `today` is the day on which positions are held.
"""

from __future__ import annotations

from kameo.core.sql import read_sql
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


def members(columns: str = "", position_columns: str = "", joins: str = "") -> str:
    """`member` and what it needs, with further columns of the row and of the person's positions."""
    return read_sql(
        __file__,
        "members",
        weight=WEIGHT,
        families=FAMILIES,
        counts=_COUNTS,
        columns=columns,
        position_columns=position_columns,
        joins=joins,
    )


PLACES = "select * from decisions_seat where retired_at is null"
DECIDING = "select code from decisions_term where list = 'role' and decides"
