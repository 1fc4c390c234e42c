"""What other pages show of the coverage: the account page, the side of a map. One query each."""

from __future__ import annotations

from typing import Any

from kameo.insight.coverage.blocks import block_of_account, block_of_map


def account_glance(user: Any, account: Any, scope: str) -> dict[str, Any]:
    """Who decides at the account, whatever the scope: it has one decision map of its own."""
    return {"coverage": block_of_account(account, user, gaps=None)}


def map_glance(user: Any, map: Any, scope: str) -> dict[str, Any]:
    return {"coverage": block_of_map(map, user)}
