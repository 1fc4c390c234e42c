"""Invoices and credit notes, in one table: a credit note is an invoice with a negative net."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.accounts.models.access import BinnableOfAccountQuerySet
from kameo.contracts.enums import InvoiceKind
from kameo.core import clock
from kameo.core.binning import BinnableBy
from kameo.core.customfields.column import CustomValues
from kameo.core.history import tracked
from kameo.people.models import User


class InvoiceQuerySet(BinnableOfAccountQuerySet):
    """Invoices and credit notes of accounts."""


@tracked()
class Invoice(BinnableBy):
    """A document sent to an account. `net` is excl. VAT (c-0.1), negative for a credit note.

    `reporting_net` is `net` in the reporting currency at the rate of `issued_on`, frozen; None without a rate.
    """

    account = models.ForeignKey(Account, models.PROTECT, related_name="invoices", verbose_name=_("account"))
    number = models.CharField(_("number"), max_length=60)
    kind = models.CharField(_("kind"), max_length=12, choices=InvoiceKind, default=InvoiceKind.INVOICE)
    issued_on = models.DateField(_("date"))
    issued_at = models.DateTimeField(null=True, blank=True, editable=False)
    due_on = models.DateField(_("due"), null=True, blank=True)
    label = models.CharField(_("subject"), max_length=250, blank=True)
    currency = models.CharField(_("currency"), max_length=3)
    net = models.DecimalField(_("amount excl. VAT"), max_digits=18, decimal_places=2)
    gross = models.DecimalField(_("amount incl. VAT"), max_digits=18, decimal_places=2, null=True, blank=True)
    rate = models.DecimalField(max_digits=18, decimal_places=8, null=True, blank=True, editable=False)
    reporting_net = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True, editable=False)
    corrects = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="credit_notes", verbose_name=_("corrects")
    )
    custom = CustomValues()
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)

    objects = InvoiceQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on", "-id"]
        indexes = [
            models.Index(fields=["account", "-issued_on", "-id"], name="invoice_by_account"),
            models.Index(fields=["-issued_on", "-id"], condition=Q(binned_at__isnull=True), name="invoice_latest"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["number"],
                condition=Q(binned_at__isnull=True),
                name="invoice_number_once",
                violation_error_message=_("An invoice has this number already."),
            ),
            models.CheckConstraint(
                condition=Q(kind="invoice", net__gte=0) | Q(kind="credit_note", net__lte=0),
                name="invoice_sign_matches_kind",
                violation_error_message=_("A credit note is negative, an invoice is not."),
            ),
        ]

    def __str__(self) -> str:
        return self.number


@tracked()
class InvoiceLine(models.Model):
    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField()
    label = models.CharField(_("label"), max_length=300, blank=True)
    reference = models.CharField(_("reference"), max_length=80, blank=True)
    quantity = models.DecimalField(_("quantity"), max_digits=16, decimal_places=4, null=True, blank=True)
    unit_price = models.DecimalField(_("unit price"), max_digits=18, decimal_places=4, null=True, blank=True)
    net = models.DecimalField(_("amount excl. VAT"), max_digits=18, decimal_places=2)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["invoice", "position"], name="invoice_line_position")]

    def __str__(self) -> str:
        return f"{self.invoice_id}/{self.position}"
