"""Duplicates of people, merges and segments over HTTP: as the pages, for the same people."""

from __future__ import annotations

import pytest

from kameo.accounts.models import AccountMember
from kameo.contacts import domain
from kameo.contacts.merging import PERSONS
from kameo.core.lists.models import SavedView
from kameo.core.merging import verbs
from kameo.core.merging.models import Difference, Merge

pytestmark = pytest.mark.django_db


@pytest.fixture
def twins(anne, valmorin):
    make = {"account": valmorin, "by": anne, "first_name": "Jean", "last_name": "Martin"}
    return domain.create_person(**make), domain.create_person(**make)


@pytest.fixture
def reader(valmorin, eric):
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    return eric


def test_pairs_of_whom_one_may_change(api_as, twins, anne, chloe, reader):
    [pair] = api_as(anne).get("/persons-duplicates").json()["items"]
    assert [pair["first"]["id"], pair["second"]["id"]] == [row.pk for row in twins]
    assert (pair["score"], pair["reasons"]) == (80, ["same_name", "group"])
    assert api_as(chloe).get("/persons-duplicates").json()["items"] == []
    assert api_as(reader).get("/persons-duplicates").json()["items"] == []


def test_merging_and_undoing(api_as, twins, anne):
    body = {"kept_id": twins[0].pk, "absorbed_id": twins[1].pk}
    merge = api_as(anne).post("/person-merges", body).json()
    assert [row["id"] for row in api_as(anne).get("/person-merges").json()["items"]] == [merge["id"]]
    assert api_as(anne).get(f"/persons/{twins[1].pk}").status_code == 308
    undone = api_as(anne).post(f"/person-merges/{merge['id']}/undo", {})
    assert undone.json()["undone_at"] is not None
    assert api_as(anne).get(f"/persons/{twins[1].pk}").status_code == 200


def test_strangers_and_readers_merge_nobody(api_as, twins, anne, chloe, reader):
    body = {"kept_id": twins[0].pk, "absorbed_id": twins[1].pk}
    apart = {"first_id": twins[0].pk, "second_id": twins[1].pk}
    for user, status in ((chloe, 404), (reader, 403)):
        assert api_as(user).post("/person-merges", body).status_code == status
        assert api_as(user).post("/persons-duplicates/differences", apart).status_code == status
    merge = verbs.merge(PERSONS, *twins, by=anne)
    for user, status in ((chloe, 404), (reader, 403)):
        assert api_as(user).post(f"/person-merges/{merge.pk}/undo", {}).status_code == status
    assert (Merge.objects.filter(undone_at=None).count(), Difference.objects.count()) == (1, 0)


def test_told_apart_is_proposed_no_more(api_as, twins, anne):
    body = {"first_id": twins[0].pk, "second_id": twins[1].pk}
    assert api_as(anne).post("/persons-duplicates/differences", body).status_code == 201
    assert api_as(anne).get("/persons-duplicates").json()["items"] == []


def test_segments_are_saved_used_changed_and_given_back(api_as, twins, anne, chloe):
    api = api_as(anne)
    saved = api.post("/segments", {"name": "Martin", "filters": {"q": "martin", "page": "2"}, "shared": True})
    assert saved.json()["filters"] == {"q": "martin"}
    pk = saved.json()["id"]
    assert len(api.get(f"/persons?segment_id={pk}").json()["items"]) == 2
    assert api_as(chloe).get(f"/persons?segment_id={pk}").json()["items"] == []
    assert api_as(chloe).patch(f"/segments/{pk}", {"name": "Mine"}).status_code == 404
    assert api_as(chloe).delete(f"/segments/{pk}").status_code == 404
    assert api.patch(f"/segments/{pk}", {"shared": False}).json()["shared"] is False
    assert api_as(chloe).get("/segments").json()["items"] == []
    assert api_as(chloe).get(f"/persons?segment_id={pk}").status_code == 404
    assert api.delete(f"/segments/{pk}").status_code == 204
    assert api.post(f"/segments/{pk}/restorations", {}).status_code == 201
    assert SavedView.objects.filter(binned_at=None).count() == 1
