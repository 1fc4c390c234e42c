"""Both axes of an account: what is rated, what is decided, and what the class was (R6-R12, R17, c-13)."""

from kameo.qualification.models.boxes import BoxCell, BoxCriterion, BoxRating
from kameo.qualification.models.decisions import ClassDecision
from kameo.qualification.models.objectives import Alignment, Objective
from kameo.qualification.models.scorecard import Criterion, CriterionRating
from kameo.qualification.models.snapshots import ClassSnapshot

__all__ = [
    "Alignment",
    "BoxCell",
    "BoxCriterion",
    "BoxRating",
    "ClassDecision",
    "ClassSnapshot",
    "Criterion",
    "CriterionRating",
    "Objective",
]
