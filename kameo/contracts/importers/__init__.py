"""Registers how invoices are imported. The engine is `kameo.exchange`; see `docs/handbook/import.md`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.accounts.importers.relations import RELATIONS as ACCOUNT_RELATIONS
from kameo.contracts.importers.documents import DERIVED, prepare
from kameo.contracts.importers.fields import FIELDS
from kameo.contracts.importers.messages import MESSAGES
from kameo.contracts.importers.plan import apply, plan, preview, settle
from kameo.core.importing import Importer, Option, Relation, importers
from kameo.core.importing.columns import custom_fields
from kameo.core.importing.declarations import on_match, source
from kameo.people.enums import Right

RELATIONS = (
    # A rate entered later freezes a conversion: that is no change of the invoice.
    Relation(
        "contracts_invoice",
        title="number",
        volatile=("rate", "reporting_net"),
        disposable=(("contracts_invoiceline", "invoice_id"),),
    ),
    Relation("contracts_invoiceline", title="label", part_of=("contracts_invoice", "invoice_id"), accounts=""),
    *ACCOUNT_RELATIONS,
)

OPTIONS = (
    Option(
        "unknown_customers",
        "choice",
        _("Unknown customers"),
        "reject",
        choices=(("create", _("create an account")), ("reject", _("reject their invoices"))),
    ),
    on_match(_("Invoices already known"), _("An empty cell never erases anything."), fill=False),
    source(_("Tells apart two systems that use the same customer numbers.")),
)

importers.register(
    "invoices",
    Importer(
        kind="invoices",
        label=_("Invoices and credit notes"),
        right=Right.IMPORT_INVOICES,
        own_fields=FIELDS,
        extra=lambda: custom_fields("invoice"),
        needs=(
            ("number",),
            ("issued_on",),
            ("net", "unit_price"),
            ("customer_key", "customer_name", "siren", "siret", "vat"),
        ),
        plan=plan,
        apply=apply,
        settle=settle,
        relations=RELATIONS,
        options=OPTIONS,
        messages=MESSAGES,
        prepare=prepare,
        derived=DERIVED,
        preview=preview,
    ),
    order=20,
)
