"""The corpus of our own (`tests/corpus`), which every clone has: what other tests ask of real files."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.db.models import Sum

from kameo.accounts.models import Account, AccountPulse, Address, Identifier, Placement, RevenueDay, TimelineEntry
from kameo.contacts.models import EmailAddress, Person, PersonNumber, PhoneNumber, Position
from kameo.contracts.models import Invoice, InvoiceLine
from kameo.contracts.records import INVOICES
from kameo.core import clock, preferences
from kameo.core.importing import importers
from kameo.exchange import domain
from kameo.exchange.reading.errors import MESSAGES, ReadingError
from kameo.exchange.reading.table import open_table
from kameo.exchange.recognition.analysis import analyse
from kameo.exchange.tests.conftest import codes, counts
from kameo.exchange.tests.files import CORPUS, headers_of, own, records_of, rows_of, write
from kameo.exchange.tests.test_axes_of_files import complexity
from kameo.exchange.tests.test_import_people import chart, told
from kameo.insight.queries import pareto
from kameo.qualification.queries import figures

pytestmark = pytest.mark.django_db
EVERYTHING = sorted(str(path.relative_to(CORPUS)) for path in CORPUS.glob("*/*"))

MAPPED = {
    "en-groups/accounts.csv": {
        "name": "account",
        "sector": "sector",
        "own_revenue": "revenue",
        "headcount": "employees",
        "country": "office_location",
        "parent_name": "subsidiary_of",
    },
    "fr-groupes/entreprises.csv": {
        "name": "entreprise",
        "sector": "secteur_principal",
        "description": "description",
        "city": "siege_ville",
        "region": "siege_region",
        "naf": "code_ape",
        "website": "site_web",
        "external_id": "id",
        "site_count": "nb_sites_cartographies",
    },
    "fr-sirene/etablissements.csv": {
        "siren": "siren",
        "siret": "siret",
        "name": "denominationUniteLegale",
        "alias": "sigleUniteLegale",
        "naf": "activitePrincipaleUniteLegale",
        "site_naf": "activitePrincipaleEtablissement",
        "site_name": "enseigne1Etablissement",
        "site_usual_name": "denominationUsuelleEtablissement",
        "is_headquarters": "etablissementSiege",
        "street": "libelleVoieEtablissement",
        "street_number": "numeroVoieEtablissement",
        "street_suffix": "indiceRepetitionEtablissement",
        "street_type": "typeVoieEtablissement",
        "street_more": "complementAdresseEtablissement",
        "postcode": "codePostalEtablissement",
        "city": "libelleCommuneEtablissement",
        "country": "libellePaysEtrangerEtablissement",
    },
    "fr-compta/clients.csv": {
        "external_id": "Code client",
        "name": "Raison sociale",
        "city": "Ville",
        "postcode": "Code postal",
        "siren": "SIREN",
        "own_revenue": "Chiffre d'affaires (k€)",
        "headcount": "Effectif",
    },
    "en-crm/Account.csv": {
        "external_id": "Id",
        "name": "Name",
        "status": "Type",
        "parent_key": "ParentId",
        "city": "BillingCity",
        "region": "BillingState",
        "postcode": "BillingPostalCode",
        "sector": "Industry",
        "own_revenue": "AnnualRevenue",
        "headcount": "NumberOfEmployees",
        "deleted": "IsDeleted",
    },
    "en-orders/Customers.csv": {
        "external_id": "CustomerID",
        "name": "CompanyName",
        "street": "Address",
        "city": "City",
        "region": "Region",
        "postcode": "PostalCode",
        "country": "Country",
        "phone": "Phone",
    },
}
KINDS = {
    "en-groups/accounts.csv": {"group": 3, "company": 9},
    "fr-groupes/entreprises.csv": {"company": 5},
    "fr-sirene/etablissements.csv": {"company": 6, "site": 15},
    "fr-compta/clients.csv": {"company": 4},
    "en-crm/Account.csv": {"group": 1, "company": 5},
    "en-orders/Customers.csv": {"company": 6},
}


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < 150_000


@pytest.mark.parametrize("name", EVERYTHING)
def test_every_file_gives_rows_or_a_coded_error(name: str) -> None:
    try:
        with open_table(own(name)) as table:
            width = table.layout.width
            for row in table.rows():
                assert len(row.cells) == width or row.issue
    except ReadingError as error:
        assert error.code in MESSAGES
        assert str(error)


# --- accounts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", MAPPED)
def test_columns_find_their_fields(name: str) -> None:
    with analyse(own(name), importers["accounts"], currency="EUR") as found:
        assert {field: match.header for field, match in found.matches.items()} == MAPPED[name]
        assert (found.missing, found.questions) == ([], [])


@pytest.mark.parametrize("name", KINDS)
def test_accounts_come_in_and_the_same_file_twice_changes_nothing(import_file: Any, name: str) -> None:
    created = sum(KINDS[name].values())
    _, first = import_file("accounts", own(name))
    assert counts(first) == (created, 0, 0, 0)
    assert Counter(Account.objects.values_list("kind", flat=True)) == KINDS[name]
    assert AccountPulse.objects.count() == created
    _, again = import_file("accounts", own(name))
    assert (counts(again), Account.objects.count()) == ((0, 0, created, 0), created)


def test_the_dictionary_or_the_figures_name_the_unit(tmp_path: Path) -> None:
    with analyse(own("en-groups/accounts.csv"), importers["accounts"], currency="EUR") as found:
        unit, money = found.recognised["unit"], found.recognised["currency"]
        assert (unit.value, unit.status, money.value, money.status) == (1_000_000, "certain", "USD", "certain")
        assert unit.params == {"note": "Annual revenue (in millions of USD)"}
    alone = write(tmp_path, own("en-groups/accounts.csv").read_bytes())
    with analyse(alone, importers["accounts"], currency="EUR") as found:
        assert (found.recognised["unit"].value, found.recognised["unit"].status) == (1_000_000, "likely")


def test_subsidiaries_roll_up_and_make_the_complexity(import_file: Any, david: Any) -> None:
    import_file("accounts", own("en-groups/accounts.csv"))
    assert set(AccountPulse.objects.filter(tree_entities__gt=1).values_list("account__name", "tree_entities")) == {
        ("Quillmere Holdings", 4),
        ("Ostrava Glasworks", 2),
        ("Belcanto Foods", 2),
    }
    assert Placement.objects.count() == 5
    top = Account.objects.get(name="Quillmere Holdings")
    assert (top.own_revenue, top.own_revenue_currency, top.headcount) == (Decimal("1840200000.00"), "USD", 9120)
    assert dict(Account.objects.values_list("name", "country"))["Manila Bay Textiles"] == "PH"
    assert complexity(top, david).score == 2
    day = clock.company_today() - dt.date.resolution
    for number, below in enumerate(Account.objects.filter(parent=top)):
        INVOICES.add(below, by=None, number=f"F{number}", issued_on=day, net=Decimal(40_000))
    seen = figures(top, david)
    assert (seen.revenue_12m, seen.entities) == (120_000, 4)


def test_groups_tell_their_number_of_sites(import_file: Any, david: Any) -> None:
    import_file("accounts", own("fr-groupes/entreprises.csv"))
    assert dict(Account.objects.values_list("name", "site_count")) == {
        "ARDENTINE MÉCANIQUE": 52,
        "Côtélec": 14,
        "Verrerie du Haut-Pays": 3,
        "NAVALIS": 7,
        "Oxalide & Fils": 1,
    }
    scores = [complexity(Account.objects.get(site_count=sites), david).score for sites in (52, 14)]
    assert scores == [5, 3]
    assert not Account.objects.filter(headcount__isnull=False).exists()  # “Environ 4 200 collaborateurs”


def test_establishments_stand_under_their_company(import_file: Any) -> None:
    import_file("accounts", own("fr-sirene/etablissements.csv"))
    company = Account.objects.get(name="PAPETERIE DES ALLOBROGES")
    assert (company.kind, company.naf, company.aliases.get().name) == ("company", "17.12Z", "PDA")
    sites = Account.objects.filter(parent=company).order_by("pk")
    assert [site.name for site in sites] == ["PAPETERIE DES ALLOBROGES – GRENOBLE", "ATELIER NORD", "DEPOT", "QUAI 4"]
    assert [site.naf for site in sites] == ["17.12Z", "17.12Z", "17.12Z", "52.10B"]
    assert Address.objects.get(account=sites[1]).city == "CHATTE"
    assert (Identifier.objects.filter(scheme="siret").count(), Identifier.objects.filter(scheme="siren").count()) == (
        15,
        6,
    )


def test_an_accounting_tool_writes_for_windows(import_file: Any) -> None:
    import_file("accounts", own("fr-compta/clients.csv"))
    assert dict(Account.objects.values_list("name", "own_revenue")) == {
        "Émaillerie du Val d’Orne": Decimal(1_250_500),
        "Société Tronchet et Filles": Decimal(830_000),
        "Œnologie & Chais": Decimal(12_400_000),
        "Le Gall Frères": Decimal(96_250),
    }


def test_a_file_about_something_else_misses_its_columns() -> None:
    with analyse(own("tables/measures.csv"), importers["accounts"], currency="EUR") as found:
        assert found.matches == {}
        assert found.missing == [importers["accounts"].needs[0]]


# --- invoices ------------------------------------------------------------------------------------------------


def test_french_invoices_and_their_credit_notes(import_file: Any) -> None:
    import_file("accounts", own("fr-compta/clients.csv"))
    _, outcome = import_file("invoices", own("fr-compta/factures.csv"))
    assert counts(outcome) == (24, 0, 0, 0)
    assert codes(outcome) == [(line, "credit_note_negated") for line in (9, 17, 22)]
    assert Counter(Invoice.objects.values_list("kind", flat=True)) == {"invoice": 21, "credit_note": 3}
    assert Invoice.objects.aggregate(net=Sum("net"))["net"] == Decimal("230902.77")
    assert Account.objects.count() == 4  # found by their code
    assert counts(import_file("invoices", own("fr-compta/factures.csv"))[1]) == (0, 0, 24, 0)


def test_a_shop_s_invoices_to_the_pareto_and_back(import_file: Any, david: Any) -> None:
    preferences.set("currency", "GBP")
    path = own("en-shop/invoices.csv")
    record, outcome = import_file("invoices", path, currency="GBP", unknown_customers="create")
    assert counts(outcome) == (35, 0, 0, 5)
    assert codes(outcome) == [(line, "customer_missing") for line in (5, 13, 21, 29, 37)]
    assert (Account.objects.count(), Invoice.objects.filter(kind="credit_note").count()) == (7, 4)
    assert Invoice.objects.aggregate(net=Sum("net"))["net"] == Decimal("33752.07")
    assert RevenueDay.objects.aggregate(net=Sum("reporting_net"))["net"] == Decimal("33752.07")
    assert TimelineEntry.objects.filter(source="contracts.Invoice").count() == 35
    found = pareto(david, start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31))
    assert (found.accounts, found.revenue) == (7, Decimal("33752.07"))
    _, again = import_file("invoices", path, currency="GBP", unknown_customers="create")
    assert counts(again) == (0, 0, 35, 5)
    result = domain.undo_import(record, by=None)
    assert (result.removed, result.kept) == (35, 0)
    for model in (Account, Invoice, Identifier, RevenueDay, TimelineEntry, AccountPulse):
        assert model.objects.count() == 0, model


def test_orders_come_with_their_lines(import_file: Any, tmp_path: Path) -> None:
    orders = {row["OrderID"]: row for row in csv.DictReader(own("en-orders/Orders.csv").read_text().splitlines())}
    lines = list(csv.DictReader(own("en-orders/Order_Details.csv").read_text().splitlines()))
    joined = [{**orders[line["OrderID"]], **line} for line in lines]
    wanted = ["OrderID", "OrderDate", "CustomerID", "ProductID", "UnitPrice", "Quantity", "Discount"]
    path = tmp_path / "lines.csv"
    with path.open("w", newline="") as stream:
        csv.writer(stream).writerows([wanted, *([row[name] for name in wanted] for row in joined)])
    nets = [Decimal(row["UnitPrice"]) * Decimal(row["Quantity"]) * (1 - Decimal(row["Discount"])) for row in lines]
    import_file("accounts", own("en-orders/Customers.csv"))
    _, outcome = import_file("invoices", path, currency="USD")
    assert (counts(outcome), InvoiceLine.objects.count()) == ((12, 0, 0, 0), len(lines))
    total = sum(net.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP") for net in nets)
    assert Invoice.objects.aggregate(net=Sum("net"))["net"] == total


# --- people --------------------------------------------------------------------------------------------------


def test_contacts_come_with_their_companies_and_go_again(import_file: Any) -> None:
    path = own("contacts/contacts.csv")
    _, refused = import_file("people", path, country="US")
    assert (counts(refused), told(refused)) == ((0, 0, 0, 10), Counter(account_unknown=10))
    record, first = import_file("people", path, create_accounts=True, country="US")
    assert (counts(first), told(first)) == ((10, 0, 0, 0), Counter())
    assert (Account.objects.count(), Position.objects.count(), PersonNumber.objects.count()) == (4, 10, 10)
    shelby = Person.objects.get(first_name="Shelby")
    phone = shelby.phones.get()
    assert (phone.number, phone.extension, phone.kind) == ("+19553710800", "370", "home")
    assert [(one.address, one.kind) for one in shelby.emails.all()] == [("Shelby_Kerr@mail.example", "other")]
    assert counts(import_file("people", path, create_accounts=True, country="US")[1]) == (0, 0, 10, 0)
    assert domain.undo_import(record, by=None).removed == 10
    assert (Person.objects.count(), Account.objects.count(), EmailAddress.objects.count()) == (0, 0, 0)


def test_an_export_keeps_three_addresses_each(import_file: Any) -> None:
    path = own("contacts/contacts_export.csv")
    _, first = import_file("people", path, create_accounts=True, country="US")
    assert (counts(first), told(first)) == ((2, 0, 0, 0), Counter())
    jon = Person.objects.get(first_name="Jon")
    assert [(one.address, one.kind) for one in jon.emails.all()] == [
        ("jon@kerr.example", "work"),
        ("jon.roe@mail.example", "personal"),
        ("jroe@old.example", "other"),
    ]
    assert jon.links.get().url == "https://www.linkedin.com/in/jonroe"


def test_contacts_of_another_crm_find_their_accounts_by_number(import_file: Any) -> None:
    accounts, _ = import_file("accounts", own("en-crm/Account.csv"))
    people, first = import_file("people", own("en-crm/Contact.csv"), country="US")
    assert (counts(first), codes(first)) == ((8, 0, 0, 0), [(6, "email_invalid"), (8, "phone_unreadable")])
    assert (EmailAddress.objects.count(), PhoneNumber.objects.count()) == (7, 9)
    song = Position.objects.get(person__last_name="Song")
    assert (song.account.name, song.title, song.family, song.level) == ("Kestrel Air", "CEO", "general", "executive")
    assert Account.objects.get(name="Edgewater Power (North)").parent == Account.objects.get(name="Edgewater Power")
    assert counts(import_file("people", own("en-crm/Contact.csv"), country="US")[1]) == (0, 0, 8, 0)
    assert domain.rehearse_undo(accounts).kept == 6  # people work at each of them
    assert domain.undo_import(people, by=None).removed == 8
    assert domain.undo_import(accounts, by=None).removed == 6


def test_customers_hold_one_contact_each(import_file: Any) -> None:
    path = own("en-orders/Customers.csv")
    record, first = import_file("people", path, create_accounts=True)
    assert (counts(first), codes(first)) == ((6, 0, 0, 0), [(7, "phone_unreadable")])
    assert (first.details["accounts_created"], PhoneNumber.objects.count()) == (6, 5)
    liisa = Position.objects.select_related("account", "person").get(person__last_name="Aalto")
    assert (liisa.account.name, liisa.account.country, liisa.title) == ("Aalto Kahvit", "FI", "Owner")
    assert liisa.person.phones.get().number == "+35891234567"
    domain.undo_import(record, by=None)
    import_file("accounts", path)
    _, after = import_file("people", path)
    assert (counts(after), after.details["accounts_created"]) == ((6, 0, 0, 0), 0)


def test_employees_are_an_organisation_chart(import_file: Any) -> None:
    Account.objects.create(name="Northgate Traders")
    path = own("en-orders/Employees.csv")
    _, first = import_file("people", path, account="northgate  traders")
    assert (counts(first), told(first)) == ((5, 0, 0, 0), Counter(word_unknown=1))  # “Dr.” is no salutation
    assert chart() == {
        "Andrew Fuller-Hay": "",
        "Nancy Daviot": "Andrew Fuller-Hay",
        "Janet Leverett": "Andrew Fuller-Hay",
        "Steven Buckland": "Andrew Fuller-Hay",
        "Michael Suyin": "Steven Buckland",
    }
    nancy = Person.objects.get(first_name="Nancy")
    phone = nancy.phones.get()
    assert (nancy.salutation, phone.number, phone.extension) == ("madam", "+12065559857", "5467")
    assert nancy.positions.get().starts_on == dt.date(2012, 5, 1)


# name: people written, and why the others are refused
CARDS = {
    "telephone-2.1.vcf": (1, ["nobody_named"]),
    "carnet-3.0.vcf": (2, ["account_unknown"]),
    "agenda-4.0.vcf": (1, []),
    "jcard.json": (1, []),
    "xcard.xml": (1, []),
}


@pytest.mark.parametrize("name", CARDS)
def test_every_card_is_imported_or_refused_with_a_reason(import_file: Any, name: str) -> None:
    _, outcome = import_file("people", own(f"cards/{name}"), create_accounts=True, country="FR")
    written, reasons = CARDS[name]
    assert counts(outcome) == (written, 0, 0, len(reasons))
    assert [problem.code for problem in outcome.problems if problem.level == "error"] == reasons
    _, again = import_file("people", own(f"cards/{name}"), create_accounts=True, country="FR")
    assert counts(again) == (0, 0, written, len(reasons))


def test_cards_say_accents_extensions_and_two_addresses(import_file: Any) -> None:
    for name in CARDS:
        import_file("people", own(f"cards/{name}"), create_accounts=True, country="FR")
    posts = Position.objects.select_related("person", "account")
    assert {(post.person.full_name, post.account.name, post.title) for post in posts} == {
        ("Hélène Lefèvre", "Papeterie des Allobroges", "Responsable qualité"),
        ("Yann Tanguy", "Le Gall Frères", "Directeur des opérations"),
        ("Soazig Abgrall", "Le Gall Frères", "Assistante"),
        ("Ada Lindqvist", "Kestrel Air", "Head of Purchasing"),
        ("Oumar Sow", "Ziem-Bauer", "Quality engineer"),
        ("Inés Prado", "Bodega Río Claro", "Directora comercial"),
    }
    assert list(PhoneNumber.objects.exclude(extension="").order_by("number").values_list("number", "extension")) == [
        ("+15207739050", "42"),
        ("+4930901820", "7"),
    ]
    yann = Person.objects.get(last_name="Tanguy")
    assert [(one.address, one.kind) for one in yann.emails.all()] == [
        ("yann@legall.example", "work"),
        ("yann.tanguy@courrier.example", "personal"),
    ]


# --- tables --------------------------------------------------------------------------------------------------

ABC = ("a", "b", "c")
TABLES = {
    "quotes.csv": (
        ("name", "said", "town"),
        [["Roe, Jan", 'She said "now", then left', "Le Puy"], ["Two\nlines", 'a "b"\nc', "x"]],
    ),
    "quotes_crlf.csv": (("name", "said"), [["Roe, Jan", "one\r\ntwo"]]),
    "json.csv": (("key", "value"), [["1", '{"type": "Point", "coordinates": [102.0, 0.5]}']]),
    "semicolons.csv": (("nom", "montant"), [["Dupont", "1 250,50"], ["Durand", "-3,00"]]),
    "tabs.tsv": (ABC, [["1", "2", "3"]]),
    "bars.txt": (ABC, [["1", "2", "3"], ["4", "5", "6"]]),
    "old_mac.csv": (ABC, [["1", "2", "3"], ["4", "5", "6"]]),
    "utf8_bom.csv": (("foo", "bar", "baz"), [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "utf16_big.csv": (ABC, [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "utf16_little.csv": (ABC, [["1", "2", "3"], ["4", "5", "ʤ"]]),
    "latin1.csv": (ABC, [["1", "2", "3"], ["4", "5", "©"]]),
    "cp1252.csv": (("société", "note"), [["“Chez Œuf”", "10 €"], ["L’Été", "–"]]),
    "nul.csv": (ABC, [["", "2", "3"]]),
    "no_header.csv": (("#1", "#2", "#3"), [["1", "2", "3"], ["4", "5", "6"]]),
    "header_on_two_lines.csv": (("start end", "b", "c"), [["d", "e", "f"]]),
    "empty_columns.csv": (ABC, [["a", "", ""], ["", "", "c"]]),
    "extra_header.csv": (("a", "b", "c", "d"), [["1", "2", "3", None]]),
    "title_above.csv": (("State", "Capital", "Amount"), [["Ohio", "Columbus", "12"], ["Utah", "Salt Lake City", "7"]]),
}


@pytest.mark.parametrize("name", TABLES)
def test_each_trap_gives_its_rows(name: str) -> None:
    path = own(f"tables/{name}")
    assert (headers_of(path), rows_of(path)) == TABLES[name]


def test_ragged_rows_are_padded_or_told() -> None:
    rows = records_of(own("tables/ragged.csv"))
    assert [(row.line, row.issue) for row in rows] == [(2, "too_many_cells"), (3, None), (4, None)]
    assert rows[1].cells == ["", "I'm too short!", None]


def test_a_blank_file_says_that_it_is_empty() -> None:
    with pytest.raises(ReadingError) as caught:
        rows_of(own("tables/blank.csv"))
    assert caught.value.code == "file_empty"


def test_hostile_texts_and_formulas_go_through_as_text(tmp_path: Path) -> None:
    texts = [text for text in json.loads(own("tables/hostile.json").read_text()) if text.strip()]
    texts += own("tables/formulas.txt").read_text().splitlines()
    path = tmp_path / "hostile.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["name", "number"], *([text, number] for number, text in enumerate(texts))])
    assert [row[0] for row in rows_of(path)] == [text.replace("\0", "") for text in texts]


def test_one_column_of_prose_is_one_column() -> None:
    path = own("tables/prose.txt")
    lines = path.read_text().splitlines()
    assert headers_of(path) == (lines[0],)
    assert [row[0] for row in rows_of(path)] == lines[1:]


def test_a_spreadsheet_keeps_the_type_of_each_cell(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Registre 2026"],
        [],
        ["text", "date", "integer", "boolean", "float"],
        ["Œuvre", dt.date(1971, 1, 1), 40, True, 1.5],
        [None, None, None, False, None],
    ):
        book.active.append(row)
    path = tmp_path / "types.xlsx"
    book.save(path)
    assert headers_of(path) == ("text", "date", "integer", "boolean", "float")
    assert rows_of(path)[0] == ["Œuvre", dt.date(1971, 1, 1), 40, True, 1.5]


def test_a_spreadsheet_of_accounts_is_imported(import_file: Any, tmp_path: Path) -> None:
    """The same rows as the French list, as somebody saves them from a spreadsheet."""
    book = openpyxl.Workbook()
    for row in csv.reader(own("fr-groupes/entreprises.csv").read_text(encoding="utf-8-sig").splitlines()):
        book.active.append(row)
    path = tmp_path / "entreprises.xlsx"
    book.save(path)
    _, outcome = import_file("accounts", path)
    assert (counts(outcome), Account.objects.get(name="NAVALIS").site_count) == ((5, 0, 0, 0), 7)
