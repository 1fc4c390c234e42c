"""What is done by hand on a map: rating, re-parenting, lines; each with its undo, its refusals and its strangers."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from kameo.accounts.models import AccountMember
from kameo.contacts import domain as contacts
from kameo.contacts.models import Position
from kameo.core.testing.cases import ReaderCases, browser
from kameo.decisions import domain
from kameo.decisions.models import DecisionMap, InfluenceLink, Stake
from kameo.decisions.records import MAPS

pytestmark = pytest.mark.django_db
SCRIPT = {"HX-Request": "true"}


@pytest.fixture
def two(anne, valmorin):
    return [
        contacts.create_person(account=valmorin, by=anne, last_name=name, position={"title": "Directeur"})
        for name in ("Dubreucq", "Quintrec")
    ]


@pytest.fixture
def link(anne, valmorin, two):
    return domain.join_people(valmorin, source=two[0], target=two[1], kind="trusts", label="depuis 2019", by=anne)


class Readers(ReaderCases):
    @pytest.fixture
    def reader(self, eric, valmorin):
        AccountMember.objects.create(account=valmorin, user=eric)
        return eric


class TestPlace(Readers):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("decisions:map-place", args=[valmorin.pk])

    @pytest.fixture
    def payload(self, two):
        return {"person": two[0].pk, "influence": "4", "stance": "champion"}

    @pytest.fixture
    def state(self):
        return lambda: list(Stake.objects.values_list("person", "influence", "stance"))


class TestLine(Readers):
    @pytest.fixture
    def url(self, valmorin):
        return reverse("decisions:map-line", args=[valmorin.pk])

    @pytest.fixture
    def payload(self, two):
        return {"source": two[0].pk, "target": two[1].pk, "kind": "sponsors"}

    @pytest.fixture
    def state(self):
        return InfluenceLink.objects.count


class TestChangeLine(Readers):
    @pytest.fixture
    def url(self, link):
        return reverse("decisions:link-edit", args=[link.pk])

    @pytest.fixture
    def payload(self):
        return {"kind": "blocks", "label": ""}

    @pytest.fixture
    def state(self, link):
        return lambda: InfluenceLink.objects.get(pk=link.pk).kind


class TestRemoveLine(Readers):
    @pytest.fixture
    def url(self, link):
        return reverse("decisions:link-remove", args=[link.pk])

    @pytest.fixture
    def state(self):
        return InfluenceLink.objects.count


class TestManager(Readers):
    @pytest.fixture
    def url(self, two):
        return reverse("decisions:position-manager", args=[two[1].positions.get().pk])

    @pytest.fixture
    def payload(self, two):
        return {"reports_to": two[0].positions.get().pk}

    @pytest.fixture
    def state(self, two):
        return lambda: two[1].positions.get().reports_to_id


def test_somebody_dragged_in_the_matrix_is_rated_then_given_back(anne, valmorin, two):
    page, url = browser(anne), reverse("decisions:map-place", args=[valmorin.pk])
    first = {"person": two[0].pk, "influence": "4", "stance": "champion"}
    assert page.post(url, first, headers=SCRIPT).status_code == 204
    stake = Stake.objects.get()
    assert (stake.map.main, stake.influence, stake.stance) == (True, 4, "champion")
    moved = page.post(url, {"person": two[0].pk, "influence": "", "stance": "opponent"})
    assert moved.status_code == 302
    stake.refresh_from_db()
    assert (stake.influence, stake.stance) == (None, "opponent")
    toast = str(list(get_messages(moved.wsgi_request))[-1])
    assert 'name="influence" value="4"' in toast
    assert 'name="stance" value="champion"' in toast
    page.post(url, {"person": two[0].pk, "off": "1"})
    stake.refresh_from_db()
    assert stake.removed_at is not None
    page.post(url, {"person": two[0].pk})
    stake.refresh_from_db()
    assert (stake.removed_at, stake.stance) == (None, "opponent")


@pytest.mark.parametrize("wrong", [{"influence": "9"}, {"influence": "abc"}, {"stance": "saint"}])
def test_a_rating_off_the_scale_is_refused_in_words(wrong, anne, valmorin, two):
    url = reverse("decisions:map-place", args=[valmorin.pk])
    answer = browser(anne).post(url, {"person": two[0].pk, **wrong}, headers=SCRIPT)
    assert answer.status_code == 422
    assert answer["Content-Type"].startswith("text/plain")
    assert Stake.objects.count() == 0
    assert DecisionMap.objects.count() == 0


def test_a_circle_is_refused_in_words_and_nothing_moves(anne, two):
    head, other = (person.positions.get() for person in two)
    contacts.change_position(other, by=anne, reports_to=head)
    url = reverse("decisions:position-manager", args=[head.pk])
    answer = browser(anne).post(url, {"reports_to": other.pk}, headers=SCRIPT)
    assert answer.status_code == 422
    assert "Quintrec" in answer.text
    assert Position.objects.get(pk=head.pk).reports_to_id is None


def test_only_the_manager_that_is_sent_changes(anne, two):
    head, other = (person.positions.get() for person in two)
    contacts.change_position(other, by=anne, matrix_to=head)
    page, url = browser(anne), reverse("decisions:position-manager", args=[other.pk])
    assert page.post(url, {"reports_to": head.pk}, headers=SCRIPT).status_code == 204
    other.refresh_from_db()
    assert (other.reports_to_id, other.matrix_to_id) == (head.pk, head.pk)
    assert page.post(url, {"reports_to": ""}).status_code == 302
    other.refresh_from_db()
    assert (other.reports_to_id, other.matrix_to_id) == (None, head.pk)


def test_a_line_is_drawn_turned_taken_off_and_drawn_again(anne, valmorin, two):
    page, url = browser(anne), reverse("decisions:map-line", args=[valmorin.pk])
    given = {"source": two[0].pk, "target": two[1].pk, "kind": "trusts", "label": "depuis 2019"}
    assert page.get(url, {"source": two[0].pk}).status_code == 200
    assert page.post(url, given, headers=SCRIPT).status_code == 204
    link = InfluenceLink.objects.get()
    assert page.post(url, given, headers=SCRIPT).status_code == 422
    edit = reverse("decisions:link-edit", args=[link.pk])
    assert page.post(edit, {"kind": "blocks", "label": "", "turned": "on"}).status_code == 302
    link.refresh_from_db()
    assert (link.kind, link.label, link.source.person_id) == ("blocks", "", two[1].pk)
    removed = page.post(reverse("decisions:link-remove", args=[link.pk]))
    assert InfluenceLink.objects.count() == 0
    assert reverse("decisions:map-line", args=[valmorin.pk]) in str(list(get_messages(removed.wsgi_request))[-1])
    page.post(url, {"source": two[1].pk, "target": two[0].pk, "kind": "blocks"})
    assert InfluenceLink.objects.get().source.person_id == two[1].pk


def test_nobody_is_sent_elsewhere_by_next(anne, valmorin, two):
    url = reverse("decisions:map-place", args=[valmorin.pk])
    for wrong in ("https://ailleurs.example/", "//ailleurs.example/", "javascript:alert(1)"):
        answer = browser(anne).post(url, {"person": two[0].pk, "influence": "2", "next": wrong})
        assert answer["Location"] == reverse("decisions:map", args=[valmorin.pk])
    here = reverse("decisions:map", args=[valmorin.pk]) + "?view=list"
    assert browser(anne).post(url, {"person": two[0].pk, "influence": "3", "next": here})["Location"] == here


def test_a_map_of_its_own_is_rated_apart(anne, valmorin, two):
    deal = MAPS.add(valmorin, by=anne, name="Supervision énergétique")
    url = reverse("decisions:map-place", args=[valmorin.pk])
    assert browser(anne).post(url, {"person": two[0].pk, "influence": "5", "map": deal.pk}).status_code == 302
    assert list(Stake.objects.values_list("map", "influence")) == [(deal.pk, 5)]
    text = browser(anne).get(reverse("decisions:map-one", args=[deal.pk])).text
    assert "Dubreucq" in text
    assert "Quintrec" not in text
