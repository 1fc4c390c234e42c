"""Columns find their field by name, in French and English, and by content; never by chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from kameo.core.importing import importers
from kameo.exchange.matching.mapping import fingerprint
from kameo.exchange.matching.names import key_of, name_score
from kameo.exchange.recognition.analysis import analyse
from kameo.exchange.tests.files import shared, write

MAPPED = {
    "maven-crm-sales/accounts.csv": {
        "name": "account",
        "sector": "sector",
        "own_revenue": "revenue",
        "headcount": "employees",
        "country": "office_location",
        "parent_name": "subsidiary_of",
    },
    "fr/groups/entreprises.csv": {
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
    "salesforce-devorg/Account.csv": {
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
    "northwind/Customers.csv": {
        "external_id": "CustomerID",
        "name": "CompanyName",
        "street": "Address",
        "city": "City",
        "region": "Region",
        "postcode": "PostalCode",
        "country": "Country",
        "phone": "Phone",
    },
    "fr/sirene-isere/sirene_v3_isere_legal_entities.csv": {
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
}


@pytest.mark.parametrize("name", MAPPED)
def test_real_files_are_matched(name: str) -> None:
    with analyse(shared(name), importers["accounts"], currency="EUR") as found:
        assert {field: match.header for field, match in found.matches.items()} == MAPPED[name]
        assert (found.missing, found.questions) == ([], [])


def test_a_data_dictionary_beside_the_file_names_the_unit() -> None:
    with analyse(shared("maven-crm-sales/accounts.csv"), importers["accounts"], currency="EUR") as found:
        unit, money = found.recognised["unit"], found.recognised["currency"]
        assert (unit.value, unit.status, money.value, money.status) == (1_000_000, "certain", "USD", "certain")
        assert unit.params == {"note": "Annual revenue (in millions of USD)"}


def test_without_it_the_figures_themselves_say_millions(tmp_path: Path) -> None:
    path = write(tmp_path, shared("maven-crm-sales/accounts.csv").read_bytes())
    with analyse(path, importers["accounts"], currency="EUR") as found:
        unit = found.recognised["unit"]
        assert (unit.value, unit.status) == (1_000_000, "likely")


def test_invoices_of_a_french_accounting_tool(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "N° facture;Date facture;Code client;Raison sociale;Montant HT;Montant TTC;Échéance;Type\n"
        "F1;31/01/2026;C1;Dupont SA;1 000,00;1 200,00;02/03/2026;Facture\n",
    )
    with analyse(path, importers["invoices"], currency="EUR") as found:
        assert {field: match.header for field, match in found.matches.items()} == {
            "number": "N° facture",
            "issued_on": "Date facture",
            "customer_key": "Code client",
            "customer_name": "Raison sociale",
            "net": "Montant HT",
            "gross": "Montant TTC",
            "due_on": "Échéance",
            "kind": "Type",
        }
        assert found.recognised["date_order"].value == "dmy"
        assert found.recognised["decimal"].value == ","


def test_content_gives_a_nameless_column_away(tmp_path: Path) -> None:
    path = write(tmp_path, "Nom;X1;X2\nDupont;732829320;contact@dupont.fr\nLa Poste;356000000;a@laposte.fr\n")
    with analyse(path, importers["accounts"], currency="EUR") as found:
        assert found.matches["siren"].header == "X1"
        assert "vat" not in found.matches


def test_values_veto_a_name_that_promises_something_else(tmp_path: Path) -> None:
    path = write(tmp_path, "nom;effectif_label\nDupont;plus de 85 000 personnes dans le monde\n")
    with analyse(path, importers["accounts"], currency="EUR") as found:
        assert set(found.matches) == {"name"}


def test_a_plain_name_is_believed_until_a_better_column_turns_up(tmp_path: Path) -> None:
    path = write(tmp_path, "nom,siret,x\nDupont,00011,73282932000074\n")
    with analyse(path, importers["accounts"], currency="EUR") as found:
        assert found.matches["siret"].header == "x"
    path = write(tmp_path, "nom,siret\nDupont,00011\n")
    with analyse(path, importers["accounts"], currency="EUR") as found:
        assert found.matches["siret"].header == "siret"


def test_what_somebody_chose_wins(tmp_path: Path) -> None:
    path = write(tmp_path, "name,town,other\nDupont,Lyon,Paris\n")
    with analyse(path, importers["accounts"], mapping={"town": "", "other": "city"}, currency="EUR") as found:
        assert {field: match.header for field, match in found.matches.items()} == {"name": "name", "city": "other"}


def test_a_file_about_something_else_misses_its_columns() -> None:
    with analyse(shared("csv-torture/csvkit/iris.csv"), importers["accounts"], currency="EUR") as found:
        assert found.matches == {}
        assert found.missing == [importers["accounts"].needs[0]]


def test_names_are_compared_without_their_dress() -> None:
    assert key_of("BillingPostalCode__c") == key_of("Billing postal code") == "billingpostalcode"
    assert key_of("Chiffre d’affaires (k€)") == key_of("CHIFFRE AFFAIRES")
    assert name_score("ratio_carnet_ca", "ca") == 0
    assert name_score("Libellé ville", "ville") > 0.6


def test_a_layout_is_its_columns_in_any_order() -> None:
    assert fingerprint("accounts", ["Nom", "Ville"]) == fingerprint("accounts", ["ville", "NOM"])
    assert fingerprint("accounts", ["Nom"]) != fingerprint("invoices", ["Nom"])
