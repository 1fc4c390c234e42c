"""What an import writes says so: which one, by whom, whoever applied it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kameo.accounts.models import Account
from kameo.accounts.queries import changes_for
from kameo.core.authorship import Client, Origin, through
from kameo.core.jobs import work_until_empty
from kameo.core.journal.models import Event
from kameo.core.testing.api import ApiClient
from kameo.exchange import domain, events
from kameo.exchange.models import Import

pytestmark = pytest.mark.django_db


@pytest.fixture
def dupont(import_file: Any) -> Account:
    import_file("accounts", "nom;siren\nDupont;732829320\n")
    return Account.objects.get(name="Dupont")


def draft(by: Any) -> Import:
    file = SimpleUploadedFile("sites.csv", b"nom;siren;secteur\nDupont;732829320;Laiterie\n")
    return domain.create_import(kind="accounts", file=file, name="sites.csv", by=by)


@pytest.mark.parametrize("client", [Client.PAGE, Client.KEY])
def test_applied_from_a_page_or_with_a_key(david: Any, dupont: Account, client: Client) -> None:
    record = draft(david)
    with through(client):
        domain.request_apply(record)
    work_until_empty()
    (change,) = [one for one in changes_for(dupont) if one.field == "sector"]
    assert change.client == Origin(Client.IMPORT, record.pk, "sites.csv")
    assert change.user_name == david.full_name
    assert Event.objects.filter(type=events.IMPORTED).latest("pk").origin["kind"] == "import"


def test_taken_back_with_a_key(david: Any, dupont: Account) -> None:
    record = draft(david)
    domain.request_apply(record)
    work_until_empty()
    assert ApiClient(david).post(f"/imports/{record.pk}/undos").status_code == 201
    undone = changes_for(dupont)[0]
    assert (undone.old, undone.client, undone.user_name) == (
        "Laiterie",
        Origin(Client.IMPORT, record.pk, "sites.csv"),
        david.full_name,
    )
