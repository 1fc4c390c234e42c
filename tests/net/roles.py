"""Who visits: one colleague for each row of the matrix of rights."""

from __future__ import annotations

ROLES = ("director", "kam", "support", "finance", "marketing", "product", "executive", "reader", "administrator")


def key_of(role: str) -> str:
    """The role's key to the API: known beforehand, so that no process has to hand it on."""
    return f"kameo_net_{role}".ljust(48, "0")
