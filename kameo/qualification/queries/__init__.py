"""Reads shared by pages, API and jobs: why an account is in its class, what it was, who changed side."""

from kameo.qualification.queries.class_changes import SideChange, changed_sides
from kameo.qualification.queries.figures import Figures, class_of, class_verdict, figures, figures_for
from kameo.qualification.queries.qualification import (
    Criterion,
    Decision,
    Qualification,
    class_history,
    qualification_for,
)

__all__ = [
    "Criterion",
    "Decision",
    "Figures",
    "Qualification",
    "SideChange",
    "changed_sides",
    "class_history",
    "class_of",
    "class_verdict",
    "figures",
    "figures_for",
    "qualification_for",
]
