"""A whole import taken back: exactly what it wrote, except what somebody touched since."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.core.management.color import no_style
from django.db import connection

from kameo.accounts.domain import change_account
from kameo.accounts.models import Account, Address, Placement
from kameo.contracts.models import Invoice, InvoiceLine
from kameo.contracts.records import INVOICES
from kameo.core import preferences
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.exchange import domain
from kameo.exchange.models import Change

pytestmark = pytest.mark.django_db
CREATE = {"unknown_customers": "create"}
TABLES = (
    "accounts_account",
    "accounts_identifier",
    "accounts_address",
    "accounts_alias",
    "accounts_maildomain",
    "accounts_formername",
    "accounts_placement",
    "accounts_accountpulse",
    "accounts_revenueday",
    "accounts_timelineentry",
    "accounts_revenuetotal",
    "contracts_invoice",
    "contracts_invoiceline",
)
MOVING = "- array['computed_at', 'id', 'at', 'status_at', 'status', 'changed_at']"


def photograph() -> dict[str, list[str]]:
    """Every row of every table an import writes, but for stamps."""
    assert no_style
    rows: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            kept = "" if table in {"accounts_account", "contracts_invoice", "accounts_address"} else " "
            cursor.execute(f"select (to_jsonb(t) {MOVING}){kept}::text from {table} t order by 1")
            rows[table] = [row[0] for row in cursor.fetchall()]
    return rows


def test_an_import_undone_leaves_no_trace(import_file: Any) -> None:
    import_file("accounts", "nom;siren;ville;groupe\nDupont;732829320;Lyon;\nUsine;;Nice;Dupont\n")
    preferences.set("large.revenue_threshold", 100)
    import_file("invoices", "Facture;Date;Client;Montant HT\nF1;2026-01-31;Dupont;100\n")
    before = photograph()
    text = (
        "nom;siren;ville;secteur;groupe;alias;e-mail\nDupont & Cie;732829320;Paris;Bois;;DC;a@dupont.fr\n"
        "Neuf;;;;Dupont;;\nTout en bas;;;;Usine;;\n"
    )
    record, _ = import_file("accounts", text)
    more, _ = import_file(
        "invoices", "Facture;Date;Client;Montant HT\nF1;2026-02-28;Dupont & Cie;90\nF2;2026-03-01;Inconnu;5\n", **CREATE
    )
    assert photograph() != before
    for each in (more, record):
        result = domain.undo_import(each, by=None)
        assert (result.kept, each.status) == (0, "done")
        each.refresh_from_db()
        assert each.status == "undone"
    assert photograph() == before
    assert Change.objects.filter(of__in=[record, more]).count() == 0
    assert Event.objects.filter(type="import.undone").count() == 2


def test_lines_come_back_as_they_were(import_file: Any) -> None:
    head = "Facture;Date;Client;Désignation;Montant HT\n"
    import_file("invoices", head + "F1;2026-01-31;A;Un;1\nF1;2026-01-31;A;Deux;2\nF1;2026-01-31;A;Trois;3\n", **CREATE)
    before = list(InvoiceLine.objects.values_list("id", "position", "label", "net"))
    record, _ = import_file("invoices", head + "F1;2026-01-31;A;Un;1\nF1;2026-01-31;A;Autre;20\n")
    assert list(InvoiceLine.objects.values_list("position", "label", "net")) == [
        (1, "Un", Decimal(1)),
        (2, "Autre", Decimal(20)),
    ]
    assert Invoice.objects.get().net == 21
    domain.undo_import(record, by=None)
    assert list(InvoiceLine.objects.values_list("id", "position", "label", "net")) == before
    assert Invoice.objects.get().net == 6


def test_what_was_changed_since_is_kept_and_said(import_file: Any, david: Any) -> None:
    record, _ = import_file("accounts", "nom;ville\nUn;Lyon\nDeux;Nice\n")
    change_account(Account.objects.get(name="Un"), by=david, sector="Bois")
    outlook = domain.rehearse_undo(record)
    assert (outlook.removed, outlook.kept) == (1, 1)
    assert Account.objects.count() == 2
    result = domain.undo_import(record, by=david)
    assert [(row["title"], row["code"]) for row in result.reasons] == [("Un", "changed_since")]
    record.refresh_from_db()
    assert (record.status, record.undone_by) == ("partly_undone", david)
    assert [account.name for account in Account.objects.all()] == ["Un"]
    assert Address.objects.get().city == "Lyon"  # what belongs to it stays with it


def test_what_others_use_since_is_kept_and_can_be_undone_later(import_file: Any, david: Any) -> None:
    record, _ = import_file("accounts", "nom;groupe\nUn;Groupe\nDeux;Groupe\n")
    invoice = INVOICES.add(
        Account.objects.get(name="Un"), by=david, number="F1", issued_on=dt.date(2026, 1, 31), net=Decimal(1)
    )
    result = domain.undo_import(record, by=david)
    assert {(row["title"], row["code"], row["detail"]) for row in result.reasons} == {
        ("Un", "needed", "contracts_invoice"),
        ("Groupe", "needed", "accounts_account"),
    }
    assert set(Account.objects.values_list("name", flat=True)) == {"Un", "Groupe"}
    invoice.delete()
    record.refresh_from_db()
    assert domain.undo_import(record, by=david).kept == 0
    assert (Account.objects.count(), Placement.objects.count()) == (0, 0)


def test_an_automatic_status_does_not_count_as_a_change(import_file: Any) -> None:
    record, _ = import_file("accounts", "nom\nUn\n")
    other, _ = import_file("invoices", "Facture;Date;Client;Montant HT\nF1;2010-01-31;Un;1\n")
    assert Account.objects.get().status == "dormant"
    domain.undo_import(other, by=None)
    assert domain.undo_import(record, by=None).kept == 0
    assert Account.objects.count() == 0


def test_twice_is_refused(import_file: Any) -> None:
    record, _ = import_file("accounts", "nom\nUn\n")
    domain.undo_import(record, by=None)
    with pytest.raises(DomainError) as caught:
        domain.undo_import(record, by=None)
    assert caught.value.code == "import_not_undoable"
