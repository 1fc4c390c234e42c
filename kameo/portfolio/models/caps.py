"""Accounts that somebody leads beyond the cap of the role, and why (R100)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models.access import OfAccountQuerySet
from kameo.accounts.models.account import Account
from kameo.core import clock
from kameo.core.history import tracked

User = settings.AUTH_USER_MODEL


@tracked()
class CapExcess(models.Model):
    """A director let somebody lead more accounts than their role's cap, and said why (R100). Never changed."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="cap_excesses")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=[("key", _("key accounts")), ("large", _("large accounts"))])
    cap = models.PositiveSmallIntegerField()
    held = models.PositiveSmallIntegerField(help_text=_("How many they lead with this one."))
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "cap excesses"
        ordering = ["-at"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="cap_excess_has_reason")]

    def __str__(self) -> str:
        return f"{self.user_id} leads {self.held} for {self.cap}"
