"""A director's decision about an account's class: its term and its reason (R12)."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models.access import OfAccountQuerySet
from kameo.accounts.models.account import Account
from kameo.core import clock
from kameo.core.history import tracked
from kameo.qualification.enums import DecisionKind

User = settings.AUTH_USER_MODEL


class DecisionQuerySet(OfAccountQuerySet):
    def in_force(self, day: date) -> DecisionQuerySet:
        """Decided by `day`, and neither expired nor ended on it. At most one per account (a database rule)."""
        return self.filter(
            Q(expires_on__isnull=True) | Q(expires_on__gt=day),
            Q(ended_on__isnull=True) | Q(ended_on__gt=day),
            decided_on__lte=day,
        )


@tracked()
class ClassDecision(models.Model):
    """The computed class accepted, or another one imposed with a reason, until it expires or is ended.

    `large` and `key` are what was decided; `computed_large` and `computed_key` what the rules said that day.
    `due_on` is when it must be looked at again (a year later, a setting). `expires_on` and `ended_on` are the
    first day on which it no longer counts. The next decision ends the one before.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="class_decisions")
    kind = models.CharField(_("decision"), max_length=10, choices=DecisionKind)
    large = models.BooleanField(_("large account"))
    key = models.BooleanField(_("key account"))
    computed_large = models.BooleanField(null=True)
    computed_key = models.BooleanField(null=True)
    reason = models.TextField(_("reason"), blank=True)
    decided_on = models.DateField(default=clock.company_today)
    decided_at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    due_on = models.DateField(_("to be looked at again on"))
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    ended_reason = models.TextField(blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at", "-id"]
        indexes = [models.Index(fields=["account", "-decided_at"], name="decision_last")]
        constraints = [
            models.UniqueConstraint(fields=["account"], condition=Q(ended_on__isnull=True), name="decision_one_open"),
            models.CheckConstraint(
                condition=~Q(kind="overridden") | ~Q(reason=""),
                name="decision_override_has_reason",
                violation_error_message=_("Say why the computed class is set aside."),
            ),
            models.CheckConstraint(condition=Q(expires_on__gt=F("decided_on")), name="decision_expires_later"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.kind} {self.decided_on}"
