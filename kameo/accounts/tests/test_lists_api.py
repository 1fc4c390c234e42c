"""Views, filters and changes of many accounts over HTTP."""

import pytest

from kameo.accounts.lists import ACCOUNT_LIST
from kameo.accounts.models import Account
from kameo.core.lists.models import BulkChange, SavedView
from kameo.core.lists.saved import verbs
from kameo.core.testing.api import api_as  # noqa: F401

pytestmark = pytest.mark.django_db


def test_views_are_made_changed_deleted_and_given_back(api_as, anne):  # noqa: F811
    client = api_as(anne)
    asked = {"name": "Actifs", "filters": {"status": ["active"]}, "columns": ["name", "tags"], "default": True}
    made = client.post("/views", asked)
    assert (made.status_code, made.json()["default"], made.json()["columns"]) == (201, True, ["name", "tags"])
    path = f"/views/{made.json()['id']}"
    assert client.patch(path, {"name": "Dormants", "sort": "-potential"}).json()["sort"] == "-potential"
    assert [one["name"] for one in client.get("/views").json()["items"]] == ["Dormants"]
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404
    assert client.post(f"{path}/restorations", {}).status_code == 201


def test_anothers_private_view_is_not_found(api_as, anne, chloe):  # noqa: F811
    view = verbs.save_view(ACCOUNT_LIST, by=anne, name="Privée")
    client = api_as(chloe)
    assert client.get(f"/views/{view.pk}").status_code == 404
    assert client.patch(f"/views/{view.pk}", {"name": "x"}).status_code == 404
    assert client.delete(f"/views/{view.pk}").status_code == 404
    assert client.post(f"/views/{view.pk}/restorations", {}).status_code == 404
    assert client.get("/views").json()["items"] == []


@pytest.mark.parametrize("count", [1, 3])
def test_views_cost_the_same(count, api_as, anne, django_assert_num_queries):  # noqa: F811
    for number in range(count):
        verbs.save_view(ACCOUNT_LIST, by=anne, name=f"Vue {number}")
    client = api_as(anne)
    client.get("/views")
    with django_assert_num_queries(2):  # token with its user, views
        assert len(client.get("/views").json()["items"]) == count


def test_the_list_takes_the_filters_of_the_page(api_as, david):  # noqa: F811
    Account.objects.create(name="Un", tags=["export"], potential=10)
    Account.objects.create(name="Deux", watched=True)
    client = api_as(david)
    for query, expected in [
        ({"tag": "export"}, ["Un"]),
        ({"lacks": "potential"}, ["Deux"]),
        ({"watched": True}, ["Deux"]),
        ({"uncovered": True}, ["Deux", "Un"]),
        ({"potential_from": "11"}, []),
        ({"class": "standard"}, ["Deux", "Un"]),
    ]:
        assert [one["name"] for one in client.get("/accounts", **query).json()["items"]] == expected
    assert client.get("/accounts", has="nothing").status_code == 422


def test_bulk_change_previewed_made_and_undone(api_as, david):  # noqa: F811
    Account.objects.create(name="Un", sector="Bois")
    Account.objects.create(name="Deux")
    client = api_as(david)
    body = {"what": "status", "data": {"status": "active"}, "filters": {"sector": "Bois"}}
    assert client.post("/bulk-changes", {**body, "preview": True}).json()["changed"] == 1
    assert BulkChange.objects.count() == 0
    made = client.post("/bulk-changes", body)
    assert (made.status_code, made.json()["changed"]) == (201, 1)
    path = f"/bulk-changes/{made.json()['id']}"
    assert client.get(path).json()["done"] == 1
    assert client.post(f"{path}/undo", {}).json()["given_back"] == 1
    assert client.post(f"{path}/undo", {}).status_code == 422
    assert set(Account.objects.values_list("status", flat=True)) == {"prospect"}


def test_strangers_and_readers_change_nothing(api_as, valmorin, chloe, eric, david):  # noqa: F811
    body = {"what": "status", "data": {"status": "lost"}, "ids": [valmorin.pk]}
    assert api_as(chloe).post("/bulk-changes", body).status_code == 422
    assert api_as(eric).post("/bulk-changes", body).status_code == 403
    change = api_as(david).post("/bulk-changes", {**body, "data": {"status": "dormant"}}).json()
    assert api_as(chloe).get(f"/bulk-changes/{change['id']}").status_code == 404
    assert api_as(chloe).post(f"/bulk-changes/{change['id']}/undo", {}).status_code == 404
    assert SavedView.objects.count() == 0
    assert BulkChange.objects.count() == 1
