"""Keeping pulses from other writers: always in order of id, so that two never wait for one another."""

from __future__ import annotations

from typing import Any


def lock_pulses(cursor: Any, ids: list[int] | None) -> None:
    """Keep these pulses (None: all) from other writers until the transaction ends; the missing ones are made."""
    if ids is None:
        cursor.execute("lock table accounts_accountpulse in share row exclusive mode")
        return
    cursor.execute(_MISSING, [ids])
    cursor.execute(
        "select 1 from accounts_accountpulse where account_id = any(%s) order by account_id for update", [ids]
    )


_MISSING = """
    insert into accounts_accountpulse
        (account_id, unconverted, tree_entities, tree_sites, tree_left_out, tree_unconverted, account_class,
         interactions, documents, computed_at)
    select id, 0, 1, 0, 0, 0, 'standard', 0, 0, now() from accounts_account
    where id = any(%s) order by id on conflict do nothing
"""
