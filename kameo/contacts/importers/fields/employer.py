"""Columns of a file that say where somebody works."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core.importing import Field

COMPANY = (
    "company name",
    "company",
    "account name",
    "organization name",
    "organisation name",
    "organization 1 name",
    "organization",
    "organisation",
    "account",
    "nom de la societe",
    "nom de l'entreprise",
    "nom du compte",
    "raison sociale",
    "societe",
    "entreprise",
    "compte",
    "employeur",
    "employer",
    "related company",
    "associated company",
    "parent name",
    "nom client",
    "customer name",
    "client",
    "customer",
    "customers",
    "orga",
)

COMPANY_KEY = (
    "account id",
    "company id",
    "customer id",
    "organization id",
    "associated company id",
    "associated company ids",
    "primary associated company id",
    "related company id",
    "parent id",
    "code client",
    "numero client",
    "code tiers",
    "id client",
    "id compte",
    "id societe",
    "customer number",
    "account number",
    "customer code",
    "related company external id",
)

EMPLOYER = (
    Field("company", "name", _("company"), COMPANY),
    Field("company_key", "key", _("number of the company in the other system"), COMPANY_KEY, limit=80),
    Field("siren", "siren", _("SIREN"), ("siren", "numero siren", "n siren"), by_content=True),
    Field("siret", "siret", _("SIRET"), ("siret", "numero siret", "n siret"), by_content=True),
    Field("vat", "vat", _("VAT number"), ("vat number", "tva intracommunautaire", "numero de tva", "vat")),
    Field(
        "company_site",
        "url",
        _("website of the company"),
        (
            "company domain name",
            "company domain",
            "company website",
            "domaine de l'entreprise",
            "site de l'entreprise",
            "website url",
            "domain",
            "domaine",
        ),
    ),
    Field(
        "country",
        "country",
        _("country"),
        (
            "country",
            "pays",
            "work country",
            "business country",
            "business country region",
            "country region",
            "mailing country",
            "address 1 country",
            "country code",
            "business address country",
            "code pays",
            "primary country",
        ),
    ),
)
