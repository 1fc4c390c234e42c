"""Words of the app. Seeds' terms: group → company → division → site; prospect, active, dormant, lost."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    GROUP = "group", _("Group")
    COMPANY = "company", _("Company")
    DIVISION = "division", _("Division")
    SITE = "site", _("Site")


class Status(models.TextChoices):
    PROSPECT = "prospect", _("Prospect")
    ACTIVE = "active", _("Active")
    DORMANT = "dormant", _("Dormant")
    LOST = "lost", _("Lost")


class AccountClass(models.TextChoices):
    """The four classes of R8. The two axes never merge: `large` is volume, `key` is strategy."""

    LARGE_KEY = "large_key", _("Large and key account")
    KEY = "key", _("Key account")
    LARGE = "large", _("Large account")
    STANDARD = "standard", _("Standard account")


class Function(models.TextChoices):
    """What a colleague does for an account (R95, R96)."""

    LEAD = "lead", _("Lead")
    BACK_UP = "back_up", _("Back-up")
    SALES = "sales", _("Sales")
    SUPPORT = "support", _("Support")
    FINANCE = "finance", _("Finance")
    MARKETING = "marketing", _("Marketing")
    PRODUCT = "product", _("Product")
    SPONSOR = "sponsor", _("Executive sponsor")
    OBSERVER = "observer", _("Observer")


class Scheme(models.TextChoices):
    """Kinds of identifier. French ones are validated (R29, c-16); foreign ones are free."""

    SIREN = "siren", _("SIREN")
    SIRET = "siret", _("SIRET")
    VAT = "vat", _("VAT number")
    DUNS = "duns", _("D-U-N-S")
    LEI = "lei", _("LEI")
    FOREIGN = "foreign", _("Foreign registration number")
    EXTERNAL = "external", _("Number in another system")


class AddressKind(models.TextChoices):
    HEADQUARTERS = "headquarters", _("Head office")
    BILLING = "billing", _("Billing")
    DELIVERY = "delivery", _("Delivery")
    SITE = "site", _("Site")


class MoveReason(models.TextChoices):
    """Why an account changed parent (R28)."""

    CREATION = "creation", _("Creation")
    MERGER = "merger", _("Merger")
    SALE = "sale", _("Sale")
    REORGANISATION = "reorganisation", _("Reorganisation")
    CORRECTION = "correction", _("Correction")


class Orientation(models.TextChoices):
    """What the relationship is for first (R10)."""

    BUSINESS = "business", _("Brings business")
    STRATEGY = "strategy", _("Serves our strategy")


class EntryKind(models.TextChoices):
    """What a line of the timeline is about; each is written by the app that owns it."""

    NOTE = "note", _("Note")
    CALL = "call", _("Call")
    MAIL = "mail", _("E-mail")
    MEETING = "meeting", _("Meeting")
    INVOICE = "invoice", _("Invoice")
    CREDIT_NOTE = "credit_note", _("Credit note")
    DOCUMENT = "document", _("Document")
    STATUS = "status", _("Status")
    TEAM = "team", _("Team")
    STRUCTURE = "structure", _("Structure")
    CLASS = "class", _("Class")
    PERSON = "person", _("Contact person")


EXCHANGES = (EntryKind.NOTE, EntryKind.CALL, EntryKind.MAIL, EntryKind.MEETING)
