"""What a field of the company may hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FieldKind(models.TextChoices):
    TEXT = "text", _("Text")
    NUMBER = "number", pgettext_lazy("kind of field", "Number")
    MONEY = "money", _("Amount")
    DATE = "date", _("Date")
    CHOICE = "choice", _("List, one choice")
    SEVERAL = "several", _("List, several choices")
    PERSON = "person", _("Person")
    ACCOUNT = "account", _("Account")
    LINK = "link", _("Link")
    FORMULA = "formula", _("Calculation")


ICONS = {
    FieldKind.TEXT: "note",
    FieldKind.NUMBER: "hash",
    FieldKind.MONEY: "euro",
    FieldKind.DATE: "calendar",
    FieldKind.CHOICE: "list",
    FieldKind.SEVERAL: "list",
    FieldKind.PERSON: "person",
    FieldKind.ACCOUNT: "account",
    FieldKind.LINK: "link",
    FieldKind.FORMULA: "chart",
}
LISTS = frozenset({FieldKind.CHOICE, FieldKind.SEVERAL})


class Result(models.TextChoices):
    """What a formula yields; its expression says which."""

    NUMBER = "number", pgettext_lazy("kind of field", "Number")
    MONEY = "money", _("Amount")
    DATE = "date", _("Date")
