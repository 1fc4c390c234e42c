"""Words of the two axes and of the 9-box."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Help(models.IntegerChoices):
    """How far an account helps one of our objectives (R9, c-13)."""

    HARMFUL = -1, _("Harmful")
    NONE = 0, _("None")
    INDIRECT = 1, _("Indirect")
    STRONG = 2, _("Strong")


class DecisionKind(models.TextChoices):
    ACCEPTED = "accepted", _("Accepted")
    OVERRIDDEN = "overridden", _("Overridden")


class BoxAxis(models.TextChoices):
    """The axes of the 9-box (R17)."""

    ATTRACTIVENESS = "attractiveness", _("Attractiveness")
    POSITION = "position", _("Relative position")
