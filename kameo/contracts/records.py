"""Invoices and credit notes: seen by whoever sees the account, written by finance, directors and administrators."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kameo.contracts import events
from kameo.contracts.domain.invoices import check_document, follow_document, prepare_document
from kameo.contracts.enums import InvoiceKind
from kameo.contracts.models import Invoice, InvoiceLine
from kameo.core import clock
from kameo.core.customfields.subjects import Input, Subject
from kameo.core.customfields.subjects import register as register_subject
from kameo.core.installation import currencies
from kameo.core.kinds import ChoiceKind, DayKind, NumberKind
from kameo.core.money import reporting_currency
from kameo.core.records import Api, Field, Resource, Words, register
from kameo.core.records.parts import RowsKind
from kameo.people.enums import Right

LINES = RowsKind(
    model=InvoiceLine,
    related="lines",
    schema="Line",
    css="invoice-lines",
    fields=(
        Field("label"),
        Field("reference"),
        Field("quantity", NumberKind(decimals=4)),
        Field("unit_price", NumberKind(decimals=4)),
        Field("net", NumberKind(), required=False),
    ),
)

INVOICES = register(
    Resource(
        key="invoice",
        model=Invoice,
        parent="account",
        path="invoices",
        back="invoices:list",
        sheet="contracts/invoice.html",
        right=Right.WRITE_INVOICES,
        events={"added": events.RECORDED},
        told=("number", "issued_on", "net", "currency"),
        prepare=prepare_document,
        check=check_document,
        after=follow_document,
        words=Words(
            new=_("New invoice"),
            edit=_("Edit %(name)s"),
            create=_("Record the invoice"),
            added=_("%(number)s is recorded."),
            saved=_("%(number)s is saved."),
            binned=_("%(number)s is in the bin."),
            restored=_("%(number)s is back."),
            in_bin=_("This invoice is in the bin: restore it first."),
        ),
        api=Api(
            "/invoices",
            "invoices",
            "Invoice",
            "invoice",
            also=("reporting_net", "corrects_id"),
            order="-issued_on",
            ids={
                "list": "list_invoices",
                "add": "record_invoice",
                "read": "read_invoice",
                "change": "change_invoice",
                "bin": "bin_invoice",
                "restore": "restore_invoice",
            },
        ),
        fields=(
            Field("number"),
            Field(
                "kind",
                ChoiceKind(enum=InvoiceKind),
                beside=True,
                note="A credit note is negative. It follows the sign of the amount when it is not given.",
            ),
            Field("issued_on", fresh=clock.company_today),
            Field("due_on", label=_("Due on"), beside=True),
            Field("label"),
            Field("net", NumberKind(), required=False, help=_("Leave it empty to add up the lines.")),
            Field("gross", NumberKind(), beside=True),
            Field("currency", ChoiceKind(choices=currencies), fresh=reporting_currency, size="sm"),
            Field(
                "lines",
                LINES,
                label=_("Lines"),
                help=_(
                    "Optional. An amount left empty is the quantity times the unit price; empty a line to remove it."
                ),
            ),
        ),
    )
)

register_subject(
    Subject(
        key="invoice",
        model=Invoice,
        page=lambda invoice: reverse("records:invoice-one", args=[invoice.account_id, invoice.pk]),
        one=_("Invoice"),
        many=_("Invoices"),
        inputs={
            "net": Input(_("Amount excl. VAT"), NumberKind()),
            "gross": Input(_("Amount incl. VAT"), NumberKind()),
            "issued_on": Input(_("Date"), DayKind()),
            "due_on": Input(_("Due on"), DayKind()),
        },
    ),
    order=40,
)
