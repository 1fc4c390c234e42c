"""R100: three key accounts for a KAM, ten large ones for a large-account manager; a word at the cap, no further."""

import pytest
from django.urls import reverse
from django.utils import translation

from kameo.accounts import domain
from kameo.accounts.models import Account, AccountMember, AccountPulse
from kameo.accounts.team.limits import lead_limits
from kameo.accounts.team.members import team_of
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.testing.cases import browser
from kameo.people.models import Absence, Role
from kameo.portfolio.caps.led import Held, Led, compute_held, held_by
from kameo.portfolio.models import CapExcess

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def account(name, account_class="standard", parent=None):
    made = Account.objects.create(name=name, parent=parent)
    made.refresh_from_db()
    AccountPulse.objects.filter(account=made).update(account_class=account_class)
    return Account.objects.select_related("pulse").get(pk=made.pk)


def led_already(user, number, account_class):
    for rank in range(number):
        one = account(f"{account_class} {rank} of {user.first_name}", account_class)
        AccountMember.objects.create(account=one, user=user, function="lead")


@pytest.fixture
def manager(chloe):
    chloe.role = Role.objects.get(key="large_account_manager")
    chloe.save()
    return chloe


@pytest.mark.parametrize(
    ("held", "said"), [(1, ""), (2, "Anne Delmas leads 3 key accounts: the limit of the role is reached.")]
)
def test_r100_a_kam_up_to_three_key_accounts(anne, david, held, said):
    led_already(anne, held, "key")
    domain.add_member(account("Next", "large_key"), user=anne, function="lead", by=david)
    assert held_by([anne.pk]) == {anne.pk: Held(key=held + 1, large=1)}
    assert lead_limits().warning(anne) == said


def test_r100_a_fourth_key_account_is_refused_and_nothing_written(anne, david):
    led_already(anne, 3, "key")
    fourth, before = account("Fourth", "key"), Event.objects.count()
    with pytest.raises(DomainError) as refusal:
        domain.add_member(fourth, user=anne, function="lead", by=david)
    assert (refusal.value.code, refusal.value.field) == ("cap_exceeded", "reason")
    assert refusal.value.parameters == {"axis": "key", "held": 4, "cap": 3}
    assert str(refusal.value) == (
        "Anne Delmas would lead 4 key accounts; the limit of the role is 3. To go beyond it, say why."
    )
    assert (fourth.members.count(), Event.objects.count(), CapExcess.objects.count()) == (0, before, 0)


def test_r100_a_director_confirms_with_a_reason(anne, david):
    led_already(anne, 3, "key")
    fourth = account("Fourth", "key")
    domain.add_member(fourth, user=anne, function="lead", by=david, reason=" Nobody else speaks Polish ")
    row = CapExcess.objects.get()
    assert (row.account, row.user, row.kind, row.cap, row.held, row.reason, row.by) == (
        fourth,
        anne,
        "key",
        3,
        4,
        "Nobody else speaks Polish",
        david,
    )
    event = Event.objects.get(type="account.cap_exceeded")
    assert (event.account_id, event.actor, event.data["reason"]) == (fourth.pk, david, "Nobody else speaks Polish")
    assert lead_limits().warning(anne) == "Anne Delmas leads 4 key accounts; the role is meant for 3 at most."
    page = browser(david).get(reverse("accounts:team", args=[fourth.pk])).content.decode()
    assert "Nobody else speaks Polish" in page


def test_r100_a_colleague_without_the_right_cannot_confirm(anne, bruno):
    led_already(anne, 3, "key")
    fourth = account("Fourth", "key")
    AccountMember.objects.create(account=fourth, user=bruno, function="lead")
    with pytest.raises(DomainError) as refusal:
        domain.make_lead(fourth, user=anne, by=bruno, reason="I would like to")
    assert refusal.value.field == "user"
    assert str(refusal.value).endswith("Choose somebody else, or ask a director to confirm it.")
    assert list(fourth.members.values_list("user__first_name", "function")) == [("Bruno", "lead")]


@pytest.mark.parametrize("held", [8, 9])
def test_r100_a_large_account_manager_up_to_ten(manager, david, held):
    led_already(manager, held, "large")
    domain.add_member(account("Next", "large"), user=manager, function="lead", by=david)
    said = "Chloé Marchand leads 10 large accounts: the limit of the role is reached."
    assert lead_limits().warning(manager) == ("" if held == 8 else said)


