"""Where an account hung, what it was called, and the numbers and names it is known by."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import AddressKind, MoveReason, Scheme
from kameo.accounts.models.access import OfAccountQuerySet
from kameo.accounts.models.account import Account
from kameo.core import clock
from kameo.core.history import tracked
from kameo.core.text import Fold

User = settings.AUTH_USER_MODEL


@tracked()
class Placement(models.Model):
    """Where an account hung, from when to when (R28): what makes past roll-ups reproducible.

    `starts_on` is included, `ends_on` is not; an open end is today's place. No row for a period means that
    the account stood alone.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="placements")
    parent = models.ForeignKey(Account, models.CASCADE, null=True, blank=True, related_name="past_children")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=16, choices=MoveReason, default=MoveReason.CREATION)
    note = models.CharField(max_length=250, blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["account_id", F("starts_on").asc(nulls_first=True)]
        indexes = [models.Index(fields=["parent"], name="placement_by_parent")]
        constraints = [
            models.UniqueConstraint(fields=["account"], condition=Q(ends_on__isnull=True), name="placement_one_open"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="placement_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} under {self.parent_id} from {self.starts_on or '…'}"


@tracked(exclude=["sort_name"])
class FormerName(models.Model):
    """What the account was called before a rename (R28): found by search, shown on its page."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="former_names")
    name = models.CharField(max_length=250)
    sort_name = models.GeneratedField(expression=Fold(F("name")), output_field=models.TextField(), db_persist=True)
    until = models.DateField()
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["-until"]
        indexes = [GinIndex(OpClass("sort_name", name="gin_trgm_ops"), name="former_name_trgm")]

    def __str__(self) -> str:
        return self.name


@tracked(exclude=["sort_name"])
class Alias(models.Model):
    """Another name the account goes by: trade name, acronym, spelling in another system."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="aliases")
    name = models.CharField(_("other name"), max_length=250)
    sort_name = models.GeneratedField(expression=Fold(F("name")), output_field=models.TextField(), db_persist=True)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name"]
        indexes = [GinIndex(OpClass("sort_name", name="gin_trgm_ops"), name="alias_name_trgm")]
        constraints = [models.UniqueConstraint(fields=["account", "sort_name"], name="alias_once")]

    def __str__(self) -> str:
        return self.name


@tracked()
class Identifier(models.Model):
    """A registration number. SIREN, SIRET, VAT are unique; others are unique in their system."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("kind"), max_length=10, choices=Scheme)
    source = models.CharField(_("system"), max_length=60, blank=True)
    value = models.CharField(_("number"), max_length=80)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "value"]
        indexes = [models.Index(fields=["value"], name="identifier_by_value")]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "source", "value"],
                name="identifier_once",
                violation_error_message=_("Another account has this number."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"


@tracked()
class Address(models.Model):
    account = models.ForeignKey(Account, models.CASCADE, related_name="addresses")
    kind = models.CharField(_("kind"), max_length=12, choices=AddressKind, default=AddressKind.HEADQUARTERS)
    lines = models.CharField(_("street"), max_length=300, blank=True)
    postcode = models.CharField(_("postcode"), max_length=20, blank=True)
    city = models.CharField(_("town"), max_length=120, blank=True)
    region = models.CharField(_("region"), max_length=120, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "addresses"
        ordering = ["id"]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.lines, f"{self.postcode} {self.city}".strip(), self.country) if part)


@tracked()
class MailDomain(models.Model):
    """A domain whose mail belongs to this account; one account per domain."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="mail_domains")
    domain = models.CharField(
        _("mail domain"),
        max_length=120,
        validators=[RegexValidator(r"^[a-z0-9.-]+\.[a-z]{2,}$", _("A domain reads like valmorin.fr."))],
    )

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["domain"]
        constraints = [
            models.UniqueConstraint(
                fields=["domain"],
                name="mail_domain_once",
                violation_error_message=_("Another account has this mail domain."),
            )
        ]

    def __str__(self) -> str:
        return self.domain
