"""The customer: a tree of groups, companies, divisions and sites, who serves it, and what is stored beside it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.access import AccountQuerySet, OfAccountQuerySet
from kameo.accounts.enums import AddressKind, EntryKind, Function, Kind, MoveReason, Scheme, Status
from kameo.core import clock
from kameo.core.history import tracked
from kameo.core.text import Fold

User = settings.AUTH_USER_MODEL


@tracked(exclude=["sort_name", "lineage", "reach", "hidden"])
class Account(models.Model):
    """A customer or a part of one.

    `lineage` (the root first, itself last) and `reach` (those of the lineage whose members may see it: all of
    it, or from the nearest confidential node down) are kept by database triggers, so that bulk writes and raw
    SQL cannot break them. `parent` is today's; `Placement` remembers the others.
    """

    name = models.CharField(_("name"), max_length=250)
    sort_name = models.GeneratedField(expression=Fold(F("name")), output_field=models.TextField(), db_persist=True)
    legal_name = models.CharField(_("legal name"), max_length=250, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.COMPANY)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs to")
    )
    lineage = ArrayField(models.BigIntegerField(), default=list, editable=False)
    reach = ArrayField(models.BigIntegerField(), default=list, editable=False)
    confidential = models.BooleanField(
        _("confidential"),
        default=False,
        help_text=_("Only its named members and directors see it, and what hangs below it."),
    )
    hidden = models.BooleanField(default=False, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PROSPECT)
    status_at = models.DateTimeField(default=clock.now, editable=False)
    status_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    sector = models.CharField(_("sector"), max_length=160, blank=True)
    naf = models.CharField(
        _("NAF code"),
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^\d{2}\.?\d{2}[A-Z]$", _("A NAF code reads like 47.11F."))],
    )
    headcount = models.PositiveIntegerField(_("headcount"), null=True, blank=True)
    own_revenue = models.DecimalField(
        _("own revenue"), max_digits=18, decimal_places=2, null=True, blank=True,
        help_text=_("What the customer itself turns over in a year."),
    )  # fmt: skip
    own_revenue_currency = models.CharField(_("currency"), max_length=3, blank=True)
    potential = models.DecimalField(
        _("potential"), max_digits=18, decimal_places=2, null=True, blank=True,
        help_text=_("What we could invoice in a year, in the reporting currency (R4)."),
    )  # fmt: skip
    country = models.CharField(_("country"), max_length=2, blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    description = models.TextField(_("description"), blank=True)
    tags = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("tags"))
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    changed_at = models.DateTimeField(default=clock.now, editable=False)
    binned_at = models.DateTimeField(null=True, blank=True, editable=False)
    binned_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)

    objects = AccountQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name", "id"]
        indexes = [
            models.Index(fields=["sort_name", "id"], name="account_by_name"),
            GinIndex(OpClass("sort_name", name="gin_trgm_ops"), name="account_name_trgm"),
            GinIndex(fields=["lineage"], name="account_lineage"),
            GinIndex(fields=["reach"], name="account_reach"),
            GinIndex(fields=["tags"], name="account_tags"),
            models.Index(fields=["status", "sort_name"], name="account_by_status"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(parent=F("id")),
                name="account_not_its_own_parent",
                violation_error_message=_("An account cannot belong to itself."),
            ),
            models.CheckConstraint(
                condition=~Q(name=""), name="account_has_a_name", violation_error_message=_("Give it a name.")
            ),
        ]

    def __str__(self) -> str:
        return self.name


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
            models.UniqueConstraint(
                fields=["account"], condition=Q(ends_on__isnull=True), name="placement_one_open"
            ),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="placement_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} under {self.parent_id} from {self.starts_on or '…'}"


@tracked()
class FormerName(models.Model):
    """What the account was called before a rename (R28): found by search, shown on its page."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="former_names")
    name = models.CharField(max_length=250)
    until = models.DateField()
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["-until"]

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
    """A registration number. SIREN, SIRET, VAT are unique; a number in another system is unique in that system."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("kind"), max_length=10, choices=Scheme)
    source = models.CharField(_("system"), max_length=60, blank=True)
    value = models.CharField(_("number"), max_length=80)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "value"]
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


@tracked()
class AccountMember(models.Model):
    """A colleague serving an account, and what hangs below it."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="members")
    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", verbose_name=_("colleague"))
    function = models.CharField(_("function"), max_length=10, choices=Function, default=Function.SALES)
    responsibilities = models.CharField(_("responsibilities"), max_length=250, blank=True)
    since = models.DateField(default=clock.today)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["user", "account"], name="member_by_user")]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "user", "function"],
                name="member_once_per_function",
                violation_error_message=_("This colleague has that function already."),
            ),
            models.UniqueConstraint(
                fields=["account"],
                condition=Q(function="lead"),
                name="member_one_lead",
                violation_error_message=_("The account has a lead already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.function} of {self.account_id}"


class AccountVisit(models.Model):
    """When somebody last opened an account's page: what "since my last visit" is measured from."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)
    previous_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "user"], name="visit_once")]

    def __str__(self) -> str:
        return f"{self.user_id} saw {self.account_id} at {self.at}"


# --- Projections: disposable, rebuilt by `kameo rebuild` ---------------------------------------------------


class AccountPulse(models.Model):
    """What lists and the account page need from other tables. Each column has one writing app (named below).

    `revenue_…` are this account's own invoices; `tree_…` add what hangs below it today, but for entities that
    the account's own members may not see, of which `tree_left_out` is the number.
    Amounts in the reporting currency, excl. VAT, net of credit notes (c-0.1); None when there is nothing to say.
    """

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="pulse")
    # contracts
    revenue_12m = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    revenue_previous_12m = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    revenue_total = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    unconverted = models.PositiveIntegerField(default=0)
    first_invoice_on = models.DateField(null=True)
    last_invoice_on = models.DateField(null=True)
    # accounts
    tree_revenue_12m = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    tree_revenue_previous_12m = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    tree_revenue_total = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    tree_first_invoice_on = models.DateField(null=True)
    tree_last_invoice_on = models.DateField(null=True)
    tree_entities = models.PositiveIntegerField(default=1)
    tree_sites = models.PositiveIntegerField(default=0)
    tree_left_out = models.PositiveIntegerField(default=0)
    large = models.BooleanField(null=True)
    key = models.BooleanField(null=True)
    account_class = models.CharField(max_length=10, default="standard")
    # interactions
    last_contact_at = models.DateTimeField(null=True)
    interactions = models.PositiveIntegerField(default=0)
    documents = models.PositiveIntegerField(default=0)
    computed_at = models.DateTimeField(default=clock.now)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(F("tree_revenue_12m").desc(nulls_last=True), "account", name="pulse_by_revenue"),
            models.Index(F("last_contact_at").desc(nulls_last=True), "account", name="pulse_by_contact"),
            models.Index(fields=["account_class", "account"], name="pulse_by_class"),
        ]

    def __str__(self) -> str:
        return f"pulse of {self.account_id}"


class RevenueDay(models.Model):
    """Net revenue of one account on one day in one currency (c-0.1), written by `contracts` with each invoice.

    `reporting_net` is the frozen conversion; None when a document of that day has no rate.
    """

    pk = models.CompositePrimaryKey("account_id", "day", "currency")
    account = models.ForeignKey(Account, models.CASCADE, related_name="revenue_days")
    day = models.DateField()
    currency = models.CharField(max_length=3)
    net = models.DecimalField(max_digits=18, decimal_places=2)
    reporting_net = models.DecimalField(max_digits=18, decimal_places=2, null=True)

    class Meta:
        indexes = [models.Index(fields=["day"], include=["account", "reporting_net"], name="revenue_by_day")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.day} {self.net} {self.currency}"


class TimelineEntry(models.Model):
    """One line of an account's history, dated by when it happened, written by the owning app's verb.

    `source` is the model's label and `source_id` its row: with the account they identify the line, so that a
    rebuild replaces rather than doubles. `data` holds what the line shows (amount, duration, attendees…).
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="timeline")
    at = models.DateTimeField()
    kind = models.CharField(max_length=12, choices=EntryKind)
    actor = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    data = models.JSONField(default=dict)
    restricted = models.BooleanField(default=False)
    source = models.CharField(max_length=60)
    source_id = models.BigIntegerField()

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["account", "-at", "-id"], name="timeline_by_account"),
            models.Index(fields=["account", "kind", "-at"], name="timeline_by_kind"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["source", "source_id", "account"], name="timeline_entry_once")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.kind} {self.title}"

    @property
    def details(self) -> dict[str, Any]:
        return dict(self.data)
