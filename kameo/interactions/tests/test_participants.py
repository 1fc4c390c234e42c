"""Choosing who took part: in the composer, from anywhere, when correcting, and over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from kameo.accounts.domain import create_account
from kameo.accounts.models import AccountMember
from kameo.contacts import domain as people
from kameo.contacts.models import Person
from kameo.core.testing.cases import browser
from kameo.interactions import domain
from kameo.interactions.models import Interaction, Participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def isabelle(anne: Any, valmorin: Any) -> Person:
    return people.create_person(
        account=valmorin,
        by=anne,
        first_name="Isabelle",
        last_name="Roquemaure",
        position={"title": "Directrice des achats"},
    )


@pytest.fixture
def hidden(chloe: Any) -> Person:
    """An external one whom only Chloé sees."""
    elsewhere = create_account(by=chloe, name="Ailleurs")
    return people.create_person(account=elsewhere, by=chloe, last_name="Cachée", kind="external")


def boxes(user: Any, account: Any, **asked: Any) -> str:
    return browser(user).get(reverse("log-people"), {"account": account.pk, **asked}).text


def test_the_people_of_the_group_and_the_team_are_offered(
    anne: Any, bruno: Any, valmorin: Any, isabelle: Any, hidden: Any
) -> None:
    people.create_person(account=valmorin, by=anne, kind="placeholder", label="DAF à trouver")
    text = boxes(anne, valmorin, person=isabelle.pk)
    assert f'name="person" value="{isabelle.pk}" checked' in text
    assert "Directrice des achats" in text
    assert "Bruno Kessler" in text
    assert [name in text for name in ("Cachée", "DAF à trouver", "Anne Delmas")] == [False, False, False]
    assert "Roquemaure" not in boxes(anne, valmorin, who="nobody")
    assert "Roquemaure" in boxes(anne, valmorin, who="isab ROQUÉ")


def test_fifty_at_once_and_two_queries(anne: Any, valmorin: Any, django_assert_num_queries: Any) -> None:
    from kameo.interactions.timeline.composer import people_of

    for number in range(55):
        people.create_person(account=valmorin, by=anne, last_name=f"Nom{number}")
    with django_assert_num_queries(2):
        found = people_of(anne, valmorin, {})
    assert len(found["persons"]) == 50


def test_strangers_and_readers_are_offered_nobody(chloe: Any, eric: Any, valmorin: Any, isabelle: Any) -> None:
    assert "Roquemaure" not in boxes(chloe, valmorin)
    AccountMember.objects.create(account=valmorin, user=eric)
    assert browser(eric).get(reverse("log-people"), {"account": valmorin.pk}).status_code == 403


def test_the_composer_logs_them_and_the_thread_names_them(
    anne: Any, bruno: Any, eric: Any, valmorin: Any, isabelle: Any
) -> None:
    given = {
        "kind": "meeting",
        "text": "Budget",
        "person": [isabelle.pk],
        "colleague": [bruno.pk],
        "occasion": "review",
    }
    assert browser(anne).post(reverse("interaction-log", args=[valmorin.pk]), given).status_code == 302
    row = Interaction.objects.get()
    assert (row.occasion, row.direction) == ("review", "both")
    AccountMember.objects.create(account=valmorin, user=eric)
    page = browser(eric).get(reverse("account", args=[valmorin.pk])).text
    assert f'<a class="link" href="/persons/{isabelle.pk}/">Isabelle Roquemaure</a>, Bruno Kessler' in page


def test_names_of_those_whom_one_does_not_see_are_left_out(anne: Any, david: Any, valmorin: Any, hidden: Any) -> None:
    row = domain.log_interaction(account=valmorin, by=david, kind="call", text="Vu", persons=[hidden])
    page = reverse("account", args=[valmorin.pk])
    assert "Cachée" in browser(david).get(page).text
    assert "Cachée" not in browser(anne).get(page).text
    assert "Cachée" not in browser(anne).get(reverse("interaction-change", args=[row.pk])).text


def test_without_javascript_the_same_form_asks_for_the_people(anne: Any, valmorin: Any, isabelle: Any) -> None:
    url = reverse("interaction-log", args=[valmorin.pk])
    answer = browser(anne).post(url, {"kind": "call", "text": "Vu à Lyon", "with": "1", "who": "isa"})
    assert (answer.status_code, Interaction.objects.count()) == (200, 0)
    assert "Vu à Lyon</textarea>" in answer.text
    assert f'name="person" value="{isabelle.pk}"' in answer.text


def test_from_a_sheet_the_account_and_the_person_are_chosen(anne: Any, valmorin: Any, isabelle: Any) -> None:
    page = browser(anne).get(reverse("log-call"), {"account": valmorin.pk, "person": isabelle.pk}).text
    assert f'value="{valmorin.pk}" form="log-composer" checked' in page
    assert f'name="person" value="{isabelle.pk}" checked' in page
    given = {"account": valmorin.pk, "kind": "call", "text": "Vu", "person": isabelle.pk}
    assert browser(anne).post(reverse("log-call"), given).status_code == 302
    assert list(Participant.objects.values_list("person", flat=True)) == [isabelle.pk]


def test_somebody_of_elsewhere_is_refused_and_nothing_is_lost(anne: Any, valmorin: Any, hidden: Any) -> None:
    url = reverse("interaction-log", args=[valmorin.pk])
    answer = browser(anne).post(url, {"kind": "call", "text": "Garde-moi", "person": hidden.pk})
    assert (answer.status_code, Interaction.objects.count()) == (422, 0)
    assert "Garde-moi" in answer.text


def test_correcting_shows_who_was_there_and_replaces_them(anne: Any, bruno: Any, valmorin: Any, isabelle: Any) -> None:
    row = domain.log_interaction(account=valmorin, by=anne, kind="call", text="x", persons=[isabelle])
    url = reverse("interaction-change", args=[row.pk])
    assert f'name="person" value="{isabelle.pk}" checked' in browser(anne).get(url).text
    assert browser(anne).post(url, {"kind": "call", "text": "y", "direction": "out"}).status_code == 302
    assert row.participants.count() == 1  # the boxes were not on that page
    given = {"kind": "call", "text": "y", "direction": "out", "people": "1", "colleague": bruno.pk}
    assert browser(anne).post(url, given).status_code == 302
    assert list(row.participants.values_list("person", "colleague")) == [(None, bruno.pk)]


def test_over_http(api_as: Any, anne: Any, bruno: Any, chloe: Any, valmorin: Any, isabelle: Any, hidden: Any) -> None:
    client = api_as(anne)
    body = {
        "account_id": valmorin.pk,
        "kind": "meeting",
        "text": "Budget",
        "persons": [isabelle.pk],
        "colleagues": [bruno.pk],
        "occasion": "review",
    }
    made = client.post("/interactions", body)
    assert made.status_code == 201
    named = {key: made.json()[key] for key in ("persons", "colleagues", "occasion")}
    assert named == {"persons": [isabelle.pk], "colleagues": [bruno.pk], "occasion": "review"}
    path = f"/interactions/{made.json()['id']}"
    assert client.patch(path, {"persons": [], "occasion": None}).json()["persons"] == []
    assert client.get(f"/interactions?person_id={isabelle.pk}").json()["items"] == []
    refused = client.patch(path, {"persons": [hidden.pk]})
    assert (refused.status_code, refused.json()["code"]) == (422, "person_unknown")
    assert api_as(chloe).patch(path, {"persons": [isabelle.pk]}).status_code == 404
