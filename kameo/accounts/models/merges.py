"""Accounts that became one, and look-alikes that are not (R30)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from kameo.accounts.models.account import Account
from kameo.core import clock
from kameo.core.history import tracked

User = settings.AUTH_USER_MODEL


class MergeQuerySet(models.QuerySet["Merge"]):
    def visible_to(self, user: Any) -> MergeQuerySet:
        """Those into an account that `user` sees: what was absorbed is part of it."""
        return self.filter(Exists(Account.objects.visible_to(user).filter(pk=OuterRef("kept"))))

    def open(self) -> MergeQuerySet:
        """Not undone."""
        return self.filter(undone_at__isnull=True)


@tracked()
class Merge(models.Model):
    """`absorbed` became part of `kept`: everything it had hangs on the other now, and it lies in the bin.

    `choices` says which value was kept field by field; `ledger` what moved, table by table, so that undoing within
    the delay (30 days, a setting) gives both back as they were.
    """

    kept = models.ForeignKey(Account, models.CASCADE, related_name="merges")
    absorbed = models.ForeignKey(Account, models.CASCADE, related_name="merged_by")
    choices = models.JSONField(default=dict)
    ledger = models.JSONField(default=dict)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    undoable_until = models.DateField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("absorbed")), name="merge_of_two"),
            models.UniqueConstraint(
                fields=["absorbed"], condition=Q(undone_at__isnull=True), name="merge_absorbed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.absorbed_id} into {self.kept_id}"


@tracked()
class NotTwins(models.Model):
    """Two accounts that look alike and that somebody declared different; `first` has the smaller id."""

    first = models.ForeignKey(Account, models.CASCADE, related_name="+")
    second = models.ForeignKey(Account, models.CASCADE, related_name="+")
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name_plural = "not twins"
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="not_twins_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="not_twins_ordered"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} is not {self.second_id}"
