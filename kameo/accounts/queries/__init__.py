"""Reads shared by pages, API and jobs: plain rows and dataclasses out, for one reader where it matters."""

from kameo.accounts.queries.changes import Change, changes_for
from kameo.accounts.queries.figures import Figures, class_of, class_verdict, figures, figures_for
from kameo.accounts.queries.qualification import Criterion, Decision, Qualification, class_history, qualification_for
from kameo.accounts.queries.roll_up import RollUp, roll_up, roll_ups
from kameo.accounts.queries.sides import SideChange, changed_sides
from kameo.accounts.queries.states import State, states_at

__all__ = [
    "Change",
    "Criterion",
    "Decision",
    "Figures",
    "Qualification",
    "RollUp",
    "SideChange",
    "State",
    "changed_sides",
    "changes_for",
    "class_history",
    "class_of",
    "class_verdict",
    "figures",
    "figures_for",
    "qualification_for",
    "roll_up",
    "roll_ups",
    "states_at",
]
