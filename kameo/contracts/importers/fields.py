"""The fields of an invoices file; the names that products give to its columns stand in `columns.ini`."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kameo.contracts.enums import InvoiceKind
from kameo.core.importing import ImportField
from kameo.core.importing.names import named

FIELDS = named(
    Path(__file__).with_name("columns.ini"),
    ImportField("number", "key", _("number"), strict=True, limit=60),
    ImportField("issued_on", "date", _("date"), strict=True),
    ImportField("due_on", "date", _("due")),
    ImportField("net", "amount", _("amount excl. VAT"), strict=True),
    ImportField("gross", "amount", _("amount incl. VAT")),
    ImportField("kind", "choice", _("kind"), labels=dict(InvoiceKind.choices)),
    ImportField("currency", "currency", _("currency")),
    ImportField("label", "text", _("subject")),
    ImportField("corrects", "key", _("corrected invoice"), limit=60),
    ImportField("customer_key", "key", _("customer number"), strict=True, limit=80),
    ImportField("customer_name", "name", _("customer"), strict=True),
    ImportField("siren", "siren", _("SIREN"), strict=True, by_content=True),
    ImportField("siret", "siret", _("SIRET"), strict=True, by_content=True),
    ImportField("vat", "vat", _("VAT number"), strict=True, by_content=True),
    ImportField("country", "country", _("country")),
    ImportField("quantity", "number", _("quantity"), strict=True),
    ImportField("unit_price", "amount", _("unit price"), strict=True),
    ImportField("discount", "number", _("discount")),
    ImportField("item_reference", "key", _("item number"), limit=80),
    ImportField("item_label", "text", _("item"), limit=300),
)
