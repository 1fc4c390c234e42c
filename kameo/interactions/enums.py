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


class Occasion(models.TextChoices):
    """What makes an exchange weigh differently in the strength of a relation (c-10); most have none.

    A mass mailing, an automatic reply or a bounce is not a contact between people and counts nowhere.
    """

    REVIEW = "review", _("Executive meeting or business review")
    SURVEY = "survey", _("Answer to a survey")
    BULK = "bulk", _("Mass mailing")
    AUTOMATIC = "automatic", _("Automatic reply")
    BOUNCE = "bounce", _("Undelivered message")


# What no clock and no strength counts.
NOT_HUMAN = (Occasion.BULK, Occasion.AUTOMATIC, Occasion.BOUNCE)

# A contact is a human one-to-one exchange (a-bis 8): a note is not one.
CONTACT_KINDS = (InteractionKind.CALL, InteractionKind.MAIL, InteractionKind.MEETING)
ICONS = {"note": "note", "call": "phone", "mail": "mail", "meeting": "calendar"}