def test_r100_an_eleventh_large_account_is_refused(manager, david):
    led_already(manager, 10, "large")
    with pytest.raises(DomainError) as refusal:
        domain.add_member(account("Eleventh", "large_key"), user=manager, function="lead", by=david)
    assert refusal.value.parameters == {"axis": "large", "held": 11, "cap": 10}


def test_r100_standard_accounts_and_other_axes_ask_nothing(anne, david):
    led_already(anne, 3, "key")
    for name, account_class in [("Ordinary", "standard"), ("Only large", "large")]:
        domain.add_member(account(name, account_class), user=anne, function="lead", by=david)
    assert held_by([anne.pk]) == {anne.pk: Held(key=3, large=1)}


def test_r100_a_role_without_cap_leads_as_many_as_it_likes(bruno, david):
    led_already(bruno, 12, "large_key")
    domain.add_member(account("More", "large_key"), user=bruno, function="lead", by=david)
    assert lead_limits().warning(bruno) == ""


def test_r100_back_ups_do_not_count(anne, david):
    for rank in range(4):
        domain.add_member(account(f"Key {rank}", "key"), user=anne, function="back_up", by=david)
    assert held_by([anne.pk]) == {}


def test_r100_covering_somebody_absent_does_not_count(anne, chloe, david, time_machine):
    time_machine.move_to("2026-06-02T09:00:00Z")
    led_already(chloe, 3, "key")
    led_already(anne, 2, "key")
    Absence.objects.create(user=chloe, cover=anne, starts_on="2026-06-01", ends_on="2026-06-12")
    domain.add_member(account("Third", "key"), user=anne, function="lead", by=david)
    assert held_by([anne.pk]) == {anne.pk: Held(key=3)}


def test_r100_a_tree_counts_once(anne, david):
    led_already(anne, 2, "key")
    top = account("Group", "key")
    domain.add_member(top, user=anne, function="lead", by=david)
    below = account("Subsidiary", "key", parent=top)
    domain.add_member(below, user=anne, function="lead", by=david)
    assert held_by([anne.pk]) == {anne.pk: Held(key=3)}


def test_r100_an_account_above_replaces_those_it_holds():
    below = [Led(2, (1,), True, False), Led(3, (1,), True, True)]
    assert compute_held(below) == Held(key=2, large=1)
    assert compute_held([*below, Led(1, (), True, False)]) == Held(key=1, large=1)


def test_r100_binned_accounts_do_not_count(anne, david):
    led_already(anne, 3, "key")
    domain.bin_account(Account.objects.first(), by=david)
    domain.add_member(account("New third", "key"), user=anne, function="lead", by=david)
    assert held_by([anne.pk]) == {anne.pk: Held(key=3)}


def test_r100_a_class_that_changes_is_said_not_refused(anne, valmorin):
    led_already(anne, 3, "key")
    AccountPulse.objects.filter(account=valmorin).update(account_class="key")
    said = [member.over for member in team_of(valmorin) if member.function == "lead"]
    assert said == ["Anne Delmas leads 4 key accounts; the role is meant for 3 at most."]


def test_r100_becoming_lead_from_back_up_is_checked_too(anne, david):
    led_already(anne, 3, "key")
    fourth = account("Fourth", "key")
    spare = domain.add_member(fourth, user=anne, function="back_up", by=david)
    with pytest.raises(DomainError) as refusal:
        domain.change_member(spare, by=david, function="lead")
    assert refusal.value.code == "cap_exceeded"
    spare.refresh_from_db()
    assert spare.function == "back_up"


def test_r100_the_page_asks_a_director_for_the_reason_and_takes_it(anne, david):
    led_already(anne, 3, "key")
    fourth = account("Fourth", "key")
    url = reverse("accounts:lead", args=[fourth.pk])
    assert "Why go beyond the limit" not in browser(david).get(url).content.decode()
    refused = browser(david).post(url, {"user": anne.pk})
    assert refused.status_code == 422
    assert "Why go beyond the limit" in refused.content.decode()
    assert browser(david).post(url, {"user": anne.pk, "reason": "For a month"}).status_code == 302
    assert list(fourth.members.values_list("user__first_name", "function")) == [("Anne", "lead")]


def test_r100_the_page_offers_no_reason_to_who_may_not_confirm(anne, bruno):
    led_already(anne, 3, "key")
    fourth = account("Fourth", "key")
    AccountMember.objects.create(account=fourth, user=bruno, function="lead")
    url = reverse("accounts:lead", args=[fourth.pk])
    page = browser(bruno).post(url, {"user": anne.pk, "reason": "Please"})
    assert page.status_code == 422
    assert "Why go beyond the limit" not in page.content.decode()
    assert "ask a director" in page.content.decode()
