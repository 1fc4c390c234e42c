"""Pairs of people who may be one, and the pages and verbs that decide about them (R41)."""

import pytest
from django.urls import reverse

from kameo.accounts.domain import create_account
from kameo.accounts.models import AccountMember
from kameo.contacts import domain
from kameo.contacts.models import NotSamePerson, Person, PersonMerge
from kameo.contacts.queries.twins import pairs_for
from kameo.core.testing.cases import browser

pytestmark = pytest.mark.django_db


def make(account, by, first, last, **more):
    return domain.create_person(account=account, by=by, first_name=first, last_name=last, **more)


def found(user):
    return [(pair.first.full_name, pair.second.full_name, pair.score, pair.reasons) for pair in pairs_for(user)[0]]


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
    first, after = pairs_for(anne, limit=2)
    rest, end = pairs_for(anne, after=after, limit=2)
    assert [pair.first.last_name for pair in (*first, *rest)] == ["Arnaud", "Blin", "Corre"]
    assert end == ""


@pytest.fixture
def twins(anne, valmorin):
    return make(valmorin, anne, "Jean", "Martin"), make(valmorin, anne, "Jean", "Martin", note="Le matin")


def test_the_pages_merge_and_undo(anne, twins):
    kept, other = twins
    web = browser(anne)
    assert "Jean Martin" in web.get(reverse("contacts:duplicates")).text
    page = reverse("contacts:merge", args=[kept.pk])
    assert web.get(page).status_code == 200
    assert web.get(page, {"other": other.pk}).status_code == 200
    assert web.post(page, {"other": other.pk, "note": "absorbed"}).status_code == 302
    kept.refresh_from_db()
    merge = PersonMerge.objects.get()
    assert (kept.note, merge.absorbed) == ("Le matin", other)
    moved = web.get(reverse("contacts:one", args=[other.pk]))
    assert (moved.status_code, moved.headers["Location"]) == (302, reverse("contacts:one", args=[kept.pk]))
    assert web.get(reverse("contacts:merges")).status_code == 200
    web.post(reverse("contacts:merge-undo", args=[merge.pk]))
    assert Person.objects.filter(binned_at=None).count() == 2


def test_told_apart_is_asked_no_more_until_it_is_undone(anne, twins):
    web = browser(anne)
    web.post(reverse("contacts:told-apart"), {"first": twins[0].pk, "second": twins[1].pk})
    assert found(anne) == []
    row = NotSamePerson.objects.get()
    assert "Jean Martin" in web.get(reverse("contacts:duplicates"), {"show": "different"}).text
    web.post(reverse("contacts:apart-undo", args=[row.pk]))
    assert len(found(anne)) == 1


def test_strangers_see_no_pair_and_merge_nobody(chloe, anne, twins):
    kept, other = twins
    merge = domain.merge_persons(kept, other, by=anne)
    web = browser(chloe)
    assert found(chloe) == []
    assert web.get(reverse("contacts:one", args=[other.pk])).status_code == 404
    assert web.get(reverse("contacts:merge", args=[kept.pk])).status_code == 404
    assert web.post(reverse("contacts:merge-undo", args=[merge.pk])).status_code == 404
    apart = {"first": kept.pk, "second": other.pk}
    assert web.post(reverse("contacts:told-apart"), apart).status_code == 404
    merge.refresh_from_db()
    assert merge.undone_at is None


def test_readers_look_and_write_nothing(eric, valmorin, anne, twins):
    AccountMember.objects.create(account=valmorin, user=eric)
    kept, other = twins
    web = browser(eric)
    assert web.get(reverse("contacts:duplicates")).status_code == 403
    assert web.post(reverse("contacts:merge", args=[kept.pk]), {"other": other.pk}).status_code == 403
    assert web.get(reverse("contacts:merges")).status_code == 200
    merge = domain.merge_persons(kept, other, by=anne)
    assert web.post(reverse("contacts:merge-undo", args=[merge.pk])).status_code == 403
    row = NotSamePerson.objects.create(first=kept, second=other)
    assert web.post(reverse("contacts:apart-undo", args=[row.pk])).status_code == 403
    assert PersonMerge.objects.filter(undone_at=None).count() == 1
