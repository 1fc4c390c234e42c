"""Words of the app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tier(models.TextChoices):
    """What one account of a curve is: the top of the tree as it stood on each invoice's day, or the entity invoiced."""

    TOP = "top", _("Whole groups")
    ENTITY = "entity", _("Each entity by itself")


class Scope(models.TextChoices):
    """Whether a figure is about all our customers, or about those that its reader serves."""

    COMPANY = "company", _("All our customers")
    PORTFOLIO = "portfolio", _("My accounts")


class Measure(models.TextChoices):
    """What the large axis of the matrix shows."""

    REVENUE = "revenue", _("Revenue over 12 months")
    SHARE = "share", _("Share of our revenue")
