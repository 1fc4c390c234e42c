"""Importing over the API: the engine of the page and of the command."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kameo.accounts.models import Account
from kameo.core.jobs import work_until_empty

pytestmark = pytest.mark.django_db
FILE = "nom;SIREN;ville\nAéro Sibran;732829320;Rennes\nSans numéro;123;Laval\n".encode("cp1252")


def send(api, **fields):
    return api.upload("/imports", file=SimpleUploadedFile("clients.csv", FILE), kind="accounts", **fields)


def test_a_file_becomes_accounts_and_goes_again(anne, api_as):
    api = api_as(anne)
    made = send(api)
    assert made.status_code == 202, made.content
    pk = made.json()["id"]
    work_until_empty()
    read = api.get(f"/imports/{pk}").json()
    assert (read["status"], read["created"], read["rejected"]) == ("done", 1, 1)
    assert [line["code"] for line in api.get(f"/imports/{pk}/problems").json()["items"]] == ["siren_invalid"]
    assert list(Account.objects.values_list("name", flat=True)) == ["Aéro Sibran"]
    undone = api.post(f"/imports/{pk}/undos").json()
    assert (undone["restored"], undone["kept"]) == (0, 0)
    assert Account.objects.count() == 0


def test_a_dry_run_writes_nothing(anne, api_as):
    api = api_as(anne)
    pk = send(api, dry_run="true").json()["id"]
    work_until_empty()
    assert api.get(f"/imports/{pk}").json()["status"] == "planned"
    assert Account.objects.count() == 0


def test_an_import_is_its_authors(anne, chloe, api_as):
    pk = send(api_as(anne)).json()["id"]
    stranger = api_as(chloe)
    assert stranger.get("/imports").json()["items"] == []
    for verb, path in (("get", ""), ("get", "/problems"), ("post", "/runs"), ("post", "/undos")):
        assert getattr(stranger, verb)(f"/imports/{pk}{path}").status_code == 404


def test_a_reader_imports_nothing(eric, api_as):
    refused = send(api_as(eric))
    assert (refused.status_code, refused.json()["code"]) == (422, "import_not_allowed")
