"""People and positions over HTTP: the same verbs as the pages."""

from kameo.contacts.api.people import router

__all__ = ["router"]
