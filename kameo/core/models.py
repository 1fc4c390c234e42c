"""Tables without a business noun: settings people change, and exchange rates."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kameo.core.history import tracked


class Preference(models.Model):
    """A setting somebody chose; absent means that the default of its definition is in force."""

    key = models.CharField(max_length=80, primary_key=True)
    value = models.JSONField()
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"


@tracked()
class Rate(models.Model):
    """What one unit of `currency` was worth in the reporting currency from `day` on."""

    currency = models.CharField(_("currency"), max_length=3)
    day = models.DateField(_("from"))
    rate = models.DecimalField(_("rate"), max_digits=18, decimal_places=8)

    class Meta:
        ordering = ["currency", "-day"]
        constraints = [
            models.UniqueConstraint(
                fields=["currency", "day"],
                name="rate_once_a_day",
                violation_error_message=_("This currency has a rate for that day already: change it."),
            ),
            models.CheckConstraint(
                condition=models.Q(rate__gt=0),
                name="rate_above_zero",
                violation_error_message=_("A rate is above zero."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.currency} {self.day} {self.rate}"
