"""Accounts over the API: same rights and same figures as the pages."""

from datetime import date
from decimal import Decimal

import pytest

from kameo.accounts import domain
from kameo.accounts.models import Account
from kameo.contracts.records import INVOICES

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


@pytest.fixture(autouse=True)
def _at(time_machine):
    time_machine.move_to("2026-06-15T10:00:00Z", tick=False)


def test_no_token_gives_a_problem(client):
    response = client.get("/api/v1/accounts")
    assert response.status_code == 401
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["code"] == "unauthenticated"


def test_stranger_gets_404_and_an_empty_list(valmorin, chloe, api_as):
    api = api_as(chloe)
    assert api.get("/accounts").json() == {"items": [], "next": None}
    for path in ("", "/portrait", "/timeline"):
        assert api.get(f"/accounts/{valmorin.pk}{path}").status_code == 404
    assert api.patch(f"/accounts/{valmorin.pk}", {"name": "X"}).status_code == 404
    assert api.delete(f"/accounts/{valmorin.pk}").status_code == 404
    valmorin.refresh_from_db()
    assert (valmorin.name, valmorin.binned_at) == ("Groupe Valmorin", None)


def test_reader_reads_and_writes_nothing(valmorin, eric, anne, api_as):
    domain.add_member(valmorin, user=eric, function="observer", by=anne)
    api = api_as(eric)
    assert api.get(f"/accounts/{valmorin.pk}").status_code == 200
    assert api.patch(f"/accounts/{valmorin.pk}", {"sector": "X"}).status_code == 403
    assert api.post("/accounts", {"name": "X"}).status_code == 403
    assert api.delete(f"/accounts/{valmorin.pk}").status_code == 403
    assert Account.objects.count() == 1


def test_an_account_reads_as_promised(valmorin, anne, helene, api_as):
    INVOICES.add(valmorin, by=helene, number="F1", issued_on=DAY, net=Decimal(150_000), currency="EUR")
    read = api_as(anne).get(f"/accounts/{valmorin.pk}").json()
    assert read["id"] == valmorin.pk
    assert (read["name"], read["kind"], read["status"]) == ("Groupe Valmorin", "group", "active")
    assert (read["large"], read["key"], read["class"]) == (True, None, "large")
    assert (read["class_complete"], read["class_source"]) == (False, "computed")
    assert read["revenue_12m"] == 150_000
    assert read["revenue_share"] is None  # a KAM does not see our total
    assert read["lead"] == {"id": anne.pk, "name": "Anne Delmas"}
    assert [reason["criterion"] for reason in read["class_reasons"]] == ["amount", "share", "scorecard", "alignment"]
    assert api_as(helene).get(f"/accounts/{valmorin.pk}").json()["revenue_share"] == 1.0


def test_as_of_gives_the_figures_of_that_day(valmorin, anne, helene, api_as):
    INVOICES.add(valmorin, by=helene, number="F1", issued_on=DAY, net=Decimal(150_000), currency="EUR")
    read = api_as(anne).get(f"/accounts/{valmorin.pk}", as_of="2026-02-28").json()
    assert (read["revenue_12m"], read["large"], read["as_of"]) == (None, None, "2026-02-28")


def test_create_change_bin_restore(anne, api_as):
    api = api_as(anne)
    made = api.post(
        "/accounts",
        {"name": "Aéro Sibran", "identifiers": [{"scheme": "siren", "value": "732 829 320"}], "tags": ["aéro"]},
    )
    assert made.status_code == 201
    pk = made.json()["id"]
    assert made.json()["identifiers"] == [{"scheme": "siren", "value": "732829320", "source": ""}]
    assert made.json()["lead"]["id"] == anne.pk
    assert api.patch(f"/accounts/{pk}", {"sector": "Aéronautique"}).json()["sector"] == "Aéronautique"
    assert api.delete(f"/accounts/{pk}").status_code == 204
    assert api.get(f"/accounts/{pk}").status_code == 404
    assert api.post(f"/accounts/{pk}/restorations").status_code == 201
    assert api.get(f"/accounts/{pk}").json()["name"] == "Aéro Sibran"


def test_bad_identifier_says_where_and_writes_nothing(anne, api_as):
    response = api_as(anne).post("/accounts", {"name": "X", "identifiers": [{"scheme": "siren", "value": "123"}]})
    assert response.status_code == 422
    assert response.json()["errors"][0]["code"].startswith("siren")
    assert Account.objects.count() == 0


def test_unknown_parameter_and_unknown_field_are_refused(valmorin, anne, api_as):
    api = api_as(anne)
    response = api.get("/accounts", colour="red")
    assert (response.status_code, response.json()["code"]) == (422, "unknown_parameter")
    assert api.get(f"/accounts/{valmorin.pk}", page=2).status_code == 422
    response = api.patch(f"/accounts/{valmorin.pk}", {"colour": "red"})
    assert (response.status_code, response.json()["errors"][0]["field"]) == (422, "colour")


def test_keyset_pages_give_every_account_once(anne, api_as):
    for number in range(7):
        domain.create_account(by=anne, name=f"Compte {number % 3}")
    api, seen, cursor = api_as(anne), [], None
    while True:
        query = {"limit": 3, **({"cursor": cursor} if cursor else {})}
        page = api.get("/accounts", **query).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 7
    assert api.get("/accounts", cursor="nonsense").json()["code"] == "bad_cursor"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_a_fixed_number_of_queries(rows, anne, api_as, django_assert_num_queries):
    for number in range(rows):
        domain.create_account(by=anne, name=f"Compte {number}")
    api = api_as(anne)
    api.get("/users/me")  # stamps the token's use, reads the settings
    with django_assert_num_queries(4):
        assert len(api.get("/accounts").json()["items"]) == rows


def test_portrait_and_timeline(valmorin, anne, api_as):
    api = api_as(anne)
    logged = api.post("/interactions", {"account_id": valmorin.pk, "kind": "call", "text": "Rappeler jeudi."})
    assert logged.status_code == 201
    lines = api.get(f"/accounts/{valmorin.pk}/timeline").json()["items"]
    assert [(line["kind"], line["text"]) for line in lines] == [("call", "Rappeler jeudi.")]
    portrait = api.get(f"/accounts/{valmorin.pk}/portrait").json()
    assert {member["name"] for member in portrait["team"]} == {"Anne Delmas", "Bruno Kessler"}
    assert portrait["timeline"][0]["text"] == "Rappeler jeudi."
    assert portrait["account"]["last_contact_at"] == "2026-06-15T10:00:00Z"
