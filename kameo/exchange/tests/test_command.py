"""`kameo import`: the exact JSON, the exit status, what a person reads."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from kameo.accounts.models import Account
from kameo.exchange.command import terminal
from kameo.exchange.command.cli import _choices
from kameo.exchange.domain.drafting import local_file
from kameo.exchange.domain.rejected import rejected_lines
from kameo.exchange.models import Import
from kameo.exchange.tests.files import shared, write

pytestmark = pytest.mark.django_db
KEYS = ["import_id", "created", "updated", "unchanged", "rejected", "warnings", "errors"]


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(kind: str, content: str | Path, *, as_json: bool = True, dry_run: bool = False, **options: Any) -> Any:
        path = content if isinstance(content, Path) else write(tmp_path, content)
        mapping = options.pop("mapping", {})
        status = terminal.import_and_tell(
            path, kind=kind, options=options, mapping=mapping, dry_run=dry_run, as_json=as_json
        )
        printed = capsys.readouterr()
        return status, json.loads(printed.out) if as_json else printed.out + printed.err

    return run


def test_everything_passed(command: Any) -> None:
    status, document = command("accounts", "nom\nUn\nDeux\n")
    assert (status, list(document)) == (0, KEYS)
    assert document == {
        "import_id": Import.objects.get().pk,
        "created": 2,
        "updated": 0,
        "unchanged": 0,
        "rejected": 0,
        "warnings": [],
        "errors": [],
    }


def test_some_rejected(command: Any) -> None:
    status, document = command("accounts", "nom;SIREN\nUn;732829320\nDeux;123456789\n")
    assert (status, document["created"], document["rejected"]) == (1, 1, 1)
    assert document["errors"] == [
        {
            "line": 3,
            "column": "SIREN",
            "value": "123456789",
            "code": "siren_invalid",
            "message": "“123456789” is not a valid SIREN. A SIREN has 9 digits and a control key.",
        }
    ]


@pytest.mark.parametrize(
    ("content", "code", "kind"),
    [
        ("", "file_empty", "accounts"),
        ("a,b\n1,2\n", "column_missing", "accounts"),
        ("nom;ville\n", "no_rows", "accounts"),
        ("Facture;Date;Client;Montant HT\nF1;01/02/2026;A;1\n", "date_order_ambiguous", "invoices"),
    ],
)
def test_nothing_readable(command: Any, content: str, code: str, kind: str) -> None:
    status, document = command(kind, content)
    assert (status, list(document), document["import_id"]) == (2, KEYS, None)
    assert [error["code"] for error in document["errors"]][:1] == [code]
    assert set(document["errors"][0]) == {"line", "column", "value", "code", "message"}
    assert (Import.objects.count(), Account.objects.count()) == (0, 0)


def test_a_missing_file(command: Any, tmp_path: Path) -> None:
    status, document = command("accounts", tmp_path / "nowhere.csv")
    assert (status, document["errors"][0]["code"]) == (2, "file_missing")


def test_a_dry_run_keeps_nothing(command: Any, stored_files: Any) -> None:
    status, document = command("accounts", "nom\nUn\n", dry_run=True)
    assert (status, document["import_id"], document["created"]) == (0, None, 1)
    assert (Import.objects.count(), Account.objects.count()) == (0, 0)
    assert stored_files() == 0


def test_a_failure_leaves_no_file_behind(command: Any, stored_files: Any) -> None:
    command("accounts", "a,b\n1,2\n")
    assert stored_files() == 0
    command("accounts", "nom\nUn\n")
    assert stored_files() == 1


def test_a_person_reads_what_to_do_next(command: Any) -> None:
    status, printed = command("accounts", "nom;SIREN\nUn;1\nDeux;\nTrois;2\n", as_json=False)
    pk = Import.objects.get().pk
    assert status == 1
    assert "file.csv: 1 created, 0 updated, 0 unchanged, 2 lines rejected." in printed
    assert "SIREN: “1” is not a valid SIREN. A SIREN has 9 digits and a control key. (line 2)" in printed
    assert f"kameo import undo {pk}" in printed


def test_a_mapping_file_says_which_column_is_what(command: Any, tmp_path: Path) -> None:
    toml = write(
        tmp_path, 'currency = "usd"\nunit = 1000\n[columns]\n"Truc" = "name"\n"Machin" = "own_revenue"\n', "m.toml"
    )
    given = {"create_accounts": False, "date_order": None, "currency": None, "sheet": None}
    options, columns = _choices("accounts", toml, given)
    assert (options, columns) == ({"currency": "USD", "unit": 1000}, {"Truc": "name", "Machin": "own_revenue"})
    status, _document = command("accounts", "Truc;Machin;Chose\nUn;12;x\n", mapping=columns, **options)
    assert status == 0
    account = Account.objects.get()
    assert (account.name, account.own_revenue, account.own_revenue_currency) == ("Un", 12_000, "USD")


def test_wrong_choices_are_refused(command: Any) -> None:
    for wrong in ({"mapping": {"nom": "nothing"}}, {"nonsense": 1}):
        with pytest.raises(SystemExit) as caught:
            command("accounts", "nom\nUn\n", **wrong)
        assert caught.value.code == 2


def test_a_column_that_does_not_exist_is_told(command: Any) -> None:
    _, document = command("accounts", "nom\nUn\n", mapping={"Nom": "legal_name"})
    assert [warning["code"] for warning in document["warnings"]] == ["column_unknown"]


def test_rejected_lines_come_back_as_a_file_to_correct(command: Any) -> None:
    command("accounts", 'nom;SIREN;ville\nUn;732829320;Lyon\n"=cmd|calc";12;Nice\nTrois;34;\n')
    record = Import.objects.get()
    with local_file(record) as path:
        rows = list(rejected_lines(record, path))
    assert [row[:4] for row in rows] == [
        ["nom", "SIREN", "ville", rows[0][3]],
        ["'=cmd|calc", "12", "Nice", 3],
        ["Trois", "34", "", 4],
    ]
    assert "12" in rows[1][4]
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows(
        [[*row[:1], "", *row[2:]] if row is not rows[0] else row for row in rows]
    )
    status, document = command("accounts", stream.getvalue())
    assert (status, document["created"], document["errors"]) == (0, 2, [])


def test_real_figures(command: Any) -> None:
    status, document = command("accounts", shared("maven-crm-sales/accounts.csv"))
    assert (status, document["created"]) == (0, 85)


def test_a_rehearsal_says_what_would_be(command: Any) -> None:
    _status, printed = command("accounts", "nom\nUn\nDeux\n", as_json=False, dry_run=True)
    assert "2 would be created, 0 would be updated, 0 unchanged, 0 lines would be rejected." in printed


def test_undo_speaks_english_whatever_the_language(command: Any, capsys: pytest.CaptureFixture[str]) -> None:
    _status, document = command("accounts", "nom\nUn\n")
    record = Import.objects.get(pk=document["import_id"])
    with translation.override("fr"):
        assert terminal.undo_and_tell(record, as_json=False) == 0
        with pytest.raises(SystemExit) as stopped:
            terminal.undo_and_tell(record, as_json=False)
    assert stopped.value.code == 2
    assert capsys.readouterr().err == "Error: Only an import that was done can be undone.\n"
