"""Verbs of the app: interactions, their participants, documents."""

from kameo.interactions.domain.citations import cite
from kameo.interactions.domain.documents import add_document, add_version
from kameo.interactions.domain.interactions import change_interaction, check_interaction, log_interaction
from kameo.interactions.domain.reading import read_text

__all__ = [
    "add_document",
    "add_version",
    "change_interaction",
    "check_interaction",
    "cite",
    "log_interaction",
    "read_text",
]
