"""People, positions and decision maps over HTTP: the same verbs as the pages."""

from kameo.stakeholders.api.people import router

__all__ = ["router"]
