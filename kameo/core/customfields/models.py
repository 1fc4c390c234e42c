"""The fields that a company adds, and the options of those that are lists."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.choices.models import Choice, ChoiceQuerySet
from kameo.core.customfields.enums import FieldKind, Result
from kameo.core.history import tracked


@tracked()
class CustomField(Choice):
    """One field of one subject. `code` is the key of its values and never changes; its kind does not either.

    `formula` names its inputs by their keys; `result` is what it yields. `required` is asked on new records that a
    person enters, never elsewhere. `filtered` gives it a filter, an index and, for texts, a place in the search.
    """

    subject = models.CharField(max_length=20)
    kind = models.CharField(_("kind"), max_length=10, choices=FieldKind)
    help = models.CharField(_("help"), max_length=200, blank=True)
    also_called = models.CharField(_("recognised in files as"), max_length=300, blank=True)
    unit = models.CharField(_("unit"), max_length=20, blank=True)
    decimals = models.PositiveSmallIntegerField(_("decimals"), default=0)
    low = models.DecimalField(_("at least"), max_digits=18, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(_("at most"), max_digits=18, decimal_places=4, null=True, blank=True)
    formula = models.CharField(_("calculation"), max_length=500, blank=True)
    result = models.CharField(max_length=6, choices=Result, blank=True, editable=False)
    required = models.BooleanField(_("required"), default=False)
    filtered = models.BooleanField(_("filtered"), default=False)
    shown = models.BooleanField(_("shown"), default=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    objects: ClassVar[Any] = ChoiceQuerySet.as_manager()

    class Meta(Choice.Meta):
        constraints = [
            models.UniqueConstraint(fields=["subject", "code"], name="custom_field_code_once"),
            models.CheckConstraint(
                condition=models.Q(low__isnull=True)
                | models.Q(high__isnull=True)
                | models.Q(low__lte=models.F("high")),
                name="custom_field_bounds",
                violation_error_message=_("The least is above the most."),
            ),
        ]

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        return self.low, self.high


@tracked()
class CustomOption(Choice):
    """One option of a field that is a list; `code` is what values hold."""

    field = models.ForeignKey(CustomField, models.CASCADE, related_name="options")

    objects: ClassVar[Any] = ChoiceQuerySet.as_manager()

    class Meta(Choice.Meta):
        constraints = [models.UniqueConstraint(fields=["field", "code"], name="custom_option_code_once")]
