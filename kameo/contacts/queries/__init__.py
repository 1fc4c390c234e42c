"""Reads shared by pages, API and the apps above."""

from kameo.contacts.queries.people import managers_for, positions_of

__all__ = ["managers_for", "positions_of"]
