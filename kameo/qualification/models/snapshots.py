"""The past classes of an account, with their inputs."""

from __future__ import annotations

from django.db import models

from kameo.accounts.enums import AccountClass
from kameo.accounts.models.access import OfAccountQuerySet
from kameo.accounts.models.account import Account


class ClassSnapshot(models.Model):
    """What an account's two axes were at the end of a day on which they changed: history never recomputed (c-0.9).

    Scores out of 100, None when nothing was rated. `source` is computed, accepted or overridden.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="class_snapshots")
    day = models.DateField()
    account_class = models.CharField(max_length=10, choices=AccountClass)
    large = models.BooleanField(null=True)
    key = models.BooleanField(null=True)
    scorecard = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    alignment = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    source = models.CharField(max_length=10, default="computed")
    inputs = models.JSONField(default=dict)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["account", "day"], name="class_snapshot_once")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.day} {self.account_class}"
