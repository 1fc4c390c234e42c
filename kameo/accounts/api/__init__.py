"""Accounts over HTTP: the same verbs and the same figures as the pages."""

from kameo.accounts.api.routes import router

__all__ = ["router"]
