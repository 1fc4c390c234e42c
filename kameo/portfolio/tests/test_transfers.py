"""Accounts that change hands together: one verb, one message, one way back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from kameo.accounts import domain
from kameo.accounts.models import Account, AccountMember, AccountPulse, TimelineEntry
from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.testing.cases import PageCases, ReaderCases, browser
from kameo.notifications.models import Notification
from kameo.people.domain import deactivate_user
from kameo.portfolio import domain as portfolio
from kameo.portfolio.models import CapExcess, Transfer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def second(anne):
    made = Account.objects.create(name="Second")
    AccountMember.objects.create(account=made, user=anne, function="lead", since="2024-03-01")
    return made


def team(account):
    return set(account.members.values_list("user__first_name", "function"))


def test_everything_goes_with_one_message_and_a_line_each(anne, chloe, david, valmorin, second):
    done = portfolio.transfer_accounts(anne, taker=chloe, by=david, reason="Anne takes another sector")
    assert (done.moved, done.applied_at is not None) == (2, True)
    assert team(valmorin) == {("Chloé", "lead"), ("Bruno", "sales")}
    assert team(second) == {("Chloé", "lead")}
    assert list(Notification.objects.values_list("user__first_name", "text")) == [
        ("Chloé", "Anne Delmas hands 2 accounts over to you.")
    ]
    assert Event.objects.filter(type="portfolio.transferred").count() == 1
    lines = TimelineEntry.objects.filter(data__event="account.handed_over")
    assert sorted(lines.values_list("account__name", "actor__first_name", "data__from_name")) == [
        ("Groupe Valmorin", "David", "Anne Delmas"),
        ("Second", "David", "Anne Delmas"),
    ]


def test_chosen_accounts_and_one_function_only(anne, chloe, david, valmorin, second):
    AccountMember.objects.create(account=second, user=anne, function="finance")
    portfolio.transfer_accounts(anne, taker=chloe, by=david, accounts=[second.pk], function="lead")
    assert team(valmorin) == {("Anne", "lead"), ("Bruno", "sales")}
    assert team(second) == {("Chloé", "lead"), ("Anne", "finance")}


def test_given_back_it_is_as_it_was(anne, chloe, david, valmorin, second):
    AccountMember.objects.create(account=second, user=chloe, function="back_up", since="2025-01-02")
    before = sorted(AccountMember.objects.values_list("account", "user", "function", "since"))
    done = portfolio.transfer_accounts(anne, taker=chloe, by=david)
    assert team(second) == {("Chloé", "lead")}
    assert portfolio.give_back(done, by=david) == 2
    assert sorted(AccountMember.objects.values_list("account", "user", "function", "since")) == before
    assert Notification.objects.filter(user=anne).get().text == (
        "Chloé Marchand gives back to you what you had handed over."
    )
    with pytest.raises(DomainError) as refusal:
        portfolio.give_back(done, by=david)
    assert refusal.value.code == "already_undone"


def test_what_changed_since_stays(anne, bruno, chloe, david, valmorin, second):
    done = portfolio.transfer_accounts(anne, taker=chloe, by=david)
    domain.make_lead(second, user=bruno, by=david)
    assert portfolio.give_back(done, by=david) == 1
    assert team(second) == {("Bruno", "lead"), ("Chloé", "back_up")}
    assert ("Anne", "lead") in team(valmorin)


def test_thirty_days_and_not_one_more(anne, chloe, david, valmorin, time_machine):
    time_machine.move_to("2026-05-01T09:00:00Z", tick=False)
    done = portfolio.transfer_accounts(anne, taker=chloe, by=david)
    time_machine.move_to("2026-06-01T09:00:00Z", tick=False)
    with pytest.raises(DomainError) as refusal:
        portfolio.give_back(done, by=david)
    assert refusal.value.code == "too_late"
    time_machine.move_to("2026-05-31T09:00:00Z", tick=False)
    assert portfolio.give_back(done, by=david) == 1


def test_a_day_to_come_is_planned_and_applied_that_morning(anne, chloe, david, valmorin, time_machine):
    time_machine.move_to("2026-05-01T09:00:00Z", tick=False)
    day = clock.company_today() + timedelta(days=3)
    done = portfolio.transfer_accounts(anne, taker=chloe, by=david, on=day)
    portfolio.begin_day()
    assert ("Anne", "lead") in team(valmorin)
    time_machine.move_to("2026-05-04T09:00:00Z", tick=False)
    portfolio.begin_day()
    assert ("Chloé", "lead") in team(valmorin)
    done.refresh_from_db()
    assert (done.moved, done.items.get().outcome) == (1, "moved")


def test_a_planned_one_can_be_dropped(anne, chloe, david, valmorin):
    day = clock.company_today() + timedelta(days=3)
    done = portfolio.transfer_accounts(anne, taker=chloe, by=david, on=day)
    assert portfolio.give_back(done, by=david) == 0
    assert portfolio.apply_due_transfers() == 0
    assert Transfer.objects.get().undone_at is not None


def key_accounts(user, number):
    for rank in range(number):
        made = Account.objects.create(name=f"Key {rank}")
        AccountMember.objects.create(account=made, user=user, function="lead")
        AccountPulse.objects.filter(account=made).update(account_class="key")


def test_r100_a_transfer_beyond_the_cap_is_refused_whole(anne, chloe, david):
    key_accounts(chloe, 2)
    key_accounts(anne, 2)
    before = Event.objects.count()
    with pytest.raises(DomainError) as refusal:
        portfolio.transfer_accounts(anne, taker=chloe, by=david)
    assert refusal.value.parameters == {"axis": "key", "held": 4, "cap": 3}
    assert (Transfer.objects.count(), Event.objects.count()) == (0, before)
    portfolio.transfer_accounts(anne, taker=chloe, by=david, reason="Until we hire")
    assert list(CapExcess.objects.values_list("held", "cap", "reason")) == [(4, 3, "Until we hire")]


def test_a_leavers_portfolio_goes_the_same_way(anne, chloe, gilles, valmorin, second):
    moved = deactivate_user(anne, successor=chloe, by=gilles)
    assert moved["accounts"] == 2
    assert Transfer.objects.get().moved == 2
    assert Notification.objects.filter(user=chloe).count() == 1


def test_a_leaver_takes_nothing_back(anne, chloe, gilles, valmorin):
    deactivate_user(anne, successor=chloe, by=gilles)
    with pytest.raises(DomainError) as refusal:
        portfolio.give_back(Transfer.objects.get(), by=gilles)
    assert refusal.value.code == "giver_gone"


def test_colleagues_hand_over_their_own_only(anne, bruno, chloe, valmorin):
    with pytest.raises(Exception, match=r"portfolio\.transfer"):
        portfolio.transfer_accounts(anne, taker=chloe, by=bruno)
    assert portfolio.transfer_accounts(anne, taker=bruno, by=anne).moved == 1


class TestTransferPage(PageCases):
    @pytest.fixture
    def url(self, anne, bruno, valmorin):
        done = portfolio.transfer_accounts(anne, taker=bruno, by=anne)
        return reverse("portfolio:transfer", args=[done.pk])


class Handing(ReaderCases):
    @pytest.fixture
    def reader(self, eric, valmorin):
        AccountMember.objects.create(account=valmorin, user=eric, function="observer")
        return eric

    @pytest.fixture
    def state(self, valmorin):
        return lambda: team(valmorin)


class TestNew(Handing):
    @pytest.fixture
    def url(self, anne):
        return f"{reverse('portfolio:transfer-new')}?giver={anne.pk}"

    @pytest.fixture
    def payload(self, valmorin, bruno):
        return {"taker": bruno.pk, "account": [valmorin.pk], "on": clock.company_today(), "confirm": "1"}


class TestUndo(Handing):
    @pytest.fixture
    def url(self, anne, bruno, valmorin):
        done = portfolio.transfer_accounts(anne, taker=bruno, by=anne)
        return reverse("portfolio:transfer-undo", args=[done.pk])


del Handing, ReaderCases


def test_the_page_says_what_it_comes_to_before_it_does_it(anne, chloe, david, valmorin):
    key_accounts(chloe, 3)
    key_accounts(anne, 1)
    url = f"{reverse('portfolio:transfer-new')}?giver={anne.pk}"
    ids = list(AccountMember.objects.filter(user=anne).values_list("account_id", flat=True))
    asked = {"taker": chloe.pk, "account": ids, "on": clock.company_today()}
    page = browser(david).post(url, asked)
    assert page.status_code == 200
    text = page.content.decode()
    assert "2 accounts change hands." in text
    assert "4 of 3" in text
    assert Transfer.objects.count() == 0
    refused = browser(david).post(url, {**asked, "confirm": "1"})
    assert refused.status_code == 422
    assert "To go beyond it, say why." in refused.content.decode()
    done = browser(david).post(url, {**asked, "confirm": "1", "reason": "For a month"})
    assert done["Location"] == reverse("portfolio:transfer", args=[Transfer.objects.get().pk])


def test_a_transfer_shows_only_accounts_one_sees(anne, bruno, david, valmorin, second):
    done = portfolio.transfer_accounts(anne, taker=bruno, by=david)
    AccountMember.objects.filter(account=second).delete()
    text = browser(anne).get(reverse("portfolio:transfer", args=[done.pk])).content.decode()
    assert "Second" not in text
