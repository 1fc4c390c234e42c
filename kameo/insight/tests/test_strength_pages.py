"""Strength on the person's sheet, in settings, over HTTP and after what happens: with its reasons, for its readers."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation

from kameo.accounts.models import AccountMember
from kameo.contacts import domain as contacts
from kameo.contacts.models import PersonPulse
from kameo.core import clock, preferences
from kameo.core.jobs import work_until_empty
from kameo.core.testing.cases import browser
from kameo.decisions import domain as decisions
from kameo.decisions.models import DecisionMap, Stake
from kameo.insight.strength.sheet import strength_sheet
from kameo.interactions import domain as interactions
from kameo.interactions.records import INTERACTIONS
from kameo.people.domain import deactivate_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def isabelle(anne, valmorin):
    return contacts.create_person(account=valmorin, by=anne, first_name="Isabelle", last_name="Roquemaure")


def met(account, by, person, days=5, kind="meeting", **more):
    at = clock.now() - timedelta(days=days)
    return interactions.log_interaction(
        account=account, by=by, kind=kind, text="Budget", at=at, persons=[person], **more
    )


def pulse(person):
    return PersonPulse.objects.get(person=person)


def test_what_happens_moves_the_strength_by_itself(anne, bruno, valmorin, isabelle):
    work_until_empty()
    assert (pulse(isabelle).strength, pulse(isabelle).cadence_days) == (None, 60)
    row = met(valmorin, anne, isabelle, colleagues=[bruno])
    work_until_empty()
    with_two = pulse(isabelle)
    assert with_two.factors["breadth"] == {"share": 1.0, "colleagues": 2}
    interactions.change_interaction(row, by=anne, colleagues=[])
    work_until_empty()
    assert with_two.strength - pulse(isabelle).strength == Decimal("5.00")
    INTERACTIONS.bin(row, by=anne)
    work_until_empty()
    assert pulse(isabelle).strength is None
    INTERACTIONS.restore(row, by=anne)
    work_until_empty()
    assert pulse(isabelle).strength == with_two.strength - 5


def test_somebody_taken_out_of_an_exchange_loses_it(anne, valmorin, isabelle):
    """Even when nothing ties them to that account any more: their post is at another entity of the group."""
    site = type(valmorin).objects.create(name="Usine de Brest", kind="site", status="active", parent=valmorin)
    site.refresh_from_db()
    row = met(site, anne, isabelle)
    work_until_empty()
    assert pulse(isabelle).strength is not None
    interactions.change_interaction(row, by=anne, persons=[])
    work_until_empty()
    assert pulse(isabelle).strength is None


def test_a_role_a_post_and_a_departure_move_it_too(anne, valmorin, isabelle):
    met(valmorin, anne, isabelle, days=30)
    work_until_empty()
    before = pulse(isabelle)
    board = decisions.main_map(valmorin, by=anne)
    stake = decisions.put_on_map(board, person=isabelle, by=anne, roles=["final-decider"])
    work_until_empty()
    assert (before.cadence_days, pulse(isabelle).cadence_days) == (60, 30)
    assert pulse(isabelle).strength < before.strength
    decisions.take_off_map(stake, by=anne)
    work_until_empty()
    assert pulse(isabelle).strength == before.strength
    post = isabelle.positions.get()
    contacts.end_position(post, on=clock.company_today(), by=anne)
    work_until_empty()
    assert pulse(isabelle).frozen is True
    contacts.reopen_position(post, by=anne)
    work_until_empty()
    assert (pulse(isabelle).frozen, pulse(isabelle).strength) == (False, before.strength)


def test_a_colleague_who_leaves_narrows_the_breadth(anne, bruno, gilles, valmorin, isabelle):
    met(valmorin, anne, isabelle, colleagues=[bruno])
    work_until_empty()
    before = pulse(isabelle)
    deactivate_user(bruno, successor=anne, by=gilles)
    work_until_empty()
    assert before.strength - pulse(isabelle).strength == 5
    assert pulse(isabelle).factors["contacts_ever"] == 1


def test_changing_a_setting_computes_everybody_again(anne, gilles, valmorin, isabelle):
    met(valmorin, anne, isabelle, days=60)
    work_until_empty()
    before = pulse(isabelle)
    preferences.set("strength.cadence.default", 30, by=gilles)
    work_until_empty()
    after = pulse(isabelle)
    assert (after.cadence_days, after.factors["version"] == before.factors["version"]) == (30, False)
    assert after.strength < before.strength


def test_settings_that_cannot_be_are_refused(anne):
    for key, value in (("strength.good", 40), ("strength.fair", 60), ("strength.touch.meeting", 0)):
        with pytest.raises(preferences.ValidationError):
            preferences.set(key, value)
    for name in ("recency", "frequency", "reciprocity", "depth"):
        preferences.set(f"strength.part.{name}", 0)
    with pytest.raises(preferences.ValidationError):
        preferences.set("strength.part.breadth", 0)


def test_the_settings_page_says_never_to_rank_colleagues(gilles):
    page = browser(gilles).get(reverse("settings-group", args=["strength"]))
    assert page.status_code == 200
    assert "CSE" in page.text


def test_the_sheet_shows_every_factor_with_its_inputs(anne, bruno, valmorin, isabelle):
    met(valmorin, anne, isabelle, days=12, colleagues=[bruno])
    met(valmorin, anne, isabelle, days=90, kind="mail", direction="out")
    work_until_empty()
    with translation.override("en"):
        found = strength_sheet(anne, isabelle)
        words = {one.name: one.words for one in found.factors}
    assert words == {
        "recency": "Both sides last spoke 12\xa0days ago",
        "frequency": "6.2 weighted points of 20.5 expected",
        "reciprocity": "1 from them, 2 from us",
        "depth": "1 meetings and calls of 2 exchanges",
        "breadth": "2 of our people",
    }
    assert sum(one.points for one in found.factors).quantize(Decimal("0.01")) == found.score
    assert [one.most for one in found.factors] == [30, 25, 20, 15, 10]
    page = browser(anne).get(reverse("contacts:one", args=[isabelle.pk])).text
    assert 'id="strength"' in page
    assert page.count('id="factor-') == 5
    assert found.version in page


def test_unknown_is_grey_and_says_why(anne, valmorin, isabelle):
    with translation.override("en"):
        assert strength_sheet(anne, isabelle).reason == "nothing was exchanged with them yet"
        somebody = contacts.create_person(account=valmorin, by=anne, kind="placeholder", label="DAF, à trouver")
        assert strength_sheet(anne, somebody).reason == "nobody is known for this role yet"
        work_until_empty()
        gone = isabelle.positions.get()
        contacts.end_position(gone, on=clock.company_today(), by=anne)
        work_until_empty()
        assert strength_sheet(anne, isabelle).reason == "nothing was exchanged before they left"
    page = browser(anne).get(reverse("contacts:one", args=[somebody.pk])).text
    assert 'class="bond unknown"' in page


@pytest.mark.parametrize(("level", "apart"), [(1, True), (2, True), (3, False), (5, False)])
def test_two_levels_apart_is_to_discuss(anne, valmorin, isabelle, level, apart):
    board = DecisionMap.objects.create(account=valmorin)
    Stake.objects.create(map=board, person=isabelle, level=level)
    assert strength_sheet(anne, isabelle).declared[0].apart is False
    met(valmorin, anne, isabelle)
    work_until_empty()
    computed = strength_sheet(anne, isabelle).level
    assert computed == 4
    assert strength_sheet(anne, isabelle).declared[0].apart is apart


def test_levels_of_maps_that_i_do_not_see_are_not_told(anne, chloe, valmorin, isabelle):
    other = type(valmorin).objects.create(name="Cassagne", kind="company", status="active")
    Stake.objects.create(map=DecisionMap.objects.create(account=other), person=isabelle, level=5)
    assert strength_sheet(anne, isabelle).declared == []


def test_the_api_says_why(api_as, anne, chloe, eric, valmorin, isabelle):
    assert api_as(anne).get(f"/persons/{isabelle.pk}/strength").json()["score"] is None
    met(valmorin, anne, isabelle)
    work_until_empty()
    found = api_as(anne).get(f"/persons/{isabelle.pk}/strength").json()
    assert (found["state"], found["band"], found["level"], found["cadence_days"]) == ("new", "good", 4, 60)
    assert [one["name"] for one in found["factors"]] == ["recency", "frequency", "reciprocity", "depth", "breadth"]
    assert Decimal(str(found["score"])) == pulse(isabelle).strength
    listed = api_as(anne).get("/persons").json()["items"][0]
    assert Decimal(str(listed["strength"])) == pulse(isabelle).strength
    assert listed["last_contact_at"] is not None
    assert api_as(chloe).get(f"/persons/{isabelle.pk}/strength").status_code == 404
    AccountMember.objects.create(account=valmorin, user=eric)
    assert api_as(eric).get(f"/persons/{isabelle.pk}/strength").status_code == 200
