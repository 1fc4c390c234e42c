"""The fields of an accounts file; the names that products give to its columns stand in `columns.ini`."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import Kind, Status
from kameo.core.importing import Field
from kameo.core.importing.names import named

FIELDS = named(
    Path(__file__).with_name("columns.ini"),
    Field("name", "name", _("name"), strict=True),
    Field("legal_name", "text", _("legal name")),
    Field("kind", "choice", _("kind"), labels=dict(Kind.choices)),
    Field("siren", "siren", _("SIREN"), strict=True, by_content=True),
    Field("siret", "siret", _("SIRET"), strict=True, by_content=True),
    Field("vat", "vat", _("VAT number"), strict=True, by_content=True),
    Field("external_id", "key", _("number in another system"), strict=True, limit=80),
    Field("duns", "key", _("D-U-N-S"), limit=20),
    Field("lei", "key", _("LEI"), limit=20),
    Field("naf", "naf", _("NAF code"), by_content=True),
    Field("site_naf", "naf", _("NAF code of the site")),
    Field("site_name", "name", _("name of the site")),
    Field("site_usual_name", "name", _("usual name of the site")),
    Field("is_headquarters", "boolean", _("is the head office")),
    Field("status", "choice", _("status"), labels=dict(Status.choices)),
    Field("sector", "text", _("sector"), limit=160),
    Field("headcount", "integer", _("headcount")),
    Field("site_count", "integer", _("number of sites")),
    Field("own_revenue", "amount", _("own revenue")),
    Field("own_revenue_currency", "currency", _("currency")),
    Field("potential", "amount", _("potential")),
    Field("country", "country", _("country")),
    Field("website", "url", _("website")),
    Field("email", "email", _("e-mail address")),
    Field("phone", "phone", _("phone"), limit=40),
    Field("street", "text", _("street"), limit=300),
    Field("street_number", "key", _("street number"), limit=20),
    Field("street_suffix", "text", _("street number suffix"), limit=20),
    Field("street_type", "text", _("kind of street"), limit=40),
    Field("street_more", "text", _("address, second line"), limit=200),
    Field("postcode", "key", _("postcode"), limit=20),
    Field("city", "text", _("town"), limit=120),
    Field("region", "text", _("region"), limit=120),
    Field("parent_name", "name", _("belongs to")),
    Field("parent_key", "key", _("number of the parent in the other system"), limit=80),
    Field("parent_siren", "siren", _("SIREN of the parent")),
    Field("alias", "name", _("other name")),
    Field("tags", "tags", _("tags")),
    Field("description", "long_text", _("description")),
    Field("deleted", "boolean", _("deleted in the other system")),
)
