"""The orientation of a relationship, and the defaults that follow: its cadence and its aim (R10, R11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from kameo.core import preferences

if TYPE_CHECKING:
    from kameo.accounts.models import Account


@dataclass(frozen=True)
class Bearing:
    """`orientation` is the account's, or the programme's where it has none (`inherited`); the cadence likewise.

    `cadence_days` is the longest time between two contacts.
    """

    orientation: str
    inherited: bool
    cadence_days: int
    cadence_inherited: bool
    goals: tuple[str, ...]


def bearing_of(account: Account) -> Bearing:
    """No query but the settings'."""
    orientation = account.orientation or str(preferences.get("programme.orientation"))
    default = int(preferences.get(f"orientation.{orientation}.cadence_days"))
    return Bearing(
        orientation=orientation,
        inherited=not account.orientation,
        cadence_days=account.cadence_days or default,
        cadence_inherited=account.cadence_days is None,
        goals=tuple(gettext(line) for line in preferences.get(f"orientation.{orientation}.goals")),
    )
