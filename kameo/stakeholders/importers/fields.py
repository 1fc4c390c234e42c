"""What a file of people may carry, with the names French and English products give to its columns."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core.importing import Field
from kameo.stakeholders.enums import Family, Salutation, Seniority

FULL_NAME = (
    "full name", "display name", "contact name", "name", "nom complet", "nom et prenom", "prenom et nom",
    "prenom nom", "nom prenom", "complete name", "nom du contact", "contact", "interlocuteur", "file as",
)  # fmt: skip
COMPANY = (
    "company name", "company", "account name", "organization name", "organisation name", "organization 1 name",
    "organization", "organisation", "account", "nom de la societe", "nom de l'entreprise", "nom du compte",
    "raison sociale", "societe", "entreprise", "compte", "employeur", "employer", "related company",
    "associated company", "parent name", "nom client", "customer name", "client", "customer", "customers", "orga",
)  # fmt: skip
COMPANY_KEY = (
    "account id", "company id", "customer id", "organization id", "associated company id", "associated company ids",
    "primary associated company id", "related company id", "parent id", "code client", "numero client", "code tiers",
    "id client", "id compte", "id societe", "customer number", "account number", "customer code",
    "related company external id",
)  # fmt: skip
KEY = (
    "external id", "contact id", "record id", "person id", "employee id", "identifiant externe", "id", "identifiant",
    "contact number", "id contact", "numero de contact", "contact no", "matricule", "uid",
)  # fmt: skip
TITLE = (
    "job title", "contact title", "job position", "organization title", "organization 1 title", "title", "position",
    "intitule du poste", "poste", "fonction", "titre", "job", "role", "qualite", "intitule de poste", "designation",
)  # fmt: skip
EMAIL = (
    "email", "e mail", "email address", "e mail address", "primary email", "email 1 value", "e mail 1 value",
    "work email", "email work", "email pro", "email professionnel", "business email", "courriel", "adresse mail",
    "adresse e mail", "adresse email", "mail", "e mails", "emails", "email 1", "contact email",
)  # fmt: skip
PHONE = (
    "phone", "work phone", "business phone", "office phone", "phone 1 value", "phone number", "telephone",
    "telephone fixe", "ligne directe", "direct phone", "direct line", "tel", "phone work", "telephone pro",
    "telephone professionnel", "fixe", "phones", "phone 1", "n telephone", "numero de telephone",
)  # fmt: skip
LINK = (
    "linked in url", "linkedin url", "linkedin", "linkedin profile", "profil linkedin", "linked in", "linkedin profile url",
    "person linkedin url", "linkedin contact", "hs linkedin url", "url", "links",
)  # fmt: skip


def _phone(name: str, label: object, *synonyms: str) -> Field:
    return Field(name, "phone", label, synonyms, limit=400)


FIELDS = (
    Field("first_name", "name", _("first name"),
          ("first name", "given name", "prenom", "prenoms", "forename", "prenom du contact", "contact first name"),
          limit=120),
    Field("middle_name", "name", _("middle name"), ("middle name", "additional name", "deuxieme prenom"), limit=80),
    Field("last_name", "name", _("last name"),
          ("last name", "family name", "surname", "nom de famille", "nom", "nom usuel", "contact last name"), limit=120),
    Field("suffix", "name", _("suffix of the name"), ("suffix", "name suffix", "honorific suffix"), limit=30),
    Field("full_name", "name", _("full name"), FULL_NAME),
    Field("salutation", "choice", _("salutation"),
          ("salutation", "civilite", "title of courtesy", "courtesy title", "name prefix", "honorific prefix", "prefix",
           "civility", "titre de civilite", "title"), words={
        Salutation.MADAM: ("madam", "madame", "mme", "mrs", "ms", "miss", "mademoiselle", "mlle", "frau"),
        Salutation.SIR: ("sir", "monsieur", "mr", "m", "mister", "herr"),
    }),
    Field("job_title", "text", _("title"), TITLE, limit=160),
    Field("department", "text", _("department"),
          ("department", "departement", "service", "organization department", "organization 1 department", "direction",
           "division", "pole"), limit=120),
    Field("family", "choice", _("function"),
          ("function family", "job function", "famille de fonction", "function", "domaine fonctionnel"), words={
        Family.USERS: ("users", "end users", "utilisateurs"),
        Family.BUSINESS: ("business", "business management", "sales", "commercial", "operations", "marketing",
                          "direction metier"),
        Family.FINANCE: ("finance", "financial", "accounting", "comptabilite"),
        Family.GENERAL: ("general", "general management", "direction generale", "executive"),
        Family.ENGINEERING: ("engineering", "ingenierie", "bureau d'etudes", "r&d", "research"),
        Family.TECHNICAL: ("technical", "technical prescription", "technique", "production", "maintenance", "quality",
                           "qualite"),
        Family.IT: ("information systems", "it", "informatique", "systemes d'information", "information technology",
                    "digital"),
        Family.PURCHASING: ("purchasing", "achats", "procurement", "buying", "sourcing"),
    }),
    Field("level", "choice", _("level"),
          ("level", "seniority", "management level", "niveau hierarchique", "niveau", "job level", "employment seniority"),
          words={
        Seniority.EXECUTIVE: ("executive", "executive committee", "c level", "c suite", "cxo", "comex", "codir", "vp",
                              "owner", "founder", "partner", "comite de direction"),
        Seniority.DIRECTOR: ("director", "directeur", "directrice", "head", "senior"),
        Seniority.MANAGER: ("manager", "responsable", "lead", "chef"),
        Seniority.STAFF: ("staff", "team member", "entry", "employee", "employe", "junior", "collaborateur",
                          "individual contributor", "intern"),
    }),
    Field("office", "text", _("office"), ("office", "office location", "bureau", "lieu de travail", "site",
                                          "organization location"), limit=160),
    Field("starts_on", "date", _("in this position since"),
          ("hire date", "date d'embauche", "position start date", "date de prise de poste", "en poste depuis")),
    Field("company", "name", _("company"), COMPANY),
    Field("company_key", "key", _("number of the company in the other system"), COMPANY_KEY, limit=80),
    Field("siren", "siren", _("SIREN"), ("siren", "numero siren", "n siren"), by_content=True),
    Field("siret", "siret", _("SIRET"), ("siret", "numero siret", "n siret"), by_content=True),
    Field("vat", "vat", _("VAT number"), ("vat number", "tva intracommunautaire", "numero de tva", "vat")),
    Field("company_site", "url", _("website of the company"),
          ("company domain name", "company domain", "company website", "domaine de l'entreprise", "site de l'entreprise",
           "website url", "domain", "domaine")),
    Field("country", "country", _("country"),
          ("country", "pays", "work country", "business country", "business country region", "country region",
           "mailing country", "address 1 country", "country code", "business address country", "code pays",
           "primary country")),
    Field("key", "key", _("number in another system"), KEY, limit=80),
    Field("email", "emails", _("e-mail address"), EMAIL, by_content=True, limit=1000),
    Field("email_kind", "text", _("kind of the e-mail address"), ("e mail 1 label", "e mail 1 type", "email type"),
          limit=60),
    Field("email_2", "emails", _("second e-mail address"),
          ("email 2", "e mail 2 value", "e mail 2 address", "secondary email", "additional email", "email secondaire",
           "autre email", "email"), limit=1000),
    Field("email_2_kind", "text", _("kind of the second e-mail address"), ("e mail 2 label", "e mail 2 type"), limit=60),
    Field("email_3", "emails", _("third e-mail address"), ("email 3", "e mail 3 value", "e mail 3 address"), limit=1000),
    Field("email_3_kind", "text", _("kind of the third e-mail address"), ("e mail 3 label", "e mail 3 type"), limit=60),
    Field("email_home", "emails", _("personal e-mail address"),
          ("email home", "home email", "personal email", "email personnel", "email perso"), limit=1000),
    Field("email_other", "emails", _("other e-mail address"), ("email other", "other email"), limit=1000),
    _phone("phone", _("telephone"), *PHONE),
    Field("phone_kind", "text", _("kind of the telephone"), ("phone 1 label", "phone 1 type"), limit=60),
    _phone("phone_2", _("second telephone"), "phone 2", "phone 2 value", "business phone 2", "primary phone",
           "telephone 2", "phone"),
    Field("phone_2_kind", "text", _("kind of the second telephone"), ("phone 2 label", "phone 2 type"), limit=60),
    _phone("phone_3", _("third telephone"), "phone 3", "phone 3 value"),
    Field("phone_3_kind", "text", _("kind of the third telephone"), ("phone 3 label", "phone 3 type"), limit=60),
    _phone("phone_mobile", _("mobile telephone"), "mobile", "mobile phone", "mobile phone number", "mobile number",
           "portable", "telephone portable", "telephone mobile", "cell", "cell phone", "gsm", "home mobile", "tel mobile"),
    _phone("phone_home", _("home telephone"), "home phone", "phone home", "telephone domicile", "domicile"),
    _phone("phone_home_2", _("second home telephone"), "home phone 2"),
    _phone("phone_other", _("other telephone"), "other phone", "phone other", "autre telephone", "car phone"),
    _phone("phone_main", _("switchboard"), "company main phone", "standard", "main phone", "switchboard", "accueil"),
    Field("extension", "key", _("extension"), ("extension", "phone extension", "poste telephonique", "ext"), limit=12),
    Field("link", "text", _("LinkedIn or other link"), LINK, limit=1000),
    Field("website", "text", _("website"),
          ("website", "web page", "web page 1", "website 1 value", "site web", "website work", "website profile",
           "web site", "blog", "home page"), limit=1000),
    Field("language", "text", _("language"), ("language", "langue", "preferred language", "lang", "hs language"),
          limit=60),
    Field("time_zone", "text", _("time zone"), ("time zone", "timezone", "fuseau horaire", "tz", "hs timezone"),
          limit=60),
    Field("note", "long_text", _("note"),
          ("notes", "note", "description", "background", "commentaire", "commentaires", "comments", "remarques",
           "internal notes", "message")),
    Field("reports_to", "key", _("reports to"),
          ("reports to id", "reports to", "manager s name", "manager", "manager name", "responsable hierarchique",
           "superieur", "superieur hierarchique", "rattache a", "n 1", "reports to name", "supervisor", "hs manager"),
          limit=160),
    Field("no_email", "boolean", _("refuses e-mails"),
          ("has opted out of email", "email opt out", "unsubscribed from all email", "opt out", "desinscrit",
           "email optout", "hs email optout", "unsubscribed", "refuse les e mails", "do not email")),
    Field("no_phone", "boolean", _("refuses calls"), ("do not call", "refuse les appels", "ne pas appeler")),
    Field("is_company", "choice", _("person or company"),
          ("is a company", "is company", "company type", "type de fiche", "contact type"), words={
        "company": ("company", "organization", "org", "societe", "entreprise", "true", "1", "yes", "oui", "vrai", "x"),
        "person": ("person", "individual", "contact", "particulier", "personne", "false", "0", "no", "non", "faux"),
    }),
    Field("deleted", "boolean", _("deleted in the other system"), ("is deleted", "deleted", "supprime")),
)  # fmt: skip

# Columns that are seen and left where they are, and why: Kameo keeps no more about people than the work needs (R181).
PERSONAL = _("Personal, and not needed to work with them: it is not kept.")
DECLINED = {
    PERSONAL: (
        "birthday", "birth date", "date of birth", "date de naissance", "birth year", "birth month", "birth day",
        "anniversary", "anniversaire", "spouse", "conjoint", "children", "enfants", "gender", "sexe", "genre",
        "religion", "maiden name", "hobby", "government id number", "nationality", "nationalite", "photo", "photo path",
        "home address", "home street", "home city", "home state", "home postal code", "home zip code", "home country",
        "home country region", "home zip", "home address 2",
    ),
    _("Faxes and pagers are not kept."): (
        "fax", "fax number", "work fax", "business fax", "home fax", "other fax", "telecopie", "pager", "pager number",
    ),
    _("It belongs to the account or to our team, not to the person."): (
        "address", "adresse", "street", "city", "ville", "postal code", "code postal", "region", "state", "zip",
        "contact owner", "owner", "assigned to", "assigned", "sales", "sales id", "salesperson", "lead source",
        "company size", "industry", "mailing street", "mailing city", "mailing state", "mailing postal code",
    ),
    _("Tags and groups of another system are not taken over: segments choose people by what is known of them."): (
        "tags", "labels", "group membership", "categories", "etiquettes", "tag", "keywords", "status", "lead status",
        "lifecycle stage",
    ),
}  # fmt: skip
