"""Duplicates and merges over HTTP: as the pages, for the same people."""

from __future__ import annotations

import pytest

from kameo.accounts.merging import ACCOUNTS
from kameo.accounts.models import Account, AccountMember
from kameo.accounts.twins.find import find_twins
from kameo.core.merging import verbs
from kameo.core.merging.models import Difference, Merge

pytestmark = pytest.mark.django_db


@pytest.fixture
def twin(valmorin, anne):
    account = Account.objects.create(name="Valmorin Groupe SA", kind="group")
    AccountMember.objects.create(account=account, user=anne, function="lead")
    find_twins()
    return account


@pytest.fixture
def reader(valmorin, twin, eric):
    for account in (valmorin, twin):
        AccountMember.objects.create(account=account, user=eric, function="observer")
    return eric


def test_duplicates_of_what_one_may_change(api_as, valmorin, twin, anne, chloe, reader):
    page = api_as(anne).get("/duplicates").json()
    [pair] = page["items"]
    assert {pair["first"]["name"], pair["second"]["name"]} == {"Groupe Valmorin", "Valmorin Groupe SA"}
    assert (pair["score"], pair["reasons"], page["next"]) == (95, ["same_name"], None)
    assert api_as(chloe).get("/duplicates").json()["items"] == []
    assert api_as(reader).get("/duplicates").json()["items"] == []


def test_duplicates_are_paged(api_as, david):
    for number in range(3):
        for form in ("SA", "SARL"):
            Account.objects.create(name=f"Scierie{number} Maubranche{number} {form}")
    find_twins()
    client = api_as(david)
    whole = [pair["id"] for pair in client.get("/duplicates").json()["items"]]
    seen, cursor = [], None
    for _turn in range(10):
        page = client.get("/duplicates", limit=2, **({"cursor": cursor} if cursor else {})).json()
        seen += [pair["id"] for pair in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == whole
    assert len(whole) >= 3


def test_merge_read_undo(api_as, valmorin, twin, anne):
    client = api_as(anne)
    body = {"kept_id": valmorin.pk, "absorbed_id": twin.pk, "choices": {"name": "absorbed"}}
    answer = client.post("/merges", body)
    assert answer.status_code == 201
    merge = answer.json()
    assert (merge["kept_id"], merge["absorbed_id"], merge["absorbed_name"]) == (
        valmorin.pk,
        twin.pk,
        "Valmorin Groupe SA",
    )
    assert client.get(f"/merges/{merge['id']}").json() == merge
    assert [one["id"] for one in client.get("/merges").json()["items"]] == [merge["id"]]
    moved = client.get(f"/accounts/{twin.pk}")
    assert (moved.status_code, moved["Location"]) == (308, f"/api/v1/accounts/{valmorin.pk}")
    assert client.get(f"/accounts/{valmorin.pk}").json()["name"] == "Valmorin Groupe SA"
    assert client.post(f"/merges/{merge['id']}/undo").json()["undone_at"] is not None
    assert client.get(f"/accounts/{twin.pk}").status_code == 200
    again = client.post(f"/merges/{merge['id']}/undo")
    assert (again.status_code, again.json()["code"]) == (422, "undone_already")


def test_refusals_say_why(api_as, valmorin, twin, anne):
    client = api_as(anne)
    same = client.post("/merges", {"kept_id": twin.pk, "absorbed_id": twin.pk})
    assert (same.status_code, same.json()["code"]) == (422, "same_account")
    wrong = client.post("/merges", {"kept_id": valmorin.pk, "absorbed_id": twin.pk, "choices": {"x": "kept"}})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "unknown_choice")
    assert not Merge.objects.exists()


def test_stranger_finds_nothing_and_reader_writes_nothing(api_as, valmorin, twin, anne, david, chloe, reader):
    merged = verbs.merge(ACCOUNTS, valmorin, Account.objects.create(name="Double"), by=david)
    apart = verbs.tell_apart(ACCOUNTS, valmorin, twin, by=anne)
    pair = {"first_id": valmorin.pk, "second_id": twin.pk}
    both = {"kept_id": valmorin.pk, "absorbed_id": twin.pk}
    for user, refused in ((chloe, 404), (reader, 403)):
        client = api_as(user)
        assert client.post("/merges", both).status_code == refused
        assert client.post(f"/merges/{merged.pk}/undo").status_code == refused
        assert client.post("/duplicates/differences", pair).status_code == refused
        assert client.delete(f"/duplicates/differences/{apart.pk}").status_code == refused
    assert api_as(chloe).get(f"/merges/{merged.pk}").status_code == 404
    assert api_as(chloe).get("/merges").json()["items"] == []
    assert Merge.objects.open().count() == 1
    assert Difference.objects.count() == 1
    assert api_as(anne).delete(f"/duplicates/differences/{apart.pk}").status_code == 204
    assert api_as(anne).post("/duplicates/differences", pair).status_code == 201


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("path", ["/duplicates", "/merges"])
def test_queries_do_not_grow(api_as, david, valmorin, path, count, django_assert_num_queries):
    for number in range(count):
        Account.objects.create(name=f"Scierie{number} Maubranche{number} SA")
        Account.objects.create(name=f"Scierie{number} Maubranche{number} SARL")
        verbs.merge(ACCOUNTS, valmorin, Account.objects.create(name=f"Double {number}"), by=david)
    find_twins()
    client = api_as(david)
    client.get(path)
    with django_assert_num_queries(2):  # the token with its user, the page
        assert client.get(path).status_code == 200
