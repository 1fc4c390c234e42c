"""Reads of the app: everything is computed from what accounts keep, nothing is stored here."""

from kameo.insight.queries.boxes import AxisPoints, BoxPlace, Cell, NineBox, cell_of, nine_box, thirds
from kameo.insight.queries.matrix import Matrix, MatrixRow, matrix
from kameo.insight.queries.pareto import Pareto, ParetoRow, Point, every_row, pareto, scope_for
from kameo.insight.queries.ratings import Ratings, ratings_for

__all__ = [
    "AxisPoints",
    "BoxPlace",
    "Cell",
    "Matrix",
    "MatrixRow",
    "NineBox",
    "Pareto",
    "ParetoRow",
    "Point",
    "Ratings",
    "cell_of",
    "every_row",
    "matrix",
    "nine_box",
    "pareto",
    "ratings_for",
    "scope_for",
    "thirds",
]
