"""How the customer decides, formally: committees, central purchasing bodies, the steps of a decision (R27, R76)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts.models.people import Person
from kameo.core import clock
from kameo.core.binning import Binnable, BinnableQuerySet
from kameo.core.history import tracked
from kameo.decisions.enums import CommitteeKind
from kameo.decisions.models.maps import DecisionMap, OfMapQuerySet

if TYPE_CHECKING:
    from kameo.people.models import User as Colleague

User = settings.AUTH_USER_MODEL


class CommitteeQuerySet(BinnableQuerySet):
    def reachable_by(self, user: Colleague) -> Self:
        """Those of an account that `user` sees, or that serve one."""
        accounts = Account.objects.visible_to(user)
        served = CommitteeEntity._default_manager.filter(
            Exists(accounts.filter(pk=OuterRef("account_id"))), committee=OuterRef("pk")
        )
        own = Exists(accounts.filter(pk=OuterRef("account_id")))
        return self.filter(own | Exists(served))


@tracked()
class Committee(Binnable):
    """People who decide together, for one entity or several: a purchasing committee, a central purchasing body."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="committees")
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=10, choices=CommitteeKind, default=CommitteeKind.COMMITTEE)
    meets = models.CharField(_("meets"), max_length=120, blank=True)
    note = models.TextField(_("note"), blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class OfCommitteeQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Colleague) -> Self:
        return self.filter(Exists(Committee.objects.visible_to(user).filter(pk=OuterRef("committee_id"))))


@tracked()
class CommitteeEntity(models.Model):
    """An entity that the committee buys or decides for."""

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="serves")
    account = models.ForeignKey(Account, models.CASCADE, related_name="served_by")

    objects = OfCommitteeQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "committee entities"
        constraints = [models.UniqueConstraint(fields=["committee", "account"], name="committee_entity_once")]

    def __str__(self) -> str:
        return f"{self.committee_id} for {self.account_id}"


@tracked()
class CommitteeMember(models.Model):
    """Somebody who sits there; `part` is what they do in it (chair, secretary, adviser)."""

    committee = models.ForeignKey(Committee, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.CASCADE, related_name="committees")
    part = models.CharField(_("part"), max_length=80, blank=True)

    objects = OfCommitteeQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["committee", "person"], name="committee_member_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.committee_id}"


@tracked()
class DecisionStep(models.Model):
    """One step of the formal circuit of a map, in order; `days` is how long it usually takes."""

    map = models.ForeignKey(DecisionMap, models.CASCADE, related_name="steps")
    rank = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(_("step"), max_length=120)
    committee = models.ForeignKey(
        Committee, models.SET_NULL, null=True, blank=True, related_name="steps", verbose_name=_("committee")
    )
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="steps", verbose_name=_("who decides")
    )
    days = models.PositiveSmallIntegerField(_("usual duration, in days"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    objects = OfMapQuerySet.as_manager()

    class Meta:
        ordering = ["rank", "id"]

    def __str__(self) -> str:
        return self.name
