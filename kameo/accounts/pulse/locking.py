"""Keeping pulses from other writers: always in order of id, so that two never wait for one another."""

from __future__ import annotations

from typing import Any


def lock_pulses(cursor: Any, ids: list[int] | None) -> None:
    """Keep these pulses (None: all) from other writers until the transaction ends."""
    if ids is None:
        cursor.execute("lock table accounts_accountpulse in share row exclusive mode")
        return
    cursor.execute(
        "select 1 from accounts_accountpulse where account_id = any(%s) order by account_id for update", [ids]
    )
