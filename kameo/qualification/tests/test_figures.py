"""The portrait's figures: for whom, at which date, and with which reasons when there is nothing to say."""

from datetime import date
from decimal import Decimal

import pytest

from kameo.accounts import domain
from kameo.accounts.domain import enter_own_revenue
from kameo.accounts.models import AccountMember
from kameo.accounts.queries import roll_up, states_at
from kameo.contracts.records import INVOICES
from kameo.core import preferences
from kameo.qualification.axes.classes import refresh_classes
from kameo.qualification.queries import figures, figures_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(valmorin, anne, david, helene, time_machine):
    """The group with a company and a confidential project; 2 000 000 of our revenue in all (R4)."""
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    company = domain.create_account(by=anne, name="Valmorin SA", parent=valmorin)
    secret = domain.create_account(by=david, name="Projet Iris", parent=valmorin)
    domain.set_confidential(secret, confidential=True, by=david)
    other = domain.create_account(by=david, name="Les autres")
    for account, number, day, net in (
        (company, "F1", "2026-06-01", 150_000),
        (company, "F0", "2025-06-01", 120_000),
        (secret, "F2", "2026-06-01", 50_000),
        (other, "F3", "2026-06-01", 1_800_000),
    ):
        INVOICES.add(account, by=None, number=number, issued_on=date.fromisoformat(day), net=Decimal(net))
    domain.change_account(company, by=anne, potential=Decimal(300_000))
    return valmorin, company, secret


def test_r4_reference_case_on_a_real_account(group, david):
    """Supplier 2 M€, client 150 000 € (7.5 %), potential 300 000 €: a large account."""
    seen = figures(group[1], david)
    assert seen.revenue_12m == 150_000
    assert seen.own_total.amount == 2_000_000
    assert seen.share == Decimal("7.5")
    assert (seen.large, seen.key, seen.account_class, seen.class_complete, seen.class_source) == (
        True,
        None,
        "large",
        False,
        "computed",
    )
    assert [reason.met for reason in seen.verdict.reasons] == [True, True, None]


def test_roll_ups_add_what_the_reader_may_see_and_say_what_they_leave_out(group, anne, david, farida, chloe):
    valmorin, _company, secret = group
    for user in (anne, farida):
        seen = figures(valmorin, user)
        assert (seen.revenue_12m, seen.entities, seen.left_out) == (150_000, 2, 1)
    seen = figures(valmorin, david)
    assert (seen.revenue_12m, seen.entities, seen.left_out) == (200_000, 3, 0)
    AccountMember.objects.create(account=secret, user=anne)
    assert figures(valmorin, anne).revenue_12m == 200_000


def test_class_is_the_same_for_every_reader(group, anne, david):
    assert figures(group[0], anne).verdict.reasons[0].value == figures(group[0], david).verdict.reasons[0].value
    assert figures(group[0], anne).account_class == figures(group[0], david).account_class == "large"


def test_share_only_for_those_who_may_see_our_total(group, anne, helene):
    company = group[1]
    hidden = figures(company, anne)
    assert (hidden.share, hidden.share_reason, hidden.own_total) == (None, "not_permitted", None)
    assert hidden.verdict.reasons[1].value is None
    assert hidden.verdict.reasons[1].met is True
    assert figures(company, helene).share == Decimal("7.5")
    preferences.set("totals.visible_to_all", True)
    assert figures(company, anne).share == Decimal("7.5")


def test_c06_change_needs_a_previous_period(group, david):
    company, secret = group[1:]
    assert figures(company, david).change == 25
    assert (figures(secret, david).change, figures(secret, david).change_reason) == (None, "no_previous")


def test_c06_nothing_invoiced_is_no_data(david, anne):
    empty = domain.create_account(by=anne, name="Rien")
    seen = figures(empty, david)
    assert (seen.revenue_12m, seen.share, seen.share_reason, seen.change_reason) == (
        None,
        None,
        "no_revenue",
        "no_revenue",
    )
    assert seen.large is None


def test_as_of_gives_the_figures_of_then(group, david):
    valmorin, company, _secret = group
    then = figures(company, david, date(2025, 12, 31))
    assert (then.revenue_12m, then.own_total.amount, then.share, then.large) == (120_000, 120_000, 100, True)
    before = figures(company, david, date(2025, 5, 31))
    assert (before.revenue_12m, before.first_invoice_on) == (None, None)
    today = figures(valmorin, david, date(2026, 11, 24))
    assert today == figures(valmorin, david)


def test_entity_scope_counts_the_account_alone(group, david):
    assert figures(group[0], david, scope="entity").revenue_12m is None
    assert figures(group[1], david, scope="entity").revenue_12m == 150_000


def test_between_two_days_both_included(group, david):
    seen = roll_up(group[0], david, start=date(2025, 6, 1), end=date(2026, 5, 31))
    assert seen.revenue_between == 120_000
    assert roll_up(group[0], david).revenue_between is None


def test_r2_entered_total_replaces_the_computed_one(group, gilles, david):
    enter_own_revenue(fiscal_year=2025, amount=Decimal(10_000_000), by=gilles)
    refresh_classes()  # a job does
    seen = figures(group[1], david)
    assert (seen.own_total.amount, seen.own_total.source, seen.own_total.year) == (10_000_000, "entered", 2025)
    assert (seen.share, seen.large) == (Decimal("1.5"), None)
    enter_own_revenue(fiscal_year=2026, amount=Decimal(3_000_000), by=gilles)
    assert figures(group[1], david).share == 5
    enter_own_revenue(fiscal_year=2026, amount=None, by=gilles)
    enter_own_revenue(fiscal_year=2025, amount=None, by=gilles)
    assert figures(group[1], david).own_total.source == "computed"


def test_thresholds_are_settings(group, david, gilles):
    preferences.set("large.revenue_threshold", "400 000", by=gilles)
    assert refresh_classes() > 0
    assert figures(group[1], david).large is False
    group[1].pulse.refresh_from_db()
    assert (group[1].pulse.large, group[1].pulse.account_class) == (False, "standard")


@pytest.mark.parametrize("count", [1, 3])
def test_as_many_queries_for_one_as_for_three(group, anne, django_assert_num_queries, count):
    ids = [account.pk for account in group][:count]
    preferences.get("currency")
    with django_assert_num_queries(4):  # of which two for the hidden part
        figures_for(ids, anne)


def test_states_as_they_were(group, anne, bruno, david, time_machine):
    from kameo.accounts.models import Account

    company = group[1]
    Account.objects.filter(pk=company.pk).update(created_at="2020-01-01T00:00Z")
    state = states_at([company.pk], date(2026, 11, 24))[company.pk]
    assert (state.name, state.parent_id, state.lead_name, state.known) == (
        "Valmorin SA",
        group[0].pk,
        "Anne Delmas",
        True,
    )


def test_states_before_the_account_was_entered_follow_the_invoices(group):
    company = group[1]
    expected = {"2025-05-31": "prospect", "2025-06-01": "active", "2026-11-01": "active"}
    for day, status in expected.items():
        state = states_at([company.pk], date.fromisoformat(day))[company.pk]
        assert (state.status, state.known) == (status, False)
