"""Words of the app: who people are at the customer. The seeds' function families (R62) and levels (R26, R69)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Salutation(models.TextChoices):
    """How a letter begins (R214)."""

    MADAM = "madam", _("Madam")
    SIR = "sir", _("Sir")


class PersonKind(models.TextChoices):
    """A role that nobody is known for yet is drawn too (R72): unknown is data."""

    PERSON = "person", _("Person")
    PLACEHOLDER = "placeholder", _("Role to identify")
    EXTERNAL = "external", _("External influencer")


class Family(models.TextChoices):
    """Functional families of R62."""

    USERS = "users", _("End users")
    BUSINESS = "business", _("Business management")
    FINANCE = "finance", _("Finance")
    GENERAL = "general", _("General management")
    ENGINEERING = "engineering", _("Engineering")
    TECHNICAL = "technical", _("Technical prescription")
    IT = "it", _("Information systems")
    PURCHASING = "purchasing", _("Purchasing")


class Seniority(models.TextChoices):
    """Hierarchical level, the highest first (R26, R69)."""

    EXECUTIVE = "executive", _("Executive committee")
    DIRECTOR = "director", _("Director")
    MANAGER = "manager", _("Manager")
    STAFF = "staff", _("Team member")


class EmailKind(models.TextChoices):
    WORK = "work", _("Work")
    PERSONAL = "personal", _("Personal")
    OTHER = "other", _("Other")


class PhoneKind(models.TextChoices):
    DIRECT = "direct", _("Direct line")
    MOBILE = "mobile", _("Mobile")
    SWITCHBOARD = "switchboard", _("Switchboard")
    HOME = "home", _("Home")
    OTHER = "other", _("Other")


class LinkKind(models.TextChoices):
    LINKEDIN = "linkedin", _("LinkedIn")
    WEBSITE = "website", _("Website")
    OTHER = "other", _("Other")


class EndReason(models.TextChoices):
    """Why a position ended (R68, R73)."""

    LEFT = "left", _("Left the company")
    MOVED = "moved", _("Changed position")
    RETIRED = "retired", _("Retired")
    CORRECTION = "correction", _("Typed by mistake")
    UNKNOWN = "unknown", _("Not known")


class Channel(models.TextChoices):
    """What somebody may refuse to be reached by (R182, R185)."""

    ALL = "all", _("Any prospecting")
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Telephone")
    POST = "post", _("Post")
