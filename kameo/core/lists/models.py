"""Saved views of lists, and changes made to many records at once (R199)."""

from __future__ import annotations

from typing import Any, Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kameo.core import clock
from kameo.core.binning import Binnable, BinnableQuerySet
from kameo.core.history import tracked

User = settings.AUTH_USER_MODEL


class SavedViewQuerySet(BinnableQuerySet):
    def visible_to(self, user: Any) -> Self:
        """One's own, those shared with everybody, and those shared with a team one belongs to."""
        teams = apps.get_model("people", "Team").objects.filter(members=user.pk).values("pk")
        mine = Q(owner=user.pk) | Q(shared=True, owner__is_active=True) | Q(team__in=teams)
        return self.present().filter(mine)

    def reachable_by(self, user: Any) -> Self:
        """One's own, the deleted ones included."""
        return self.filter(owner=user)

    def of(self, key: str) -> Self:
        return self.filter(list=key)


@tracked()
class SavedView(Binnable):
    """A way to look at one list: columns in order, filters, sort. Private, or shared with a team or with everybody.

    `list` is the key of the list; `filters` its query as its page reads it (names to lists of values); `columns` the
    keys of the columns shown, in order; `sort` a key, with "-" for descending; `layout` one of the list's.
    """

    name = models.CharField(_("name"), max_length=120)
    owner = models.ForeignKey(User, models.CASCADE, related_name="saved_views")
    team = models.ForeignKey(
        "people.Team", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("shared with")
    )
    shared = models.BooleanField(_("shared with everybody"), default=False)
    layout = models.CharField(max_length=8, default="list")
    columns = models.JSONField(default=list)  # before a field hides the name of the type
    list = models.CharField(max_length=40)
    filters = models.JSONField(default=dict)
    sort = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=clock.now)
    changed_at = models.DateTimeField(default=clock.now)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "list", "name"],
                condition=Q(binned_at__isnull=True),
                name="list_view_once",
                violation_error_message=_("You have a view of that name already."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class OfChangeQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Any) -> Self:
        """One's own: what somebody else changed shows in the history of each record."""
        return self.filter(**{self.author: user})

    @property
    def author(self) -> str:
        return "by" if self.model is BulkChange else "change__by"


@tracked()
class BulkChange(models.Model):
    """One change made to many records at once from a list, kept so that it can be undone whole.

    `what` is the kind of change, `data` its arguments and what was selected. An item says what a record was before
    and after; undoing gives back those that nobody changed since.
    `total` records were selected, `done` of them looked at so far (in order of id, up to `reached`: a job that was
    cut short goes on from there), `count` changed; `refusals` says how many were refused, by reason. Once undone,
    `given_back` of them are as they were; the others were changed by somebody since.
    """

    list = models.CharField(max_length=40)
    what = models.CharField(max_length=20)
    data = models.JSONField(default=dict)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    reached = models.BigIntegerField(default=0)
    count = models.PositiveIntegerField(default=0)
    refusals = models.JSONField(default=dict)
    by = models.ForeignKey(User, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    undo_asked_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    given_back = models.PositiveIntegerField(default=0)

    objects = OfChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.what} of {self.count} {self.list}"


@tracked()
class BulkItem(models.Model):
    change = models.ForeignKey(BulkChange, models.CASCADE, related_name="items")
    record_id = models.BigIntegerField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    objects = OfChangeQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["change", "record_id"], name="list_bulk_item_once")]

    def __str__(self) -> str:
        return f"{self.change_id}: {self.record_id}"
