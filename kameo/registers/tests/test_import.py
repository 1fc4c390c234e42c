"""The lines of the registers come from files: `core.importing.plain`, of which these are the first nouns."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from kameo.accounts.domain import create_account
from kameo.accounts.models import Account
from kameo.core.customfields.domain import save_field
from kameo.core.customfields.subjects import subjects
from kameo.core.importing import importers
from kameo.core.testing.cases import browser
from kameo.exchange import domain
from kameo.exchange.command import terminal
from kameo.exchange.command.cli import import_group
from kameo.exchange.pages.words import explain_problem
from kameo.registers.models import Advocacy, Competitor, CompetitorPresence, Partner

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_documents")]
FILE = """Compte;Nom;Type de partenaire;Rôle;Depuis;Jusqu'au;Site
Ardentine;Nordsoft;reseller;Pose les capteurs;01/03/2025;;
Ardentine;Oxalide Conseil;consultant;;;;
Navalis;Nordsoft;integrator;;15/06/2026;01/01/2026;
Inconnue;Nordsoft;;;;;
Ardentine;NORDSOFT;;;;;
"""
COLUMNS = {"Type de partenaire": "kind", "Depuis": "starts_on", "Jusqu'au": "ends_on", "Rôle": "role", "Nom": "name"}


@pytest.fixture
def accounts(david: Any) -> dict[str, Account]:
    return {name: create_account(name=name, by=david) for name in ("Ardentine", "Navalis")}


@pytest.fixture
def load(tmp_path: Path) -> Any:
    def run(kind: str, text: str, *, mapping: dict[str, str] | None = None, dry: bool = False, **options: Any) -> Any:
        (tmp_path / "file.csv").write_text(text)
        import_or_rehearse = domain.rehearse_file if dry else domain.import_file
        done = import_or_rehearse(tmp_path / "file.csv", kind=kind, options=options, mapping=mapping or {})
        return (None, done) if dry else done

    return run


def figures(outcome: Any) -> tuple[int, ...]:
    return outcome.created, outcome.updated, outcome.unchanged, outcome.rejected


def codes(outcome: Any) -> list[tuple[int, str]]:
    return [(found.line, found.code) for found in outcome.problems if found.level == "error"]


def test_partners_come_from_a_file_once_and_go_again(load: Any, accounts: Any) -> None:
    _, planned = load("partners", FILE, mapping=COLUMNS, dry=True)
    record, outcome = load("partners", FILE, mapping=COLUMNS)
    assert figures(planned) == figures(outcome) == (2, 0, 0, 3)
    assert codes(outcome) == [(4, "partner_ends_after_start"), (5, "account_unknown"), (6, "record_double")]
    assert [(row.title, row.context, row.action) for row in planned.preview] == [
        ("Nordsoft", "Ardentine", "created"),
        ("Oxalide Conseil", "Ardentine", "created"),
    ]
    nordsoft = Partner.objects.get(name="Nordsoft")
    assert (nordsoft.account, nordsoft.kind, nordsoft.role) == (accounts["Ardentine"], "reseller", "Pose les capteurs")
    assert (nordsoft.starts_on, nordsoft.ends_on) == (dt.date(2025, 3, 1), None)
    _, again = load("partners", FILE, mapping=COLUMNS)
    assert figures(again) == (0, 0, 2, 3)
    assert domain.undo_import(record, by=None).removed == 2
    assert not Partner.objects.exists()


def test_what_a_file_does_not_mention_or_leaves_blank_stays(load: Any, accounts: Any, david: Any) -> None:
    partner = Partner.objects.create(account=accounts["Navalis"], name="Nordsoft", role="Pose", phone="0102030405")
    record, outcome = load("partners", "account,name,role,side\nNavalis,nordsoft,,ours\n")
    assert figures(outcome) == (0, 1, 0, 0)
    assert outcome.preview[0].changes == {"side": ["", "ours"]}
    partner.refresh_from_db()
    assert (partner.name, partner.role, partner.side, partner.phone) == ("Nordsoft", "Pose", "ours", "0102030405")
    assert partner.events.get().side == ""
    assert figures(load("partners", "account,name,role\nNavalis,Nordsoft,Vend\n", on_match="fill")[1]) == (0, 0, 1, 0)
    assert figures(load("partners", "account,name,role\nNavalis,Nordsoft,Vend\n", on_match="leave")[1]) == (0, 0, 1, 0)
    assert domain.undo_import(record, by=None).restored == 1
    partner.refresh_from_db()
    assert partner.side == ""


def test_the_account_is_chosen_for_the_whole_file_or_created(load: Any, accounts: Any) -> None:
    _, outcome = load("partners", "name\nNordsoft\n", account="Navalis")
    assert figures(outcome) == (1, 0, 0, 0)
    record, outcome = load("partners", "account,name\nNouvelle,Nordsoft\n", create_accounts=True)
    assert figures(outcome) == (1, 0, 0, 0)
    assert set(Partner.objects.values_list("account__name", flat=True)) == {"Navalis", "Nouvelle"}
    assert domain.undo_import(record, by=None).removed == 1
    assert not Account.objects.filter(name="Nouvelle").exists()


def test_a_field_that_the_company_added_comes_along(load: Any, accounts: Any, david: Any) -> None:
    save_field(subjects["partner"], None, by=david, name="Remise", kind="number", decimals=0)
    text = "account,name,remise\nNavalis,Nordsoft,12\n"
    assert figures(load("partners", text)[1]) == (1, 0, 0, 0)
    _, outcome = load("partners", text.replace("12", "15"))
    assert (figures(outcome), outcome.preview[0].changes) == ((0, 1, 0, 0), {"custom_remise": ["12", "15"]})
    assert figures(load("partners", "account,name,role\nNavalis,Nordsoft,Pose\n")[1]) == (0, 1, 0, 0)
    assert Partner.objects.get().custom == {"remise": "15"}


def test_competitors_join_the_list_by_name(load: Any, accounts: Any) -> None:
    Competitor.objects.create(name="Velmont")
    text = "account,competitor,product,share\nNavalis,VELMONT,Capteurs,40\nNavalis,Ostrel,Capteurs,140\n"
    record, outcome = load("competitors", text)
    assert figures(outcome) == (2, 0, 0, 0)
    assert [(found.line, found.code) for found in outcome.problems] == [(3, "number_out_of_range")]
    held = CompetitorPresence.objects.order_by("id").values_list("competitor__name", "product", "share")
    assert list(held) == [("Velmont", "Capteurs", 40), ("Ostrel", "Capteurs", None)]
    assert figures(load("competitors", text)[1]) == (0, 0, 2, 0)
    domain.undo_import(record, by=None)
    assert list(Competitor.objects.values_list("name", flat=True)) == ["Velmont"]


def test_references_name_other_accounts_among_those_one_sees(load: Any, accounts: Any) -> None:
    text = (
        "account,kind,on,text,account it brought\nNavalis,call,2026-03-04,Yes,Ardentine\nNavalis,call,2026-03-05,No,?\n"
    )
    _, outcome = load("references", text)
    assert [(found.line, found.code) for found in outcome.problems] == [(3, "reference_unknown")]
    assert list(Advocacy.objects.order_by("on").values_list("benefits__name", flat=True)) == ["Ardentine", None]
    assert figures(load("references", text)[1]) == (0, 0, 2, 0)


def test_rows_that_a_form_would_refuse_are_refused_with_its_reason(load: Any, accounts: Any) -> None:
    known = Partner.objects.create(account=accounts["Navalis"], name="Nordsoft", company=accounts["Ardentine"])
    text = (
        "account,name,their own account\nNavalis,Nordsoft,Navalis\nNavalis,Oxalide,Navalis\nNavalis,Velmont,Ardentine\n"
    )
    _, planned = load("partners", text, dry=True)
    record, outcome = load("partners", text)
    assert figures(planned) == figures(outcome) == (1, 0, 0, 2)
    assert codes(outcome) == [(2, "record_refused"), (3, "record_refused")]
    assert [found.field for found in outcome.problems] == ["company", "company"]
    known.refresh_from_db()
    assert (known.company, Partner.objects.count()) == (accounts["Ardentine"], 2)
    importer = importers.get("partners")
    with translation.override("en"):
        words = explain_problem(importer, record.problems.first())
        assert words == ("An account is not its own partner: choose the other one.", "")
    with translation.override("fr"):
        assert explain_problem(importer, record.problems.first())[0].startswith("Un compte n’est pas")


def test_references_are_checked_as_a_form_would(load: Any, accounts: Any) -> None:
    text = "account,kind,on,text,account it brought\nNavalis,call,2026-03-04,Yes,Navalis\n"
    assert codes(load("references", text)[1]) == [(2, "record_refused")]
    assert not Advocacy.objects.exists()


def test_checking_costs_the_same_for_any_number_of_rows(load: Any, accounts: Any) -> None:
    spent = []
    for count in (1, 4):
        with CaptureQueriesContext(connection) as found:
            load("partners", "account,name\n" + "".join(f"Navalis,N{count}{rank}\n" for rank in range(count)), dry=True)
        spent.append(len(found))
    assert spent[0] == spent[1]


def test_its_pages(accounts: Any, david: Any) -> None:
    file = SimpleUploadedFile("partners.csv", b"account;name;kind\nNavalis;Nordsoft;reseller\n")
    record = domain.create_import(kind="partners", file=file, name="partners.csv", by=david)
    client = browser(david)
    assert "Reseller" in client.get(f"/imports/{record.pk}/").content.decode()
    assert "Partners" in client.get("/imports/new/").content.decode()
    domain.request_apply(record)
    domain.apply_import(record)
    assert "partners.csv" in client.get(f"/imports/{record.pk}/").content.decode()
    assert Partner.objects.get().by == david


def test_its_command(accounts: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "partners.csv"
    path.write_text("name\nNordsoft\n")
    options = {"account": "Navalis"}
    told = {"options": options, "mapping": {}, "dry_run": False, "as_json": False}
    assert import_group.get_command(click.Context(import_group), "partners") is not None
    assert terminal.import_and_tell(path, kind="partners", **told) == 0
    assert "1 created" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        terminal.import_and_tell(path, kind="nothing", **told)
    assert "partners" in capsys.readouterr().err
