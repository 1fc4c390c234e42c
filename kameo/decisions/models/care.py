"""Arguments, introductions, departures (R64, R68, R71)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.accounts.models.access import OfAccountQuerySet
from kameo.contacts.enums import Family
from kameo.contacts.models.people import OfPersonQuerySet, Person
from kameo.contacts.models.positions import Position
from kameo.core import clock
from kameo.core.history import tracked
from kameo.decisions.enums import IntroductionState

if TYPE_CHECKING:
    from kameo.people.models import User as Colleague

User = settings.AUTH_USER_MODEL


@tracked()
class Argument(models.Model):
    """What to say to whom (R64): the company's own library, by decision role, motivation and function.

    An empty key suits everybody; `role` and `motivation` are codes of `Term`. `proof` is what backs it.
    """

    title = models.CharField(_("argument"), max_length=160)
    text = models.TextField(_("in words"))
    proof = models.TextField(_("proof"), blank=True)
    role = models.CharField(_("decision role"), max_length=40, blank=True)
    motivation = models.CharField(_("motivation"), max_length=40, blank=True)
    family = models.CharField(_("function"), max_length=12, choices=Family, blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title


class IntroductionQuerySet(OfPersonQuerySet):
    def visible_to(self, user: Colleague) -> Self:
        """Between the two colleagues concerned, where the person is still theirs to see."""
        return super().visible_to(user).filter(Q(asked_by=user) | Q(through=user))


@tracked()
class Introduction(models.Model):
    """A colleague is asked to introduce another to somebody they know (R71)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="introductions")
    through = models.ForeignKey(User, models.CASCADE, related_name="introductions_asked_of")
    asked_by = models.ForeignKey(User, models.CASCADE, related_name="introductions_asked")
    message = models.TextField(_("message"), blank=True)
    answer = models.TextField(_("answer"), blank=True)
    state = models.CharField(max_length=10, choices=IntroductionState, default=IntroductionState.ASKED)
    asked_at = models.DateTimeField(default=clock.now, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "through", "asked_by"],
                condition=Q(state__in=["asked", "accepted"]),
                name="introduction_open_once",
                violation_error_message=_("You have asked for this introduction already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.asked_by_id} to {self.person_id} through {self.through_id}"


@tracked()
class Departure(models.Model):
    """Somebody who counted left, changed job or lost influence: what to do about it (R68).

    `was` holds what they carried then, map by map (roles, influence, position, topics, links), because the live
    ratings go on changing. `closed_at` ends it: every task done or set aside.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="departures")
    person = models.ForeignKey(Person, models.CASCADE, related_name="departures")
    position = models.ForeignKey(Position, models.SET_NULL, null=True, blank=True, related_name="departures")
    on = models.DateField(_("from"))
    was = models.JSONField(default=dict)
    replacement = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="replaces", verbose_name=_("replaced by")
    )
    noted_at = models.DateTimeField(default=clock.now, editable=False)
    noted_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["-noted_at", "-id"]
        indexes = [models.Index(fields=["account", "-noted_at"], name="departure_by_account")]

    def __str__(self) -> str:
        return f"{self.person_id} leaves {self.account_id}"


class OfDepartureQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Colleague) -> Self:
        return self.filter(Exists(Departure.objects.visible_to(user).filter(pk=OuterRef("departure_id"))))


@tracked()
class DepartureTask(models.Model):
    """A line of the checklist: `code` names what the system asks; added lines have a `text`."""

    departure = models.ForeignKey(Departure, models.CASCADE, related_name="tasks")
    rank = models.PositiveSmallIntegerField(default=0)
    code = models.CharField(max_length=30, blank=True)
    text = models.CharField(_("to do"), max_length=200, blank=True)
    owner = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    due_on = models.DateField(_("by"), null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True, editable=False)
    done_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    set_aside = models.CharField(_("why not"), max_length=200, blank=True)

    objects = OfDepartureQuerySet.as_manager()

    class Meta:
        ordering = ["rank", "id"]

    def __str__(self) -> str:
        return self.code or self.text
