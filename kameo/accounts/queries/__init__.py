"""Reads shared by pages, API and jobs: plain rows and dataclasses out, for one reader where it matters."""

from kameo.accounts.queries.changes import AccountFieldChange, changes_for
from kameo.accounts.queries.roll_up import RollUp, roll_up, roll_ups
from kameo.accounts.queries.states import AccountState, states_at

__all__ = ["AccountFieldChange", "AccountState", "RollUp", "changes_for", "roll_up", "roll_ups", "states_at"]
