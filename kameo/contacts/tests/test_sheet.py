"""A person's sheet: what it shows, its photo, what they refuse, what an access request would disclose."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kameo.accounts.models import AccountMember
from kameo.contacts import domain
from kameo.contacts.models import OptOut, Person, PersonPulse
from kameo.contacts.pulse.next_action import next_action
from kameo.contacts.sheet.reading import local_time
from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.testing.cases import browser
from kameo.decisions import domain as decisions
from kameo.interactions.domain import log_interaction

pytestmark = pytest.mark.django_db


@pytest.fixture
def isabelle(anne: Any, valmorin: Any) -> Person:
    return domain.create_person(
        account=valmorin,
        by=anne,
        first_name="Isabelle",
        last_name="Roquemaure",
        time_zone="Asia/Tokyo",
        position={"title": "Directrice des achats"},
        note="Préfère le matin.",
        emails=[{"address": f"isabelle{number}@valmorin.example"} for number in range(10)],
        phones=[{"number": "04 75 01 23 45"}],
    )


@pytest.fixture
def reader(eric: Any, valmorin: Any) -> Any:
    AccountMember.objects.create(account=valmorin, user=eric)
    return eric


def of(person: Person, name: str = "one") -> str:
    return reverse(f"contacts:{name}", args=[person.pk])


def picture(width: int = 900, height: int = 600, kind: str = "PNG") -> SimpleUploadedFile:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGBA", (width, height), (200, 30, 40, 128)).save(out, kind)
    return SimpleUploadedFile("moi.png", out.getvalue(), "image/png")


def test_ten_addresses_and_an_address_of_two_people(anne: Any, valmorin: Any, isabelle: Any) -> None:
    domain.create_person(
        account=valmorin, by=anne, last_name="Autre", emails=[{"address": "isabelle1@valmorin.example"}]
    )
    page = browser(anne).get(of(isabelle)).text
    assert [page.count(f"mailto:isabelle{number}@valmorin.example") for number in range(10)] == [1] * 10


@pytest.mark.parametrize("rich", [False, True])
def test_twelve_queries_at_most(
    anne: Any, valmorin: Any, isabelle: Any, rich: bool, django_assert_max_num_queries: Any
) -> None:
    client = browser(anne)
    if rich:
        for number in range(12):
            log_interaction(account=valmorin, by=anne, kind="call", text=f"x{number}", persons=[isabelle])
        domain.refuse_channel(isabelle, channel="phone", by=anne)
        domain.add_position(isabelle, account=valmorin, by=anne, title="Membre du comité")
    client.get(of(isabelle))
    with django_assert_max_num_queries(12):
        assert client.get(of(isabelle)).status_code == 200


def test_the_clocks_lead_to_their_records(anne: Any, valmorin: Any, isabelle: Any) -> None:
    row = log_interaction(account=valmorin, by=anne, kind="meeting", text="Vu", direction="both", persons=[isabelle])
    log_interaction(account=valmorin, by=anne, kind="note", text="Rien", persons=[isabelle])
    page = browser(anne).get(of(isabelle)).text
    assert page.count(f'href="/accounts/{valmorin.pk}/#i-{row.pk}"') == 4  # three clocks and the list
    assert "/log/call/?account=" in page


def test_a_restricted_exchange_moves_the_clock_and_is_not_shown(
    anne: Any, bruno: Any, valmorin: Any, isabelle: Any
) -> None:
    row = log_interaction(
        account=valmorin, by=anne, kind="call", text="Secret absolu", restricted=True, persons=[isabelle]
    )
    for name in (of(isabelle), reverse("person-exchanges", args=[isabelle.pk])):
        page = browser(bruno).get(name).text
        assert "Secret absolu" not in page
        assert f"#i-{row.pk}" not in page


def test_exchanges_turn_by_keyset_and_filter_by_kind(anne: Any, valmorin: Any, isabelle: Any) -> None:
    for number in range(25):
        kind = "call" if number % 5 else "mail"
        at = clock.now() - timedelta(days=number)
        log_interaction(account=valmorin, by=anne, kind=kind, text=f"Ligne{number:02}", at=at, persons=[isabelle])
    client, url = browser(anne), reverse("person-exchanges", args=[isabelle.pk])
    first = client.get(url)
    assert [f"Ligne{number:02}" in first.text for number in (0, 19, 20)] == [True, True, False]
    rest = client.get(url, {"before": first.context["next"]} if first.context else {"before": ""})
    assert rest.status_code == 200
    mails = client.get(url, {"kind": "mail"}).text
    assert [f"Ligne{number:02}" in mails for number in (0, 1, 20)] == [True, False, True]


def test_next_action_is_counted_from_the_last_exchange_of_both() -> None:
    today = clock.today()
    spoke = clock.now() - timedelta(days=40)
    pulse = PersonPulse(last_contact_at=spoke, last_two_way_at=spoke, cadence_days=30)
    found = next_action(pulse, today)
    assert (found.state, found.days) == ("late", 10)
    pulse.cadence_days = 60
    assert (next_action(pulse, today).state, next_action(pulse, today).days) == ("due", 20)
    pulse.last_two_way_at = None
    assert next_action(pulse, today).state == "unanswered"
    assert next_action(None, today).state == "never"
    assert next_action(PersonPulse(), today).state == "never"


def test_their_clock() -> None:
    assert local_time("") == local_time("Europe/Nowhere") == local_time("../etc/passwd") == ""
    assert local_time("Asia/Tokyo") != ""


def test_a_photo_is_drawn_small_served_to_those_who_see_them_and_given_back(
    anne: Any, chloe: Any, reader: Any, isabelle: Any
) -> None:
    from PIL import Image

    client = browser(anne)
    assert client.get(of(isabelle, "photo")).status_code == 404
    assert client.post(of(isabelle, "photo-set"), {"photo": picture()}).status_code == 302
    isabelle.refresh_from_db()
    with default_storage.open(isabelle.photo) as file, Image.open(file) as image:
        assert (image.format, image.size) == ("JPEG", (512, 341))
    served = browser(reader).get(of(isabelle, "photo"))
    assert (served.status_code, served["X-Content-Type-Options"], served["Content-Type"]) == (
        200,
        "nosniff",
        "image/jpeg",
    )
    assert browser(chloe).get(of(isabelle, "photo")).status_code == 404
    assert of(isabelle, "photo") in client.get(of(isabelle)).text
    kept = isabelle.photo
    client.post(of(isabelle, "photo-remove"))
    assert client.get(of(isabelle, "photo")).status_code == 404
    client.post(of(isabelle, "photo-restore"))
    isabelle.refresh_from_db()
    assert isabelle.photo == kept


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 no", b"\x89PNG\r\n\x1a\nbroken", b"<svg onload=alert(1)>"])
def test_what_is_no_picture_is_refused(anne: Any, isabelle: Any, content: bytes) -> None:
    with pytest.raises(DomainError):
        domain.set_photo(isabelle, file=ContentFile(content, name="x.png"), by=anne)
    isabelle.refresh_from_db()
    assert isabelle.photo == ""


def test_a_refusal_shows_beside_the_addresses_until_it_is_lifted(anne: Any, isabelle: Any) -> None:
    client = browser(anne)
    given = {"channel": "email", "said": "Au téléphone, lundi"}
    assert client.post(of(isabelle, "refusal-new"), given).status_code == 302
    assert client.post(of(isabelle, "refusal-new"), given).status_code == 422
    page = client.get(of(isabelle)).text
    assert (page.count('class="chip warn'), "Au téléphone, lundi" in page) == (10, True)
    row = OptOut.objects.get()
    client.post(reverse("contacts:refusal-lift", args=[row.pk]))
    assert 'class="chip warn' not in client.get(of(isabelle)).text
    client.post(reverse("contacts:refusal-renew", args=[row.pk]))
    assert OptOut.objects.get().lifted_at is None
    types = Event.objects.filter(subject_id=isabelle.pk, type__contains="refus").order_by("id")
    assert list(types.values_list("type", flat=True)) == [
        "person.refused_channel",
        "person.lifted_refusal",
        "person.refused_channel",
    ]


def test_disclosure_tells_everything_and_is_noted(anne: Any, valmorin: Any, isabelle: Any) -> None:
    log_interaction(account=valmorin, by=anne, kind="call", text="Budget de mars", persons=[isabelle])
    stake = decisions.put_on_map(decisions.main_map(valmorin, by=anne), person=isabelle, by=anne, influence=4)
    decisions.add_evidence(stake, by=anne, claim="influence", value="4", grade=2, sentence="Elle signe seule.")
    domain.change_person(isabelle, by=anne, note="Préfère le soir.")
    domain.refuse_channel(isabelle, channel="post", by=anne, said="Par lettre")
    client = browser(anne)
    page = client.get(of(isabelle, "disclosure")).text
    for words in (
        "Budget de mars",
        "Elle signe seule.",
        "Préfère le matin.",
        "Préfère le soir.",
        "Par lettre",
        "isabelle9@valmorin.example",
        "Directrice des achats",
    ):
        assert words in page, words
    file = client.get(of(isabelle, "disclosure"), {"format": "json"})
    keys = [section["key"] for section in file.json()["sections"]]
    assert keys[:5] == ["identity", "positions", "refusals", "strength", "exchanges"]
    seen = Event.objects.filter(type="person.disclosed").order_by("id")
    assert [event.data["form"] for event in seen] == ["page", "json"]


def test_strangers_find_nobody_and_readers_write_nothing(chloe: Any, reader: Any, anne: Any, isabelle: Any) -> None:
    row = domain.refuse_channel(isabelle, channel="phone", by=anne)
    posts = [of(isabelle, name) for name in ("photo-set", "photo-remove", "photo-restore", "refusal-new")]
    posts += [reverse(f"contacts:{name}", args=[row.pk]) for name in ("refusal-lift", "refusal-renew")]
    for who, status in ((chloe, 404), (reader, 403)):
        client = browser(who)
        assert [client.post(url, {"channel": "email"}).status_code for url in posts] == [status] * len(posts)
        assert client.get(of(isabelle, "disclosure")).status_code == status
        assert client.get(of(isabelle, "refusal-new")).status_code == status
    assert browser(chloe).get(of(isabelle)).status_code == 404
    assert browser(chloe).get(reverse("person-exchanges", args=[isabelle.pk])).status_code == 404
    assert browser(reader).get(of(isabelle)).status_code == 200
    assert (OptOut.objects.count(), OptOut.objects.get().lifted_at) == (1, None)
    assert not Event.objects.filter(type="person.disclosed").exists()
    with pytest.raises(PermissionDenied):
        domain.set_photo(isabelle, file=picture(), by=reader)


def test_a_note_that_judges_is_warned_about_and_kept(anne: Any, isabelle: Any) -> None:
    client = browser(anne)
    given = {"kind": "person", "last_name": "Roquemaure", "note": "Un idiot.", "time_zone": "Asia/Tokyo"}
    assert client.post(of(isabelle, "edit"), given).status_code == 302
    assert "“idiot”" in client.get(of(isabelle)).text
    assert "“idiot”" in client.get(of(isabelle, "edit")).text
    assert Person.objects.get(pk=isabelle.pk).note == "Un idiot."
