"""Maps, ratings, evidence, lines, lists and arguments over HTTP: members, readers, strangers."""

import pytest

from kameo.accounts.models import AccountMember
from kameo.contacts import domain as contacts
from kameo.core.journal.models import Event
from kameo.decisions import domain
from kameo.decisions.models import DecisionMap, Evidence, InfluenceLink, Stake
from kameo.decisions.records import MAPS

pytestmark = pytest.mark.django_db


@pytest.fixture
def isabelle(anne, valmorin):
    return contacts.create_person(account=valmorin, by=anne, last_name="Roquemaure")


@pytest.fixture
def own(anne, valmorin):
    return domain.main_map(valmorin, by=anne)


@pytest.fixture
def stake(anne, own, isabelle):
    return domain.put_on_map(own, person=isabelle, by=anne)


def test_a_map_is_made_changed_binned_and_given_back(api_as, anne, valmorin):
    client = api_as(anne)
    own = client.post("/maps", {"account_id": valmorin.pk, "main": True, "expected": 12})
    assert (own.status_code, own.json()["main"], own.json()["expected"]) == (201, True, 12)
    assert client.post("/maps", {"account_id": valmorin.pk}).status_code == 422
    deal = client.post("/maps", {"account_id": valmorin.pk, "name": "Supervision"}).json()
    path = f"/maps/{deal['id']}"
    assert client.patch(path, {"budget_opens": 9}).json()["budget_opens"] == 9
    assert client.delete(f"/maps/{own.json()['id']}").status_code == 422
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404
    assert client.post(f"{path}/restorations").status_code == 201
    names = [row["name"] for row in client.get("/maps", account_id=valmorin.pk).json()["items"]]
    assert names == ["", "Supervision"]


def test_ratings_are_written_with_their_evidence_and_read_as_cards(api_as, anne, valmorin, own, isabelle):
    client = api_as(anne)
    made = client.post(
        "/stakes",
        {
            "map_id": own.pk,
            "person_id": isabelle.pk,
            "influence": 4,
            "stance": "champion",
            "roles": ["purchasing"],
            "owner_id": anne.pk,
            "evidence": [{"claim": "stance", "grade": 4, "sentence": "Nous a défendus."}],
        },
    )
    assert (made.status_code, made.json()["owner_id"]) == (201, anne.pk)
    path = f"/stakes/{made.json()['id']}"
    assert client.patch(path, {"influence": None, "desired": 5}).json()["influence"] is None
    assert client.patch(path, {"influence": 9}).status_code == 422
    assert client.patch(path, {"roles": ["roi"]}).json()["code"] == "unknown_choice"
    added = client.post(f"{path}/evidence", {"claim": "level", "value": "3", "grade": 2, "sentence": "L’a dit."})
    assert (added.status_code, added.json()["value"]) == (201, "3")
    assert client.delete(f"/evidence/{added.json()['id']}").status_code == 204
    told = client.get(f"{path}/evidence").json()
    assert [(row["claim"], row["withdrawn_at"] is None) for row in told] == [("level", False), ("stance", True)]
    assert client.post(f"/evidence/{added.json()['id']}/restorations").json()["withdrawn_at"] is None
    cards = client.get(f"/maps/{own.pk}/cards").json()["cards"]
    assert [(card["name"], card["stance"], card["owner_name"]) for card in cards] == [
        ("Roquemaure", "champion", "Anne Delmas")
    ]
    past = client.get(f"/accounts/{valmorin.pk}/decision-map", as_of="2020-01-01").json()
    assert (past["as_of"], past["cards"]) == ("2020-01-01", [])
    assert client.delete(path).status_code == 204
    assert client.get("/stakes", map_id=own.pk).json()["items"] == []
    assert client.post(f"{path}/restorations").status_code == 201
    assert len(client.get("/stakes", person_id=isabelle.pk).json()["items"]) == 1


def test_lines_and_take_overs(api_as, anne, valmorin, own, stake):
    client = api_as(anne)
    other = contacts.create_person(account=valmorin, by=anne, last_name="Blanc")
    second = domain.put_on_map(own, person=other, by=anne)
    given = {"map_id": own.pk, "source_stake_id": stake.pk, "target_stake_id": second.pk, "kind": "trusts"}
    line = client.post("/influence-links", given).json()
    assert client.post("/influence-links", given).status_code == 422
    turned = client.patch(f"/influence-links/{line['id']}", {"turned": True, "label": "se fie à lui"}).json()
    assert (turned["source_stake_id"], turned["label"]) == (second.pk, "se fie à lui")
    assert len(client.get("/influence-links", map_id=own.pk).json()["items"]) == 1
    deal = MAPS.add(valmorin, by=anne, name="Supervision")
    taken = client.post(f"/maps/{deal.pk}/take-overs", {"source_id": own.pk, "person_ids": [other.pk]}).json()
    assert taken["count"] == 1
    assert client.delete(f"/maps/{deal.pk}/take-overs/{taken['id']}").status_code == 204
    assert client.delete(f"/influence-links/{line['id']}").status_code == 204
    assert InfluenceLink.objects.count() == 0


