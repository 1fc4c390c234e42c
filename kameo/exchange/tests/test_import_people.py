"""People from real files and from awkward ones: who is created, recognised, changed, left out, and why."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kameo.accounts.models import Account, Identifier, MailDomain
from kameo.contacts.models import EmailAddress, Link, OptOut, Person, PersonNumber, PhoneNumber, Position
from kameo.exchange import domain
from kameo.exchange.tests.conftest import codes, counts
from kameo.exchange.tests.files import shared

pytestmark = pytest.mark.django_db


def told(outcome: Any) -> Counter[str]:
    return Counter(problem.code for problem in outcome.problems)


def chart() -> dict[str, str]:
    rows = Position.objects.select_related("person", "reports_to__person")
    return {row.person.full_name: row.reports_to.person.full_name if row.reports_to else "" for row in rows}


def test_500_contacts_of_atomic_crm_come_with_their_companies(import_file: Any) -> None:
    path = shared("contacts/atomic-crm/contacts.csv")
    record, first = import_file("people", path, create_accounts=True, country="US")
    assert (counts(first), told(first)) == ((500, 0, 0, 0), Counter())
    assert first.details == {
        "accounts_created": 55,
        "companies": 55,
        "with_manager": 0,
        "emails": 500,
        "phones": 830,
        "ignored": first.details["ignored"],
    }
    assert (Account.objects.count(), Person.objects.count(), Position.objects.count()) == (55, 500, 500)
    shelley = Person.objects.get(last_name="Kerluke", first_name="Shelley")
    phone = shelley.phones.get()
    assert (phone.number, phone.extension, phone.kind) == ("+19553710847", "371", "home")
    assert [(one.address, one.kind) for one in shelley.emails.all()] == [("Shelley_Kerluke47@hotmail.com", "other")]
    assert Identifier.objects.get(account=shelley.positions.get().account).value == "1"
    assert PersonNumber.objects.count() == 500
    _, again = import_file("people", path, create_accounts=True, country="US")
    assert (counts(again), Person.objects.count()) == ((0, 0, 500, 0), 500)
    assert domain.undo_import(record, by=None).removed == 500
    assert (Person.objects.count(), Account.objects.count(), EmailAddress.objects.count()) == (0, 0, 0)


def test_without_leave_to_create_unknown_companies_reject_their_people(import_file: Any) -> None:
    _, outcome = import_file("people", shared("contacts/atomic-crm/contacts.csv"), country="US")
    assert (counts(outcome), told(outcome)) == ((0, 0, 0, 500), Counter(account_unknown=500))
    assert Account.objects.count() == 0


def test_the_export_of_atomic_crm_keeps_three_addresses_each(import_file: Any) -> None:
    path = shared("contacts/atomic-crm/contacts_export.csv")
    _, first = import_file("people", path, create_accounts=True, country="US")
    assert (counts(first), told(first)) == ((2, 0, 0, 0), Counter())
    john = Person.objects.get(first_name="John")
    assert [(one.address, one.kind) for one in john.emails.all()] == [
        ("john@doe.example", "work"),
        ("john.doe@gmail.com", "personal"),
        ("jdoe@caramail.com", "other"),
    ]
    assert john.links.get().url == "https://www.linkedin.com/in/johndoe"
    assert counts(import_file("people", path, create_accounts=True, country="US")[1]) == (0, 0, 2, 0)


def test_salesforce_contacts_find_their_accounts_by_number(import_file: Any) -> None:
    accounts, _ = import_file("accounts", shared("salesforce-devorg/Account.csv"))
    path = shared("salesforce-devorg/Contact.csv")
    people, first = import_file("people", path, country="US")
    assert (counts(first), told(first)) == ((25, 0, 0, 0), Counter(email_invalid=2, phone_unreadable=1))
    assert [(problem.line, problem.value) for problem in first.problems] == [
        (11, "b.levy@expressl&t.net"),
        (12, "j.davis@expressl&t.net"),
        (25, "886-2-25474189"),
    ]
    assert (EmailAddress.objects.count(), PhoneNumber.objects.count()) == (21, 39)
    song = Position.objects.get(person__last_name="Song")
    assert (song.account.name, song.title, song.family, song.level) == (
        "United Oil & Gas Corp.",
        "CEO",
        "general",
        "executive",
    )
    assert counts(import_file("people", path, country="US")[1]) == (0, 0, 25, 0)
    # Accounts that people work at stay; once those are gone, they go too.
    assert domain.rehearse_undo(accounts).kept == 17
    assert domain.undo_import(people, by=None).removed == 25
    assert domain.undo_import(accounts, by=None).removed == 18


def test_northwind_customers_hold_one_contact_each(import_file: Any) -> None:
    path = shared("northwind/Customers.csv")
    _, first = import_file("people", path, create_accounts=True)
    assert (counts(first), told(first)) == ((93, 0, 0, 0), Counter(phone_unreadable=15))
    assert (first.details["accounts_created"], PhoneNumber.objects.count()) == (93, 76)
    maria = Position.objects.select_related("account", "person").get(person__last_name="Anders")
    assert (maria.account.name, maria.account.country, maria.title) == (
        "Alfreds Futterkiste",
        "DE",
        "Sales Representative",
    )
    assert maria.person.phones.get().number == "+49300074321"
    assert counts(import_file("people", path, create_accounts=True)[1]) == (0, 0, 93, 0)


def test_northwind_customers_after_their_accounts_create_none(import_file: Any) -> None:
    path = shared("northwind/Customers.csv")
    import_file("accounts", path)
    _, first = import_file("people", path)
    assert (counts(first), first.details["accounts_created"]) == ((93, 0, 0, 0), 0)


def test_northwind_employees_are_an_organisation_chart(import_file: Any) -> None:
    Account.objects.create(name="Northwind Traders")
    path = shared("northwind/Employees.csv")
    _, first = import_file("people", path, account="northwind  traders")
    assert (counts(first), told(first)) == ((9, 0, 0, 0), Counter(word_unknown=1))  # “Dr.” is no salutation
    assert chart() == {
        "Andrew Fuller": "",
        "Nancy Davolio": "Andrew Fuller",
        "Janet Leverling": "Andrew Fuller",
        "Margaret Peacock": "Andrew Fuller",
        "Steven Buchanan": "Andrew Fuller",
        "Laura Callahan": "Andrew Fuller",
        "Michael Suyama": "Steven Buchanan",
        "Robert King": "Steven Buchanan",
        "Anne Dodsworth": "Steven Buchanan",
    }
    nancy = Person.objects.get(first_name="Nancy")
    assert (nancy.salutation, nancy.phones.get().number, nancy.phones.get().extension) == (
        "madam",
        "+12065559857",
        "5467",
    )
    assert nancy.positions.get().starts_on == dt.date(1992, 5, 1)
    assert {"BirthDate", "PhotoPath", "Address"} <= set(first.details["ignored"])
    assert not Link.objects.exists()
    assert counts(import_file("people", path, account="Northwind Traders")[1]) == (0, 0, 9, 0)


def test_every_card_of_every_product_is_imported_or_refused_with_a_reason(import_file: Any) -> None:
    total: Counter[str] = Counter()
    made = refused = 0
    for path in sorted(shared("cards").rglob("*")):
        if path.is_file() and path.suffix != ".txt":
            _, outcome = import_file("people", path, create_accounts=True, country="US")
            made += outcome.created + outcome.updated + outcome.unchanged
            refused += outcome.rejected
            total += Counter(one.code for one in outcome.problems if one.level == "error")
            assert counts(import_file("people", path, create_accounts=True, country="US")[1])[:2] == (0, 0), path
    assert (made + refused, refused) == (28, sum(total.values()))
    assert total == Counter(company_missing=5, nobody_named=2)


def test_a_linkedin_export_starts_below_its_notes(import_file: Any) -> None:
    Account.objects.create(name="Ardelane")
    text = (
        "Notes:\n"
        '"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n'
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Claire,Vasseur,https://www.linkedin.com/in/claire-vasseur,,Ardelane,Directrice des achats,12 Mar 2024\n"
        "Paul,Roux,https://www.linkedin.com/in/paul-roux,,Ardelane,DSI,01 Jan 2023\n"
        "Jo,Martin,https://www.linkedin.com/in/jo-martin,,Inconnue,CEO,02 Jan 2023\n"
    )
    _, first = import_file("people", text)
    assert (counts(first), codes(first)) == ((2, 0, 0, 1), [(7, "account_unknown")])
    post = Position.objects.select_related("person").get(person__first_name="Claire")
    assert (post.person.full_name, post.family, post.level) == ("Claire Vasseur", "purchasing", "director")
    assert post.person.links.get().kind == "linkedin"
    renamed = text.replace("Vasseur,https", "Morin,https")
    assert counts(import_file("people", renamed)[1]) == (0, 1, 1, 1)  # the profile is hers under any name
    assert Person.objects.get(first_name="Claire").last_name == "Morin"


def test_what_people_typed_is_never_blanked_nor_their_notes_replaced(import_file: Any) -> None:
    account = Account.objects.create(name="Ardelane")
    marie = Person.objects.create(first_name="Marie", last_name="Durand", note="Préfère le matin", language="fr")
    EmailAddress.objects.create(person=marie, address="marie@ardelane.example")
    Position.objects.create(person=marie, account=account, title="Acheteuse", department="Achats")
    text = (
        "prénom;nom;société;email;fonction;service;langue;notes\n"
        "Marie;Durand;Ardelane;marie@ardelane.example, m.durand@ardelane.example;Directrice des achats;;;Autre note\n"
    )
    record, outcome = import_file("people", text)
    assert (counts(outcome), Person.objects.count()) == ((0, 1, 0, 0), 1)
    marie.refresh_from_db()
    post = marie.positions.get()
    assert (marie.note, marie.language) == ("Préfère le matin", "fr")
    assert (post.title, post.department, post.family) == ("Directrice des achats", "Achats", "purchasing")
    assert marie.emails.count() == 2
    assert domain.undo_import(record, by=None).restored == 0  # the person's own row had not changed
    post.refresh_from_db()
    assert (post.title, post.family, marie.emails.count()) == ("Acheteuse", "", 1)


def test_fill_only_fills_and_leave_leaves(import_file: Any) -> None:
    text = "prénom;nom;société;fonction;service\nMarie;Durand;Ardelane;Directrice;Achats\n"
    account = Account.objects.create(name="Ardelane")
    marie = Person.objects.create(first_name="Marie", last_name="Durand")
    Position.objects.create(person=marie, account=account, title="Acheteuse")
    assert counts(import_file("people", text, on_match="leave")[1]) == (0, 0, 1, 0)
    assert counts(import_file("people", text, on_match="fill")[1]) == (0, 1, 0, 0)
    post = marie.positions.get()
    assert (post.title, post.department) == ("Acheteuse", "Achats")


def test_one_person_with_ten_addresses_and_two_people_with_one(import_file: Any) -> None:
    Account.objects.create(name="Ardelane")
    ten = "; ".join(f"m{number}@ardelane.example" for number in range(10))
    text = (
        "first name,last name,company,email\n"
        f'Marie,Durand,Ardelane,"{ten}"\n'
        "Paul,Martin,Ardelane,famille@ardelane.example\nLucie,Bernard,Ardelane,famille@ardelane.example\n"
        "Zoé,Petit,Ardelane,info@ardelane.example\nHugo,Roux,Ardelane,info@ardelane.example\n"
    )
    assert counts(import_file("people", text)[1]) == (5, 0, 0, 0)
    assert Person.objects.get(first_name="Marie").emails.count() == 10
    assert counts(import_file("people", text)[1]) == (0, 0, 5, 0)


def test_the_same_person_at_two_accounts_holds_two_positions(import_file: Any) -> None:
    text = "name,email,company\nMarie Durand,marie@a.example,Alpha\nMarie Durand,marie@a.example,Beta\n"
    text += "Marie Durand,marie@a.example,Alpha\n"
    _, outcome = import_file("people", text, create_accounts=True)
    assert (counts(outcome), codes(outcome)) == ((2, 0, 0, 1), [(4, "person_double_in_file")])
    assert (Person.objects.count(), Position.objects.count()) == (1, 2)


def test_circles_and_strangers_are_not_drawn(import_file: Any) -> None:
    Account.objects.create(name="Alpha")
    Account.objects.create(name="Beta")
    text = (
        "contact id,first name,last name,company,reports to\n"
        "1,A,Aubert,Alpha,2\n2,B,Blanc,Alpha,3\n3,C,Caron,Alpha,1\n4,D,Dumas,Alpha,Caron Chloé\n"
        "5,E,Evrard,Beta,1\n6,F,Faure,Alpha,Blanc B\n7,G,Gros,Alpha,7\n"
    )
    _, outcome = import_file("people", text)
    assert counts(outcome) == (7, 0, 0, 0)
    assert codes(outcome) == [
        (2, "manager_loop"),
        (3, "manager_loop"),
        (4, "manager_loop"),
        (5, "manager_unknown"),
        (6, "manager_elsewhere"),
    ]
    assert {name: boss for name, boss in chart().items() if boss} == {"F Faure": "B Blanc"}


def test_a_circle_closed_by_what_is_drawn_already_is_refused(import_file: Any) -> None:
    text = "contact id,last name,company,reports to\n1,Aubert,Alpha,\n2,Blanc,Alpha,1\n"
    import_file("people", text, create_accounts=True)
    _, outcome = import_file("people", "contact id,last name,company,reports to\n1,Aubert,Alpha,2\n")
    assert (counts(outcome), codes(outcome)) == ((0, 0, 1, 0), [(2, "manager_loop")])


def test_refusals_come_in_hold_for_the_same_address_and_are_never_lifted(import_file: Any) -> None:
    text = "first name,last name,email,company,email opt out\nMarie,Durand,m@alpha.example,Alpha,{}\n"
    import_file("people", text.format("yes"), create_accounts=True)
    assert OptOut.objects.get().channel == "email"
    assert counts(import_file("people", text.format("no"))[1]) == (0, 0, 1, 0)
    assert OptOut.objects.get().lifted_at is None
    _, other = import_file("people", "last name,email,company\nBernard,m@alpha.example,Alpha\n")
    assert codes(other) == [(2, "person_looks_like"), (2, "person_refused")]
    assert OptOut.objects.filter(person__last_name="Bernard", channel="email").count() == 1


def test_somebody_in_the_bin_and_companies_rows_are_refused(import_file: Any) -> None:
    import_file("people", "last name,email,company\nDurand,m@alpha.example,Alpha\n", create_accounts=True)
    Person.objects.update(binned_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    text = (
        "name,is a company,email,related company\nDurand,False,m@alpha.example,Alpha\nAlpha,True,info@alpha.example,\n"
    )
    _, outcome = import_file("people", text)
    assert codes(outcome) == [(2, "person_in_bin"), (3, "row_is_company")]
    assert Person.objects.count() == 1


def test_a_domain_finds_the_account_of_those_who_name_none(import_file: Any) -> None:
    account = Account.objects.create(name="Ardelane")
    MailDomain.objects.create(account=account, domain="ardelane.example")
    text = "name,email\nMarie Durand,marie@ardelane.example\nPaul Martin,paul@gmail.com\nLéa Roux,lea@inconnu.example\n"
    _, outcome = import_file("people", text, create_accounts=True)
    assert counts(outcome) == (1, 0, 0, 2)
    assert codes(outcome) == [(3, "company_missing"), (4, "account_unknown")]
    assert Position.objects.get().account == account


def test_a_near_company_is_proposed_with_its_score(import_file: Any) -> None:
    account = Account.objects.create(name="Transports Ardelane")
    _, outcome = import_file("people", "name,company\nMarie Durand,Ardelane Transport SAS\n")
    (problem,) = outcome.problems
    assert (problem.code, problem.params["alike"][0]["account"]) == ("account_unknown", account.pk)


def test_two_systems_that_count_from_one_do_not_mix_their_people(import_file: Any) -> None:
    import_file("people", "contact id,name,company\n1,Marie Durand,Alpha\n", create_accounts=True)
    _, outcome = import_file("people", "contact id,name,company\n1,Jean-Baptiste Kowalczyk,Alpha\n")
    assert (counts(outcome), codes(outcome)) == ((1, 0, 0, 0), [(2, "person_number_of_other")])
    _, named = import_file("people", "contact id,name,company\n1,Zoé Kimura,Alpha\n", source="Sage")
    assert (counts(named), codes(named)) == ((1, 0, 0, 0), [])


def test_an_ended_position_stays_ended_and_another_employer_is_told(import_file: Any) -> None:
    text = "name,email,company\nMarie Durand,marie.durand@gmail.com,{}\n"
    import_file("people", text.format("Alpha"), create_accounts=True)
    _, moved = import_file("people", text.format("Beta"), create_accounts=True)
    assert (counts(moved), codes(moved)) == ((0, 1, 0, 0), [(2, "works_elsewhere")])
    Position.objects.filter(account__name="Alpha").update(ends_on=dt.date(2026, 1, 1))
    _, back = import_file("people", text.format("Alpha"))
    assert (counts(back), codes(back)) == ((0, 0, 1, 0), [(2, "position_ended")])


def test_what_is_used_since_stays_after_an_undo(import_file: Any) -> None:
    record, _ = import_file("people", "name,company\nMarie Durand,Alpha\nPaul Roux,Alpha\n", create_accounts=True)
    marie = Person.objects.get(last_name="Durand")
    other = Person.objects.create(last_name="Petit")
    Position.objects.create(person=other, account=Account.objects.get(), reports_to=marie.positions.get())
    result = domain.undo_import(record, by=None)
    assert result.removed == 1
    assert sorted(Person.objects.values_list("last_name", flat=True)) == ["Durand", "Petit"]
    assert Account.objects.filter(name="Alpha").exists()


def test_a_card_file_is_a_file_like_any_other(import_file: Any, tmp_path: Path) -> None:
    text = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lefèvre;Hélène;;Mme;\r\nFN:Hélène Lefèvre\r\n"
        "ORG:Alpha\\, Beta & Cie;Achats\r\n"
        "TITLE:Directrice des achats\r\nEMAIL;TYPE=WORK:helene@alpha.example\r\nTEL;TYPE=CELL:06 12 34 56 78\r\n"
        "TEL;TYPE=WORK,FAX:04 75 01 23 45\r\nBDAY:1970-01-01\r\nEND:VCARD\r\n"
    )
    _, outcome = import_file("people", text, create_accounts=True)
    assert (counts(outcome), codes(outcome)) == ((1, 0, 0, 0), [(1, "fax_left_out")])
    post = Position.objects.select_related("person", "account").get()
    assert (post.account.name, post.department, post.person.salutation) == ("Alpha, Beta & Cie", "Achats", "madam")
    assert [(one.number, one.kind) for one in post.person.phones.all()] == [("+33612345678", "mobile")]
    assert outcome.details["ignored"] == ["Birthday"]
