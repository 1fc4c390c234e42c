"""Departures over HTTP: opened, worked through and taken back by members; hidden from strangers, read by readers."""

import pytest

from kameo.accounts.models import AccountMember
from kameo.contacts import domain
from kameo.contacts.models import Position
from kameo.core import clock
from kameo.core.journal.models import Event
from kameo.decisions.domain import maps, stakes
from kameo.decisions.models import Departure

pytestmark = pytest.mark.django_db


@pytest.fixture
def pascal(anne, valmorin):
    person = domain.create_person(
        account=valmorin, by=anne, last_name="Quintrec", position={"title": "Directeur technique"}
    )
    stakes.put_on_map(maps.main_map(valmorin, by=anne), person=person, by=anne, influence=4, roles=["user"])
    return person


@pytest.fixture
def gone(anne, pascal):
    domain.end_position(pascal.positions.get(), on=clock.company_today(), by=anne, reason="left")
    return Departure.objects.get()


def test_the_whole_way(api_as, anne, gone):
    client, path = api_as(anne), f"/departures/{gone.pk}"
    assert [one["id"] for one in client.get("/departures", open=True).json()["items"]] == [gone.pk]
    tasks = client.get(path).json()["tasks"]
    assert [one["code"] for one in tasks] == ["tell", "replace", "rate", "review", "follow"]
    assert client.post(f"{path}/closure").json()["code"] == "tasks_left"
    replaced = client.post(f"{path}/replacement", {}).json()
    assert replaced["replacement_id"] is not None
    assert client.delete(f"{path}/replacement").json()["replacement_id"] is None
    added = client.post(f"{path}/tasks", {"text": "Inviter Odile"}).json()
    assert client.post(f"/departures/tasks/{added['id']}/done").json()["done_at"] is not None
    assert client.delete(f"/departures/tasks/{added['id']}/done").json()["done_at"] is None
    for one in [*tasks, added]:
        aside = client.post(f"/departures/tasks/{one['id']}/setting-aside", {"why": "Poste supprimé"})
        assert aside.json()["set_aside"] == "Poste supprimé"
    assert client.post(f"{path}/closure").json()["closed_at"] is not None
    assert client.delete(f"{path}/closure").json()["closed_at"] is None
    assert client.post(f"{path}/cancellation").json()["cancelled_at"] is not None
    assert client.get("/departures", open=True).json()["items"] == []


def test_announcing_one_and_following_somebody(api_as, anne, valmorin, pascal):
    client = api_as(anne)
    body = {"person_id": pascal.pk, "account_id": valmorin.pk, "cause": "influence"}
    assert client.post("/departures", body).status_code == 201
    made = client.post(f"/persons/{pascal.pk}/employers", {"name": "Soréal", "title": "Directrice"})
    assert (made.status_code, Position.objects.get(pk=made.json()["position_id"]).account.name) == (201, "Soréal")
    assert pascal.positions.get(account=valmorin).ends_on is not None


def calls(client, gone, valmorin):
    path, task = f"/departures/{gone.pk}", gone.tasks.first().pk
    return [
        client.post("/departures", {"person_id": gone.person_id, "account_id": valmorin.pk, "cause": "left"}),
        client.post(f"{path}/closure"),
        client.delete(f"{path}/closure"),
        client.post(f"{path}/cancellation"),
        client.post(f"{path}/replacement", {}),
        client.delete(f"{path}/replacement"),
        client.post(f"{path}/tasks", {"text": "X"}),
        client.post(f"/departures/tasks/{task}/done"),
        client.delete(f"/departures/tasks/{task}/done"),
        client.post(f"/departures/tasks/{task}/setting-aside", {"why": "X"}),
        client.post(f"/persons/{gone.person_id}/employers", {"account_id": valmorin.pk}),
    ]


def test_strangers_find_nothing(api_as, chloe, gone, valmorin):
    client = api_as(chloe)
    before = Event.objects.count()
    assert client.get("/departures").json()["items"] == []
    assert client.get(f"/departures/{gone.pk}").status_code == 404
    assert [answer.status_code for answer in calls(client, gone, valmorin)] == [404] * 11
    assert Event.objects.count() == before


def test_readers_read_and_write_nothing(api_as, eric, gone, valmorin):
    AccountMember.objects.create(account=valmorin, user=eric)
    client = api_as(eric)
    before = Event.objects.count()
    assert client.get(f"/departures/{gone.pk}").json()["was"]["maps"][0]["influence"] == 4
    assert [answer.status_code for answer in calls(client, gone, valmorin)] == [403] * 11
    assert Event.objects.count() == before
