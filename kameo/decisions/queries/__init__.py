"""Reads shared by pages, API and the apps above."""

from kameo.decisions.queries.maps import LinkRow, MapCard, MapView, read_map

__all__ = ["LinkRow", "MapCard", "MapView", "read_map"]
