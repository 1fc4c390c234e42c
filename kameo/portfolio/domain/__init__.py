"""Who serves which account: verbs of one transaction each, which name their author and list their effects in order."""

from kameo.portfolio.domain import bulk_leads as bulk_leads  # registers itself
from kameo.portfolio.domain import lead_limits as lead_limits  # registers itself
from kameo.portfolio.domain.caps import Taken, check_cap, check_caps, taken_of
from kameo.portfolio.domain.day import begin_day
from kameo.portfolio.domain.transfers import (
    apply_due_transfers,
    give_back,
    hand_over,
    held_members,
    transfer_accounts,
    undoable_until,
)

__all__ = [
    "Taken",
    "apply_due_transfers",
    "begin_day",
    "check_cap",
    "check_caps",
    "give_back",
    "hand_over",
    "held_members",
    "taken_of",
    "transfer_accounts",
    "undoable_until",
]
