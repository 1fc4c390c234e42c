"""Every noun whose records are merged: who may, what comes back, and how little a new one has to say."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import include, path, reverse

from kameo.accounts.models import Account, AccountMember
from kameo.config.urls import urlpatterns as addresses
from kameo.contacts.domain import create_person
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.merging import Mergeable, MergeWords, mergeables, parts_of, reading, verbs
from kameo.core.merging.fields import choices_of
from kameo.core.merging.models import Difference, Merge
from kameo.core.merging.side_by_side import compare
from kameo.core.merging.urls import patterns_of
from kameo.core.testing.cases import browser
from kameo.people.enums import Right
from kameo.registers.models import Partner
from kameo.registers.records import PARTNERS

pytestmark = pytest.mark.django_db

# A new noun: what it has to say. It needs no table, view, template or operation of its own.
PARTNER = Mergeable(
    key="tried",
    model=Partner,
    path="tried/",
    right=Right.WRITE_ACCOUNTS,
    home="registers:partners",
    one=lambda row: PARTNERS.address("one", parent=row.account, row=row),
    chosen=choices_of(PARTNERS),
    words=MergeWords(many="Partners"),
)
urlpatterns = [path("", include((patterns_of(PARTNER), "merging"))), *addresses]


def _two_accounts(valmorin, by):
    other = Account.objects.create(name="Valmorin Groupe SA", kind="group", phone="01 02 03 04 05")
    AccountMember.objects.create(account=other, user=by, function="lead")
    return valmorin, other


def _two_persons(valmorin, by):
    make = {"account": valmorin, "by": by, "first_name": "Jean", "last_name": "Martin"}
    return create_person(**make, note="Le soir"), create_person(**make, note="Le matin")


def _two_partners(valmorin, by):
    other = Account.objects.create(name="Laval", kind="site", parent=valmorin)
    make = {"name": "Cabinet Estrelle", "by": by}
    return PARTNERS.add(valmorin, **make, role="Pose"), PARTNERS.add(other, **make, note="Recommandé")


# Two records of each registered noun that may be one.
PAIRS = {"account": _two_accounts, "person": _two_persons, "partner": _two_partners}


@pytest.fixture(params=mergeables.keys())
def noun(request):
    return mergeables[request.param]


@pytest.fixture
def two(noun, valmorin, anne, eric):
    """Both, which Anne may write and Éric reads; Chloé sees neither."""
    both = PAIRS[noun.key](valmorin, anne)
    accounts = [valmorin, *(row for row in both if isinstance(row, Account) and row != valmorin)]
    for account in accounts:
        AccountMember.objects.create(account=account, user=eric, function="observer")
    return both


def _address(noun, name, *numbers):
    return reverse(f"merging:{noun.key}-{name}", args=numbers)


def _rows(noun):
    """Every row of the noun and of what hangs on it, as text; the timeline says that there was a merge."""
    tables = {noun.table, *(model._meta.db_table for model, _name in _covered(noun))} - {"accounts_timelineentry"}
    with connection.cursor() as cursor:
        found = {}
        for table in sorted(tables):
            cursor.execute(f"select to_jsonb(row)::text from {table} row order by 1")  # noqa: S608
            found[table] = cursor.fetchall()
    return found


def _covered(noun):
    return [column for part in parts_of(noun.model) for column in part.covers]


def test_a_stranger_finds_nothing_and_a_reader_writes_nothing(noun, two, chloe, eric):
    kept, other = two
    pair = {"first": kept.pk, "second": other.pk}
    before = Event.objects.count()
    for user, refused in ((chloe, 404), (eric, 403)):
        web = browser(user)
        assert web.get(_address(noun, "merge", kept.pk) + f"?other={other.pk}").status_code == refused
        assert web.post(_address(noun, "merge", kept.pk), {"other": other.pk}).status_code == refused
        assert web.post(_address(noun, "told-apart"), pair).status_code == refused
        with pytest.raises(PermissionDenied):
            verbs.merge(noun, kept, other, by=user)
    assert (Event.objects.count(), Merge.objects.count(), Difference.objects.count()) == (before, 0, 0)


def test_a_stranger_and_a_reader_take_nothing_back(noun, two, anne, chloe, eric):
    apart = verbs.tell_apart(noun, *two, by=anne)
    for user, refused in ((chloe, 404), (eric, 403)):
        assert browser(user).post(_address(noun, "apart-undo", apart.pk)).status_code == refused
    merge = verbs.merge(noun, *two, by=anne)
    for user, refused in ((chloe, 404), (eric, 403)):
        assert browser(user).post(_address(noun, "merge-undo", merge.pk)).status_code == refused
    assert (Merge.objects.open().count(), Difference.objects.count()) == (1, 1)


def test_a_member_merges_and_undoing_leaves_every_row_as_it_was(noun, two, anne):
    kept, other = two
    before, web = _rows(noun), browser(anne)
    page = _address(noun, "merge", kept.pk)
    assert web.get(page).status_code == 200
    assert web.get(page, {"other": other.pk}).status_code == 200
    assert web.post(page, {"other": other.pk, "preview": "1"}, headers={"HX-Request": "true"}).status_code == 200
    assert _rows(noun) == before
    assert web.post(page, {"other": other.pk}).status_code == 302
    merge = Merge.objects.get()
    assert noun.called(other) in web.get(_address(noun, "merges")).text
    assert reading.kept_of(noun, anne, other.pk) == kept.pk
    assert web.post(_address(noun, "merge-undo", merge.pk)).status_code == 302
    assert _rows(noun) == before


def test_told_apart_and_asked_again(noun, two, anne):
    kept, other = two
    web = browser(anne)
    web.post(_address(noun, "told-apart"), {"first": other.pk, "second": kept.pk})
    row = Difference.objects.get()
    assert (row.noun, row.first_id, row.second_id) == (noun.key, *sorted((kept.pk, other.pk)))
    assert noun.called(other) in web.get(_address(noun, "duplicates"), {"show": "different"}).text
    web.post(_address(noun, "apart-undo", row.pk))
    assert not Difference.objects.exists()


@pytest.mark.urls(__name__)
def test_a_new_noun_is_mergeable_by_its_declaration(valmorin, anne, monkeypatch):
    monkeypatch.setitem(mergeables._items, PARTNER.key, (100, PARTNER))
    kept, other = _two_partners(valmorin, anne)
    web = browser(anne)
    assert [pair.reasons for pair in reading.pairs_for(PARTNER, anne)[0]] == [["same_name"]]
    for place in ("", "5", "1_2_3_4", "100_²_3"):
        assert "Cabinet Estrelle" in web.get("/tried/duplicates/", {"after": place}).text
    lines = {line.key: line for line in compare(PARTNER, kept, other, {}, anne).lines}
    assert (lines["role"].chosen, lines["note"].chosen, lines["name"].chosen) == ("kept", "absorbed", "")
    assert web.get(f"/tried/{kept.pk}/merge/?other={other.pk}").status_code == 200
    assert web.post(f"/tried/{kept.pk}/merge/", {"other": other.pk}).status_code == 302
    kept.refresh_from_db()
    other.refresh_from_db()
    assert (kept.role, kept.note, other.binned_at is None) == ("Pose", "Recommandé", False)
    assert Event.objects.filter(type="tried.merged", account=valmorin).count() == 1
    assert web.get(f"/tried/{kept.pk}/").status_code == 302
    verbs.undo_merge(PARTNER, Merge.objects.get(), by=anne)
    kept.refresh_from_db()
    assert kept.note == ""
    with pytest.raises(DomainError):
        verbs.merge(PARTNER, kept, kept, by=anne)
