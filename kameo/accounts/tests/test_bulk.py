"""Changing many accounts at once, and giving them back."""

from decimal import Decimal

import pytest
from django.urls import reverse

from kameo.accounts import events
from kameo.accounts.domain import set_status
from kameo.accounts.lists import ACCOUNT_LIST
from kameo.accounts.models import Account, AccountMember, AccountPulse, TimelineEntry
from kameo.core.errors import DomainError
from kameo.core.jobs import work_until_empty
from kameo.core.journal.models import Event
from kameo.core.lists.bulk import running
from kameo.core.lists.models import BulkChange, BulkItem
from kameo.core.testing.cases import browser

pytestmark = pytest.mark.django_db
URL = "accounts:bulk-new"


def make(count, **fields):
    rows = Account.objects.bulk_create(Account(name=f"Compte {n:04}", **fields) for n in range(count))
    return Account.objects.filter(pk__in=[row.pk for row in rows])


def start(what, data, accounts, *, by):
    ids = list(accounts.values_list("pk", flat=True))
    return running.start_bulk_change(running.Selection(ACCOUNT_LIST, {}, ids), what, data, by=by)


def values(accounts, field):
    return sorted(accounts.values_list(field, flat=True))


def test_status_of_many_keeps_author_lines_and_one_summary(david):
    accounts = make(3)
    change = start("status", {"status": "active"}, accounts, by=david)
    assert (change.total, change.done, change.count) == (3, 3, 3)
    assert values(accounts, "status") == ["active"] * 3
    assert set(accounts.values_list("status_by", flat=True)) == {david.pk}
    assert Event.objects.filter(type=events.STATUS_CHANGED, actor=david).count() == 3
    assert TimelineEntry.objects.filter(account__in=accounts, kind="status", actor=david).count() == 3
    summary = Event.objects.get(type=events.BULK_CHANGED)
    assert (summary.data["accounts"], summary.data["what"]) == (3, "status")


def test_what_is_so_already_is_left_alone(david):
    accounts = make(2, sector="Chimie")
    change = start("field", {"field": "sector", "value": "Chimie"}, accounts, by=david)
    assert (change.count, BulkItem.objects.count()) == (0, 0)


def test_undo_gives_back_what_nobody_changed_since(david, anne):
    accounts = make(3)
    change = start("status", {"status": "lost"}, accounts, by=david)
    touched = accounts.order_by("pk")[0]
    set_status(touched, status="active", by=david)
    running.request_undo(change, by=david)
    change.refresh_from_db()
    assert change.given_back == 2
    assert values(accounts, "status") == ["active", "prospect", "prospect"]
    with pytest.raises(DomainError) as refusal:
        running.request_undo(change, by=david)
    assert refusal.value.code == "undone_already"


def test_tags_are_added_and_removed_whatever_their_case(david):
    accounts = make(2, tags=["Export", "RSE"])
    start("tags", {"add": ["Pilote"], "remove": ["export"]}, accounts, by=david)
    assert values(accounts, "tags") == [["RSE", "Pilote"]] * 2


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        ("sector", " Chimie ", "Chimie"),
        ("country", "de", "DE"),
        ("potential", Decimal("1250.5"), Decimal("1250.50")),
        ("orientation", "strategy", "strategy"),
        ("cadence_days", 45, 45),
        ("watched", True, True),
    ],
)
def test_each_field_and_back(field, value, stored, david):
    accounts = make(2)
    before = values(accounts, field) if field not in {"potential", "cadence_days"} else [None, None]
    change = start("field", {"field": field, "value": value}, accounts, by=david)
    assert values(accounts, field) == [stored, stored]
    running.request_undo(change, by=david)
    assert list(accounts.values_list(field, flat=True)) == before


@pytest.mark.parametrize(
    ("what", "data", "code"),
    [
        ("nothing", {}, "unknown_change"),
        ("field", {"field": "name", "value": "x"}, "unknown_field"),
        ("status", {"status": "great"}, "unknown_status"),
        ("tags", {}, "no_tag"),
        ("lead", {"user": 0}, "inactive_user"),
        ("field", {"field": "orientation", "value": "up"}, "invalid"),
    ],
)
def test_arguments_that_do_not_fit_write_nothing(what, data, code, david):
    with pytest.raises(DomainError) as refusal:
        start(what, data, make(1), by=david)
    assert refusal.value.code == code
    assert BulkChange.objects.count() == 0


def test_lead_of_many_makes_the_former_one_back_up_and_comes_back(david, anne, chloe, valmorin):
    AccountMember.objects.create(account=valmorin, user=chloe, function="back_up")
    other = make(1)
    both = Account.objects.filter(pk__in=[valmorin.pk, other[0].pk])
    change = start("lead", {"user": chloe.pk}, both, by=david)
    team = AccountMember.objects.filter(account=valmorin, function__in=["lead", "back_up"])
    assert set(team.values_list("user", "function")) == {(chloe.pk, "lead"), (anne.pk, "back_up")}
    assert TimelineEntry.objects.filter(account=valmorin, kind="team").count() == 2
    running.request_undo(change, by=david)
    assert set(team.values_list("user", "function")) == {(anne.pk, "lead"), (chloe.pk, "back_up")}
    assert not AccountMember.objects.filter(account__in=other).exists()


