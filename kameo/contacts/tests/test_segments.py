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
from kameo.contacts.listing.people import criteria_of, people_in
from kameo.contacts.listing.people import people_for as pick
from kameo.contacts.listing.people_filters import filters_of
from kameo.contacts.models import OptOut, PersonPulse, Segment
from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
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
    return sorted(pick(user, criteria_of(filters, user)).values_list("last_name", flat=True))


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
    assert filters_of(asked) == {"q": "Blin", "influence": "5"}


def test_a_segment_follows_what_is_known_today(anne, people):
    segment = domain.save_segment(by=anne, name="Silent", filters={"silent": "30"})
    assert people_in(segment, anne).count() == 2
    PersonPulse.objects.update_or_create(person=people[2], defaults={"last_contact_at": clock.now()})
    assert [row.last_name for row in people_in(segment, anne)] == ["Blin"]


def test_a_shared_segment_shows_each_reader_their_own_people(anne, chloe, people):
    segment = domain.save_segment(by=anne, name="Silent", filters={"silent": "30"}, shared=True)
    assert list(Segment.objects.visible_to(chloe)) == [segment]
    assert people_in(segment, chloe).count() == 0


def test_a_segment_needs_a_name_of_its_own_and_a_filter(anne):
    for values, code in (
        ({"name": " ", "filters": {"silent": "30"}}, "name_missing"),
        ({"name": "All", "filters": {"page": "3"}}, "filters_missing"),
    ):
        with pytest.raises(DomainError) as error:
            domain.save_segment(by=anne, **values)
        assert error.value.code == code
    domain.save_segment(by=anne, name="Silent", filters={"silent": "30"})
    with pytest.raises(DomainError) as error:
        domain.save_segment(by=anne, name="silent", filters={"silent": "60"})
    assert error.value.code == "segment_twice"
    assert Segment.objects.count() == 1


def test_the_pages_save_open_change_delete_and_give_back(anne, people):
    web = browser(anne)
    page = reverse("contacts:segment-new") + "?silent=30"
    assert web.get(page).status_code == 200
    answer = web.post(page, {"name": "Silencieux"})
    segment = Segment.objects.get()
    assert web.get(reverse("contacts:filters"), {"silent": "30", "role": "user"}).status_code == 200
    assert answer.headers["Location"] == f"/persons/?silent=30&segment={segment.pk}"
    shown = web.get(answer.headers["Location"]).text
    assert "Silencieux" in shown
    assert "Arnaud" not in shown
    edit = reverse("contacts:segment-edit", args=[segment.pk])
    web.post(f"{edit}?silent=7", {"name": "Silencieux", "shared": "on"})
    segment.refresh_from_db()
    assert (segment.filters, segment.shared) == ({"silent": "7"}, True)
    assert "Silencieux" in web.get(reverse("contacts:segments")).text
    web.post(reverse("contacts:segment-bin", args=[segment.pk]))
    assert Segment.objects.filter(binned_at=None).count() == 0
    web.post(reverse("contacts:segment-restore", args=[segment.pk]))
    assert Segment.objects.filter(binned_at=None).count() == 1


def test_a_shared_segment_is_changed_by_its_owner_only(anne, bruno, people):
    segment = domain.save_segment(by=anne, name="Silent", filters={"silent": "30"}, shared=True)
    web = browser(bruno)
    assert web.get(reverse("contacts:segment-edit", args=[segment.pk])).status_code == 404
    assert web.post(reverse("contacts:segment-bin", args=[segment.pk])).status_code == 404
    assert Segment.objects.filter(binned_at=None).count() == 1


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
