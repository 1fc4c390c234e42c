"""The summary of the coverage that other pages show: the account page, the side of a map. One query each."""

from __future__ import annotations

from typing import Any

from kameo.insight.coverage.blocks import block_of_account, block_of_map


def account_summary(user: Any, account: Any, scope: str) -> dict[str, Any]:
    """Who decides at the account, whatever the scope: it has one decision map of its own."""
    return {"coverage": block_of_account(account, user, gaps=None)}


def map_summary(user: Any, map: Any, scope: str) -> dict[str, Any]:
    return {"coverage": block_of_map(map, user)}
