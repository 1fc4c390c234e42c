"""Our own revenue, where somebody entered it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.history import tracked

User = settings.AUTH_USER_MODEL


@tracked()
class OwnRevenue(models.Model):
    """Our own revenue of a fiscal year as somebody entered it (R2), when the invoices kept here are not all.

    `fiscal_year` is the calendar year in which it starts. Reporting currency, excl. VAT.
    """

    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"), unique=True)
    amount = models.DecimalField(_("our revenue"), max_digits=18, decimal_places=2)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-fiscal_year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="own_revenue_above_zero",
                violation_error_message=_("Our revenue is above zero."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year}: {self.amount}"
