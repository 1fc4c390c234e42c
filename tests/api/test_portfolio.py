"""Assignments, load and transfers over HTTP."""

import pytest

from kameo.accounts.models import Account, AccountMember, AccountPulse

pytestmark = pytest.mark.django_db


def key_account(name, user=None):
    made = Account.objects.create(name=name)
    AccountPulse.objects.filter(account=made).update(account_class="key")
    if user is not None:
        AccountMember.objects.create(account=made, user=user, function="lead")
    return made


def test_members_are_read_added_and_removed(api_as, anne, farida, valmorin):
    api = api_as(anne)
    added = api.post(f"/accounts/{valmorin.pk}/members", {"user_id": farida.pk, "function": "support"})
    assert added.status_code == 201
    names = [row["name"] for row in api.get(f"/accounts/{valmorin.pk}/members").json()]
    assert names == ["Anne Delmas", "Bruno Kessler", "Farida Benali"]
    assert api.delete(f"/accounts/{valmorin.pk}/members/{added.json()['id']}").status_code == 204
    assert valmorin.members.count() == 2


def test_r100_beyond_a_cap_is_409_and_says_what_to_do(api_as, anne, david):
    for rank in range(3):
        key_account(f"Key {rank}", anne)
    fourth = key_account("Fourth")
    body = {"user_id": anne.pk, "function": "lead"}
    refused = api_as(david).post(f"/accounts/{fourth.pk}/members", body)
    assert (refused.status_code, refused.json()["code"]) == (409, "cap_exceeded")
    assert refused.json()["errors"][0]["field"] == "reason"
    assert fourth.members.count() == 0
    done = api_as(david).post(f"/accounts/{fourth.pk}/members", {**body, "reason": "For a month"})
    assert done.status_code == 201


def test_strangers_get_404_and_readers_write_nothing(api_as, chloe, eric, farida, valmorin):
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    url, body = f"/accounts/{valmorin.pk}/members", {"user_id": farida.pk}
    assert api_as(chloe).get(url).status_code == 404
    assert api_as(chloe).post(url, body).status_code == 404
    assert api_as(eric).get(url).status_code == 200
    assert api_as(eric).post(url, body).status_code == 403
    bruno_there = valmorin.members.get(user__first_name="Bruno").pk
    assert api_as(eric).delete(f"{url}/{bruno_there}").status_code == 403
    assert valmorin.members.count() == 3


def test_load_is_everybodys_for_a_director_and_ones_own_otherwise(api_as, anne, chloe, david):
    key_account("Key", anne)
    rows = {row["name"]: row for row in api_as(david).get("/portfolio/load").json()}
    assert rows["Anne Delmas"]["caps"] == [{"axis": "key", "held": 1, "cap": 3}]
    assert rows["Chloé Marchand"]["caps"] == [{"axis": "key", "held": 0, "cap": 3}]
    assert [row["name"] for row in api_as(anne).get("/portfolio/load").json()] == ["Anne Delmas"]


def test_a_transfer_and_its_way_back(api_as, anne, bruno, chloe, david, valmorin):
    body = {"giver_id": anne.pk, "taker_id": chloe.pk}
    assert api_as(bruno).post("/portfolio/transfers", body).status_code == 403
    done = api_as(david).post("/portfolio/transfers", body)
    assert (done.status_code, done.json()["moved"]) == (201, 1)
    assert api_as(bruno).get("/portfolio/transfers").json()["items"] == []
    back = f"/portfolio/transfers/{done.json()['id']}/giving-back"
    assert api_as(bruno).post(back).status_code == 404
    assert api_as(david).post(back).json() == {"functions": 1}
    assert valmorin.members.get(function="lead").user == anne
