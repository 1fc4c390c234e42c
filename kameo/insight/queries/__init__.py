"""Reads of the app: everything is computed from what accounts keep, nothing is stored here."""

from kameo.insight.queries.pareto import Pareto, ParetoRow, Point, every_row, pareto, scope_for

__all__ = ["Pareto", "ParetoRow", "Point", "every_row", "pareto", "scope_for"]
