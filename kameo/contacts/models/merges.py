"""People who were one, and people told apart (R41)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from kameo.contacts.models.people import Person
from kameo.core import clock
from kameo.core.history import tracked

if TYPE_CHECKING:
    from kameo.people.models import User as Colleague

User = settings.AUTH_USER_MODEL


class PersonMergeQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Colleague) -> Self:
        return self.filter(Exists(Person.objects.visible_to(user).filter(pk=OuterRef("kept"))))

    def open(self) -> Self:
        """Not undone."""
        return self.filter(undone_at__isnull=True)


@tracked()
class PersonMerge(models.Model):
    """`absorbed` turned out to be `kept`; `ledger` says what moved, so that undoing gives both back (R41)."""

    kept = models.ForeignKey(Person, models.CASCADE, related_name="merges")
    absorbed = models.ForeignKey(Person, models.CASCADE, related_name="merged_by")
    choices = models.JSONField(default=dict)
    ledger = models.JSONField(default=dict)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    undoable_until = models.DateField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = PersonMergeQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("absorbed")), name="person_merge_of_two"),
            models.UniqueConstraint(
                fields=["absorbed"], condition=Q(undone_at__isnull=True), name="person_absorbed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.absorbed_id} into {self.kept_id}"


@tracked()
class NotSamePerson(models.Model):
    """Two people who look alike and whom somebody declared different; `first` has the smaller id."""

    first = models.ForeignKey(Person, models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, models.CASCADE, related_name="+")
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name_plural = "not same persons"
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="not_same_person_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="not_same_person_ordered"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} is not {self.second_id}"
