"""Duplicates, two accounts side by side, merging and undoing in pages."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kameo.accounts.merging import ACCOUNTS
from kameo.accounts.models import Account, AccountMember, TwinPair
from kameo.accounts.twins.find import find_twins
from kameo.core.jobs import work_until_empty
from kameo.core.merging import verbs
from kameo.core.merging.models import Difference, Merge
from kameo.core.testing.cases import ListCases, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def twin(valmorin, anne):
    account = Account.objects.create(name="Valmorin Groupe SA", kind="group", phone="01 02 03 04 05")
    AccountMember.objects.create(account=account, user=anne, function="lead")
    find_twins()
    return account


@pytest.fixture
def merge(valmorin, twin, anne):
    return verbs.merge(ACCOUNTS, valmorin, twin, by=anne)


class TestDuplicates(ListCases):
    queries = 4  # session, user, frame, pairs

    @pytest.fixture
    def url(self):
        return reverse("merging:account-duplicates")

    @pytest.fixture
    def make_rows(self, anne):
        def make(count):
            for number in range(count):
                for form in ("SA", "SARL"):
                    account = Account.objects.create(name=f"Scierie numéro{number} Maubranche {form}")
                    AccountMember.objects.create(account=account, user=anne, function="lead")
            assert find_twins() >= count

        return make

    @pytest.fixture
    def hidden(self, twin):
        return twin.name


class TestMerges(ListCases):
    queries = 4

    @pytest.fixture
    def url(self):
        return reverse("merging:account-merges")

    @pytest.fixture
    def make_rows(self, valmorin, david):
        def make(count):
            for number in range(count):
                verbs.merge(ACCOUNTS, valmorin, Account.objects.create(name=f"Double {number}"), by=david)

        return make

    @pytest.fixture
    def hidden(self, merge, twin):
        return twin.name


def test_duplicates_say_score_and_reason(twin, anne, eric):
    text = browser(anne).get(reverse("merging:account-duplicates")).content.decode()
    assert "95 out of 100" in text
    assert "same name" in text
    assert browser(eric).get(reverse("merging:account-duplicates")).status_code == 403


def test_side_by_side_marks_what_differs_and_counts_what_moves(valmorin, twin, anne):
    url = reverse("merging:account-merge", args=[valmorin.pk])
    text = browser(anne).get(f"{url}?other={twin.pk}").content.decode()
    assert 'name="phone" value="absorbed" checked' in text
    assert 'name="name" value="kept" checked' in text
    assert "Members of the team" in text
    assert Merge.objects.count() == 0


def test_preview_writes_nothing_and_shows_the_choice(valmorin, twin, anne):
    url = reverse("merging:account-merge", args=[valmorin.pk])
    asked = {"other": twin.pk, "name": "absorbed", "preview": "1"}
    response = browser(anne).post(url, asked, headers={"HX-Request": "true"})
    assert "<dd>Valmorin Groupe SA</dd>" in response.content.decode()
    assert b"<html" not in response.content
    assert Merge.objects.count() == 0


def test_merge_then_undo_from_the_toast(valmorin, twin, anne):
    client = browser(anne)
    response = client.post(reverse("merging:account-merge", args=[valmorin.pk]), {"other": twin.pk, "name": "absorbed"})
    assert response["Location"] == reverse("account", args=[valmorin.pk])
    page = client.get(response["Location"]).content.decode()
    undo = reverse("merging:account-merge-undo", args=[Merge.objects.get().pk])
    assert page.count(f'action="{undo}"') == 2  # the toast and the block of the page
    assert "Merged with Valmorin Groupe SA on" in page
    client.post(undo)
    twin.refresh_from_db()
    valmorin.refresh_from_db()
    assert (twin.binned_at, twin.merged_into, valmorin.name) == (None, None, "Groupe Valmorin")


def test_parent_and_part_say_which_to_keep(valmorin, anne):
    site = Account.objects.create(name="Laval", kind="site", parent=valmorin)
    text = (
        browser(anne).get(reverse("merging:account-merge", args=[site.pk]) + f"?other={valmorin.pk}").content.decode()
    )
    assert "keep Groupe Valmorin instead" in text
    response = browser(anne).post(reverse("merging:account-merge", args=[site.pk]), {"other": valmorin.pk})
    assert response.status_code == 422
    assert Merge.objects.count() == 0


def test_address_of_the_absorbed_leads_to_the_kept_one(valmorin, twin, merge, anne, chloe):
    client = browser(anne)
    response = client.get(reverse("account", args=[twin.pk]) + "?scope=entity")
    assert response.status_code == 301
    assert response["Location"] == reverse("account", args=[valmorin.pk]) + "?scope=entity"
    assert response["Cache-Control"] == "no-store"
    team = client.get(reverse("accounts:team", args=[twin.pk]))
    assert (team.status_code, team["Location"]) == (301, reverse("accounts:team", args=[valmorin.pk]))
    assert browser(chloe).get(reverse("account", args=[twin.pk])).status_code == 404
    assert client.post(reverse("accounts:bin-one", args=[twin.pk])).status_code == 404
    assert client.get(reverse("merging:account-merges")).status_code == 200


def test_search_finds_the_kept_one_by_the_absorbed_name(valmorin, merge, anne):
    text = browser(anne).get("/search/?q=Valmorin+Groupe+SA").content.decode()
    assert reverse("account", args=[valmorin.pk]) in text


def test_bin_offers_to_undo_the_merge_and_not_to_restore(twin, merge, david):
    text = browser(david).get(reverse("accounts:bin")).content.decode()
    assert reverse("merging:account-merge-undo", args=[merge.pk]) in text
    assert reverse("accounts:restore", args=[twin.pk]) not in text
    browser(david).post(reverse("accounts:restore", args=[twin.pk]))
    twin.refresh_from_db()
    assert twin.binned_at is not None


def test_told_apart_and_undone_from_the_toast(valmorin, twin, anne):
    client = browser(anne)
    client.post(reverse("merging:account-told-apart"), {"first": valmorin.pk, "second": twin.pk})
    page = client.get(reverse("merging:account-duplicates")).content.decode()
    row = Difference.objects.get()
    assert f'action="{reverse("merging:account-apart-undo", args=[row.pk])}"' in page
    assert "No duplicates among your accounts" in page
    page = client.get(reverse("merging:account-duplicates") + "?show=different").content.decode()
    assert "Valmorin Groupe SA" in page
    client.post(reverse("merging:account-apart-undo", args=[row.pk]))
    assert "95 out of 100" in client.get(reverse("merging:account-duplicates")).content.decode()


def test_account_page_says_what_it_looks_like(valmorin, twin, anne):
    text = browser(anne).get(reverse("account", args=[valmorin.pk])).content.decode()
    assert "Looks like Valmorin Groupe SA" in text


def test_compare_now_enqueues_the_comparison(anne):
    from procrastinate.contrib.django.models import ProcrastinateJob

    browser(anne).post(reverse("merging:account-compare-now"))
    assert ProcrastinateJob.objects.filter(task_name="accounts.compare").count() == 1


def test_an_undone_merge_is_followed_by_a_comparison(merge, anne):
    find_twins()  # while the two are one: they look alike no more
    assert not TwinPair.objects.exists()
    verbs.undo_merge(ACCOUNTS, merge, by=anne)
    work_until_empty()
    assert TwinPair.objects.visible_to(anne).count() == 1
