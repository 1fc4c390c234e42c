"""The fields of a file of people; the names that products give to its columns stand in `columns.ini`."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kameo.contacts.enums import Family, Salutation, Seniority
from kameo.core.importing import ImportField
from kameo.core.importing.names import named, words_in

NAMES = Path(__file__).with_name("columns.ini")
FIELDS = named(
    NAMES,
    ImportField("first_name", "name", _("first name"), limit=120),
    ImportField("middle_name", "name", _("middle name"), limit=80),
    ImportField("last_name", "name", _("last name"), limit=120),
    ImportField("suffix", "name", _("suffix of the name"), limit=30),
    ImportField("full_name", "name", _("full name")),
    ImportField("salutation", "choice", _("salutation"), labels=dict(Salutation.choices)),
    ImportField("job_title", "text", _("title"), limit=160),
    ImportField("department", "text", _("department"), limit=120),
    ImportField("family", "choice", _("function"), labels=dict(Family.choices)),
    ImportField("level", "choice", _("level"), labels=dict(Seniority.choices)),
    ImportField("office", "text", _("office"), limit=160),
    ImportField("starts_on", "date", _("in this position since")),
    ImportField("company", "name", _("company")),
    ImportField("company_key", "key", _("number of the company in the other system"), limit=80),
    ImportField("siren", "siren", _("SIREN"), by_content=True),
    ImportField("siret", "siret", _("SIRET"), by_content=True),
    ImportField("vat", "vat", _("VAT number")),
    ImportField("company_site", "url", _("website of the company")),
    ImportField("country", "country", _("country")),
    ImportField("key", "key", _("number in another system"), limit=80),
    ImportField("email", "emails", _("e-mail address"), by_content=True, limit=1000),
    ImportField("email_kind", "text", _("kind of the e-mail address"), limit=60),
    ImportField("email_2", "emails", _("second e-mail address"), limit=1000),
    ImportField("email_2_kind", "text", _("kind of the second e-mail address"), limit=60),
    ImportField("email_3", "emails", _("third e-mail address"), limit=1000),
    ImportField("email_3_kind", "text", _("kind of the third e-mail address"), limit=60),
    ImportField("email_home", "emails", _("personal e-mail address"), limit=1000),
    ImportField("email_other", "emails", _("other e-mail address"), limit=1000),
    ImportField("phone", "phone", _("telephone"), limit=400),
    ImportField("phone_kind", "text", _("kind of the telephone"), limit=60),
    ImportField("phone_2", "phone", _("second telephone"), limit=400),
    ImportField("phone_2_kind", "text", _("kind of the second telephone"), limit=60),
    ImportField("phone_3", "phone", _("third telephone"), limit=400),
    ImportField("phone_3_kind", "text", _("kind of the third telephone"), limit=60),
    ImportField("phone_mobile", "phone", _("mobile telephone"), limit=400),
    ImportField("phone_home", "phone", _("home telephone"), limit=400),
    ImportField("phone_home_2", "phone", _("second home telephone"), limit=400),
    ImportField("phone_other", "phone", _("other telephone"), limit=400),
    ImportField("phone_main", "phone", _("switchboard"), limit=400),
    ImportField("extension", "key", _("extension"), limit=12),
    ImportField("link", "text", _("LinkedIn or other link"), limit=1000),
    ImportField("website", "text", _("website"), limit=1000),
    ImportField("language", "text", _("language"), limit=60),
    ImportField("time_zone", "text", _("time zone"), limit=60),
    ImportField("note", "long_text", _("note")),
    ImportField("reports_to", "key", _("reports to"), limit=160),
    ImportField("no_email", "boolean", _("refuses e-mails")),
    ImportField("no_phone", "boolean", _("refuses calls")),
    ImportField("is_company", "choice", _("person or company")),
    ImportField("deleted", "boolean", _("deleted in the other system")),
)

# Columns that are seen and left where they are, and why: Kameo keeps no more about people than the work needs (R181).
_WHY = {
    "personal": _("Personal, and not needed to work with them: it is not kept."),
    "fax": _("Faxes and pagers are not kept."),
    "elsewhere": _("It belongs to the account or to our team, not to the person."),
    "tags": _("Tags and groups of another system are not taken over: segments choose people by what is known of them."),
}
DECLINED = {_WHY[key]: names for key, names in words_in(NAMES, "declined").items()}
