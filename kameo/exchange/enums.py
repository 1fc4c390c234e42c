"""Words of the app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportStatus(models.TextChoices):
    """Where an import stands."""

    DRAFT = "draft", _("To be completed")
    PLANNING = "planning", _("Being checked")
    PLANNED = "planned", _("Ready to import")
    WAITING = "waiting", _("Waiting to start")
    RUNNING = "running", _("In progress")
    DONE = "done", _("Imported")
    CANCELLED = "cancelled", _("Cancelled")
    FAILED = "failed", _("Failed")
    UNDONE = "undone", _("Undone")
    PARTLY_UNDONE = "partly_undone", _("Partly undone")


class ImportSource(models.TextChoices):
    PAGE = "page", _("Page")
    API = "api", _("API")
    COMMAND = "command", _("Command")


class ProblemLevel(models.TextChoices):
    ERROR = "error", _("Rejected")
    WARNING = "warning", _("Warning")


BUSY = frozenset({ImportStatus.PLANNING, ImportStatus.WAITING, ImportStatus.RUNNING})
OPEN = frozenset({ImportStatus.DRAFT, ImportStatus.PLANNED, ImportStatus.FAILED, ImportStatus.CANCELLED})
UNDOABLE = frozenset({ImportStatus.DONE, ImportStatus.PARTLY_UNDONE})
