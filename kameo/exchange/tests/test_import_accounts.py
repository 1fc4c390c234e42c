"""Accounts from real files and from awkward ones: who is created, matched, changed, rejected, and why."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kameo.accounts.models import Account, AccountMember, AccountPulse, Address, FormerName, Identifier, Placement
from kameo.core.journal.models import Event
from kameo.exchange.tests.conftest import codes, counts
from kameo.exchange.tests.files import shared

pytestmark = pytest.mark.django_db
A, B = "732829320", "356000000"  # two valid SIREN


@pytest.mark.parametrize(
    ("name", "created", "kinds"),
    [
        ("maven-crm-sales/accounts.csv", 85, {"company": 78, "group": 7}),
        ("fr/groups/entreprises.csv", 30, {"company": 30}),
        ("salesforce-devorg/Account.csv", 18, {"company": 18}),
        ("northwind/Customers.csv", 93, {"company": 93}),
    ],
)
def test_real_files_come_in_and_the_same_file_twice_changes_nothing(
    import_file: Any, name: str, created: int, kinds: dict[str, int]
) -> None:
    _, first = import_file("accounts", shared(name))
    assert counts(first) == (created, 0, 0, 0)
    assert {kind: Account.objects.filter(kind=kind).count() for kind in kinds} == kinds
    assert AccountPulse.objects.count() == created
    _, again = import_file("accounts", shared(name))
    assert counts(again) == (0, 0, created, 0)
    assert Account.objects.count() == created


def test_maven_has_15_subsidiaries_of_7_parents_and_revenue_in_millions(import_file: Any) -> None:
    import_file("accounts", shared("maven-crm-sales/accounts.csv"))
    below = Account.objects.filter(parent__isnull=False)
    assert (below.count(), below.values("parent").distinct().count()) == (15, 7)
    assert Placement.objects.count() == 15
    acme = Account.objects.get(name="Acme Corporation")
    assert (acme.own_revenue, acme.own_revenue_currency, acme.headcount) == (Decimal("1100040000.00"), "USD", 2822)
    assert acme.country == "US"
    assert Account.objects.get(name="Betatech").country == "KE"
    assert Account.objects.get(name="Bioholding").country == "PH"  # written “Philipines”


def test_sirene_consolidates_establishments_under_their_company_and_twice_changes_nothing(import_file: Any) -> None:
    path = shared("fr/sirene-isere/sirene_v3_isere_legal_entities.csv")
    _, outcome = import_file("accounts", path)
    assert counts(outcome) == (1363, 0, 0, 0)
    assert {kind: Account.objects.filter(kind=kind).count() for kind in ("company", "site")} == {
        "company": 598,
        "site": 765,
    }
    company = Identifier.objects.get(scheme="siren", value="304688922").account
    site = Identifier.objects.get(scheme="siret", value="30468892200026").account
    assert (company.name, company.kind, company.naf) == ("ISERE DISTRIBUTION", "company", "47.11F")
    assert (site.parent_id, site.kind, site.name) == (company.pk, "site", "ISERE DISTRIBUTION – CHATTE")
    assert Address.objects.get(account=site).city == "CHATTE"
    assert Identifier.objects.filter(scheme="siret").count() == 765
    assert Identifier.objects.filter(scheme="siren").count() == 598
    assert AccountPulse.objects.count() == 1363
    _, again = import_file("accounts", path)
    assert counts(again) == (0, 0, 1363, 0)


def test_parents_come_in_any_order_and_unknown_ones_become_groups(import_file: Any) -> None:
    _, outcome = import_file(
        "accounts", "nom;groupe\nUsine;Filiale\nFiliale;Maison mère\nAutre;Maison mère\nSeule;\nMême;même\n"
    )
    assert counts(outcome) == (6, 0, 0, 0)
    mother = Account.objects.get(name="Maison mère")
    assert (mother.kind, mother.parent) == ("group", None)
    plant = Account.objects.get(name="Usine")
    assert [Account.objects.get(pk=pk).name for pk in plant.lineage] == ["Maison mère", "Filiale", "Usine"]
    assert Account.objects.get(name="Même").parent is None


def test_a_parent_may_be_named_by_its_number(import_file: Any) -> None:
    import_file("accounts", "Id,Name,ParentId\n2,Below,1\n1,Above,\n3,Lost,99\n", source="crm")
    assert Account.objects.get(name="Below").parent.name == "Above"
    assert Account.objects.get(name="Lost").parent is None


def test_a_loop_is_rejected(import_file: Any) -> None:
    _, outcome = import_file("accounts", "nom;groupe\nA;B\nB;C\nC;A\nD;A\n")
    assert codes(outcome) == [(2, "parent_loop"), (3, "parent_loop"), (4, "parent_loop"), (5, "parent_rejected")]
    assert list(Account.objects.values_list("name", "parent")) == [("D", None)]


def test_numbers_match_before_names_and_a_rename_is_remembered(import_file: Any) -> None:
    import_file("accounts", f"nom;siren;ville\nDupont SA;{A};Lyon\n")
    _, outcome = import_file("accounts", f"nom;siren;ville\nDupont & Fils;{A};Nice\n")
    assert counts(outcome) == (0, 1, 0, 0)
    assert outcome.preview[0].changes == {"name": ["Dupont SA", "Dupont & Fils"], "address": ["Lyon", "Nice"]}
    account = Account.objects.get()
    assert (account.name, account.addresses.get().city) == ("Dupont & Fils", "Nice")
    assert FormerName.objects.get().name == "Dupont SA"


def test_an_empty_cell_erases_nothing(import_file: Any) -> None:
    import_file("accounts", f"nom;siren;secteur;effectif\nDupont;{A};Industrie;12\n")
    _, outcome = import_file("accounts", f"nom;siren;secteur;effectif\nDupont;{A};;\n")
    assert counts(outcome) == (0, 0, 1, 0)
    assert Account.objects.get().sector == "Industrie"


@pytest.mark.parametrize(
    ("on_match", "sector", "headcount"),
    [("update", "Négoce", 15), ("fill", "Industrie", 15), ("leave", "Industrie", None)],
)
def test_somebody_says_what_a_known_account_takes(
    import_file: Any, on_match: str, sector: str, headcount: int | None
) -> None:
    import_file("accounts", "nom;secteur\nDupont;Industrie\n")
    import_file("accounts", "nom;secteur;effectif\nDupont;Négoce;15\n", on_match=on_match)
    account = Account.objects.get()
    assert (account.sector, account.headcount) == (sector, headcount)


def test_wrong_numbers_are_rejected_with_line_column_value(import_file: Any) -> None:
    _, outcome = import_file("accounts", "nom;SIREN;site web\nBon;732 829 320;exemple.fr\nFaux;123456789;exemple.fr\n")
    assert counts(outcome) == (1, 0, 0, 1)
    problem = outcome.problems[0]
    assert (problem.line, problem.column, problem.value, problem.code) == (3, "SIREN", "123456789", "siren_invalid")


def test_a_doubtful_detail_costs_the_detail_only(import_file: Any) -> None:
    _, outcome = import_file("accounts", "nom;site web;pays\nUn;pas une adresse;France\nDeux;deux.fr;Poldévie\n")
    assert counts(outcome) == (2, 0, 0, 0)
    assert codes(outcome) == [(2, "url_invalid"), (3, "country_unknown")]
    assert Account.objects.get(name="Un").website == ""
    assert Account.objects.get(name="Deux").website == "https://deux.fr"


def test_doubles_inside_a_file_are_told_with_the_first_line(import_file: Any) -> None:
    _, outcome = import_file("accounts", f"nom;siren;ville\nUn;{A};Lyon\nUn bis;{A};Nice\nÉTÉ;;Pau\neté;;Pau\n")
    assert counts(outcome) == (2, 0, 0, 2)
    assert [(p.line, p.code, p.params["line"]) for p in outcome.problems] == [
        (3, "double_in_file", 2),
        (5, "double_in_file", 4),
    ]


def test_establishments_of_one_siren_become_sites(import_file: Any) -> None:
    rows = f"nom;siret;ville\nLa Poste A;{B}00048;Paris\nLa Poste B;35600000000001;Lyon\n"
    _, outcome = import_file("accounts", rows)
    assert counts(outcome) == (3, 0, 0, 0)
    assert Account.objects.filter(kind="site", parent__identifiers__value=B).count() == 2


def test_likeness_is_told_and_never_merged_by_itself(import_file: Any) -> None:
    import_file("accounts", "nom;site web\nValmorin Industries;valmorin.fr\nBétacorp SAS;\n")
    _, outcome = import_file("accounts", "nom;site web\nValmorin Lyon;www.valmorin.fr\nBetacorp;\nRien à voir;\n")
    assert counts(outcome) == (3, 0, 0, 0)
    assert [(p.line, p.code, p.params["name"], p.params["why"]) for p in outcome.problems] == [
        (2, "looks_like", "Valmorin Industries", "domain"),
        (3, "looks_like", "Bétacorp SAS", "name"),
    ]
    assert [(near["name"], near["score"]) for near in outcome.problems[1].params["alike"]] == [("Bétacorp SAS", 100)]
    assert Account.objects.count() == 5


def test_a_look_alike_can_be_matched_or_left_out(import_file: Any) -> None:
    import_file("accounts", "nom\nBétacorp SAS\nGamma SARL\n")
    known = Account.objects.get(name="Bétacorp SAS")
    text = "nom;secteur\nBetacorp;Chimie\nGamma;Bois\nDelta;Fer\n"
    _, outcome = import_file("accounts", text, decisions={"2": str(known.pk), "3": "reject", "4": "new"})
    assert counts(outcome) == (1, 1, 0, 1)
    assert codes(outcome) == [(3, "rejected_by_choice")]
    known.refresh_from_db()
    assert (known.name, known.sector) == ("Bétacorp SAS", "Chimie")
    assert [alias.name for alias in known.aliases.all()] == ["Betacorp"]  # the next file does not ask again
    _, outcome = import_file("accounts", text, decisions={"3": "reject"})
    assert counts(outcome) == (0, 0, 2, 1)


def test_a_company_left_out_leaves_its_sites_out(import_file: Any) -> None:
    import_file("accounts", "nom\nLa Poste Groupe\n")
    text = f"nom;siret;ville\nLa Poste;{B}00048;Paris\nLa Poste;35600000000001;Lyon\nDelta;;Pau\n"
    _, outcome = import_file("accounts", text)
    assert codes(outcome) == [(2, "looks_like")]
    _, outcome = import_file("accounts", text, decisions={"2": "reject"})
    assert counts(outcome) == (0, 0, 1, 2)
    assert codes(outcome) == [(2, "rejected_by_choice"), (3, "rejected_by_choice")]


def test_two_systems_with_the_same_numbers_are_told_apart(import_file: Any) -> None:
    import_file("accounts", "Code client;Nom\n17;Dupont\n")
    _, outcome = import_file("accounts", "Code client;Nom\n17;Zirconium Verlag\n")
    assert codes(outcome) == [(2, "external_id_of_other")]
    _, outcome = import_file("accounts", "Code client;Nom\n17;Zirconium Verlag\n", source="SAP")
    assert counts(outcome) == (1, 0, 0, 0)
    assert Identifier.objects.filter(scheme="external", value="17").count() == 2


def test_row_numbers_are_not_customer_numbers(import_file: Any) -> None:
    _, outcome = import_file("accounts", "id,name\n1,Un\n2,Deux\n")
    assert codes(outcome) == [(2, "row_numbers_ignored")]
    assert Identifier.objects.count() == 0


def test_accounts_in_the_bin_are_not_brought_back_unasked(import_file: Any, david: Any) -> None:
    from kameo.accounts.domain import bin_account

    import_file("accounts", f"nom;siren\nDupont;{A}\n")
    bin_account(Account.objects.get(), by=david)
    _, outcome = import_file("accounts", f"nom;siren\nDupont;{A}\n")
    assert codes(outcome) == [(2, "account_in_bin")]


def test_naughty_names_come_in_as_they_are(import_file: Any) -> None:
    names = [
        "NULL",
        "undefined",
        "=1+1",
        "Robert'); DROP TABLE Students;--",
        "ﷺ ﷽",
        "田中さん",
        "<script>alert(1)</script>",
    ]
    import_file("accounts", "nom\n" + "\n".join(f'"{name}"' for name in names))
    assert set(Account.objects.values_list("name", flat=True)) == set(names)


def test_one_journal_event_says_it_all(import_file: Any) -> None:
    record, _ = import_file("accounts", "nom\nUn\nDeux\n")
    event = Event.objects.get(type="import.applied")
    assert (event.data["import_id"], event.data["created"]) == (record.pk, 2)
    assert not Event.objects.filter(type="account.created").exists()


def test_whoever_sees_only_their_own_leads_what_they_bring(import_as: Any, anne: Any, david: Any) -> None:
    record = import_as(anne, "accounts", "nom;groupe\nFiliale;Groupe A\n")
    assert record.created == 2
    assert list(AccountMember.objects.values_list("account__name", "user", "function")) == [
        ("Groupe A", anne.pk, "lead")
    ]
    assert Account.objects.visible_to(anne).count() == 2
    import_as(david, "accounts", "nom\nDe David\n")
    assert AccountMember.objects.count() == 1


def test_nobody_changes_or_learns_of_what_they_do_not_see(import_as: Any, anne: Any, chloe: Any) -> None:
    import_as(anne, "accounts", f"nom;siren;secteur\nDupont;{A};Bois\n")
    record = import_as(chloe, "accounts", f"nom;siren;secteur\nDupont;{A};Fer\nDupont;;Fer\n")
    assert (record.created, record.updated, record.rejected) == (1, 0, 1)
    problem = record.problems.get()
    assert (problem.line, problem.code, problem.params) == (2, "identifier_taken", {})
    assert Account.objects.get(identifiers__value=A).sector == "Bois"
