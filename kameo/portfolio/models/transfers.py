"""Accounts that change hands together, and what each was before, so that they can be given back."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import Function
from kameo.accounts.models.access import OfAccountQuerySet
from kameo.accounts.models.account import Account
from kameo.core import clock
from kameo.core.history import tracked

User = settings.AUTH_USER_MODEL


@tracked()
class Transfer(models.Model):
    """`giver` hands functions on some accounts to `taker` from a day on. Planned until `applied_at`.

    `function` is the one handed over, "" for every function. `moved` counts accounts. Undone within the delay
    (a setting), what nobody changed since goes back.
    """

    giver = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=_("from"))
    taker = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=_("to"))
    function = models.CharField(_("function"), max_length=10, choices=Function, blank=True)
    on = models.DateField(_("from the"))
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    moved = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(
                fields=["on"], condition=Q(applied_at__isnull=True, undone_at__isnull=True), name="transfer_planned"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(giver=F("taker")),
                name="transfer_between_two",
                violation_error_message=_("Choose somebody else to take over."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.giver_id} to {self.taker_id} on {self.on}"


@tracked()
class TransferItem(models.Model):
    """One function on one account. `before` is the giver's row (id, since, responsibilities), and the taker's rows
    that made way; `outcome` is "" while planned, then moved, joined (the taker had it already) or left (the giver
    no longer had it on the day).
    """

    transfer = models.ForeignKey(Transfer, models.CASCADE, related_name="items")
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    function = models.CharField(max_length=10, choices=Function)
    before = models.JSONField(default=dict)
    outcome = models.CharField(max_length=8, blank=True)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["transfer", "account", "function"], name="transfer_item_once")]

    def __str__(self) -> str:
        return f"{self.transfer_id}: {self.function} of {self.account_id}"
