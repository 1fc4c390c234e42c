"""Reads of the app: everything is computed from what accounts keep, nothing is stored here."""

from kameo.insight.queries.boxes import AxisPoints, BoxPlace, NineBox, NineBoxCell, cell_of, nine_box, thirds
from kameo.insight.queries.matrix import AccountMatrix, MatrixRow, matrix
from kameo.insight.queries.pareto import Pareto, ParetoPoint, ParetoRow, every_row, pareto, scope_for
from kameo.insight.queries.ratings import BoxRatings, ratings_for

__all__ = [
    "AccountMatrix",
    "AxisPoints",
    "BoxPlace",
    "BoxRatings",
    "MatrixRow",
    "NineBox",
    "NineBoxCell",
    "Pareto",
    "ParetoPoint",
    "ParetoRow",
    "cell_of",
    "every_row",
    "matrix",
    "nine_box",
    "pareto",
    "ratings_for",
    "scope_for",
    "thirds",
]
