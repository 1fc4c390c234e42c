"""Reads shared by pages, API and the apps above."""

from kameo.stakeholders.queries.maps import Card, LinkRow, MapView, read_map
from kameo.stakeholders.queries.people import managers_for, positions_of

__all__ = ["Card", "LinkRow", "MapView", "managers_for", "positions_of", "read_map"]
