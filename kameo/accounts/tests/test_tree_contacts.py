"""The last contact of a group is its tree's: what a cadence is judged on."""

from datetime import timedelta

import pytest

from kameo.accounts import domain as accounts
from kameo.accounts.models import Account, AccountPulse
from kameo.accounts.pulse.refresh import refresh_pulse
from kameo.core import clock
from kameo.interactions import domain
from kameo.interactions.records import INTERACTIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def subsidiary(valmorin):
    made = Account.objects.create(name="Valmorin Laiteries", parent=valmorin)
    refresh_pulse(None)
    made.refresh_from_db()
    return made


def seen():
    return dict(AccountPulse.objects.values_list("account__name", "tree_last_contact_at"))


def call(account, by, days):
    at = clock.now() - timedelta(days=days)
    return domain.log_interaction(account=account, by=by, kind="call", text="x", at=at)


def test_a_call_to_a_subsidiary_counts_for_the_group(anne, valmorin, subsidiary):
    call(valmorin, anne, 40)
    row = call(subsidiary, anne, 2)
    assert seen() == {"Groupe Valmorin": row.at, "Valmorin Laiteries": row.at}
    assert AccountPulse.objects.get(account=valmorin).last_contact_at < row.at


def test_a_note_is_no_contact(anne, valmorin, subsidiary):
    domain.log_interaction(account=subsidiary, by=anne, kind="note", text="x")
    assert seen() == {"Groupe Valmorin": None, "Valmorin Laiteries": None}
    assert AccountPulse.objects.get(account=subsidiary).interactions == 1


def test_what_is_taken_away_no_longer_counts(anne, valmorin, subsidiary):
    first = call(valmorin, anne, 40)
    INTERACTIONS.bin(call(subsidiary, anne, 2), by=anne)
    assert seen() == {"Groupe Valmorin": first.at, "Valmorin Laiteries": None}


def test_a_subsidiary_in_the_bin_no_longer_counts(anne, david, valmorin, subsidiary):
    first = call(valmorin, anne, 40)
    call(subsidiary, anne, 2)
    accounts.bin_account(subsidiary, by=david)
    assert seen()["Groupe Valmorin"] == first.at


def test_a_confidential_part_stays_its_own(anne, david, valmorin, subsidiary):
    accounts.set_confidential(subsidiary, confidential=True, by=david)
    call(subsidiary, david, 2)
    assert seen()["Groupe Valmorin"] is None


def test_a_part_that_moves_takes_its_contacts_along(anne, david, valmorin, subsidiary):
    other = Account.objects.create(name="Autre groupe")
    row = call(subsidiary, anne, 2)
    accounts.move_account(subsidiary, parent=other, on=clock.company_today(), by=david, reason="sale")
    assert (seen()["Autre groupe"], seen()["Groupe Valmorin"]) == (row.at, None)


def test_rebuild_says_the_same_as_what_was_counted(anne, valmorin, subsidiary):
    call(valmorin, anne, 40)
    call(subsidiary, anne, 2)
    before = seen()
    AccountPulse.objects.update(tree_last_contact_at=None)
    refresh_pulse(None)
    assert seen() == before
