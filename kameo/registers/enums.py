"""Words of the registers: kinds of their lines (R18, R21)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AdvocacyKind(models.TextChoices):
    """Lines of the reference and advocacy register (R21)."""

    PERMISSION = "permission", _("Permission to quote")
    CASE_STUDY = "case_study", _("Case study")
    CALL = "call", _("Reference call")
    INTRODUCTION = "introduction", _("Introduction")
    RECOMMENDATION = "recommendation", _("Recommendation")


class SectorNoteKind(models.TextChoices):
    """What a sector note is about (R18)."""

    MARKET = "market", _("Market")
    TREND = "trend", _("Trend")
    COMPETITOR = "competitor", _("Competitor of the customer")
    NEWS = "news", _("News")
