"""Segments of people (dynamic filters, saved and shared), and people who were one (R74, R41)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from kameo.contacts.models.people import Person
from kameo.core import clock
from kameo.core.binning import Binnable, BinnableQuerySet
from kameo.core.history import tracked

if TYPE_CHECKING:
    from kameo.people.models import User as Colleague

User = settings.AUTH_USER_MODEL


class SegmentQuerySet(BinnableQuerySet):
    def visible_to(self, user: Colleague) -> Self:
        """One's own and the shared ones; whom a segment holds is cut by what each reader may see."""
        return self.present().filter(Q(owner=user) | Q(shared=True, owner__is_active=True))

    def reachable_by(self, user: Colleague) -> Self:
        """One's own, those in the bin included."""
        return self.filter(owner=user)


@tracked()
class Segment(Binnable):
    """A saved way to pick people. `filters` is the query of the list of people as its page reads it; nothing is
    copied, so somebody enters or leaves by what is known of them today."""

    name = models.CharField(_("name"), max_length=120)
    owner = models.ForeignKey(User, models.CASCADE, related_name="segments")
    shared = models.BooleanField(_("shared with everybody"), default=False)
    filters = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    changed_at = models.DateTimeField(default=clock.now, editable=False)

    objects = SegmentQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                condition=Q(binned_at__isnull=True),
                name="segment_once",
                violation_error_message=_("You have a segment of that name already."),
            )
        ]

    def __str__(self) -> str:
        return self.name


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
