"""Recording, changing, binning and restoring documents, and what follows from them."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kameo.accounts.models import Account, RevenueDay, RevenueTotal, TimelineEntry
from kameo.contracts import domain
from kameo.contracts.models import Invoice, InvoiceLine
from kameo.contracts.records import INVOICES
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.models import Rate

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)


@pytest.fixture
def bill(valmorin, helene):
    def bill(number, net, issued_on=DAY, **more):
        net = None if net is None else Decimal(net)
        account = more.pop("account", valmorin)
        return INVOICES.add(account, by=helene, number=number, issued_on=issued_on, net=net, **more)

    return bill


def days(account):
    rows = RevenueDay.objects.filter(account=account).order_by("day", "currency")
    return [(row.day.isoformat(), row.currency, row.net, row.reporting_net, row.documents) for row in rows]


def test_recorded_with_all_that_follows(valmorin, helene, bill):
    invoice = bill("F-2026-0418", "8400.5", label="Affinage, octobre", due_on=date(2026, 12, 2))
    assert (invoice.kind, invoice.currency, invoice.rate, invoice.reporting_net) == (
        "invoice",
        "EUR",
        1,
        Decimal("8400.50"),
    )
    assert days(valmorin) == [("2026-11-02", "EUR", Decimal("8400.50"), Decimal("8400.50"), 1)]
    assert RevenueTotal.objects.get(day=DAY).reporting_net == Decimal("8400.50")
    valmorin.pulse.refresh_from_db()
    assert valmorin.pulse.revenue_12m == Decimal("8400.50")
    assert (valmorin.pulse.first_invoice_on, valmorin.pulse.last_invoice_on) == (DAY, DAY)
    line = TimelineEntry.objects.get(account=valmorin)
    assert (line.kind, line.title, line.text, line.actor) == ("invoice", "F-2026-0418", "Affinage, octobre", helene)
    assert line.at.isoformat() == "2026-11-02T11:00:00+00:00"
    assert line.data == {
        "number": "F-2026-0418",
        "net": "8400.50",
        "currency": "EUR",
        "reporting_net": "8400.50",
        "day_only": True,
    }
    event = Event.objects.get(type="invoice.recorded")
    assert (event.account_id, event.actor, event.subject_id) == (valmorin.pk, helene, invoice.pk)


def test_c01_credit_notes_are_taken_off_on_their_own_date(valmorin, bill):
    bill("F1", 1000)
    credit = bill("A1", 200, date(2026, 11, 9), kind="credit_note")
    assert (credit.net, credit.kind) == (-200, "credit_note")
    assert bill("A2", -50, date(2026, 11, 9)).kind == "credit_note"
    assert [row[2] for row in days(valmorin)] == [1000, -250]
    valmorin.pulse.refresh_from_db()
    assert valmorin.pulse.revenue_12m == 750


def test_lines_add_up_and_turn_with_a_credit_note(bill):
    invoice = bill(
        "A1",
        None,
        kind="credit_note",
        gross=Decimal("36"),
        lines=[{"label": "Caisses", "quantity": "3", "unit_price": "10"}, {"label": "Retour", "net": "-0.004"}],
    )
    assert (invoice.net, invoice.gross) == (-30, -36)
    assert list(InvoiceLine.objects.values_list("position", "quantity", "unit_price", "net")) == [
        (1, -3, 10, -30),
        (2, None, None, 0),
    ]


def test_c04_frozen_at_the_rate_of_the_day_and_never_assumed(valmorin, bill, david):
    Rate.objects.create(currency="USD", day=date(2026, 10, 1), rate=Decimal("0.9"))
    Rate.objects.create(currency="USD", day=date(2026, 11, 10), rate=Decimal("0.8"))
    dollars = bill("F1", "100.05", currency="usd")
    assert (dollars.rate, dollars.reporting_net) == (Decimal("0.9"), Decimal("90.05"))  # half a cent goes up
    pounds = bill("F2", 100, currency="GBP")
    assert (pounds.rate, pounds.reporting_net) == (None, None)
    valmorin.pulse.refresh_from_db()
    assert (valmorin.pulse.revenue_12m, valmorin.pulse.unconverted, valmorin.pulse.tree_unconverted) == (
        Decimal("90.05"),
        1,
        1,
    )
    Rate.objects.filter(currency="USD").update(rate=2)
    Rate.objects.create(currency="GBP", day=date(2026, 1, 1), rate=Decimal("1.15"))
    assert domain.convert_missing(by=david) == 1
    dollars.refresh_from_db()
    pounds.refresh_from_db()
    assert dollars.reporting_net == Decimal("90.05")
    assert pounds.reporting_net == Decimal("115.00")
    valmorin.pulse.refresh_from_db()
    assert (valmorin.pulse.revenue_12m, valmorin.pulse.unconverted) == (Decimal("205.05"), 0)
    assert domain.convert_missing(by=david) == 0


def test_c06_only_unconverted_documents_is_unknown_not_zero(valmorin, bill):
    bill("F1", 100, currency="GBP")
    valmorin.pulse.refresh_from_db()
    assert valmorin.pulse.revenue_12m is None
    assert valmorin.pulse.tree_unconverted == 1
    assert valmorin.pulse.large is None


def test_c06_old_customer_without_invoice_this_year_is_zero(valmorin, bill):
    bill("F1", 100, date(2023, 1, 10))
    valmorin.pulse.refresh_from_db()
    assert (valmorin.pulse.revenue_12m, valmorin.pulse.revenue_previous_12m, valmorin.pulse.revenue_total) == (
        0,
        0,
        100,
    )


def test_twelve_months_to_the_day(valmorin, bill):
    bill("F1", 1, date(2025, 11, 25))
    bill("F2", 10, date(2025, 11, 24))
    bill("F3", 100, date(2024, 11, 25))
    bill("F4", 1000, date(2024, 11, 24))
    bill("F5", 10000, date(2026, 11, 25))  # tomorrow's counts tomorrow
    valmorin.pulse.refresh_from_db()
    assert (valmorin.pulse.revenue_12m, valmorin.pulse.revenue_previous_12m, valmorin.pulse.revenue_total) == (
        1,
        110,
        1111,
    )


def test_changed_from_one_day_to_another(valmorin, bill, helene):
    invoice = bill("F1", 100)
    INVOICES.change(invoice, by=helene, issued_on=date(2026, 11, 3), net=Decimal(40), number=" F 1 bis ")
    assert days(valmorin) == [("2026-11-03", "EUR", 40, 40, 1)]
    assert list(RevenueTotal.objects.values_list("day", "reporting_net")) == [(date(2026, 11, 3), 40)]
    invoice.refresh_from_db()
    assert invoice.number == "F 1 bis"


def test_change_keeps_the_frozen_rate_until_day_or_currency_change(bill, helene):
    Rate.objects.create(currency="USD", day=date(2026, 10, 1), rate=Decimal("0.9"))
    invoice = bill("F1", 100, currency="USD")
    Rate.objects.update(rate=Decimal("0.5"))
    invoice = INVOICES.change(invoice, by=helene, net=Decimal(200))
    assert invoice.reporting_net == 180
    invoice = INVOICES.change(invoice, by=helene, issued_on=date(2026, 11, 3))
    assert invoice.reporting_net == 100


def test_bin_and_restore_give_back_exactly(valmorin, bill, helene):
    invoice = bill("F1", 100)
    before = (days(valmorin), list(TimelineEntry.objects.values_list("source_id", "at", "data")))
    INVOICES.bin(invoice, by=helene)
    assert days(valmorin) == []
    assert not TimelineEntry.objects.filter(kind="invoice").exists()
    assert not RevenueTotal.objects.exists()
    INVOICES.restore(invoice, by=helene)
    assert (days(valmorin), list(TimelineEntry.objects.values_list("source_id", "at", "data"))) == before
    assert invoice.reporting_net == 100


def test_a_number_is_free_again_in_the_bin_and_taken_on_restore(bill, helene):
    first = bill("F1", 100)
    with pytest.raises(DomainError) as caught:
        bill(" F1 ", 5)
    assert (caught.value.code, caught.value.field) == ("number_taken", "number")
    INVOICES.bin(first, by=helene)
    bill("F1", 5)
    with pytest.raises(DomainError) as caught:
        INVOICES.restore(first, by=helene)
    assert caught.value.code == "number_taken"
    assert Invoice.objects.present().count() == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"number": " ", "net": 1}, "invalid"),
        ({"number": "F", "net": None}, "net_missing"),
        ({"number": "F", "net": -1, "kind": "invoice"}, "sign_of_invoice"),
        ({"number": "F", "net": 1, "currency": "EURO"}, "unknown_currency"),
        ({"number": "F", "net": 1, "due_on": date(2026, 11, 1)}, "due_before_issue"),
        ({"number": "F", "net": None, "lines": [{"label": "x"}]}, "line_invalid"),
        ({"number": "F", "net": 1, "kind": "quote"}, "unknown_kind"),
        ({"number": "F", "net": 10**17}, "amount_too_large"),
    ],
)
def test_refusals_write_nothing(bill, valmorin, fields, code):
    with pytest.raises(DomainError) as caught:
        bill(**fields)
    assert caught.value.code == code
    assert not Invoice.objects.exists()
    assert days(valmorin) == []


def test_only_those_with_the_right_write_invoices(valmorin, anne, eric, farida, chloe, bill):
    invoice = bill("F1", 1)
    for user in (anne, eric, farida, chloe):
        with pytest.raises(PermissionDenied):
            INVOICES.add(valmorin, by=user, number="X", issued_on=DAY, net=Decimal(1))
        with pytest.raises(PermissionDenied):
            INVOICES.bin(invoice, by=user)
    assert Invoice.objects.present().count() == 1


def test_not_on_an_account_in_the_bin(valmorin, bill, anne, gilles):
    from kameo.accounts.domain import bin_account

    bin_account(valmorin, by=anne)
    with pytest.raises(DomainError) as caught:
        INVOICES.add(valmorin, by=None, number="X", issued_on=DAY, net=Decimal(1))
    assert caught.value.code == "account_in_bin"


def test_other_accounts_verdicts_follow_the_new_total(valmorin, bill):
    from kameo.core.jobs import work_until_empty

    bill("F1", 150_000)
    valmorin.pulse.refresh_from_db()
    assert valmorin.pulse.large is True
    other = Account.objects.create(name="Géant")
    bill("F2", 4_000_000, account=other)
    from kameo.qualification.axes.classes import refresh_classes

    refresh_classes()  # the job that was deferred
    valmorin.pulse.refresh_from_db()
    assert valmorin.pulse.large is None
    assert work_until_empty
