"""Reads shared by pages, API and jobs: why an account is in its class, what it was, who changed side."""

from kameo.qualification.queries.class_changes import RuleChange, rule_changes
from kameo.qualification.queries.figures import Figures, figures, figures_for
from kameo.qualification.queries.qualification import (
    CriterionLine,
    Decision,
    Qualification,
    class_history,
    qualification_for,
)

__all__ = [
    "CriterionLine",
    "Decision",
    "Figures",
    "Qualification",
    "RuleChange",
    "class_history",
    "figures",
    "figures_for",
    "qualification_for",
    "rule_changes",
]
