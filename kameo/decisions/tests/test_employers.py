"""Somebody changes employer: their history follows, and what to do at the new one is proposed (R73)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kameo.accounts.domain import create_account
from kameo.accounts.models import Account, AccountMember
from kameo.contacts import domain
from kameo.contacts.domain import employers
from kameo.contacts.models import Position
from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.testing.cases import ReaderCases, browser
from kameo.decisions.blocks import followups
from kameo.decisions.domain import maps, placing, stakes
from kameo.decisions.models import Stake
from kameo.interactions.domain import log_interaction

pytestmark = pytest.mark.django_db


@pytest.fixture
def isabelle(anne, valmorin):
    """Met twice at Valmorin."""
    person = domain.create_person(account=valmorin, by=anne, last_name="Roquemaure", position={"title": "Achats"})
    for days in (90, 30):
        at = clock.now() - timedelta(days=days)
        log_interaction(account=valmorin, by=anne, kind="call", text="Point", at=at, persons=[person])
    return person


@pytest.fixture
def soreal(anne):
    return create_account(by=anne, name="Soréal")


def test_the_sheet_proposes_the_map_and_a_first_contact(anne, valmorin, isabelle, soreal):
    page = browser(anne)
    given = {"account": soreal.pk, "title": "Directrice des achats", "on": clock.company_today().isoformat()}
    assert page.post(reverse("contacts:employer", args=[isabelle.pk]), given).status_code == 302
    sheet = page.get(reverse("contacts:one", args=[isabelle.pk])).text
    assert "Knows us from Groupe Valmorin" in sheet
    assert "2 exchanges" in sheet
    assert "Put on the map of Soréal" in sheet
    assert "Log a first contact" in sheet
    put = page.post(reverse("decisions:follow-map", args=[isabelle.pk, soreal.pk]))
    assert put.status_code == 302
    stake = Stake.objects.get(person=isabelle)
    assert (stake.map.account, stake.owner) == (soreal, anne)
    log_interaction(account=soreal, by=anne, kind="call", text="Premier appel", persons=[isabelle])
    assert followups.followup_of(isabelle, anne) is None
    assert page.post(reverse("decisions:follow-undo", args=[stake.pk])).status_code == 302
    assert followups.followup_of(isabelle, anne).on_map is False


def test_an_employer_that_is_no_account_yet_becomes_one(anne, isabelle):
    given = {"name": "Brénod Énergie", "on": clock.company_today().isoformat()}
    assert browser(anne).post(reverse("contacts:employer", args=[isabelle.pk]), given).status_code == 302
    made = Account.objects.get(name="Brénod Énergie")
    assert (made.status, made.members.get().user) == ("prospect", anne)
    assert Position.objects.current().get(person=isabelle).account == made


def test_somebody_who_left_for_nobody_knows_where(anne, isabelle):
    domain.end_position(isabelle.positions.get(), on=clock.company_today(), by=anne, reason="left")
    sheet = browser(anne).get(reverse("contacts:one", args=[isabelle.pk])).text
    assert "Nobody wrote down where they work now" in sheet
    assert reverse("contacts:employer", args=[isabelle.pk]) in sheet


@pytest.mark.parametrize("reason", ["retired", "correction"])
def test_nobody_is_followed_into_retirement(anne, isabelle, reason):
    domain.end_position(isabelle.positions.get(), on=clock.company_today(), by=anne, reason=reason)
    assert followups.followup_of(isabelle, anne) is None


def test_moving_within_the_group_is_no_new_employer(anne, valmorin, isabelle):
    plant = create_account(by=anne, name="Valmorin Plastiques", parent=valmorin)
    domain.change_employer(isabelle, account=plant, by=anne)
    assert followups.followup_of(isabelle, anne) is None


def test_neither_or_both_is_refused(anne, isabelle, soreal):
    for given, code in (({}, "account_missing"), ({"account": soreal, "name": "X"}, "two_accounts")):
        with pytest.raises(DomainError) as refused:
            employers.follow_to(isabelle, by=anne, **given)
        assert refused.value.code == code
    assert isabelle.positions.get().ends_on is None


def test_beside_the_new_map_who_knew_us_elsewhere(anne, valmorin, isabelle, soreal):
    domain.change_employer(isabelle, account=soreal, by=anne)
    found = followups.newcomers_of(soreal, anne)
    assert [(one.name, one.former, one.interactions) for one in found] == [("Roquemaure", "Groupe Valmorin", 2)]
    stakes.put_on_map(maps.main_map(soreal, by=anne), person=isabelle, by=anne)
    log_interaction(account=soreal, by=anne, kind="call", text="Appel", persons=[isabelle])
    assert followups.newcomers_of(soreal, anne) == []


def test_a_former_employer_that_one_may_not_see_is_not_named(anne, chloe, valmorin, isabelle, soreal):
    AccountMember.objects.create(account=soreal, user=chloe)
    domain.change_employer(isabelle, account=soreal, by=anne)
    assert followups.newcomers_of(soreal, chloe) == []
    assert followups.followup_of(isabelle, chloe) is None
    assert "Groupe Valmorin" not in browser(chloe).get(reverse("contacts:one", args=[isabelle.pk])).text


class TestEmployer(ReaderCases):
    @pytest.fixture
    def url(self, isabelle):
        return reverse("contacts:employer", args=[isabelle.pk])

    @pytest.fixture
    def payload(self, soreal):
        return {"account": soreal.pk, "on": clock.company_today().isoformat()}

    @pytest.fixture
    def state(self, isabelle):
        return lambda: list(isabelle.positions.values_list("account", "ends_on"))

    @pytest.fixture
    def reader(self, eric, valmorin, soreal):
        AccountMember.objects.create(account=valmorin, user=eric)
        AccountMember.objects.create(account=soreal, user=eric)
        return eric


class TestFollowMap(TestEmployer):
    @pytest.fixture
    def url(self, anne, isabelle, soreal):
        domain.change_employer(isabelle, account=soreal, by=anne)
        return reverse("decisions:follow-map", args=[isabelle.pk, soreal.pk])


class TestFollowUndo(TestEmployer):
    @pytest.fixture
    def url(self, anne, isabelle, soreal):
        domain.change_employer(isabelle, account=soreal, by=anne)
        stake = placing.put_on_new_map(isabelle, account=soreal, by=anne)
        return reverse("decisions:follow-undo", args=[stake.pk])
