"""The list of exchanges: who reads which, what the words find, where a line leads."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kameo.contacts.models import Person, Position
from kameo.core.lists.bulk.running import Selection, start_bulk_change
from kameo.core.testing.cases import browser
from kameo.interactions.lists import INTERACTION_LIST
from kameo.interactions.models import Interaction
from kameo.interactions.records import INTERACTIONS

pytestmark = pytest.mark.django_db


def log(account, by, text, **values):
    return INTERACTIONS.add(account, by=by, kind="call", text=text, **values)


def test_a_line_leads_to_its_place_in_the_thread(valmorin, anne):
    row = log(valmorin, anne, "Prix revu en janvier")
    body = browser(anne).get(reverse("exchanges:list")).content.decode()
    assert f'href="/accounts/{valmorin.pk}/?around={row.pk}#i-{row.pk}"' in body
    assert "Prix revu en janvier" in body


def test_words_are_found_as_the_search_finds_them(valmorin, anne):
    log(valmorin, anne, "Les délais de livraison")
    log(valmorin, anne, "Le budget")
    body = browser(anne).get(reverse("exchanges:list"), {"q": "livraisons"}).content.decode()
    assert body.count('<th scope="row"') == 1
    assert "Les délais de livraison" in body


def test_a_restricted_exchange_is_for_those_who_may_read_it(valmorin, anne, bruno):
    log(valmorin, anne, "Rachat à l'étude", restricted=True)
    assert "Rachat" in browser(anne).get(reverse("exchanges:list")).content.decode()
    assert "Rachat" not in browser(bruno).get(reverse("exchanges:list")).content.decode()
    assert "Rachat" not in b"".join(browser(bruno).get(reverse("exchanges:export")).streaming_content).decode()


def test_only_people_whom_the_reader_sees_are_named(valmorin, anne):
    secret = type(valmorin).objects.create(name="Projet", confidential=True)
    hidden = Person.objects.create(first_name="Paul", last_name="Caché")
    Position.objects.create(person=hidden, account=secret)
    seen = Person.objects.create(first_name="Estelle", last_name="Nadal")
    Position.objects.create(person=seen, account=valmorin)
    row = log(valmorin, anne, "Réunion", persons=[seen.pk])
    row.participants.create(person=hidden)
    body = browser(anne).get(reverse("exchanges:list")).content.decode()
    assert "Estelle Nadal" in body
    assert "Caché" not in body


def test_the_account_s_tab_counts_what_hangs_below_it_in(valmorin, anne):
    below = type(valmorin).objects.create(name="Valmorin Laiteries", parent=valmorin)
    log(below, anne, "Visite de l'usine")
    tab = reverse("exchanges:of-account", args=[valmorin.pk])
    assert "Visite de l" in browser(anne).get(tab).content.decode()
    assert "Visite de l" not in browser(anne).get(f"{tab}?scope=entity").content.decode()
    assert Interaction.objects.count() == 1


def test_who_may_not_change_an_exchange_changes_no_cell_of_it_and_a_bulk_change_says_so(valmorin, anne, bruno):
    hers, his = log(valmorin, anne, "De sa part"), log(valmorin, bruno, "De la sienne")
    cell = f"{reverse('exchanges:list')}{hers.pk}/cells/occasion/"
    assert browser(bruno).get(cell).status_code == 403
    assert browser(bruno).post(cell, {"value": "review"}).status_code == 403
    asked = {"column": "occasion", "value": "review"}
    change = start_bulk_change(Selection(INTERACTION_LIST, {}, (hers.pk, his.pk)), "column", asked, by=bruno)
    assert (change.count, change.refusals) == (1, {"not_yours": 1})
    hers.refresh_from_db()
    his.refresh_from_db()
    assert (hers.occasion, his.occasion) == ("", "review")
