from django.db import models
from django.utils.translation import gettext_lazy as _


class InteractionKind(models.TextChoices):
    NOTE = "note", _("Note")
    CALL = "call", _("Call")
    MAIL = "mail", _("E-mail")
    MEETING = "meeting", _("Meeting")


class Direction(models.TextChoices):
    """Who took the first step; a meeting counts both ways (c-10)."""

    OUT = "out", _("from us")
    IN = "in", _("from the customer")
    BOTH = "both", _("both")


# A contact is a human one-to-one exchange (a-bis 8): a note is not one.
CONTACT_KINDS = (InteractionKind.CALL, InteractionKind.MAIL, InteractionKind.MEETING)
ICONS = {"note": "note", "call": "phone", "mail": "mail", "meeting": "calendar"}
