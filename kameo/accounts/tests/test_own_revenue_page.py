"""Our own revenue by fiscal year, entered by whoever configures (R2)."""

from decimal import Decimal

import pytest

from kameo.accounts.models import OwnRevenue

pytestmark = pytest.mark.django_db
PAGE = "/accounts/own-revenue/"


def test_entered_changed_and_forgotten(client, gilles, time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    client.force_login(gilles)
    assert client.get(PAGE).status_code == 200
    assert client.post(PAGE, {"year_2025": "2,000,000.50", "year_2026": ""}).status_code == 302
    row = OwnRevenue.objects.get()
    assert (row.fiscal_year, row.amount, row.by) == (2025, Decimal("2000000.50"), gilles)
    assert "2,000,000.50" in client.get(PAGE).content.decode().replace("\u202f", "")
    assert client.post(PAGE, {"year_2025": ""}).status_code == 302
    assert not OwnRevenue.objects.exists()


def test_refused_beside_the_form(client, gilles, time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    client.force_login(gilles)
    assert client.post(PAGE, {"year_2026": "-5"}).status_code == 422
    assert not OwnRevenue.objects.exists()


def test_only_for_those_who_configure(client, anne):
    client.force_login(anne)
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"year_2026": "5"}).status_code == 403
    assert not OwnRevenue.objects.exists()
