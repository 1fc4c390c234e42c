"""The fields of an accounts file; the names that products give to its columns stand in `columns.ini`."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import Kind, Status
from kameo.core.importing import ImportField
from kameo.core.importing.names import named

FIELDS = named(
    Path(__file__).with_name("columns.ini"),
    ImportField("name", "name", _("name"), strict=True),
    ImportField("legal_name", "text", _("legal name")),
    ImportField("kind", "choice", _("kind"), labels=dict(Kind.choices)),
    ImportField("siren", "siren", _("SIREN"), strict=True, by_content=True),
    ImportField("siret", "siret", _("SIRET"), strict=True, by_content=True),
    ImportField("vat", "vat", _("VAT number"), strict=True, by_content=True),
    ImportField("external_id", "key", _("number in another system"), strict=True, limit=80),
    ImportField("duns", "key", _("D-U-N-S"), limit=20),
    ImportField("lei", "key", _("LEI"), limit=20),
    ImportField("naf", "naf", _("NAF code"), by_content=True),
    ImportField("site_naf", "naf", _("NAF code of the site")),
    ImportField("site_name", "name", _("name of the site")),
    ImportField("site_usual_name", "name", _("usual name of the site")),
    ImportField("is_headquarters", "boolean", _("is the head office")),
    ImportField("status", "choice", _("status"), labels=dict(Status.choices)),
    ImportField("sector", "text", _("sector"), limit=160),
    ImportField("headcount", "integer", _("headcount")),
    ImportField("site_count", "integer", _("number of sites")),
    ImportField("own_revenue", "amount", _("own revenue")),
    ImportField("own_revenue_currency", "currency", _("currency")),
    ImportField("potential", "amount", _("potential")),
    ImportField("country", "country", _("country")),
    ImportField("website", "url", _("website")),
    ImportField("email", "email", _("e-mail address")),
    ImportField("phone", "phone", _("phone"), limit=40),
    ImportField("street", "text", _("street"), limit=300),
    ImportField("street_number", "key", _("street number"), limit=20),
    ImportField("street_suffix", "text", _("street number suffix"), limit=20),
    ImportField("street_type", "text", _("kind of street"), limit=40),
    ImportField("street_more", "text", _("address, second line"), limit=200),
    ImportField("postcode", "key", _("postcode"), limit=20),
    ImportField("city", "text", _("town"), limit=120),
    ImportField("region", "text", _("region"), limit=120),
    ImportField("parent_name", "name", _("belongs to")),
    ImportField("parent_key", "key", _("number of the parent in the other system"), limit=80),
    ImportField("parent_siren", "siren", _("SIREN of the parent")),
    ImportField("alias", "name", _("other name")),
    ImportField("tags", "tags", _("tags")),
    ImportField("description", "long_text", _("description")),
    ImportField("deleted", "boolean", _("deleted in the other system")),
)
