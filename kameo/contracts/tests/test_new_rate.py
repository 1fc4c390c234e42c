"""A rate entered late converts what waited for it, and nothing else."""

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps

from kameo.contracts.records import INVOICES
from kameo.core import rates
from kameo.core.jobs import work_until_empty
from kameo.core.journal.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def dollars(valmorin, helene):
    return INVOICES.add(valmorin, by=helene, number="F1", issued_on=date(2026, 11, 2), net=Decimal(100), currency="USD")


def amounts(invoice):
    invoice.refresh_from_db()
    return (invoice.rate, invoice.reporting_net)


def test_c04_a_rate_added_later_converts_what_had_none(dollars, david):
    assert amounts(dollars) == (None, None)
    row = rates.set_rate(currency="USD", day=date(2026, 1, 1), rate=Decimal("0.9"), by=david)
    assert amounts(dollars) == (None, None)  # the page answers first
    work_until_empty()
    assert amounts(dollars) == (Decimal("0.9"), Decimal("90.00"))
    assert Event.objects.get(type="invoices.converted").actor == david
    rates.set_rate(currency="USD", day=date(2026, 1, 1), rate=Decimal("0.8"), by=david, row=row)
    work_until_empty()
    assert amounts(dollars) == (Decimal("0.9"), Decimal("90.00"))


def test_c04_a_rate_moved_to_an_earlier_day_converts_too(dollars, david):
    row = rates.set_rate(currency="USD", day=date(2026, 11, 3), rate=Decimal("0.9"), by=david)
    work_until_empty()
    assert amounts(dollars) == (None, None)
    rates.set_rate(currency="USD", day=date(2026, 11, 1), rate=Decimal("0.9"), by=david, row=row)
    work_until_empty()
    assert amounts(dollars) == (Decimal("0.9"), Decimal("90.00"))


def test_a_rate_keeps_what_it_was(david):
    row = rates.set_rate(currency="USD", day=date(2026, 1, 1), rate=Decimal("0.9"), by=david)
    rates.set_rate(currency="USD", day=date(2026, 1, 1), rate=Decimal("0.8"), by=david, row=row)
    rates.delete_rate(row, by=david)
    history = apps.get_model("core", "RateEvent").objects.order_by("pgh_id")
    assert list(history.values_list("pgh_label", "rate")) == [("changed", Decimal("0.9")), ("deleted", Decimal("0.8"))]