def test_lead_beyond_the_cap_is_refused_with_a_count(david, chloe):
    accounts = make(5)
    for account in accounts:
        AccountPulse.objects.filter(account=account).update(account_class="key", key=True)
    change = start("lead", {"user": chloe.pk}, accounts, by=david)
    assert (change.count, change.refusals) == (3, {"cap_exceeded": 2})
    assert AccountMember.objects.filter(user=chloe, function="lead").count() == 3


def test_bin_of_a_parent_and_its_part_come_back_whole(david):
    parent = Account.objects.create(name="Groupe")
    part = Account.objects.create(name="Site", parent=parent)
    chosen = Account.objects.filter(pk__in=[parent.pk, part.pk])
    change = start("bin", {}, chosen, by=david)
    assert Account.objects.present().count() == 0
    running.request_undo(change, by=david)
    assert Account.objects.present().count() == 2


def test_more_than_five_hundred_run_in_a_job_that_goes_on(david):
    accounts = make(620)
    change = start("status", {"status": "active"}, accounts, by=david)
    assert (change.total, change.count, change.finished_at) == (620, 0, None)
    work_until_empty()
    change.refresh_from_db()
    assert (change.done, change.count) == (620, 620)
    assert change.finished_at is not None
    running.run_bulk_change(change)
    assert BulkItem.objects.filter(change=change).count() == 620
    running.request_undo(change, by=david)
    work_until_empty()
    change.refresh_from_db()
    assert (change.given_back, accounts.filter(status="prospect").count()) == (620, 620)


def test_statements_do_not_grow_with_the_accounts(david, django_assert_num_queries):
    few, many = make(3), make(200)
    with django_assert_num_queries(19) as counted:
        start("field", {"field": "sector", "value": "A"}, few, by=david)
    with django_assert_num_queries(len(counted)):
        start("field", {"field": "sector", "value": "A"}, many, by=david)


# --- Pages ------------------------------------------------------------------------------------------------


def test_preview_says_how_many_and_writes_nothing(david):
    accounts = make(3)
    Account.objects.filter(pk=accounts[0].pk).update(status="active")
    query = {"id": [a.pk for a in accounts], "do": "status", "value": "active", "preview": "1"}
    text = browser(david).get(reverse(URL), query).content.decode()
    assert "2 lines will change." in text
    assert "1 is so already." in text
    assert BulkChange.objects.count() == 0


def test_change_of_ticked_rows_tells_and_can_be_undone(david):
    accounts = make(2)
    client = browser(david)
    ids = "&".join(f"id={a.pk}" for a in accounts)
    response = client.post(f"{reverse(URL)}?{ids}&do=add_tags", {"value": "Pilote, RSE"}, follow=True)
    assert "2 lines changed." in response.content.decode()
    assert values(accounts, "tags") == [["Pilote", "RSE"]] * 2
    change = BulkChange.objects.get()
    client.post(reverse("accounts:bulk-undo", args=[change.pk]))
    assert values(accounts, "tags") == [[], []]


def test_all_that_the_filter_finds(david):
    make(2, sector="Chimie")
    other = make(1, sector="Bois")
    query = "sector=Chimie&all=1&do=status"
    browser(david).post(f"{reverse(URL)}?{query}", {"value": "lost"})
    assert Account.objects.filter(status="lost").count() == 2
    assert values(other, "status") == ["prospect"]


def test_a_selection_of_what_one_does_not_see_is_empty(valmorin, chloe):
    url = f"{reverse(URL)}?id={valmorin.pk}&do=status"
    text = browser(chloe).get(url).content.decode()
    assert "Nothing is selected" in text
    browser(chloe).post(url, {"value": "lost"})
    valmorin.refresh_from_db()
    assert valmorin.status == "active"
    assert BulkChange.objects.count() == 0


def test_readers_change_nothing(valmorin, eric):
    AccountMember.objects.create(account=valmorin, user=eric)
    url = f"{reverse(URL)}?id={valmorin.pk}&do=status"
    assert browser(eric).get(url).status_code == 403
    assert browser(eric).post(url, {"value": "lost"}).status_code == 403
    assert BulkChange.objects.count() == 0


def test_anothers_change_is_not_found(david, anne):
    change = start("status", {"status": "lost"}, make(1), by=david)
    assert browser(anne).get(reverse("accounts:bulk-page", args=[change.pk])).status_code == 404
    assert browser(anne).post(reverse("accounts:bulk-undo", args=[change.pk])).status_code == 404


def test_binning_many_needs_the_right(anne, valmorin):
    url = f"{reverse(URL)}?id={valmorin.pk}&do=bin"
    anne.role.rights = [right for right in anne.role.rights if right != "accounts.bin"]
    anne.role.save()
    assert "Change them" not in browser(anne).get(f"{url}&preview=1").content.decode()
    browser(anne).post(url, {})
    assert Account.objects.present().filter(pk=valmorin.pk).exists()
