"""Pairs of people who may be one, and the pages and verbs that decide about them (R41)."""

import pytest
from django.urls import reverse

from kameo.accounts.domain import create_account
from kameo.contacts import domain
from kameo.contacts.merging import PERSONS
from kameo.contacts.models import Person
from kameo.core.merging.models import Difference, Merge
from kameo.core.merging.reading import pairs_for
from kameo.core.testing.cases import browser

pytestmark = pytest.mark.django_db


def make(account, by, first, last, **more):
    return domain.create_person(account=account, by=by, first_name=first, last_name=last, **more)


def found(user):
    return [(pair.first.name, pair.second.name, pair.score, pair.reasons) for pair in pairs_for(PERSONS, user)[0]]


def test_names_alone_are_not_enough(anne, valmorin):
    other = create_account(by=anne, name="Papeteries Estrelle")
    make(valmorin, anne, "Jean", "Martin")
    make(other, anne, "Jean", "Martin")
    assert found(anne) == []


def test_the_same_name_in_a_group_is_proposed_with_its_reasons(anne, valmorin):
    make(valmorin, anne, "Jean", "Martin", emails=[{"address": "jean@valmorin.example"}])
    make(valmorin, anne, "J.", "MARTIN", emails=[{"address": "Jean@Valmorin.example"}])
    make(valmorin, anne, "Luc", "Martin")
    assert found(anne) == [("Jean Martin", "J. MARTIN", 100, ["name", "email", "group"])]


def test_two_people_with_one_address_are_two_people(anne, valmorin):
    make(valmorin, anne, "Jean", "Martin", emails=[{"address": "achats@valmorin.example"}])
    make(valmorin, anne, "Odile", "Perrin", emails=[{"address": "achats@valmorin.example"}])
    assert found(anne) == []


def test_pages_follow_one_another_surest_first(anne, valmorin):
    for name in ("Arnaud", "Blin", "Corre"):
        make(valmorin, anne, "Jean", name)
        make(valmorin, anne, "Jean", name)
    first, after = pairs_for(PERSONS, anne, limit=2)
    rest, end = pairs_for(PERSONS, anne, after=after, limit=2)
    assert [pair.first.name.removeprefix("Jean ") for pair in (*first, *rest)] == ["Arnaud", "Blin", "Corre"]
    assert end == ""


@pytest.fixture
def twins(anne, valmorin):
    return make(valmorin, anne, "Jean", "Martin"), make(valmorin, anne, "Jean", "Martin", note="Le matin")


def test_the_pages_merge_and_undo(anne, twins):
    kept, other = twins
    web = browser(anne)
    assert "Jean Martin" in web.get(reverse("merging:person-duplicates")).text
    page = reverse("merging:person-merge", args=[kept.pk])
    assert web.get(page).status_code == 200
    assert web.get(page, {"other": other.pk}).status_code == 200
    assert web.post(page, {"other": other.pk, "note": "absorbed"}).status_code == 302
    kept.refresh_from_db()
    merge = Merge.objects.get()
    assert (kept.note, merge.absorbed_id) == ("Le matin", other.pk)
    moved = web.get(reverse("contacts:one", args=[other.pk]))
    assert (moved.status_code, moved.headers["Location"]) == (301, reverse("contacts:one", args=[kept.pk]))
    assert web.get(reverse("merging:person-merges")).status_code == 200
    web.post(reverse("merging:person-merge-undo", args=[merge.pk]))
    assert Person.objects.filter(binned_at=None).count() == 2


def test_told_apart_is_asked_no_more_until_it_is_undone(anne, twins):
    web = browser(anne)
    web.post(reverse("merging:person-told-apart"), {"first": twins[0].pk, "second": twins[1].pk})
    assert found(anne) == []
    row = Difference.objects.get()
    assert "Jean Martin" in web.get(reverse("merging:person-duplicates"), {"show": "different"}).text
    web.post(reverse("merging:person-apart-undo", args=[row.pk]))
    assert len(found(anne)) == 1


def test_strangers_see_no_pair(chloe, twins):
    assert found(chloe) == []
