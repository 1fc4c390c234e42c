"""Invoices of an account: seen by whoever sees it, written by finance, directors and administrators."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from kameo.accounts.models import Account
from kameo.contracts.lists import INVOICE_LIST, totals_of
from kameo.contracts.models import Invoice
from kameo.contracts.records import INVOICES
from kameo.core.lists import Criteria, matching
from kameo.core.testing.cases import ListCases, PageCases, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def invoice(valmorin):
    return INVOICES.add(
        valmorin, by=None, number="F-1", issued_on=date(2026, 11, 5), net=Decimal(96500), currency="EUR"
    )


def typed(**given):
    return {
        "number": "F-2",
        "kind": "invoice",
        "issued_on": "2026-11-10",
        "currency": "EUR",
        "net": "1 250,50",
        "lines-TOTAL_FORMS": 3,
        "lines-INITIAL_FORMS": 0,
        **given,
    }


class TestPage(PageCases):
    @pytest.fixture
    def url(self, valmorin, invoice):
        return reverse("records:invoice-one", args=[valmorin.pk, invoice.pk])


class TestList(ListCases):
    queries = 6  # session, user, frame, account, rows, totals

    @pytest.fixture
    def url(self, valmorin):
        return reverse("invoices:list", args=[valmorin.pk])

    @pytest.fixture
    def make_rows(self, valmorin):
        def make(count):
            for number in range(count):
                INVOICES.add(valmorin, by=None, number=f"N{number}", issued_on=date(2026, 11, 5), net=Decimal(10))

        return make

    @pytest.fixture
    def hidden(self, invoice):
        return "F-1"


def test_header_level_invoice_counts_as_revenue(valmorin, helene):
    helene.language = "fr"
    helene.save()
    assert browser(helene).post(reverse("records:invoice-new", args=[valmorin.pk]), typed()).status_code == 302
    found = Invoice.objects.get()
    assert (found.number, found.net, found.reporting_net) == ("F-2", Decimal("1250.50"), Decimal("1250.50"))
    valmorin.pulse.refresh_from_db()
    assert valmorin.pulse.revenue_12m == Decimal("1250.50")


def test_lines_add_up_when_no_amount_is_given(valmorin, helene):
    lines = {"lines-0-label": "Sonde", "lines-0-quantity": "4", "lines-0-unit_price": "25.50"}
    lines |= {"lines-1-label": "Pose", "lines-1-net": "100"}
    payload = typed(net="", **lines)
    assert browser(helene).post(reverse("records:invoice-new", args=[valmorin.pk]), payload).status_code == 302
    found = Invoice.objects.get()
    assert found.net == Decimal("202.00")
    assert [line.net for line in found.lines.all()] == [Decimal("102.00"), Decimal("100.00")]


def test_credit_note_typed_positive_is_negative_and_marked(valmorin, helene, invoice):
    url = reverse("records:invoice-new", args=[valmorin.pk])
    browser(helene).post(url, typed(kind="credit_note", net="500"))
    assert Invoice.objects.get(number="F-2").net == Decimal(-500)
    text = browser(helene).get(reverse("invoices:list", args=[valmorin.pk])).content.decode()
    assert "1 credit note" in text
    assert "€96,000" in text


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"number": "F-1"}, "number"),
        ({"net": ""}, "net"),
        ({"net": "deux"}, "net"),
        ({"issued_on": "hier"}, "issued_on"),
        ({"due_on": "2026-11-09"}, "due_on"),
        ({"net": "-5"}, "net"),
    ],
)
def test_refusal_stands_beside_its_field_and_nothing_is_lost(given, field, valmorin, helene, invoice):
    response = browser(helene).post(reverse("records:invoice-new", args=[valmorin.pk]), typed(label="Sonde", **given))
    text = response.content.decode()
    assert response.status_code == 422
    assert f'id="id_{field}-error"' in text
    assert 'value="Sonde"' in text
    assert Invoice.objects.count() == 1


def test_unconverted_is_said_and_left_out_of_the_total(valmorin, anne, invoice):
    INVOICES.add(valmorin, by=None, number="X-1", issued_on=date(2026, 11, 5), net=Decimal(100), currency="USD")
    totals = {total.currency: total for total in totals_of(matching(INVOICE_LIST, anne, Criteria(parent=valmorin)))}
    assert (totals["USD"].net, totals["USD"].reporting_net, totals["USD"].unconverted) == (Decimal(100), None, 1)
    text = browser(anne).get(reverse("invoices:list", args=[valmorin.pk])).content.decode()
    assert "1 not converted" in text


def test_group_scope_adds_what_hangs_below_and_is_visible(valmorin, anne):
    site = Account.objects.create(name="Laval", parent=valmorin)
    secret = Account.objects.create(name="Iris", parent=valmorin, confidential=True)
    for number, account in enumerate((site, secret)):
        INVOICES.add(account, by=None, number=f"NUMBER-{number}", issued_on=date(2026, 1, 1), net=Decimal(10))
    url = reverse("invoices:list", args=[valmorin.pk])
    assert "NUMBER-0" not in browser(anne).get(url).content.decode()
    whole = browser(anne).get(url, {"scope": "group"}).content.decode()
    assert "NUMBER-0" in whole
    assert "NUMBER-1" not in whole


def test_binned_invoices_show_only_to_who_can_restore(valmorin, anne, helene, invoice):
    INVOICES.bin(invoice, by=helene)
    url = reverse("invoices:list", args=[valmorin.pk])
    assert "F-1" in browser(helene).get(url, {"bin": "1"}).content.decode()
    assert "F-1" not in browser(anne).get(url, {"bin": "1"}).content.decode()


def test_lead_sees_invoices_without_a_verb(valmorin, anne, invoice):
    text = browser(anne).get(reverse("invoices:list", args=[valmorin.pk])).content.decode()
    assert "F-1" in text
    assert "New invoice" not in text
