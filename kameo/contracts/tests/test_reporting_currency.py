"""The reporting currency is chosen before invoices are converted to it (c-0.4)."""

from datetime import date
from decimal import Decimal

import pytest

from kameo.contracts.records import INVOICES
from kameo.core import preferences

pytestmark = pytest.mark.django_db


def test_c04_stays_once_documents_are_converted(valmorin, gilles):
    preferences.set("currency", "GBP", by=gilles)
    INVOICES.add(valmorin, by=None, number="F1", issued_on=date(2026, 1, 1), net=Decimal(1))
    preferences.set("currency", "GBP", by=gilles)
    with pytest.raises(preferences.ValidationError) as caught:
        preferences.set("currency", "USD", by=gilles)
    assert caught.value.code == "currency_in_use"
    assert preferences.get("currency") == "GBP"
