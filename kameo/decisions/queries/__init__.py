"""Reads shared by pages, API and the apps above."""

from kameo.decisions.queries.maps import Card, LinkRow, MapView, read_map

__all__ = ["Card", "LinkRow", "MapView", "read_map"]
