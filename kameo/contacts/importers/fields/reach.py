"""Columns of a file that say how to reach somebody."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core.importing import Field

KEY = (
    "external id",
    "contact id",
    "record id",
    "person id",
    "employee id",
    "identifiant externe",
    "id",
    "identifiant",
    "contact number",
    "id contact",
    "numero de contact",
    "contact no",
    "matricule",
    "uid",
)

EMAIL = (
    "email",
    "e mail",
    "email address",
    "e mail address",
    "primary email",
    "email 1 value",
    "e mail 1 value",
    "work email",
    "email work",
    "email pro",
    "email professionnel",
    "business email",
    "courriel",
    "adresse mail",
    "adresse e mail",
    "adresse email",
    "mail",
    "e mails",
    "emails",
    "email 1",
    "contact email",
)

PHONE = (
    "phone",
    "work phone",
    "business phone",
    "office phone",
    "phone 1 value",
    "phone number",
    "telephone",
    "telephone fixe",
    "ligne directe",
    "direct phone",
    "direct line",
    "tel",
    "phone work",
    "telephone pro",
    "telephone professionnel",
    "fixe",
    "phones",
    "phone 1",
    "n telephone",
    "numero de telephone",
)
LINK = (
    "linked in url",
    "linkedin url",
    "linkedin",
    "linkedin profile",
    "profil linkedin",
    "linked in",
    "linkedin profile url",
    "person linkedin url",
    "linkedin contact",
    "hs linkedin url",
    "url",
    "links",
)


def _phone(name: str, label: object, *synonyms: str) -> Field:
    return Field(name, "phone", label, synonyms, limit=400)


REACH = (
    Field("key", "key", _("number in another system"), KEY, limit=80),
    Field("email", "emails", _("e-mail address"), EMAIL, by_content=True, limit=1000),
    Field(
        "email_kind",
        "text",
        _("kind of the e-mail address"),
        ("e mail 1 label", "e mail 1 type", "email type"),
        limit=60,
    ),
    Field(
        "email_2",
        "emails",
        _("second e-mail address"),
        (
            "email 2",
            "e mail 2 value",
            "e mail 2 address",
            "secondary email",
            "additional email",
            "email secondaire",
            "autre email",
            "email",
        ),
        limit=1000,
    ),
    Field(
        "email_2_kind", "text", _("kind of the second e-mail address"), ("e mail 2 label", "e mail 2 type"), limit=60
    ),
    Field(
        "email_3", "emails", _("third e-mail address"), ("email 3", "e mail 3 value", "e mail 3 address"), limit=1000
    ),
    Field("email_3_kind", "text", _("kind of the third e-mail address"), ("e mail 3 label", "e mail 3 type"), limit=60),
    Field(
        "email_home",
        "emails",
        _("personal e-mail address"),
        ("email home", "home email", "personal email", "email personnel", "email perso"),
        limit=1000,
    ),
    Field("email_other", "emails", _("other e-mail address"), ("email other", "other email"), limit=1000),
    _phone("phone", _("telephone"), *PHONE),
    Field("phone_kind", "text", _("kind of the telephone"), ("phone 1 label", "phone 1 type"), limit=60),
    _phone(
        "phone_2",
        _("second telephone"),
        "phone 2",
        "phone 2 value",
        "business phone 2",
        "primary phone",
        "telephone 2",
        "phone",
    ),
    Field("phone_2_kind", "text", _("kind of the second telephone"), ("phone 2 label", "phone 2 type"), limit=60),
    _phone("phone_3", _("third telephone"), "phone 3", "phone 3 value"),
    Field("phone_3_kind", "text", _("kind of the third telephone"), ("phone 3 label", "phone 3 type"), limit=60),
    _phone(
        "phone_mobile",
        _("mobile telephone"),
        "mobile",
        "mobile phone",
        "mobile phone number",
        "mobile number",
        "portable",
        "telephone portable",
        "telephone mobile",
        "cell",
        "cell phone",
        "gsm",
        "home mobile",
        "tel mobile",
    ),
    _phone("phone_home", _("home telephone"), "home phone", "phone home", "telephone domicile", "domicile"),
    _phone("phone_home_2", _("second home telephone"), "home phone 2"),
    _phone("phone_other", _("other telephone"), "other phone", "phone other", "autre telephone", "car phone"),
    _phone("phone_main", _("switchboard"), "company main phone", "standard", "main phone", "switchboard", "accueil"),
    Field("extension", "key", _("extension"), ("extension", "phone extension", "poste telephonique", "ext"), limit=12),
    Field("link", "text", _("LinkedIn or other link"), LINK, limit=1000),
    Field(
        "website",
        "text",
        _("website"),
        (
            "website",
            "web page",
            "web page 1",
            "website 1 value",
            "site web",
            "website work",
            "website profile",
            "web site",
            "blog",
            "home page",
        ),
        limit=1000,
    ),
)
