"""What API calls cost in queries, whatever the number of rows: lists four at the most, the portrait twelve."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kameo.accounts.domain import create_account
from kameo.accounts.models import Account, Alias, Identifier
from kameo.contracts.records import INVOICES
from kameo.interactions.domain import log_interaction

DAY = date(2026, 1, 2)
pytestmark = pytest.mark.django_db


@pytest.fixture(params=[1, 3])
def served(request, valmorin, anne):
    """As many entities below the group, exchanges and invoices."""
    for number in range(request.param):
        create_account(name=f"Part {number}", parent=valmorin, by=anne)
        log_interaction(account=valmorin, kind="call", text=f"said {number}", by=anne)
        INVOICES.add(valmorin, number=f"F{number}", issued_on=DAY, net=Decimal(10), by=None)
    return request.param


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/accounts", 4),  # token and user, rows, their pulses, our own revenue
        ("/interactions", 4),  # token and user, rows, mentions, people who took part
        ("/invoices", 2),  # token and user, rows
    ],
)
def test_a_list_costs_the_same(served, anne, api_as, django_assert_num_queries, address, queries):
    client = api_as(anne)
    client.get(address)
    with django_assert_num_queries(queries):
        found = client.get(address).json()
    assert len(found["items"]) == served + (1 if address == "/accounts" else 0)


def test_the_portrait_costs_the_same(served, valmorin, anne, api_as, django_assert_max_num_queries):
    client = api_as(anne)
    client.get(f"/accounts/{valmorin.pk}/portrait")
    with django_assert_max_num_queries(12):
        client.get(f"/accounts/{valmorin.pk}/portrait")


def test_what_hangs_on_an_account_comes_whole_and_in_order(valmorin, anne, api_as):
    for name in ("Zed", "abel"):
        Alias.objects.create(account=valmorin, name=name)
    Identifier.objects.create(account=valmorin, scheme="external", value="V-1", source="erp")
    found = api_as(anne).get(f"/accounts/{valmorin.pk}").json()
    assert found["aliases"] == ["abel", "Zed"]
    assert {"scheme": "external", "value": "V-1", "source": "erp"} in found["identifiers"]
    assert found["addresses"] == found["mail_domains"] == []


def test_the_id_of_a_parent_out_of_sight_is_not_told(valmorin, anne, david, api_as):
    above = Account.objects.create(name="Above", kind="group", status="active")
    Account.objects.filter(pk=valmorin.pk).update(parent=above)
    assert api_as(anne).get(f"/accounts/{valmorin.pk}").json()["parent_id"] is None
    assert api_as(david).get(f"/accounts/{valmorin.pk}").json()["parent_id"] == above.pk
