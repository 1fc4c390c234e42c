"""The verbs that rate and decide. Each is one transaction, names its author and lists its effects in order."""

from kameo.qualification.domain.boxes import rate_box, retire_box_criterion, save_box_cell, save_box_criterion
from kameo.qualification.domain.criteria import retire_criterion, save_criterion, set_weights
from kameo.qualification.domain.decisions import decide_class, end_decision, propose_class
from kameo.qualification.domain.objectives import remove_objective, restore_objective, save_objective
from kameo.qualification.domain.ratings import rate_alignment, rate_criterion

__all__ = [
    "decide_class",
    "end_decision",
    "propose_class",
    "rate_alignment",
    "rate_box",
    "rate_criterion",
    "remove_objective",
    "restore_objective",
    "retire_box_criterion",
    "retire_criterion",
    "save_box_cell",
    "save_box_criterion",
    "save_criterion",
    "save_objective",
    "set_weights",
]
