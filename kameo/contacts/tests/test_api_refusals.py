"""Refusals and the time zone over HTTP: members write, readers read, strangers find nobody."""

from __future__ import annotations

from typing import Any

import pytest

from kameo.accounts.models import AccountMember
from kameo.contacts import domain
from kameo.contacts.models import OptOut, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(anne: Any, valmorin: Any) -> str:
    return f"/persons/{domain.create_person(account=valmorin, by=anne, last_name='Roquemaure').pk}"


def test_a_refusal_is_noted_lifted_and_renewed(api_as: Any, anne: Any, path: str) -> None:
    client = api_as(anne)
    made = client.post(f"{path}/refusals", {"channel": "email", "said": "Par lettre"})
    assert (made.status_code, made.json()["said"], made.json()["lifted_at"]) == (201, "Par lettre", None)
    again = client.post(f"{path}/refusals", {"channel": "email"})
    assert (again.status_code, again.json()["code"]) == (422, "refused_already")
    one = f"/persons/refusals/{made.json()['id']}"
    assert client.delete(one).json()["lifted_at"] is not None
    assert client.delete(one).status_code == 422
    assert client.post(f"{one}/renewals").json()["lifted_at"] is None
    assert [row["channel"] for row in client.get(f"{path}/refusals").json()] == ["email"]


def test_strangers_and_readers(api_as: Any, anne: Any, chloe: Any, eric: Any, valmorin: Any, path: str) -> None:
    row = domain.refuse_channel(Person.objects.get(), channel="phone", by=anne)
    AccountMember.objects.create(account=valmorin, user=eric)
    for who, status in ((chloe, 404), (eric, 403)):
        client = api_as(who)
        assert client.post(f"{path}/refusals", {"channel": "email"}).status_code == status
        assert client.delete(f"/persons/refusals/{row.pk}").status_code == status
        assert client.post(f"/persons/refusals/{row.pk}/renewals").status_code == status
    assert api_as(chloe).get(f"{path}/refusals").status_code == 404
    assert api_as(eric).get(f"{path}/refusals").status_code == 200
    assert OptOut.objects.get().lifted_at is None


def test_a_zone_that_nobody_knows_is_refused(api_as: Any, anne: Any, path: str) -> None:
    client = api_as(anne)
    refused = client.patch(path, {"time_zone": "Europe/Nowhere"})
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown_zone")
    assert client.patch(path, {"time_zone": "Europe/Zurich"}).json()["time_zone"] == "Europe/Zurich"
