"""Lines of an invoice keep their old versions, as every business row does."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from kameo.contracts.models import InvoiceLine
from kameo.contracts.records import INVOICES


@pytest.mark.django_db
def test_a_replaced_line_stays_in_the_history(valmorin: Any, helene: Any) -> None:
    invoice = INVOICES.add(
        valmorin,
        by=helene,
        number="F1",
        issued_on=dt.date(2026, 1, 31),
        currency="EUR",
        lines=[{"label": "Capteur", "net": Decimal(10)}],
    )
    old = invoice.lines.get()
    INVOICES.change(invoice, by=helene, lines=[{"label": "Capteur", "net": Decimal(12)}])
    events = InvoiceLine.pgh_event_models["deleted"].objects.filter(pgh_obj_id=old.pk)
    assert [(event.label, event.net) for event in events] == [("Capteur", Decimal(10))]
