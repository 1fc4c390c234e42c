"""The pages of people: what a member writes, what a reader and a stranger may not."""

import pytest
from django.urls import reverse

from kameo.accounts.models import AccountMember
from kameo.contacts import domain
from kameo.contacts.models import Person, Position
from kameo.core.testing.cases import ListCases, PageCases, ReaderCases, browser

pytestmark = pytest.mark.django_db


def make(account, by, count):
    for number in range(count):
        domain.create_person(
            account=account,
            by=by,
            last_name=f"Nom{number}",
            position={"title": "Acheteur"},
            emails=[{"address": f"n{number}@valmorin.example"}],
            phones=[{"number": f"04 75 01 23 4{number}"}],
        )


class TestList(ListCases):
    queries = 4

    @pytest.fixture
    def url(self):
        return reverse("contacts:list")

    @pytest.fixture
    def make_rows(self, anne, valmorin):
        return lambda count: make(valmorin, anne, count)

    @pytest.fixture
    def hidden(self, anne, valmorin):
        make(valmorin, anne, 1)
        return "Nom0"


class TestEdit(ReaderCases):
    @pytest.fixture
    def person(self, anne, valmorin):
        return domain.create_person(account=valmorin, by=anne, last_name="Roquemaure")

    @pytest.fixture
    def url(self, person):
        return reverse("contacts:edit", args=[person.pk])

    @pytest.fixture
    def payload(self):
        return {"kind": "person", "last_name": "Arnaud"}

    @pytest.fixture
    def state(self, person):
        return lambda: Person.objects.get(pk=person.pk).last_name

    @pytest.fixture
    def reader(self, eric, valmorin):
        AccountMember.objects.create(account=valmorin, user=eric)
        return eric


def test_somebody_is_added_corrected_and_put_away(anne, valmorin):
    page = browser(anne)
    url = reverse("contacts:new", args=[valmorin.pk])
    wrong = page.post(url, {"kind": "person", "last_name": "Roquemaure", "phones": "12"})
    assert wrong.status_code == 422
    assert "04 75 01 23 45" in wrong.text
    assert Person.objects.count() == 0
    given = {
        "kind": "person",
        "first_name": "Isabelle",
        "last_name": "Roquemaure",
        "title": "Directrice des achats",
        "family": "purchasing",
        "emails": "i.roquemaure@valmorin.example",
        "phones": "04 75 01 23 45",
    }
    assert page.post(url, given).status_code == 302
    person = Person.objects.get()
    sheet = page.get(reverse("contacts:one", args=[person.pk])).text
    assert "Directrice des achats" in sheet
    assert "04 75 01 23 45" in sheet
    edited = given | {"last_name": "Arnaud"}
    assert page.post(reverse("contacts:edit", args=[person.pk]), edited).status_code == 302
    assert page.post(reverse("contacts:bin", args=[person.pk])).status_code == 302
    assert page.get(reverse("contacts:one", args=[person.pk])).status_code == 404
    assert page.post(reverse("contacts:restore", args=[person.pk])).status_code == 302
    assert Person.objects.visible_to(anne).get().last_name == "Arnaud"


def test_a_position_is_added_ended_and_held_again(anne, valmorin):
    person = domain.create_person(account=valmorin, by=anne, last_name="Roquemaure")
    page = browser(anne)
    added = {"account": valmorin.pk, "title": "Membre du comité", "starts_on": "2026-01-01"}
    assert page.post(reverse("contacts:position-new", args=[person.pk]), added).status_code == 302
    post = Position.objects.get(title="Membre du comité")
    ended = {"ends_on": "2026-06-01", "reason": "moved"}
    assert page.post(reverse("contacts:position-end", args=[post.pk]), ended).status_code == 302
    assert not Position.objects.get(pk=post.pk).is_current
    assert page.post(reverse("contacts:position-reopen", args=[post.pk])).status_code == 302
    assert Position.objects.get(pk=post.pk).is_current
    changed = {"title": "Présidente du comité", "level": "executive"}
    assert page.post(reverse("contacts:position-edit", args=[post.pk]), changed).status_code == 302
    assert Position.objects.get(pk=post.pk).level == "executive"


class TestPagesOfSomebody(PageCases):
    @pytest.fixture(params=["one", "edit", "position-new", "position-edit", "position-end"])
    def url(self, request, anne, valmorin):
        person = domain.create_person(account=valmorin, by=anne, last_name="Roquemaure")
        of_position = request.param in {"position-edit", "position-end"}
        return reverse(f"contacts:{request.param}", args=[person.positions.get().pk if of_position else person.pk])


def test_the_tab_counts_those_below_too(anne, valmorin):
    make(valmorin, anne, 3)
    page = browser(anne)
    text = page.get(reverse("contacts:of-account", args=[valmorin.pk])).text
    assert [name in text for name in ("Nom0", "Nom1", "Nom2")] == [True, True, True]
    assert "Nom1" in page.get(reverse("contacts:list"), {"q": "nom1"}).text
    assert "Nom0" not in page.get(reverse("contacts:list"), {"q": "nom1"}).text


def test_the_palette_finds_people_by_name_slip_and_address(anne, chloe, valmorin):
    domain.create_person(
        account=valmorin,
        by=anne,
        first_name="Isabelle",
        last_name="Roquemaure",
        emails=[{"address": "achats@valmorin.example"}],
    )
    for words in ("isabelle roq", "roquemore", "achats@val"):
        found = browser(anne).get(reverse("search-palette"), {"q": words}).text
        assert "Roquemaure" in found, words
        assert "Roquemaure" not in browser(chloe).get(reverse("search-palette"), {"q": words}).text
