"""Segments of people, and people as files (R74, R41)."""

import csv
import io
from datetime import timedelta

import pytest
import vobject
from django.urls import reverse
from django.utils import translation

from kameo.accounts.models import AccountMember
from kameo.contacts import domain
from kameo.contacts.cards import write_card
from kameo.contacts.lists import PEOPLE, people_in
from kameo.contacts.models import OptOut, PersonPulse
from kameo.core import clock
from kameo.core.journal.models import Event
from kameo.core.lists import matching
from kameo.core.lists.api.asked import criteria_from
from kameo.core.lists.models import SavedView
from kameo.core.lists.saved.verbs import save_view
from kameo.core.testing.cases import browser
from kameo.decisions.models import DecisionMap, Stake

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(anne, valmorin):
    chart = DecisionMap.objects.create(account=valmorin)
    names = ("Arnaud", "Blin", "Corre")
    made = [domain.create_person(account=valmorin, by=anne, last_name=name) for name in names]
    Stake.objects.create(map=chart, person=made[0], influence=5, stance="champion", roles=["user", "purchasing"])
    Stake.objects.create(map=chart, person=made[1], influence=2, topics=["price"], motivations=["budget"])
    seen = clock.now() - timedelta(days=10)
    PersonPulse.objects.update_or_create(person=made[0], defaults={"last_contact_at": seen})
    OptOut.objects.create(person=made[1], channel="email")
    return made


def names(user, **filters):
    return sorted(matching(PEOPLE, user, criteria_from(PEOPLE, filters)).values_list("last_name", flat=True))


def silent_ones(user, **options):
    return save_view(PEOPLE, by=user, name="Silent", filters={"silent": ["30"]}, **options)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"role": "purchasing"}, ["Arnaud"]),
        ({"influence": "3"}, ["Arnaud"]),
        ({"influence": "1"}, ["Arnaud", "Blin"]),
        ({"stance": "champion", "topic": "price"}, []),
        ({"topic": "price", "motivation": "budget"}, ["Blin"]),
        ({"silent": "30"}, ["Blin", "Corre"]),
        ({"silent": "7"}, ["Arnaud", "Blin", "Corre"]),
        ({"met": "30"}, ["Arnaud"]),
        ({"reachable": "email"}, ["Arnaud", "Corre"]),
        ({"reachable": "phone"}, ["Arnaud", "Blin", "Corre"]),
        ({"kind": "placeholder"}, []),
        ({"account": "999999"}, []),
    ],
)
def test_each_filter_narrows(anne, people, filters, expected):
    assert names(anne, **filters) == expected


def test_filters_that_mean_nothing_are_left_out():
    asked = {"stance": "friend", "influence": "9", "silent": "soon", "family": "x", "q": " Blin ", "page": "2"}
    assert criteria_from(PEOPLE, asked).values == {"q": "Blin", "influence": ("5",)}


def test_a_segment_follows_what_is_known_today(anne, people):
    segment = silent_ones(anne)
    assert people_in(segment, anne).count() == 2
    PersonPulse.objects.update_or_create(person=people[2], defaults={"last_contact_at": clock.now()})
    assert [row.last_name for row in people_in(segment, anne)] == ["Blin"]


def test_a_shared_segment_shows_each_reader_their_own_people(anne, chloe, people):
    segment = silent_ones(anne, shared=True)
    assert list(SavedView.objects.visible_to(chloe)) == [segment]
    assert people_in(segment, chloe).count() == 0


def test_the_list_opens_with_a_segment_under_its_name(anne, people):
    segment = silent_ones(anne)
    web = browser(anne)
    shown = web.get(web.get(reverse("contacts:list"), {"view": segment.pk}).headers["Location"]).text
    assert "Silent" in shown
    assert "silent for 30 days" in shown
    assert "Arnaud" not in shown
    assert web.get(reverse("contacts:segments")).headers["Location"] == reverse("contacts:views")


def test_ratings_are_offered_when_somebody_opens_the_filters(anne, people):
    page = browser(anne).get(reverse("contacts:filters"), {"topic": "price"}).text
    assert 'name="role"' in page
    assert 'name="motivation"' in page


def test_the_export_holds_whom_the_reader_sees_and_is_told(anne, chloe, people):
    answer = browser(anne).get(reverse("contacts:export"), {"format": "csv", "topic": "price"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig")), delimiter=";"))
    assert [row[2] for row in rows[1:]] == ["Blin"]
    told = Event.objects.get(type="persons.exported")
    assert (told.actor, told.data) == (anne, {"format": "csv", "filters": {"topic": "price"}})
    empty = browser(chloe).get(reverse("contacts:export"))
    assert b"".join(empty.streaming_content).count(b"\n") == 1


def test_cards_are_read_by_another_program(anne, valmorin):
    person = domain.create_person(
        account=valmorin,
        by=anne,
        first_name="Zoé",
        last_name='Le Goff; dite "Zo"',
        salutation="madam",
        emails=[{"address": "zoe@valmorin.example"}],
        phones=[{"number": "04 75 01 23 45", "extension": "12"}],
        position={"title": "Responsable des achats, " + "é" * 60},
    )
    with translation.override("fr"):
        answer = browser(anne).get(reverse("contacts:card", args=[person.pk]))
    assert max(len(line) for line in answer.content.split(b"\r\n")) <= 75
    posts = list(person.positions.select_related("account"))
    read = vobject.readOne(write_card(person, positions=posts, version="3.0"))
    assert read.n.value.family == 'Le Goff; dite "Zo"'
    assert read.title.value == "Responsable des achats, " + "é" * 60
    assert (read.email.value, read.tel.value) == ("zoe@valmorin.example", "+33475012345 ext. 12")
    assert read.org.value == [valmorin.name]
    assert "tel:+33475012345;ext=12" in answer.text


def test_strangers_get_no_card_and_readers_do(chloe, eric, valmorin, people):
    AccountMember.objects.create(account=valmorin, user=eric)
    card = reverse("contacts:card", args=[people[0].pk])
    assert browser(chloe).get(card).status_code == 404
    assert browser(eric).get(card).status_code == 200
