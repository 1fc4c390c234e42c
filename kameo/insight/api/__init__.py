"""Computed views over HTTP: the same reads as the pages."""

from kameo.insight.api.routes import router

__all__ = ["router"]
