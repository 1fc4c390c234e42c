"""The pages of the formal circuit and of committees: members write, readers look, strangers find nothing."""

import pytest
from django.urls import reverse
from django.utils import translation

from kameo.accounts.domain import create_account
from kameo.accounts.models import AccountMember
from kameo.contacts import domain as contacts
from kameo.core.testing.cases import PageCases, ReaderCases, browser
from kameo.decisions import domain
from kameo.decisions.models import Committee, CommitteeMember, DecisionMap, DecisionStep

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(anne, valmorin):
    return domain.main_map(valmorin, by=anne)


@pytest.fixture
def committee(anne, valmorin):
    return domain.create_committee(account=valmorin, by=anne, name="Comité achats")


@pytest.fixture
def isabelle(anne, valmorin):
    return contacts.create_person(account=valmorin, by=anne, last_name="Roquemaure")


class TestCircuit(PageCases):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("decisions:circuit", args=[valmorin.pk])


class TestCommittee(PageCases):
    @pytest.fixture
    def url(self, committee):
        return reverse("decisions:committee", args=[committee.pk])


class OfValmorin(ReaderCases):
    __test__ = False

    @pytest.fixture
    def reader(self, eric, valmorin):
        AccountMember.objects.create(account=valmorin, user=eric)
        return eric


class TestNewStep(OfValmorin):
    __test__ = True

    @pytest.fixture
    def payload(self):
        return {"name": "Choix", "days": "21"}

    @pytest.fixture
    def url(self, valmorin):
        return reverse("decisions:step-new", args=[valmorin.pk])

    @pytest.fixture
    def state(self):
        return lambda: DecisionStep.objects.count()


class TestBudget(OfValmorin):
    __test__ = True

    @pytest.fixture
    def payload(self):
        return {"budget_opens": "9", "budget_closes": "11", "tender": "Au-delà"}

    @pytest.fixture
    def url(self, valmorin):
        return reverse("decisions:circuit-budget", args=[valmorin.pk])

    @pytest.fixture
    def state(self):
        return lambda: list(DecisionMap.objects.values_list("budget_opens", "tender"))


class TestMove(OfValmorin):
    __test__ = True

    @pytest.fixture
    def payload(self):
        return {"to": "0"}

    @pytest.fixture
    def url(self, anne, decision):
        domain.add_step(decision, by=anne, name="Avis")
        return reverse("decisions:step-move", args=[domain.add_step(decision, by=anne, name="Choix").pk])

    @pytest.fixture
    def state(self, url):
        return lambda: list(DecisionStep.objects.values_list("name", flat=True))


class TestRemove(TestMove):
    __test__ = True

    @pytest.fixture
    def url(self, anne, decision):
        return reverse("decisions:step-remove", args=[domain.add_step(decision, by=anne, name="Choix").pk])


class TestNewCommittee(OfValmorin):
    __test__ = True

    @pytest.fixture
    def payload(self):
        return {"name": "Centrale", "kind": "central"}

    @pytest.fixture
    def url(self, valmorin):
        return reverse("decisions:committee-new", args=[valmorin.pk])

    @pytest.fixture
    def state(self):
        return lambda: Committee.objects.count()


class TestEditCommittee(TestNewCommittee):
    __test__ = True

    @pytest.fixture
    def url(self, committee):
        return reverse("decisions:committee-edit", args=[committee.pk])


class TestBinCommittee(TestNewCommittee):
    __test__ = True

    @pytest.fixture
    def url(self, committee):
        return reverse("records:committee-bin", args=[committee.pk])


class TestMember(OfValmorin):
    __test__ = True

    @pytest.fixture
    def payload(self, isabelle):
        return {"person": isabelle.pk, "part": "Présidente"}

    @pytest.fixture
    def url(self, committee):
        return reverse("decisions:member-add", args=[committee.pk])

    @pytest.fixture
    def state(self):
        return lambda: CommitteeMember.objects.count()


class TestUnseat(TestMember):
    __test__ = True

    @pytest.fixture
    def url(self, anne, committee, isabelle):
        member = domain.seat_member(committee, person=isabelle, by=anne)
        return reverse("decisions:member-remove", args=[committee.pk, member.pk])


def test_a_look_at_the_circuit_makes_no_map(anne, valmorin):
    assert browser(anne).get(reverse("decisions:circuit", args=[valmorin.pk])).status_code == 200
    assert DecisionMap.objects.count() == 0


def test_a_step_taken_out_comes_back_at_its_place(anne, decision, valmorin, committee):
    first = domain.add_step(decision, by=anne, name="Avis", committee=committee, days=10, note="Écrit")
    domain.add_step(decision, by=anne, name="Choix")
    page = browser(anne)
    page.post(reverse("decisions:step-remove", args=[first.pk]))
    shown = page.get(reverse("decisions:circuit", args=[valmorin.pk])).text
    assert 'name="rank" value="0"' in shown
    given = {"name": "Avis", "committee": committee.pk, "days": 10, "note": "Écrit", "rank": 0}
    assert page.post(reverse("decisions:step-new", args=[valmorin.pk]), given).status_code == 302
    back = DecisionStep.objects.first()
    assert (back.name, back.committee, back.days, back.note, back.rank) == ("Avis", committee, 10, "Écrit", 0)


def test_the_page_names_who_decides_and_counts_what_is_hidden(anne, david, decision, valmorin, isabelle):
    elsewhere = create_account(by=david, name="Ailleurs secret")
    body = domain.create_committee(account=valmorin, by=david, name="Centrale Ouest", serves=[elsewhere])
    domain.seat_member(body, person=isabelle, by=anne, part="Présidente")
    domain.add_step(decision, by=anne, name="Cahier des charges", person=isabelle, days=21)
    domain.add_step(decision, by=anne, name="Comité de sélection", committee=body, days=42)
    with translation.override("en"):
        text = browser(anne).get(reverse("decisions:circuit", args=[valmorin.pk])).text
    for words in ("A decision takes 63 days at Groupe Valmorin", "Roquemaure", "Centrale Ouest", "Présidente"):
        assert words in text
    assert "Ailleurs secret" not in text
    assert "and 1 that you do not see" in text


def test_queries_stay_few(anne, decision, valmorin, committee, isabelle, django_assert_max_num_queries):
    domain.seat_member(committee, person=isabelle, by=anne)
    for number in range(5):
        domain.add_step(decision, by=anne, name=f"Étape {number}", committee=committee)
    page, address = browser(anne), reverse("decisions:circuit", args=[valmorin.pk])
    page.get(address)
    with django_assert_max_num_queries(12):
        page.get(address)
