"""The last contact of a tree: when anybody of ours last spoke with anybody of the account or of what hangs below.

That is what a cadence is judged on: the director of a group whose subsidiary was called yesterday was not left
alone. What is cut off by a confidential node does not count above it (`Account.reach`), as for revenue.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import connection

from kameo.accounts.models import Account

# Nodes, up to which the index is asked for their trees. Beyond, one pass over all accounts costs less: `&&` compares
# each row that it meets with every node.
FEW = 100


def nodes_above(account_ids: Collection[int]) -> list[int]:
    """These accounts and those above whose tree they are part of; sorted."""
    reaches = Account.objects.filter(pk__in=list(account_ids)).values_list("reach", flat=True)
    return sorted({*account_ids, *(node for reach in reaches for node in reach)})


def refresh_tree_contacts(cursor: Any, ids: Collection[int] | None) -> None:
    """Compute the trees' last contact again from the pulses, for these nodes (None: all), locked by the caller."""
    if ids is None:
        cursor.execute(_TREES.format(mine="true", wanted=""))
        return
    mine = "below.reach && %(ids)s::bigint[]" if len(ids) <= FEW else "true"
    cursor.execute(_TREES.format(mine=mine, wanted=_WANTED), {"ids": list(ids)})


def count_interaction(account_id: int, at: datetime | None) -> None:
    """One more interaction, the cheap way: `at` is when it was, None when it is not a contact. One statement.

    The account's pulse and the trees above follow.
    """
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"account": account_id, "at": at})


_WANTED = "join unnest(%(ids)s::bigint[]) wanted (id) on wanted.id = node"
_TREES = """
    with tree as (
        select node, max(part.last_contact_at) as at
        from accounts_account below
        cross join lateral unnest(below.reach) node {wanted}
        join accounts_accountpulse part on part.account_id = below.id
        where below.binned_at is null and {mine}
        group by node)
    update accounts_accountpulse pulse set tree_last_contact_at = tree.at
    from tree where tree.node = pulse.account_id and pulse.tree_last_contact_at is distinct from tree.at
"""
# The rows are locked in order of id, as everywhere: two calls logged in one tree wait for one another, no more.
_COUNT = """
    with locked as materialized (
        select pulse.account_id from accounts_accountpulse pulse
        where pulse.account_id = %(account)s or (%(at)s::timestamptz is not null and pulse.account_id = any(array(
            select unnest(reach) from accounts_account where id = %(account)s)))
        order by pulse.account_id for update)
    update accounts_accountpulse pulse set
        interactions = pulse.interactions + (pulse.account_id = %(account)s)::int,
        last_contact_at = case when pulse.account_id = %(account)s
            then greatest(pulse.last_contact_at, %(at)s::timestamptz) else pulse.last_contact_at end,
        tree_last_contact_at = greatest(pulse.tree_last_contact_at, %(at)s::timestamptz)
    from locked where locked.account_id = pulse.account_id
"""