def test_arguments_suit_a_person(api_as, anne, gilles, isabelle, stake):
    given = {"title": "T", "text": "Dire ceci.", "role": "purchasing"}
    argument = api_as(gilles).post("/arguments", given).json()
    assert api_as(gilles).patch(f"/arguments/{argument['id']}", {"motivation": "budget"}).status_code == 200
    domain.change_stake(stake, by=anne, roles=["purchasing"], motivations=["budget"])
    assert api_as(anne).get(f"/persons/{isabelle.pk}/arguments").json()[0]["title"] == "T"


def test_strangers_find_nothing(api_as, chloe, valmorin, anne, own, isabelle, stake):
    other = domain.put_on_map(own, person=contacts.create_person(account=valmorin, by=anne, last_name="B"), by=anne)
    line = domain.draw_link(own, source=stake, target=other, kind="trusts", by=anne)
    proof = domain.add_evidence(stake, by=anne, claim="stance", value="neutral", grade=2, sentence="x")
    client, before = api_as(chloe), Event.objects.count()
    for name in ("/maps", "/stakes", "/influence-links"):
        assert client.get(name).json()["items"] == [], name
    rating = {"map_id": own.pk, "person_id": isabelle.pk}
    drawn = {"map_id": own.pk, "source_stake_id": stake.pk, "target_stake_id": other.pk, "kind": "blocks"}
    evidence = {"claim": "stance", "value": "neutral", "grade": 2, "sentence": "x"}
    answers = [
        client.get(f"/maps/{own.pk}"),
        client.patch(f"/maps/{own.pk}", {"expected": 3}),
        client.delete(f"/maps/{own.pk}"),
        client.post(f"/maps/{own.pk}/restorations"),
        client.get(f"/maps/{own.pk}/cards"),
        client.get(f"/accounts/{valmorin.pk}/decision-map"),
        client.post("/maps", {"account_id": valmorin.pk, "name": "X"}),
        client.post(f"/maps/{own.pk}/take-overs", {"source_id": own.pk}),
        client.delete(f"/maps/{own.pk}/take-overs/1"),
        client.post("/stakes", rating),
        client.get(f"/stakes/{stake.pk}"),
        client.patch(f"/stakes/{stake.pk}", {"influence": 1}),
        client.delete(f"/stakes/{stake.pk}"),
        client.post(f"/stakes/{stake.pk}/restorations"),
        client.get(f"/stakes/{stake.pk}/evidence"),
        client.post(f"/stakes/{stake.pk}/evidence", evidence),
        client.delete(f"/evidence/{proof.pk}"),
        client.post(f"/evidence/{proof.pk}/restorations"),
        client.post("/influence-links", drawn),
        client.patch(f"/influence-links/{line.pk}", {"turned": True}),
        client.delete(f"/influence-links/{line.pk}"),
        client.get(f"/persons/{isabelle.pk}/arguments"),
    ]
    assert [answer.status_code for answer in answers] == [404] * len(answers)
    assert Event.objects.count() == before


def test_readers_write_nothing(api_as, eric, valmorin, anne, own, isabelle, stake):
    AccountMember.objects.create(account=valmorin, user=eric)
    proof = domain.add_evidence(stake, by=anne, claim="stance", value="neutral", grade=2, sentence="x")
    client, before = api_as(eric), Event.objects.count()
    assert client.get(f"/maps/{own.pk}/cards").status_code == 200
    evidence = {"claim": "stance", "value": "neutral", "grade": 2, "sentence": "x"}
    answers = [
        client.post("/maps", {"account_id": valmorin.pk, "name": "X"}),
        client.patch(f"/maps/{own.pk}", {"expected": 3}),
        client.post("/stakes", {"map_id": own.pk, "person_id": isabelle.pk}),
        client.patch(f"/stakes/{stake.pk}", {"influence": 1}),
        client.delete(f"/stakes/{stake.pk}"),
        client.post(f"/stakes/{stake.pk}/evidence", evidence),
        client.delete(f"/evidence/{proof.pk}"),
    ]
    assert [answer.status_code for answer in answers] == [403] * len(answers)
    assert (Event.objects.count(), DecisionMap.objects.count(), Stake.objects.count()) == (before, 1, 1)
    assert Evidence.objects.get().withdrawn_at is None
