"""What is stored beside an account for speed: disposable, rebuilt by `kameo rebuild`."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kameo.accounts.enums import EXCHANGES, EntryKind
from kameo.accounts.models.access import OfAccountQuerySet
from kameo.accounts.models.account import Account
from kameo.core import clock

User = settings.AUTH_USER_MODEL


class AccountPulse(models.Model):
    """What lists and the account page need from other tables. Each column has one writing app (named below). Every
    account has one from the moment it is written (a trigger, migration 0009).

    `revenue_…` are this account's own invoices; `tree_…` add what hung below it on the day of each invoice
    (c-0.5), but for entities cut off by a confidential node, of which `tree_left_out` is today's number.
    Amounts in the reporting currency, excl. VAT, net of credit notes (c-0.1); None when nothing is known.
    `unconverted` documents have no rate; `tree_unconverted` are those of the last 12 months in the tree,
    which make its figure partial. `accounts.pulse.refresh` writes it, and says to the day what periods hold.
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
    tree_unconverted = models.PositiveIntegerField(default=0)
    # accounts: the two axes; `large` and `key` are those in force, decisions included
    large = models.BooleanField(null=True)
    key = models.BooleanField(null=True)
    account_class = models.CharField(max_length=10, default="standard")
    class_source = models.CharField(max_length=10, default="computed", db_default="computed")
    computed_large = models.BooleanField(null=True)
    computed_key = models.BooleanField(null=True)
    amount_met = models.BooleanField(null=True)  # the criteria of `computed_large`
    share_met = models.BooleanField(null=True)
    scorecard_met = models.BooleanField(null=True)
    scorecard = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    scorecard_completeness = models.PositiveSmallIntegerField(default=0, db_default=0)
    alignment = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    alignment_completeness = models.PositiveSmallIntegerField(default=0, db_default=0)
    # interactions
    last_contact_at = models.DateTimeField(null=True)
    tree_last_contact_at = models.DateTimeField(null=True)  # accounts.contacts: the tree's, for cadences
    interactions = models.PositiveIntegerField(default=0)
    documents = models.PositiveIntegerField(default=0)
    # insight, from the main decision map (c-11); None where no map is drawn or nothing can be said
    mapped = models.PositiveSmallIntegerField(null=True)
    expected = models.PositiveSmallIntegerField(null=True)
    threads = models.PositiveSmallIntegerField(null=True)
    concentration = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    map_status = models.PositiveSmallIntegerField(null=True)
    relationship = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    seats_covered = models.PositiveSmallIntegerField(null=True)
    seats_required = models.PositiveSmallIntegerField(null=True)
    mapped_people = ArrayField(models.BigIntegerField(), null=True)  # whom `mapped` counts
    key_people = ArrayField(models.BigIntegerField(), null=True)  # those of them who decide or weigh enough
    computed_at = models.DateTimeField(default=clock.now)

    objects = OfAccountQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(F("relationship").desc(nulls_last=True), "account", name="pulse_by_relationship"),
            models.Index(fields=["threads", "account"], name="pulse_by_threads"),
            models.Index(F("tree_revenue_12m").desc(nulls_last=True), "account", name="pulse_by_revenue"),
            models.Index(F("tree_last_contact_at").desc(nulls_last=True), "account", name="pulse_by_tree_contact"),
            models.Index(fields=["account_class", "account"], name="pulse_by_class"),
            models.Index(F("scorecard").desc(nulls_last=True), "account", name="pulse_by_scorecard"),
            models.Index(F("alignment").desc(nulls_last=True), "account", name="pulse_by_alignment"),
        ]

    def __str__(self) -> str:
        return f"pulse of {self.account_id}"


class RevenueDay(models.Model):
    """Net revenue of one account on one day in one currency (c-0.1), written by `contracts` with the invoice.

    `reporting_net` adds the frozen conversions of the day's documents, None when none has a rate;
    `unconverted` is how many have none.
    """

    pk = models.CompositePrimaryKey("account_id", "day", "currency")
    account = models.ForeignKey(Account, models.CASCADE, related_name="revenue_days")
    day = models.DateField()
    currency = models.CharField(max_length=3)
    net = models.DecimalField(max_digits=18, decimal_places=2)
    reporting_net = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    documents = models.PositiveIntegerField(default=0)
    unconverted = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["day"], include=["account", "reporting_net"], name="revenue_by_day")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.day} {self.net} {self.currency}"


class RevenueTotal(models.Model):
    """Our own revenue of one day in the reporting currency, all accounts but those in the bin (R2).

    One row a day, so that the share of an account at any date adds 366 rows and not a million.
    """

    day = models.DateField(primary_key=True)
    reporting_net = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    unconverted = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.day} {self.reporting_net}"


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
            # An import writes a line of another kind for each account, all at one moment: they are not in the way.
            models.Index(
                fields=["-at", "-id"],
                condition=Q(kind__in=[kind.value for kind in EXCHANGES]),
                name="timeline_exchanges",
            ),
        ]
        constraints = [models.UniqueConstraint(fields=["source", "source_id", "account"], name="timeline_entry_once")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.kind} {self.title}"

    @property
    def details(self) -> dict[str, Any]:
        return dict(self.data)
