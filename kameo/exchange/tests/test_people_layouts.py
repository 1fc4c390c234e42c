"""Files of people as products write them: their headers as documented, recognised without a word from anybody."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from kameo.core.importing import importers
from kameo.exchange.recognition.analysis import analyse
from kameo.exchange.tests.files import write

GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,"
    "Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,"
    "Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,"
    "E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,"
    "Phone 2 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,"
    "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Organization 1 - Type,"
    "Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,Organization 1 - Department,"
    "Organization 1 - Symbol,Organization 1 - Location,Organization 1 - Job Description,Website 1 - Type,"
    "Website 1 - Value"
)
GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
    "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,"
    "Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Website 1 - Label,Website 1 - Value"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,"
    "Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Home Country/Region,"
    "Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,"
    "Home Phone,Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,Primary Phone,Telex,Account,Anniversary,"
    "Assistant's Name,Birthday,Categories,Children,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,"
    "E-mail 2 Type,E-mail 2 Display Name,E-mail 3 Address,Gender,Hobby,Initials,Keywords,Language,Location,"
    "Manager's Name,Notes,Office Location,Profession,Spouse,User 1,Web Page"
)
THUNDERBIRD = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,"
    "Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,"
    "Work Address,Work Address 2,Work City,Work State,Work ZipCode,Work Country,Job Title,Department,Organization,"
    "Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes"
)
SALESFORCE = (
    "Id,IsDeleted,MasterRecordId,AccountId,LastName,FirstName,Salutation,Name,MailingCity,MailingCountry,Phone,Fax,"
    "MobilePhone,HomePhone,OtherPhone,AssistantPhone,ReportsToId,Email,Title,Department,AssistantName,LeadSource,"
    "Birthdate,Description,OwnerId,HasOptedOutOfEmail,DoNotCall"
)
HUBSPOT = (
    "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,Associated Company,"
    "Associated Company IDs,Job Title,Lead Status,Marketing contact status,LinkedIn URL,Preferred language,"
    "Unsubscribed from all email,Create Date"
)
ODOO = (
    "External ID,Name,Is a Company,Related Company,Title,Job Position,Email,Phone,Mobile,Website,Language,Timezone,"
    "Country,Tags,Internal Notes"
)
VTIGER = (
    "Salutation,First Name,Last Name,Office Phone,Organization Name,Mobile,Home Phone,Lead Source,Other Phone,Title,"
    "Fax,Department,Birthdate,Primary Email,Reports To,Assistant,Secondary Email,Assistant Phone,Do Not Call,"
    "Email Opt Out,Assigned To,Reference,Notify Owner,Contact Id,Mailing City,Mailing Country,Description"
)
ATOMIC = (
    "first_name,last_name,gender,title,background,first_seen,last_seen,has_newsletter,status,tags,linkedin_url,company,"
    "email_work,email_home,email_other,phone_work,phone_home,phone_other"
)
LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
FRENCH = (
    "Civilité;Nom;Prénom;Fonction;Service;Société;N° SIRET;Courriel;Téléphone fixe;Portable;Responsable hiérarchique;"
    "Langue;Commentaires;Date de naissance"
)

LAYOUTS: dict[str, tuple[str, dict[str, str]]] = {
    "google-old": (
        GOOGLE_OLD,
        {
            "full_name": "Name",
            "first_name": "Given Name",
            "middle_name": "Additional Name",
            "last_name": "Family Name",
            "salutation": "Name Prefix",
            "suffix": "Name Suffix",
            "job_title": "Organization 1 - Title",
            "department": "Organization 1 - Department",
            "company": "Organization 1 - Name",
            "email_kind": "E-mail 1 - Type",
            "email": "E-mail 1 - Value",
            "email_2_kind": "E-mail 2 - Type",
            "email_2": "E-mail 2 - Value",
            "phone_kind": "Phone 1 - Type",
            "phone": "Phone 1 - Value",
            "phone_2_kind": "Phone 2 - Type",
            "phone_2": "Phone 2 - Value",
            "country": "Address 1 - Country",
            "website": "Website 1 - Value",
            "language": "Language",
            "note": "Notes",
        },
    ),
    "google-new": (
        GOOGLE_NEW,
        {
            "first_name": "First Name",
            "middle_name": "Middle Name",
            "last_name": "Last Name",
            "full_name": "File As",
            "salutation": "Name Prefix",
            "suffix": "Name Suffix",
            "job_title": "Organization Title",
            "department": "Organization Department",
            "company": "Organization Name",
            "email_kind": "E-mail 1 - Label",
            "email": "E-mail 1 - Value",
            "email_2_kind": "E-mail 2 - Label",
            "email_2": "E-mail 2 - Value",
            "phone_kind": "Phone 1 - Label",
            "phone": "Phone 1 - Value",
            "phone_2_kind": "Phone 2 - Label",
            "phone_2": "Phone 2 - Value",
            "website": "Website 1 - Value",
            "note": "Notes",
        },
    ),
    "outlook": (
        OUTLOOK,
        {
            "salutation": "Title",
            "first_name": "First Name",
            "middle_name": "Middle Name",
            "last_name": "Last Name",
            "suffix": "Suffix",
            "company": "Company",
            "department": "Department",
            "job_title": "Job Title",
            "country": "Business Country/Region",
            "phone": "Business Phone",
            "phone_2": "Business Phone 2",
            "phone_main": "Company Main Phone",
            "phone_home": "Home Phone",
            "phone_home_2": "Home Phone 2",
            "phone_mobile": "Mobile Phone",
            "phone_other": "Other Phone",
            "email": "E-mail Address",
            "email_2": "E-mail 2 Address",
            "email_3": "E-mail 3 Address",
            "language": "Language",
            "reports_to": "Manager's Name",
            "note": "Notes",
            "office": "Office Location",
            "website": "Web Page",
            "email_kind": "E-mail Type",
            "email_2_kind": "E-mail 2 Type",  # “SMTP”: no kind
        },
    ),
    "thunderbird": (
        THUNDERBIRD,
        {
            "first_name": "First Name",
            "last_name": "Last Name",
            "full_name": "Display Name",
            "email": "Primary Email",
            "email_2": "Secondary Email",
            "phone": "Work Phone",
            "phone_home": "Home Phone",
            "phone_mobile": "Mobile Number",
            "country": "Work Country",
            "job_title": "Job Title",
            "department": "Department",
            "company": "Organization",
            "website": "Web Page 1",
            "note": "Notes",
        },
    ),
    "salesforce": (
        SALESFORCE,
        {
            "key": "Id",
            "deleted": "IsDeleted",
            "company_key": "AccountId",
            "last_name": "LastName",
            "first_name": "FirstName",
            "salutation": "Salutation",
            "full_name": "Name",
            "country": "MailingCountry",
            "phone": "Phone",
            "phone_mobile": "MobilePhone",
            "phone_home": "HomePhone",
            "phone_other": "OtherPhone",
            "reports_to": "ReportsToId",
            "email": "Email",
            "job_title": "Title",
            "department": "Department",
            "note": "Description",
            "no_email": "HasOptedOutOfEmail",
            "no_phone": "DoNotCall",
        },
    ),
    "hubspot": (
        HUBSPOT,
        {
            "key": "Record ID",
            "first_name": "First Name",
            "last_name": "Last Name",
            "email": "Email",
            "phone": "Phone Number",
            "phone_mobile": "Mobile Phone Number",
            "company": "Associated Company",
            "company_key": "Associated Company IDs",
            "job_title": "Job Title",
            "link": "LinkedIn URL",
            "language": "Preferred language",
            "no_email": "Unsubscribed from all email",
        },
    ),
    "odoo": (
        ODOO,
        {
            "key": "External ID",
            "full_name": "Name",
            "is_company": "Is a Company",
            "company": "Related Company",
            "salutation": "Title",
            "job_title": "Job Position",
            "email": "Email",
            "phone": "Phone",
            "phone_mobile": "Mobile",
            "website": "Website",
            "language": "Language",
            "time_zone": "Timezone",
            "country": "Country",
            "note": "Internal Notes",
        },
    ),
    "vtiger": (
        VTIGER,
        {
            "salutation": "Salutation",
            "first_name": "First Name",
            "last_name": "Last Name",
            "phone": "Office Phone",
            "company": "Organization Name",
            "phone_mobile": "Mobile",
            "phone_home": "Home Phone",
            "phone_other": "Other Phone",
            "job_title": "Title",
            "department": "Department",
            "email": "Primary Email",
            "reports_to": "Reports To",
            "email_2": "Secondary Email",
            "no_phone": "Do Not Call",
            "no_email": "Email Opt Out",
            "key": "Contact Id",
            "country": "Mailing Country",
            "note": "Description",
        },
    ),
    "atomic": (
        ATOMIC,
        {
            "first_name": "first_name",
            "last_name": "last_name",
            "job_title": "title",
            "note": "background",
            "link": "linkedin_url",
            "company": "company",
            "email": "email_work",
            "email_home": "email_home",
            "email_other": "email_other",
            "phone": "phone_work",
            "phone_home": "phone_home",
            "phone_other": "phone_other",
        },
    ),
    "linkedin": (
        LINKEDIN,
        {
            "first_name": "First Name",
            "last_name": "Last Name",
            "link": "URL",
            "email": "Email Address",
            "company": "Company",
            "job_title": "Position",
        },
    ),
    "french": (
        FRENCH,
        {
            "salutation": "Civilité",
            "last_name": "Nom",
            "first_name": "Prénom",
            "job_title": "Fonction",
            "department": "Service",
            "company": "Société",
            "siret": "N° SIRET",
            "email": "Courriel",
            "phone": "Téléphone fixe",
            "phone_mobile": "Portable",
            "reports_to": "Responsable hiérarchique",
            "language": "Langue",
            "note": "Commentaires",
        },
    ),
}
# One value for each field that is looked at by its content.
SAMPLES = {
    "salutation": "Mr.",
    "email": "ada@example.com",
    "email_2": "ada@home.example",
    "email_3": "x@y.example",
    "email_home": "ada@home.example",
    "email_other": "o@y.example",
    "siret": "73282932000074",
    "country": "France",
    "no_email": "false",
    "no_phone": "0",
    "deleted": "FALSE",
    "is_company": "False",
    "full_name": "Ada Lovelace",
    "language": "fr",
    "key": "a1",
    "company_key": "c1",
}


def one_row(header: str, wanted: dict[str, str]) -> str:
    """The header, then a row that fills the columns of the wanted fields."""
    separator = ";" if ";" in header else ","
    fields = {column: field for field, column in wanted.items()}
    cells = [SAMPLES.get(fields.get(name, ""), "x" if name in fields else "") for name in header.split(separator)]
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([header.split(separator), cells])
    return out.getvalue()


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("filled", [True, False])
def test_each_column_of_a_product_goes_where_it_belongs(name: str, filled: bool, tmp_path: Path) -> None:
    header, wanted = LAYOUTS[name]
    text = one_row(header, wanted if filled else {"last_name": wanted.get("last_name", ""), **_name_fields(wanted)})
    found = matched(write(tmp_path, text))
    assert found == wanted


def _name_fields(wanted: dict[str, str]) -> dict[str, str]:
    return {field: wanted[field] for field in ("full_name", "salutation") if field in wanted}


def matched(path: Path) -> dict[str, str]:
    with analyse(path, importers["people"]) as found:
        return {field: match.header for field, match in found.matches.items()}
