"""Reads shared by pages, API and the apps above."""

from kameo.stakeholders.queries.people import managers_for, positions_of, reports_of

__all__ = ["managers_for", "positions_of", "reports_of"]
