"""Verbs of the app: interactions, their participants, documents."""

from kameo.interactions.domain.citations import cite
from kameo.interactions.domain.documents import (
    add_document,
    add_version,
    bin_document,
    change_document,
    restore_document,
)
from kameo.interactions.domain.interactions import (
    bin_interaction,
    change_interaction,
    log_interaction,
    restore_interaction,
)
from kameo.interactions.domain.reading import read_text

__all__ = [
    "add_document",
    "add_version",
    "bin_document",
    "bin_interaction",
    "change_document",
    "change_interaction",
    "cite",
    "log_interaction",
    "read_text",
    "restore_document",
    "restore_interaction",
]
