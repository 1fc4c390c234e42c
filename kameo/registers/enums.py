"""Words of the registers: kinds of their lines (R18, R21, R222)."""

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


class PartnerKind(models.TextChoices):
    """What a company that stands between us and an account is to it (R222)."""

    PARTNER = "partner", _("Partner")
    RESELLER = "reseller", _("Reseller")
    INTEGRATOR = "integrator", _("Integrator")
    CONSULTANT = "consultant", _("Consultant")


class PartnerSide(models.TextChoices):
    """Whom such a company speaks for there; "" while nobody knows."""

    OURS = "ours", _("With us")
    NEUTRAL = "neutral", _("Neutral")
    RIVAL = "rival", _("With a competitor")
