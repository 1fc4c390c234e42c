"""The verbs that rate and decide. Each is one transaction, names its author and lists its effects in order."""

from kameo.qualification.domain.boxes import rate_box, save_box_cell
from kameo.qualification.domain.decisions import decide_class, end_decision, propose_class
from kameo.qualification.domain.ratings import rate_alignment, rate_criterion

__all__ = [
    "decide_class",
    "end_decision",
    "propose_class",
    "rate_alignment",
    "rate_box",
    "rate_criterion",
    "save_box_cell",
]
