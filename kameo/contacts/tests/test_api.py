"""People over HTTP: written by members, hidden from strangers, read only by readers."""

import pytest

from kameo.accounts.models import AccountMember
from kameo.contacts import domain
from kameo.contacts.models import Person, Position

pytestmark = pytest.mark.django_db


@pytest.fixture
def isabelle(anne, valmorin):
    return domain.create_person(account=valmorin, by=anne, last_name="Roquemaure")


def test_a_person_is_created_changed_binned_and_given_back(api_as, anne, valmorin):
    client = api_as(anne)
    made = client.post(
        "/persons",
        {
            "first_name": "Isabelle",
            "last_name": "Roquemaure",
            "phones": [{"number": "04 75 01 23 45"}],
            "position": {"account_id": valmorin.pk, "title": "Directrice des achats", "family": "purchasing"},
        },
    )
    assert (made.status_code, made.json()["phones"][0]["number"]) == (201, "+33475012345")
    path = f"/persons/{made.json()['id']}"
    assert client.patch(path, {"last_name": "Arnaud"}).json()["last_name"] == "Arnaud"
    assert client.get(f"{path}/positions").json()[0]["title"] == "Directrice des achats"
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404
    assert client.post(f"{path}/restorations").status_code == 201
    assert client.get("/persons").json()["items"][0]["last_name"] == "Arnaud"


def test_strangers_find_nobody(api_as, chloe, isabelle):
    client, post = api_as(chloe), isabelle.positions.get()
    assert client.get("/persons").json()["items"] == []
    for answer in (
        client.get(f"/persons/{isabelle.pk}"),
        client.patch(f"/persons/{isabelle.pk}", {"last_name": "X"}),
        client.delete(f"/persons/{isabelle.pk}"),
        client.get(f"/persons/{isabelle.pk}/positions"),
        client.patch(f"/persons/positions/{post.pk}", {"title": "X"}),
        client.post(f"/persons/positions/{post.pk}/end", {"ends_on": "2026-01-01"}),
    ):
        assert answer.status_code == 404
    assert (Person.objects.get().last_name, Position.objects.get().title) == ("Roquemaure", "")


def test_readers_write_nothing(api_as, eric, valmorin, isabelle):
    AccountMember.objects.create(account=valmorin, user=eric)
    client = api_as(eric)
    assert client.get(f"/persons/{isabelle.pk}").status_code == 200
    body = {"last_name": "X", "position": {"account_id": valmorin.pk}}
    assert client.post("/persons", body).status_code == 403
    assert client.patch(f"/persons/{isabelle.pk}", {"last_name": "X"}).status_code == 403
    assert client.delete(f"/persons/{isabelle.pk}").status_code == 403
    assert Person.objects.get().last_name == "Roquemaure"
