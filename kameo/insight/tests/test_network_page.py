"""Who knows whom as a page: members read, strangers find nothing, few queries."""

import pytest
from django.urls import reverse
from django.utils import translation

from kameo.accounts.domain import create_account
from kameo.contacts import domain as contacts
from kameo.core import clock
from kameo.core.testing.cases import PageCases, browser
from kameo.decisions import domain as decisions
from kameo.interactions.domain import log_interaction

pytestmark = pytest.mark.django_db


@pytest.fixture
def isabelle(anne, bruno, valmorin):
    person = contacts.create_person(
        account=valmorin, by=anne, last_name="Roquemaure", position={"family": "purchasing"}
    )
    log_interaction(
        account=valmorin, by=bruno, kind="meeting", direction="both", text="Vue", persons=[person], at=clock.now()
    )
    return person


class TestNetwork(PageCases):
    @pytest.fixture
    def url(self, valmorin, isabelle):
        return reverse("insight:network", args=[valmorin.pk])


def test_the_page_says_the_links_the_gaps_and_the_way(anne, valmorin, isabelle, django_assert_max_num_queries):
    page, address = browser(anne), reverse("insight:network", args=[valmorin.pk])
    page.get(address)
    with translation.override("en"), django_assert_max_num_queries(12):
        text = page.get(address, {"to": isabelle.pk}).text
    for words in (
        "Somebody of ours knows everybody",
        "Roquemaure",
        "Bruno Kessler",
        "Known by one alone",
        f"/persons/{isabelle.pk}/introductions/new/?through=",
    ):
        assert words in text


def test_the_sheet_and_the_map_lead_there(anne, valmorin, isabelle):
    decisions.main_map(valmorin, by=anne)
    sheet = browser(anne).get(reverse("contacts:one", args=[isabelle.pk])).text
    assert f"/persons/{isabelle.pk}/introductions/new/?through=" in sheet
    drawn = browser(anne).get(reverse("decisions:map", args=[valmorin.pk])).text
    assert reverse("insight:network", args=[valmorin.pk]) in drawn
    assert reverse("decisions:circuit", args=[valmorin.pk]) in drawn


def test_the_way_to_somebody_unseen_is_not_told(anne, david, valmorin, isabelle):

    elsewhere = create_account(by=david, name="Ailleurs")
    hidden = contacts.create_person(account=elsewhere, by=david, last_name="Caché")
    address = reverse("insight:network", args=[valmorin.pk])
    assert browser(anne).get(address, {"to": hidden.pk}).status_code == 404
