"""Each way in writes its own client, in the history of the account and in the journal."""

from __future__ import annotations

from typing import Any

import pytest

from kameo.accounts.domain import change_account
from kameo.accounts.models import Account
from kameo.accounts.queries import changes_for
from kameo.core.authorship import Client
from kameo.core.journal.models import Event
from kameo.core.testing.api import ApiClient
from kameo.people.domain import create_token

pytestmark = pytest.mark.django_db


def last(account: Account, field: str) -> Any:
    return next(one for one in changes_for(account) if one.field == field)


def test_page(client: Any, anne: Any, valmorin: Account) -> None:
    client.force_login(anne)
    change_account(valmorin, by=anne, sector="Laiterie")
    change = last(valmorin, "sector")
    at = change.at.isoformat()
    client.post(f"/accounts/{valmorin.pk}/changes/undo/", {"field": "sector", "at": at}, headers={"X-Client": "key"})
    change = last(valmorin, "sector")
    assert (change.client.kind, change.user_name) == (Client.PAGE, "Anne Delmas")
    assert Event.objects.filter(type="account.changed").first().origin == {"kind": "page"}  # type: ignore[union-attr]


def test_key_is_named_and_cannot_claim_another_client(anne: Any, valmorin: Account, client: Any) -> None:
    api = ApiClient(anne)
    key = anne.api_tokens.get()
    claims = {"headers": {"X-Client": "page", "HX-Request": "true"}}
    assert api.patch(f"/accounts/{valmorin.pk}", {"sector": "Laiterie"}, **claims).status_code == 200
    origin = last(valmorin, "sector").client
    assert (origin.kind, origin.id, origin.name) == (Client.KEY, key.pk, "tests")
    assert api.patch(f"/accounts/{valmorin.pk}", {"sector": "Pain", "client": "page"}).status_code == 422
    client.force_login(anne)
    page = client.get(f"/accounts/{valmorin.pk}/changes/").content.decode()
    assert "with a key (“tests”)" in page
    assert key.digest not in page


def test_session_beside_the_key_is_still_the_key(client: Any, anne: Any, bruno: Any, valmorin: Account) -> None:
    _row, secret = create_token(anne, name="Intranet")
    client.force_login(bruno)
    client.patch(
        f"/api/v1/accounts/{valmorin.pk}",
        {"sector": "Laiterie"},
        content_type="application/json",
        headers={"Authorization": f"Bearer {secret}"},
    )
    change = last(valmorin, "sector")
    assert (change.client.kind, change.client.name, change.user_name) == (Client.KEY, "Intranet", "Anne Delmas")


def test_tags_in_the_history_are_shown(client: Any, anne: Any, valmorin: Account) -> None:
    change_account(valmorin, by=anne, tags=["laitier", "export"])
    client.force_login(anne)
    page = client.get(f"/accounts/{valmorin.pk}/changes/")
    assert page.status_code == 200
    assert "<ins>laitier, export</ins>" in page.content.decode()


def test_row_of_before_clients_had_names_still_shows(client: Any, anne: Any, valmorin: Account) -> None:
    Account.objects.filter(pk=valmorin.pk).update(sector="Laiterie")
    client.force_login(anne)
    assert "Kameo, by itself" in client.get(f"/accounts/{valmorin.pk}/changes/").content.decode()


def test_api_tells_the_client_of_each_change(anne: Any, chloe: Any, valmorin: Account) -> None:
    api = ApiClient(anne)
    for sector in ("Laiterie", "Pain"):
        api.patch(f"/accounts/{valmorin.pk}", {"sector": sector})
    first = api.get(f"/accounts/{valmorin.pk}/changes", limit=1).json()
    (item,) = first["items"]
    assert (item["field"], item["old"], item["new"], item["user_id"]) == ("sector", "Laiterie", "Pain", anne.pk)
    assert item["client"] == {"kind": "key", "id": anne.api_tokens.get().pk, "name": "tests"}
    assert api.get(f"/accounts/{valmorin.pk}/changes", cursor=first["next"]).status_code == 200
    assert len(api.get(f"/accounts/{valmorin.pk}/changes").json()["items"]) == 2
    assert ApiClient(chloe).get(f"/accounts/{valmorin.pk}/changes").status_code == 404
