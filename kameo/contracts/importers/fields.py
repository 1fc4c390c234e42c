"""The fields of an invoices file; the names that products give to its columns stand in `columns.ini`."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kameo.contracts.enums import InvoiceKind
from kameo.core.importing import Field
from kameo.core.importing.names import named

FIELDS = named(
    Path(__file__).with_name("columns.ini"),
    Field("number", "key", _("number"), strict=True, limit=60),
    Field("issued_on", "date", _("date"), strict=True),
    Field("due_on", "date", _("due")),
    Field("net", "amount", _("amount excl. VAT"), strict=True),
    Field("gross", "amount", _("amount incl. VAT")),
    Field("kind", "choice", _("kind"), labels=dict(InvoiceKind.choices)),
    Field("currency", "currency", _("currency")),
    Field("label", "text", _("subject")),
    Field("corrects", "key", _("corrected invoice"), limit=60),
    Field("customer_key", "key", _("customer number"), strict=True, limit=80),
    Field("customer_name", "name", _("customer"), strict=True),
    Field("siren", "siren", _("SIREN"), strict=True, by_content=True),
    Field("siret", "siret", _("SIRET"), strict=True, by_content=True),
    Field("vat", "vat", _("VAT number"), strict=True, by_content=True),
    Field("country", "country", _("country")),
    Field("quantity", "number", _("quantity"), strict=True),
    Field("unit_price", "amount", _("unit price"), strict=True),
    Field("discount", "number", _("discount")),
    Field("item_reference", "key", _("item number"), limit=80),
    Field("item_label", "text", _("item"), limit=300),
)
