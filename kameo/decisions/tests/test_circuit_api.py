"""Committees, steps, introductions and who knows whom over HTTP."""

import pytest

from kameo.accounts.models import AccountMember
from kameo.contacts import domain as contacts
from kameo.core.journal.models import Event
from kameo.decisions import domain

pytestmark = pytest.mark.django_db


@pytest.fixture
def isabelle(anne, valmorin):
    return contacts.create_person(account=valmorin, by=anne, last_name="Roquemaure")


@pytest.fixture
def chart(anne, valmorin):
    return domain.main_map(valmorin, by=anne)


@pytest.fixture
def committee(anne, valmorin):
    return domain.create_committee(account=valmorin, by=anne, name="Comité achats")


def test_a_member_writes_committees_and_steps(api_as, anne, valmorin, chart, isabelle):
    client = api_as(anne)
    made = client.post(f"/accounts/{valmorin.pk}/committees", {"name": "Centrale", "kind": "central"})
    assert (made.status_code, made.json()["kind"]) == (201, "central")
    path = f"/committees/{made.json()['id']}"
    seated = client.post(f"{path}/members", {"person_id": isabelle.pk, "part": "Présidente"}).json()
    assert [(one["person_id"], one["part"]) for one in seated["members"]] == [(isabelle.pk, "Présidente")]
    assert client.patch(path, {"meets": "mardi"}).json()["meets"] == "mardi"
    steps = f"/maps/{chart.pk}/steps"
    client.post(steps, {"name": "Choix", "committee_id": made.json()["id"], "days": 42})
    found = client.post(steps, {"name": "Avis", "person_id": isabelle.pk, "days": 21, "rank": 0}).json()
    assert ([one["name"] for one in found["steps"]], found["total_days"]) == (["Avis", "Choix"], 63)
    first = found["steps"][0]["id"]
    moved = client.post(f"/steps/{first}/moves", {"to": 1}).json()
    assert [one["name"] for one in moved["steps"]] == ["Choix", "Avis"]
    assert client.patch(f"/steps/{first}", {"days": None}).json()["total_days"] is None
    assert client.delete(f"/steps/{first}").status_code == 204
    assert len(client.get(f"/accounts/{valmorin.pk}/circuit").json()["steps"]) == 1
    assert client.delete(f"{path}/members/{isabelle.pk}").status_code == 204
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404
    assert client.post(f"{path}/restorations").status_code == 201
    assert [one["name"] for one in client.get(f"/accounts/{valmorin.pk}/committees").json()] == ["Centrale"]


def test_strangers_find_nothing_and_readers_write_nothing(
    api_as, anne, chloe, eric, valmorin, chart, committee, isabelle
):
    AccountMember.objects.create(account=valmorin, user=eric)
    step = domain.add_step(chart, by=anne, name="Choix")
    before = Event.objects.count()
    calls = [
        ("post", f"/accounts/{valmorin.pk}/committees", {"name": "X"}),
        ("patch", f"/committees/{committee.pk}", {"name": "X"}),
        ("delete", f"/committees/{committee.pk}", None),
        ("post", f"/committees/{committee.pk}/members", {"person_id": isabelle.pk}),
        ("post", f"/maps/{chart.pk}/steps", {"name": "X"}),
        ("patch", f"/steps/{step.pk}", {"name": "X"}),
        ("post", f"/steps/{step.pk}/moves", {"to": 0}),
        ("delete", f"/steps/{step.pk}", None),
        ("post", "/introductions", {"person_id": isabelle.pk, "through_id": anne.pk}),
    ]
    for user, expected in ((chloe, 404), (eric, 403)):
        client = api_as(user)
        for verb, path, body in calls:
            answer = getattr(client, verb)(path) if body is None else getattr(client, verb)(path, body)
            assert answer.status_code == expected, path
    for path in (
        f"/accounts/{valmorin.pk}/circuit",
        f"/accounts/{valmorin.pk}/committees",
        f"/committees/{committee.pk}",
        f"/accounts/{valmorin.pk}/network",
        f"/persons/{isabelle.pk}/introducers",
    ):
        assert (api_as(chloe).get(path).status_code, api_as(eric).get(path).status_code) == (404, 200), path
    written = Event.objects.exclude(type__startswith="token").filter(type__regex="^(committee|decision|introduction)")
    assert (written.count(), before > 0) == (2, True)


def test_an_introduction_is_asked_answered_and_read_by_the_two(api_as, anne, bruno, david, isabelle):
    made = api_as(anne).post("/introductions", {"person_id": isabelle.pk, "through_id": bruno.pk})
    assert (made.status_code, made.json()["state"]) == (201, "asked")
    path = f"/introductions/{made.json()['id']}"
    assert api_as(david).get(path).status_code == 404
    assert api_as(david).post(f"{path}/answers", {"state": "accepted"}).status_code == 404
    answered = api_as(bruno).post(f"{path}/answers", {"state": "accepted", "answer": "Oui"}).json()
    assert (answered["state"], answered["answer"]) == ("accepted", "Oui")
    assert [one["id"] for one in api_as(bruno).get("/introductions").json()["items"]] == [made.json()["id"]]
    assert api_as(bruno).post(f"{path}/answers", {"state": "asked"}).json()["state"] == "asked"
    assert api_as(anne).delete(path).status_code == 204
    assert api_as(anne).get(path).status_code == 404
