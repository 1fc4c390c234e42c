"""Introductions: asking, answering, undoing, and who may see them."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import translation

from kameo.accounts.models import AccountMember
from kameo.contacts import domain as contacts
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.testing.cases import browser
from kameo.decisions import domain
from kameo.decisions.models import Introduction
from kameo.notifications.models import Notification

pytestmark = pytest.mark.django_db


@pytest.fixture
def isabelle(anne, valmorin):
    return contacts.create_person(account=valmorin, by=anne, first_name="Isabelle", last_name="Roquemaure")


@pytest.fixture
def asked(anne, bruno, isabelle):
    return domain.ask_introduction(person=isabelle, through=bruno, by=anne, message="Bonjour Bruno")


def types(count):
    rows = Event.objects.filter(type__startswith="introduction.").order_by("-id")
    return list(rows.values_list("type", flat=True)[:count])


def test_a_colleague_is_asked_accepts_and_makes_it(anne, bruno, asked, valmorin):
    told = Notification.objects.get(user=bruno)
    assert (told.account_id, told.url) == (valmorin.pk, reverse("decisions:introduction", args=[asked.pk]))
    domain.accept_introduction(asked, by=bruno, answer=" Volontiers ")
    assert (asked.state, asked.answer) == ("accepted", "Volontiers")
    domain.make_introduction(asked, by=anne)
    assert (asked.state, asked.answer) == ("made", "Volontiers")
    assert types(3) == ["introduction.made", "introduction.accepted", "introduction.asked"]
    assert Notification.objects.filter(user=anne, kind="introduction").count() == 1
    assert Notification.objects.filter(user=bruno, kind="introduction").count() == 2


def test_an_answer_is_undone_and_a_request_taken_back(anne, bruno, isabelle, asked):
    domain.decline_introduction(asked, by=bruno, answer="Je ne la connais plus")
    domain.reopen_introduction(asked, by=bruno)
    assert (asked.state, asked.answer, asked.answered_at) == ("asked", "", None)
    domain.withdraw_introduction(asked, by=anne)
    assert Introduction.objects.count() == 0
    domain.ask_introduction(person=isabelle, through=bruno, by=anne)
    assert types(4) == [
        "introduction.asked",
        "introduction.withdrawn",
        "introduction.reopened",
        "introduction.declined",
    ]


def test_asking_twice_is_refused_until_it_is_over(anne, bruno, isabelle, asked):
    with pytest.raises(DomainError) as refused:
        domain.ask_introduction(person=isabelle, through=bruno, by=anne)
    assert refused.value.code == "asked_already"
    domain.make_introduction(asked, by=bruno)
    domain.ask_introduction(person=isabelle, through=bruno, by=anne)
    assert Introduction.objects.count() == 2
    with pytest.raises(DomainError) as refused:
        domain.reopen_introduction(asked, by=bruno)
    assert refused.value.code == "asked_already"


def test_who_cannot_be_asked(anne, bruno, chloe, isabelle):
    for colleague, code in ((anne, "oneself"), (chloe, "colleague_does_not_see")):
        with pytest.raises(DomainError) as refused:
            domain.ask_introduction(person=isabelle, through=colleague, by=anne)
        assert (refused.value.code, refused.value.field) == (code, "through")
    domain.allow_requests(bruno, allowed=False)
    with pytest.raises(DomainError) as refused:
        domain.ask_introduction(person=isabelle, through=bruno, by=anne)
    assert refused.value.code == "refused"
    bruno.is_active = False
    bruno.save(update_fields=["is_active"])
    with pytest.raises(DomainError) as refused:
        domain.ask_introduction(person=isabelle, through=bruno, by=anne)
    assert (refused.value.code, Introduction.objects.count()) == ("colleague_left", 0)


def test_only_the_two_concerned_see_and_answer(anne, bruno, david, chloe, eric, valmorin, isabelle, asked):
    assert list(Introduction.objects.visible_to(david)) == []  # a director reads neither
    for nobody in (anne, david):
        with pytest.raises(PermissionDenied):
            domain.accept_introduction(asked, by=nobody)
    with pytest.raises(PermissionDenied):
        domain.withdraw_introduction(asked, by=bruno)
    AccountMember.objects.create(account=valmorin, user=eric)
    with pytest.raises(PermissionDenied):
        domain.ask_introduction(person=isabelle, through=bruno, by=eric)
    with pytest.raises(DomainError):
        domain.ask_introduction(person=isabelle, through=bruno, by=chloe)
    assert (Introduction.objects.get().state, types(9)) == ("asked", ["introduction.asked"])


@pytest.mark.parametrize("who", ["david", "chloe"])
def test_pages_of_others_are_not_there(request, asked, isabelle, who):
    page = browser(request.getfixturevalue(who))
    assert page.get(reverse("decisions:introduction", args=[asked.pk])).status_code == 404
    for name in ("answer", "reopen", "withdraw"):
        answer = page.post(reverse(f"decisions:introduction-{name}", args=[asked.pk]), {"act": "accept"})
        assert answer.status_code == 404
    assert "Bonjour Bruno" not in page.get(reverse("decisions:introductions")).text
    assert Introduction.objects.get().state == "asked"


def test_strangers_and_readers_ask_nothing(anne, bruno, chloe, eric, valmorin, isabelle):
    AccountMember.objects.create(account=valmorin, user=eric)
    address = reverse("decisions:introduction-new", args=[isabelle.pk])
    given = {"through": bruno.pk, "message": "Bonjour"}
    assert browser(chloe).post(address, given).status_code == 404
    assert browser(eric).post(address, given).status_code == 403
    assert Introduction.objects.count() == 0


def test_the_pages_walk_through_a_request(anne, bruno, isabelle):
    page = browser(anne)
    address = reverse("decisions:introduction-new", args=[isabelle.pk])
    with translation.override("en"):
        assert "Hello Bruno," in page.get(address, {"through": bruno.pk}).text
    assert page.post(address, {"through": bruno.pk, "message": "Bonjour Bruno"}).status_code == 302
    row = Introduction.objects.get()
    for reader in (anne, bruno):
        assert "Isabelle Roquemaure" in browser(reader).get(reverse("decisions:introductions")).text
        one = browser(reader).get(reverse("decisions:introduction", args=[row.pk]))
        assert "Bonjour Bruno" in one.text
    answer = reverse("decisions:introduction-answer", args=[row.pk])
    assert browser(bruno).post(answer, {"act": "accept", "answer": "Oui"}).status_code == 302
    assert Introduction.objects.get().state == "accepted"
    assert browser(bruno).post(answer, {"act": "made"}).status_code == 302
    assert (Introduction.objects.get().state, Introduction.objects.get().answer) == ("made", "Oui")
    browser(bruno).post(reverse("decisions:introduction-allowed"), {"allowed": "0"})
    bruno.refresh_from_db()
    assert not domain.may_be_asked(bruno)
