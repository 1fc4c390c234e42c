"""The team of an account, and its users' last visits."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import Function
from kameo.accounts.models.access import OfAccountQuerySet
from kameo.accounts.models.account import Account
from kameo.core import clock
from kameo.core.history import tracked

User = settings.AUTH_USER_MODEL


@tracked()
class AccountMember(models.Model):
    """A colleague serving an account, and what hangs below it."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="members")
    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", verbose_name=_("colleague"))
    function = models.CharField(_("function"), max_length=10, choices=Function, default=Function.SALES)
    responsibilities = models.CharField(_("responsibilities"), max_length=250, blank=True)
    since = models.DateField(default=clock.today)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["user", "account"], name="member_by_user")]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "user", "function"],
                name="member_once_per_function",
                violation_error_message=_("This colleague has that function already."),
            ),
            models.UniqueConstraint(
                fields=["account"],
                condition=Q(function="lead"),
                name="member_one_lead",
                violation_error_message=_("The account has a lead already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.function} of {self.account_id}"


class AccountVisit(models.Model):
    """When a user last opened an account's page: "since my last visit" starts there."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)
    previous_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "user"], name="visit_once")]

    def __str__(self) -> str:
        return f"{self.user_id} saw {self.account_id} at {self.at}"
