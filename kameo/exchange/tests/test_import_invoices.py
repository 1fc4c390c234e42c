"""Invoices and credit notes: headers, lines, customers, signs, what is known already, what is refused."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Sum

from kameo.accounts.models import Account, Identifier, RevenueDay, TimelineEntry
from kameo.contracts.models import Invoice, InvoiceLine
from kameo.core.models import Rate
from kameo.exchange import domain as exchange_domain
from kameo.exchange.engine.run import QuestionError, UnmatchedError
from kameo.exchange.reading.errors import ReadingError
from kameo.exchange.tests.conftest import codes, counts
from kameo.exchange.tests.files import shared

pytestmark = pytest.mark.django_db
CREATE = {"unknown_customers": "create"}
HEADER = "Facture;Date;Code client;Client;Montant HT;Devise\n"


def stored() -> list[tuple[Any, ...]]:
    return list(Invoice.objects.order_by("number").values_list("number", "kind", "net"))


def test_unknown_customers_are_rejected_unless_asked(import_file: Any) -> None:
    text = HEADER + "F1;2026-01-31;C1;Dupont;100;EUR\nF2;2026-01-31;C2;Durand;50;EUR\n"
    _, outcome = import_file("invoices", text)
    assert counts(outcome) == (0, 0, 0, 2)
    assert [(p.line, p.code, p.value) for p in outcome.problems] == [
        (2, "account_unknown", "Dupont"),
        (3, "account_unknown", "Durand"),
    ]
    assert Account.objects.count() == 0
    import_file("accounts", "Code client;Nom\nC1;Dupont\n")
    _, outcome = import_file("invoices", text)
    assert counts(outcome) == (1, 0, 0, 1)
    assert Invoice.objects.get().account.name == "Dupont"


def test_unknown_customers_can_be_placed_one_by_one(import_file: Any) -> None:
    import_file("accounts", "Nom\nBétacorp SAS\n")
    known = Account.objects.get()
    text = HEADER + "".join(
        f"F{number};2026-01-31;;{name};1;EUR\n" for number, name in enumerate(["Betacorp", "Neuf", "Betacorp", "Autre"])
    )
    _, outcome = import_file("invoices", text)
    assert [
        (p.line, p.code, p.params["customer"], [near["account"] for near in p.params["alike"]])
        for p in outcome.problems
    ] == [
        (2, "account_unknown", 2, [known.pk]),
        (3, "account_unknown", 3, []),
        (4, "account_unknown", 2, [known.pk]),
        (5, "account_unknown", 5, []),
    ]
    _, outcome = import_file("invoices", text, decisions={"2": str(known.pk), "3": "new"})
    assert (counts(outcome), codes(outcome)) == ((3, 0, 0, 1), [(5, "account_unknown")])
    assert (known.invoices.count(), Account.objects.count()) == (2, 2)


def test_a_customer_once_pointed_out_is_known_from_then_on(import_file: Any) -> None:
    import_file("accounts", "Nom;Secteur\nBétacorp SAS;Bois\n")
    known = Account.objects.get()
    text = HEADER + "F1;2026-01-31;C9;Betacorp;1;EUR\n"
    record, outcome = import_file("invoices", text, decisions={"2": str(known.pk)})
    assert (counts(outcome), codes(outcome)) == ((1, 0, 0, 0), [])
    assert [(one.scheme, one.value) for one in known.identifiers.all()] == [("external", "C9")]
    assert [alias.name for alias in known.aliases.all()] == ["Betacorp"]
    _, again = import_file("invoices", text)
    assert counts(again) == (0, 0, 1, 0)
    other = HEADER + "F2;2026-02-28;C9;;1;EUR\nF3;2026-02-28;;BETACORP;1;EUR\n"
    _, outcome = import_file("invoices", other)
    assert counts(outcome) == (2, 0, 0, 0)
    exchange_domain.undo_import(record, by=None)
    assert (known.identifiers.count(), known.aliases.count(), known.invoices.count()) == (0, 0, 2)


def test_every_row_of_a_refused_customer_is_rejected(import_file: Any) -> None:
    import_file("accounts", "Code client;Nom;SIREN\nC1;Dupont;732829320\n")
    head = "Facture;Date;Code client;Client;SIREN;Désignation;Montant HT\n"
    row = "{};2026-01-31;C1;Dupont;356000000;{};1\n"
    text = head + row.format("F1", "a") + row.format("F1", "b") + row.format("F2", "c") + row.format("F2", "d")
    _, outcome = import_file("invoices", text)
    assert counts(outcome) == (0, 0, 0, 4)
    assert codes(outcome) == [
        (2, "identifier_conflict"),
        (3, "customer_rejected"),
        (4, "customer_rejected"),
        (5, "customer_rejected"),
    ]


def test_customers_are_found_by_number_registration_or_name(import_file: Any) -> None:
    import_file("accounts", "Code client;Nom;SIREN\nC1;Un;732829320\n;Deux;356000000\n;Trois;\n")
    text = (
        "Facture;Date;Code client;Client;SIREN;Montant HT\nF1;2026-01-31;C1;Autre nom;;1\n"
        "F2;2026-01-31;;;356 000 000;2\nF3;2026-01-31;;TROIS;;3\n"
    )
    _, outcome = import_file("invoices", text)
    assert counts(outcome) == (3, 0, 0, 0)
    assert codes(outcome) == [(2, "external_id_other_name")]
    assert list(Invoice.objects.order_by("number").values_list("account__name", flat=True)) == ["Un", "Deux", "Trois"]


def test_new_customers_of_one_siren_are_one_account(import_file: Any) -> None:
    text = (
        "Facture;Date;Code client;Client;SIREN;Montant HT\nF1;2026-01-31;C1;Dupont Lyon;732829320;1\n"
        "F2;2026-02-28;C2;Dupont Nice;732829320;2\n"
    )
    import_file("invoices", text, **CREATE)
    account = Account.objects.get()
    assert set(Identifier.objects.values_list("scheme", "value")) == {
        ("external", "C1"),
        ("external", "C2"),
        ("siren", "732829320"),
    }
    assert account.invoices.count() == 2


def test_rows_of_one_number_are_its_lines(import_file: Any) -> None:
    text = (
        "Facture;Date;Client;Désignation;Quantité;Prix unitaire;Remise;Référence article\n"
        "F1;31/01/2026;Dupont;Vis;3;0,335;;V1\nF1;31/01/2026;Dupont;Écrou;10;1,50;10;E1\nF2;31/01/2026;Dupont;Clou;1;2;;C1\n"
    )
    _, outcome = import_file("invoices", text, **CREATE)
    assert counts(outcome) == (2, 0, 0, 0)
    assert stored() == [("F1", "invoice", Decimal("14.51")), ("F2", "invoice", Decimal("2.00"))]
    lines = InvoiceLine.objects.filter(invoice__number="F1").values_list("position", "label", "reference", "net")
    assert list(lines) == [(1, "Vis", "V1", Decimal("1.01")), (2, "Écrou", "E1", Decimal("13.50"))]
    _, again = import_file("invoices", text, **CREATE)
    assert counts(again) == (0, 0, 2, 0)


def test_northwind_orders_with_their_lines(import_file: Any, tmp_path: Any) -> None:
    import csv

    orders = {row["OrderID"]: row for row in csv.DictReader(shared("northwind/Orders.csv").read_text().splitlines())}
    path = tmp_path / "lines.csv"
    with path.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["OrderID", "OrderDate", "CustomerID", "ProductID", "UnitPrice", "Quantity", "Discount"])
        total = Decimal(0)
        for row in csv.DictReader(shared("northwind/Order_Details.csv").read_text().splitlines()):
            order = orders[row["OrderID"]]
            writer.writerow(
                [
                    row["OrderID"],
                    order["OrderDate"],
                    order["CustomerID"],
                    row["ProductID"],
                    row["UnitPrice"],
                    row["Quantity"],
                    row["Discount"],
                ]
            )
            net = Decimal(row["UnitPrice"]) * Decimal(row["Quantity"]) * (1 - Decimal(row["Discount"]))
            total += net.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
    import_file("accounts", shared("northwind/Customers.csv"))
    _, outcome = import_file("invoices", path, currency="USD")
    assert (counts(outcome), InvoiceLine.objects.count()) == ((830, 0, 0, 0), 2155)
    assert Invoice.objects.aggregate(net=Sum("net"))["net"] == total


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("F1;{d};;A;100;EUR\nF2;{d};;A;-30;EUR\n", [("F1", "invoice", 100), ("F2", "credit_note", -30)]),
        ("F1;{d};;A;100;EUR\nAV12;{d};;A;30;EUR\n", [("AV12", "credit_note", -30), ("F1", "invoice", 100)]),
        (
            "101;{d};;A;100;EUR\n102;{d};;A;7;EUR\nC103;{d};;A;30;EUR\n",
            [("101", "invoice", 100), ("102", "invoice", 7), ("C103", "credit_note", -30)],
        ),
        ("C101;{d};;A;100;EUR\nC102;{d};;A;7;EUR\n", [("C101", "invoice", 100), ("C102", "invoice", 7)]),
        (
            "101;{d};;A;5;EUR\n102;{d};;A;5;EUR\nC103;{d};;A;-30;EUR\nC104;{d};;A;30;EUR\n",
            [("101", "invoice", 5), ("102", "invoice", 5), ("C103", "credit_note", -30), ("C104", "invoice", 30)],
        ),
    ],
)
def test_credit_notes_by_sign_or_by_prefix(import_file: Any, rows: str, expected: list[Any]) -> None:
    import_file("invoices", HEADER + rows.format(d="2026-01-31"), **CREATE)
    assert stored() == [(number, kind, Decimal(net)) for number, kind, net in expected]


def test_credit_notes_by_a_column(import_file: Any) -> None:
    text = "N°;Date;Client;Type;Montant HT\n1;2026-01-31;A;Facture;100\n2;2026-01-31;A;Avoir;30\n"
    _, outcome = import_file("invoices", text, **CREATE)
    assert stored() == [("1", "invoice", Decimal(100)), ("2", "credit_note", Decimal(-30))]
    assert codes(outcome) == [(3, "credit_note_negated")]


def test_a_credit_note_is_linked_to_what_it_corrects(import_file: Any) -> None:
    text = "N°;Date;Client;Montant HT;Facture d'origine\nF1;2026-01-31;A;100;\nF2;2026-02-01;A;-100;F1\n"
    import_file("invoices", text, **CREATE)
    assert Invoice.objects.get(number="F2").corrects.number == "F1"


def test_what_changed_is_shown_and_taken(import_file: Any) -> None:
    import_file("invoices", HEADER + "F1;2026-01-31;;A;100;EUR\nF2;2026-01-31;;A;5;EUR\n", **CREATE)
    text = HEADER + "F1;2026-02-28;;A;120;EUR\nF2;2026-01-31;;A;5;EUR\n"
    _, outcome = import_file("invoices", text)
    assert counts(outcome) == (0, 1, 1, 0)
    assert outcome.preview[0].changes == {"issued_on": ["2026-01-31", "2026-02-28"], "net": ["100.00", "120.00"]}
    assert Invoice.objects.get(number="F1").issued_on == dt.date(2026, 2, 28)
    assert set(RevenueDay.objects.values_list("day", "net")) == {
        (dt.date(2026, 1, 31), Decimal(5)),
        (dt.date(2026, 2, 28), Decimal(120)),
    }


def test_incomplete_rows_say_what_is_missing(import_file: Any) -> None:
    text = HEADER + (
        ";2026-01-31;;A;1;EUR\nF2;;;A;1;EUR\nF3;2026-01-31;;A;;EUR\nF4;2026-01-31;;;1;EUR\nF5;hier;;A;1;EUR\n"
        "F6;2026-01-31;;A;douze;EUR\nF7;2026-01-31;;A;1;Écu\n;;;;4;\n"
    )
    _, outcome = import_file("invoices", text, **CREATE)
    assert counts(outcome)[0] == 1
    assert [(p.line, p.code, p.column) for p in outcome.problems] == [
        (2, "required_missing", "Facture"),
        (3, "required_missing", "Date"),
        (4, "required_missing", "Montant HT"),
        (5, "customer_missing", "Code client"),
        (6, "date_unreadable", "Date"),
        (7, "amount_unreadable", "Montant HT"),
        (8, "currency_unknown", "Devise"),
        (9, "total_row", ""),
    ]


def test_a_rejected_line_rejects_its_whole_invoice(import_file: Any) -> None:
    text = (
        "Facture;Date;Client;Quantité;Prix unitaire\n"
        "F1;2026-01-31;A;1;10\nF1;2026-01-31;A;deux;10\nF2;2026-01-31;A;1;1\n"
    )
    _, outcome = import_file("invoices", text, **CREATE)
    assert counts(outcome) == (1, 0, 0, 2)
    assert codes(outcome) == [(2, "document_incomplete"), (3, "amount_unreadable")]


def test_a_number_used_twice_is_refused(import_file: Any) -> None:
    text = HEADER + "F1;2026-01-31;;A;1;EUR\nF1;2026-01-31;;B;1;EUR\nF2;2026-01-31;;A;1;EUR\nF2;2026-01-31;;A;1;USD\n"
    _, outcome = import_file("invoices", text, **CREATE)
    assert codes(outcome) == [
        (2, "number_reused"),
        (3, "number_reused"),
        (4, "currencies_mixed"),
        (5, "currencies_mixed"),
    ]
    import_file("invoices", HEADER + "F9;2026-01-31;;A;1;EUR\n", **CREATE)
    _, outcome = import_file("invoices", HEADER + "F9;2026-01-31;;B;1;EUR\n", **CREATE)
    assert [(p.code, p.params["name"]) for p in outcome.problems] == [("number_taken", "A")]


def test_currencies_are_converted_at_the_rate_of_the_day_or_left_open(import_file: Any) -> None:
    Rate.objects.create(currency="USD", day=dt.date(2026, 1, 1), rate=Decimal("0.9"))
    text = HEADER + "F1;2025-12-31;;A;100;USD\nF2;2026-01-31;;A;100;USD\nF3;2026-01-31;;A;100;EUR\n"
    import_file("invoices", text, **CREATE)
    assert list(Invoice.objects.order_by("number").values_list("reporting_net", flat=True)) == [
        None,
        Decimal("90.00"),
        Decimal("100.00"),
    ]


def test_an_ambiguous_date_order_is_a_question(import_file: Any) -> None:
    text = HEADER + "F1;01/02/2026;;A;1;EUR\nF2;03/04/2026;;A;1;EUR\n"
    with pytest.raises(QuestionError) as caught:
        import_file("invoices", text, **CREATE)
    assert caught.value.names == ["date_order"]
    assert caught.value.recognised["date_order"].candidates == ("dmy", "mdy")
    assert Invoice.objects.count() == 0
    import_file("invoices", text, date_order="mdy", **CREATE)
    assert Invoice.objects.get(number="F1").issued_on == dt.date(2026, 1, 2)


def test_what_cannot_be_imported_at_all_says_why(import_file: Any) -> None:
    with pytest.raises(UnmatchedError) as caught:
        import_file("invoices", "a,b\n1,2\n")
    assert caught.value.groups[0] == ("number",)
    with pytest.raises(ReadingError) as empty:
        import_file("invoices", HEADER)
    assert empty.value.code == "no_rows"


def test_thousands_of_euros(import_file: Any) -> None:
    import_file("invoices", "Facture;Date;Client;Montant HT (k€)\nF1;31/01/2026;A;1,5\n", **CREATE)
    assert stored() == [("F1", "invoice", Decimal("1500.00"))]


def test_finance_cannot_create_customers(import_as: Any, helene: Any, david: Any) -> None:
    text = HEADER + "F1;2026-01-31;;A;1;EUR\n"
    record = import_as(helene, "invoices", text, **CREATE)
    assert (record.created, record.rejected) == (0, 1)
    assert record.problems.get().code == "account_unknown"
    assert import_as(david, "invoices", text, **CREATE).created == 1


def test_imported_equals_typed(import_file: Any, valmorin: Any) -> None:
    """What an import leaves behind is what the verb of the form leaves behind."""
    from kameo.contracts.records import INVOICES

    INVOICES.add(valmorin, by=None, number="T1", issued_on=dt.date(2026, 3, 1), net=Decimal(40), currency="EUR")
    import_file("invoices", HEADER + "I1;2026-03-01;;Groupe Valmorin;40;EUR\n")
    typed, imported = Invoice.objects.get(number="T1"), Invoice.objects.get(number="I1")
    for field in ("account_id", "kind", "issued_on", "net", "currency", "rate", "reporting_net", "label"):
        assert getattr(typed, field) == getattr(imported, field), field
    lines = TimelineEntry.objects.filter(source="contracts.Invoice").order_by("title")
    assert [(line.at, line.kind, line.data["net"], line.data["day_only"]) for line in lines] == [
        (lines[0].at, "invoice", "40.00", True)
    ] * 2
    assert RevenueDay.objects.get().net == Decimal(80)
