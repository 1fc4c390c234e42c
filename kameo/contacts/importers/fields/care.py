"""Columns of a file that say how to work with somebody."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core.importing import Field

CARE = (
    Field(
        "language", "text", _("language"), ("language", "langue", "preferred language", "lang", "hs language"), limit=60
    ),
    Field(
        "time_zone", "text", _("time zone"), ("time zone", "timezone", "fuseau horaire", "tz", "hs timezone"), limit=60
    ),
    Field(
        "note",
        "long_text",
        _("note"),
        (
            "notes",
            "note",
            "description",
            "background",
            "commentaire",
            "commentaires",
            "comments",
            "remarques",
            "internal notes",
            "message",
        ),
    ),
    Field(
        "reports_to",
        "key",
        _("reports to"),
        (
            "reports to id",
            "reports to",
            "manager s name",
            "manager",
            "manager name",
            "responsable hierarchique",
            "superieur",
            "superieur hierarchique",
            "rattache a",
            "n 1",
            "reports to name",
            "supervisor",
            "hs manager",
        ),
        limit=160,
    ),
    Field(
        "no_email",
        "boolean",
        _("refuses e-mails"),
        (
            "has opted out of email",
            "email opt out",
            "unsubscribed from all email",
            "opt out",
            "desinscrit",
            "email optout",
            "hs email optout",
            "unsubscribed",
            "refuse les e mails",
            "do not email",
        ),
    ),
    Field("no_phone", "boolean", _("refuses calls"), ("do not call", "refuse les appels", "ne pas appeler")),
    Field(
        "is_company",
        "choice",
        _("person or company"),
        ("is a company", "is company", "company type", "type de fiche", "contact type"),
        words={
            "company": (
                "company",
                "organization",
                "org",
                "societe",
                "entreprise",
                "true",
                "1",
                "yes",
                "oui",
                "vrai",
                "x",
            ),
            "person": ("person", "individual", "contact", "particulier", "personne", "false", "0", "no", "non", "faux"),
        },
    ),
    Field("deleted", "boolean", _("deleted in the other system"), ("is deleted", "deleted", "supprime")),
)
