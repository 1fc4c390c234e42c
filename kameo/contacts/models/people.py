"""A human being met through our customers, apart from the positions they hold (R56, R72, R73, R214)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts.enums import EmailKind, LinkKind, PersonKind, PhoneKind, Salutation
from kameo.contacts.points.formats import written_phone
from kameo.core import clock
from kameo.core.binning import BinnableBy, BinnableQuerySet
from kameo.core.customfields.column import CustomValues
from kameo.core.history import tracked
from kameo.core.text import Fold

if TYPE_CHECKING:
    from kameo.people.models import User as Colleague

User = settings.AUTH_USER_MODEL


class PersonQuerySet(BinnableQuerySet):
    def reachable_by(self, user: Colleague) -> Self:
        """Those with a position, present or past, at an account that `user` sees."""
        return self.filter(Exists(_positions().visible_to(user).filter(person=OuterRef("pk"))))

    def at(self, account: Account) -> Self:
        """Those with a position there today."""
        return self.filter(Exists(_positions().current().filter(person=OuterRef("pk"), account=account)))


class OfPersonQuerySet(models.QuerySet["models.Model"]):
    """For any table with a `person`: its rows are seen by whoever sees the person."""

    def visible_to(self, user: Colleague) -> Self:
        return self.filter(Exists(Person.objects.visible_to(user).filter(pk=OuterRef("person_id"))))


@tracked(exclude=["sort_name"])
class Person(BinnableBy):
    """Who somebody is over their whole career; where they work is a `Position`, at least one.

    A placeholder ("CFO, to find") has a title and no name: `label` names it. `sort_name` folds first and last
    name for lists and search.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=PersonKind, default=PersonKind.PERSON)
    salutation = models.CharField(_("salutation"), max_length=6, choices=Salutation, blank=True)
    first_name = models.CharField(_("first name"), max_length=120, blank=True)
    last_name = models.CharField(_("last name"), max_length=120, blank=True)
    label = models.CharField(_("role to identify"), max_length=160, blank=True)
    sort_name = models.GeneratedField(
        expression=Fold(
            models.functions.Concat(
                F("last_name"),
                models.Value(" "),
                F("first_name"),
                models.Value(" "),
                F("label"),
                output_field=models.TextField(),
            )
        ),
        output_field=models.TextField(),
        db_persist=True,
    )
    language = models.CharField(_("language"), max_length=8, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, blank=True)
    note = models.TextField(_("note"), blank=True)
    photo = models.CharField(max_length=120, blank=True, editable=False)  # name in core.storage, "" for none
    custom = CustomValues()
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="absorbed", editable=False
    )
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    changed_at = models.DateTimeField(default=clock.now, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name", "id"]
        indexes = [
            models.Index(fields=["sort_name", "id"], name="person_by_name"),
            GinIndex(OpClass("sort_name", name="gin_trgm_ops"), name="person_name_trgm"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(first_name="", last_name="", label=""),
                name="person_has_a_name",
                violation_error_message=_("Give a name, or the role to identify."),
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.label


@tracked()
class EmailAddress(models.Model):
    """An address of somebody. Two people may share one (a family, a desk): it is never unique."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="emails")
    address = models.EmailField(_("e-mail"), max_length=254)
    kind = models.CharField(_("kind"), max_length=10, choices=EmailKind, default=EmailKind.WORK)
    position = models.PositiveSmallIntegerField(default=0)

    objects = OfPersonQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        indexes = [
            models.Index(Lower("address"), name="email_by_address"),
            GinIndex(OpClass(Lower("address"), name="gin_trgm_ops"), name="email_address_trgm"),
        ]
        constraints = [models.UniqueConstraint("person", Lower("address"), name="email_once_per_person")]

    def __str__(self) -> str:
        return self.address


@tracked()
class PhoneNumber(models.Model):
    """A number in E.164 (+33475012345); `extension` is what to dial once connected."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="phones")
    number = models.CharField(_("number"), max_length=20)
    extension = models.CharField(_("extension"), max_length=12, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=PhoneKind, default=PhoneKind.DIRECT)
    position = models.PositiveSmallIntegerField(default=0)

    objects = OfPersonQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["number"], name="phone_by_number")]
        constraints = [models.UniqueConstraint(fields=["person", "number", "extension"], name="phone_once_per_person")]

    def __str__(self) -> str:
        return self.number

    @property
    def written(self) -> str:
        return written_phone(self.number)


@tracked()
class Link(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="links")
    kind = models.CharField(_("kind"), max_length=10, choices=LinkKind, default=LinkKind.OTHER)
    url = models.URLField(_("address"), max_length=300)

    objects = OfPersonQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["person", "url"], name="link_once_per_person")]

    def __str__(self) -> str:
        return self.url


@tracked()
class PersonNumber(models.Model):
    """What another system calls somebody: an import knows them by it again. `source` names the system, or is empty."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="numbers")
    source = models.CharField(_("source"), max_length=60, blank=True)
    value = models.CharField(_("number"), max_length=80)

    objects = OfPersonQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["source", "value"], name="person_number_once")]

    def __str__(self) -> str:
        return self.value


def _positions() -> Any:
    from kameo.contacts.models.positions import Position  # positions point at people

    return Position.objects
