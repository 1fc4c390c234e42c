"""The coverage page, its blocks on others' pages, its API: for members, strangers and readers."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from kameo.accounts.models import Account, AccountMember, AccountPulse
from kameo.core import clock
from kameo.core.testing.cases import PageCases, browser
from kameo.decisions.models import DecisionMap
from kameo.insight.coverage import refresh_accounts
from kameo.insight.tests.test_coverage_stored import person_on
from kameo.portfolio.queries.load_factors import factors
from kameo.qualification.axes.proposals import proposals_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def map(valmorin: Account) -> DecisionMap:
    """Two people: a decision-maker known well, somebody who was never met."""
    found = DecisionMap.objects.create(account=valmorin)
    person_on(
        found,
        valmorin,
        influence=5,
        stance="supporter",
        roles=["final-decider"],
        position={"title": "Managing director", "level": "executive", "family": "general"},
        pulse={
            "strength": Decimal(70),
            "last_contact_at": clock.now() - timedelta(days=10),
            "last_two_way_at": clock.now() - timedelta(days=10),
        },
    )
    person_on(found, valmorin, influence=3, stance="opponent", position={"level": "staff"})
    refresh_accounts([valmorin.pk])
    return found


def page(user: Any, url: str) -> str:
    with translation.override("en"):
        return browser(user).get(url).content.decode()


class TestCoveragePage(PageCases):
    @pytest.fixture
    def url(self, valmorin: Account, map: DecisionMap) -> str:
        return reverse("insight:coverage", args=[valmorin.pk])


def test_the_page_says_each_figure_with_what_was_divided(valmorin: Account, map: DecisionMap, anne: Any) -> None:
    html = page(anne, reverse("insight:coverage", args=[valmorin.pk]))
    assert "Everything hangs on N0" in html
    # (5×70) / (5 + 4 prescriber + 4 finance + 4 purchasing + 2 user + 3 champion) = 350 / 22
    assert "15.9" in html
    assert "350.0 of strength × influence over 22 of influence, 5 empty roles at 0" in html
    assert "1 of 6 required roles" in html
    assert "Nobody known: Technical prescriber" in html
    assert "Managing director" in html


def test_each_figure_leads_to_the_people_it_counts(valmorin: Account, map: DecisionMap, anne: Any) -> None:
    html = page(anne, reverse("insight:coverage", args=[valmorin.pk]) + "?figure=relationship")
    assert "People behind “Relationship”" in html
    assert "left out" in html


@pytest.mark.parametrize("people", [1, 3])
def test_the_page_costs_the_same_whatever_the_number_of_people(
    people: int, valmorin: Account, map: DecisionMap, anne: Any, django_assert_num_queries: Any
) -> None:
    for _ in range(people):
        person_on(map, valmorin, influence=2)
    client: Client = browser(anne)
    url = reverse("insight:coverage", args=[valmorin.pk])
    client.get(url)
    with django_assert_num_queries(7):
        client.get(url)


def test_an_account_without_a_map_is_shown_how_to_begin(valmorin: Account, anne: Any) -> None:
    html = page(anne, reverse("insight:coverage", args=[valmorin.pk]))
    assert "Nobody is on the decision map yet" in html
    assert reverse("decisions:map", args=[valmorin.pk]) in html
    assert not DecisionMap.objects.exists()  # reading creates nothing


def test_another_map_of_the_account_and_not_of_another(
    valmorin: Account, map: DecisionMap, anne: Any, chloe: Any
) -> None:
    deal = DecisionMap.objects.create(account=valmorin, main=False, name="Supervision")
    person_on(deal, valmorin, influence=4)
    url = reverse("insight:coverage", args=[valmorin.pk])
    assert "Supervision" in page(anne, f"{url}?map={deal.pk}")
    elsewhere = DecisionMap.objects.create(account=Account.objects.create(name="Elsewhere"))
    assert browser(anne).get(f"{url}?map={elsewhere.pk}").status_code == 404


def test_the_account_page_and_the_map_say_what_is_dangerous(valmorin: Account, map: DecisionMap, anne: Any) -> None:
    for name in ("account", "decisions:map"):
        html = page(anne, reverse(name, args=[valmorin.pk]))
        assert "Everything hangs on N0" in html
        assert reverse("insight:coverage", args=[valmorin.pk]) in html


def test_titles_and_entities_that_the_reader_does_not_see_are_not_told(
    valmorin: Account, map: DecisionMap, bruno: Any
) -> None:
    hidden = Account.objects.create(name="Projet Lanterne", parent=valmorin, confidential=True)
    person_on(map, hidden, influence=4, position={"title": "Secret title"})
    html = page(bruno, reverse("insight:coverage", args=[valmorin.pk]))
    assert "Secret title" not in html
    assert "Projet Lanterne" not in html


def test_the_api_answers_members_and_hides_from_strangers(
    api_as: Any, valmorin: Account, map: DecisionMap, anne: Any, chloe: Any, eric: Any
) -> None:
    path = f"/accounts/{valmorin.pk}/coverage"
    found = api_as(anne).get(path).json()
    assert (found["mapped"], found["expected"], found["few"], found["thread_tone"]) == (2, 10, True, "bad")
    relationship = found["figures"]["relationship"]
    assert (relationship["value"], relationship["over"], relationship["of"]) == (15.91, 350, 22)
    assert len(relationship["person_ids"]) == len(relationship["left_out_ids"]) == 1
    assert found["figures"]["roles"]["value"] == 0.1667
    assert found["figures"]["concentration"]["reason"] == "no_touch"
    assert found["gaps"][0]["code"] == "threads"
    assert api_as(chloe).get(path).status_code == 404
    assert api_as(anne).get(f"{path}?map_id=999999").status_code == 404
    AccountMember.objects.create(account=valmorin, user=eric)
    assert api_as(eric).get(path).status_code == 200


def test_the_list_finds_accounts_that_hang_on_one_person(
    api_as: Any, valmorin: Account, map: DecisionMap, anne: Any
) -> None:
    other = Account.objects.create(name="Held by four")
    AccountMember.objects.create(account=other, user=anne, function="lead", by=anne)
    AccountPulse.objects.filter(account=other).update(threads=4, mapped=9, expected=10)
    html = page(anne, reverse("accounts:list") + "?concern=single_thread&cols=threads,mapped,relationship,map_status")
    assert f'<a class="trunc" href="/accounts/{valmorin.pk}/"' in html
    assert f'<a class="trunc" href="/accounts/{other.pk}/"' not in html
    assert "2 of 10" in html
    listed = api_as(anne).get("/accounts?concern=few_mapped").json()["items"]
    assert [one["name"] for one in listed] == ["Groupe Valmorin"]
    assert api_as(anne).get("/accounts?concern=unheard").status_code == 422


def test_people_are_a_factor_of_load(valmorin: Account, map: DecisionMap, anne: Any, bruno: Any) -> None:
    site = Account.objects.create(name="Site", parent=valmorin)
    below = DecisionMap.objects.create(account=site)
    person_on(below, site)
    person_on(below, site, kind="placeholder")
    refresh_accounts(None)
    assert factors["people"].count(anne, [anne.pk, bruno.pk]) == {anne.pk: 3}


def test_deciders_are_proposed_for_the_scorecard(valmorin: Account, map: DecisionMap) -> None:
    person_on(map, valmorin, influence=4)
    person_on(map, valmorin, roles=["economic-buyer"])
    person_on(map, valmorin, influence=2)
    refresh_accounts([valmorin.pk])
    proposal = proposals_for([valmorin.pk])[valmorin.pk]["decision"]
    assert proposal.score == 2  # three people
    with translation.override("en"):
        assert proposal.sentence() == "3 people weigh on the decision, by the map."
