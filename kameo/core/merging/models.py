"""Records of every noun that became one, and look-alikes that are not."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kameo.core import clock
from kameo.core.history import tracked

User = settings.AUTH_USER_MODEL


class MergeQuerySet(models.QuerySet[Any]):
    def open(self) -> Self:
        """Not undone."""
        return self.filter(undone_at__isnull=True)


@tracked()
class Merge(models.Model):
    """`absorbed` became part of `kept`: everything it had hangs on the other now, and it lies in the bin.

    `noun` is the key of its Mergeable. `choices` says which value was kept field by field; `ledger` what moved, table
    by table, so that undoing within the delay (30 days, a setting) gives both back as they were.
    """

    noun = models.CharField(max_length=40)
    kept_id = models.BigIntegerField()
    absorbed_id = models.BigIntegerField()
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
        indexes = [models.Index(fields=["noun", "kept_id"], name="merge_by_kept")]
        constraints = [
            models.CheckConstraint(condition=~Q(kept_id=F("absorbed_id")), name="merge_takes_two"),
            models.UniqueConstraint(
                fields=["noun", "absorbed_id"], condition=Q(undone_at__isnull=True), name="merge_of_absorbed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.noun}: {self.absorbed_id} into {self.kept_id}"

    @property
    def can_be_undone(self) -> bool:
        """By its own dates; `verbs.check_undoable` says the rest, and why not."""
        return self.undone_at is None and self.undoable_until >= clock.company_today()


@tracked()
class Difference(models.Model):
    """Two records that look alike and that somebody declared different; `first_id` is the smaller."""

    noun = models.CharField(max_length=40)
    first_id = models.BigIntegerField()
    second_id = models.BigIntegerField()
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["noun", "first_id", "second_id"], name="different_once"),
            models.CheckConstraint(condition=Q(first_id__lt=F("second_id")), name="different_ordered"),
        ]

    def __str__(self) -> str:
        return f"{self.noun}: {self.first_id} is not {self.second_id}"
