"""The bin gives back exactly; statuses by hand and by invoices."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kameo.accounts import domain
from kameo.accounts.models import Account, AccountPulse, RevenueTotal, TimelineEntry
from kameo.contracts.records import INVOICES
from kameo.core import preferences
from kameo.core.errors import DomainError
from kameo.portfolio import domain as portfolio

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(valmorin, anne, helene, time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    company = domain.create_account(by=anne, name="Valmorin SA", parent=valmorin)
    site = domain.create_account(by=anne, name="Laval", kind="site", parent=company)
    INVOICES.add(site, by=helene, number="F1", issued_on=date(2026, 11, 2), net=Decimal(1000))
    return valmorin, company, site


def picture():
    accounts = list(Account.objects.order_by("pk").values("pk", "binned_at", "status", "lineage", "reach"))
    pulses = list(AccountPulse.objects.order_by("pk").values())
    for pulse in pulses:
        del pulse["computed_at"]
    return accounts, pulses, list(RevenueTotal.objects.values())


def test_bin_takes_the_subtree_and_restore_gives_it_back_exactly(tree, anne):
    group, company, site = tree
    before = picture()
    domain.bin_account(company, by=anne)
    assert set(Account.objects.visible_to(anne)) == {group}
    group.pulse.refresh_from_db()
    assert (group.pulse.tree_revenue_12m, group.pulse.tree_entities) == (None, 1)
    assert not RevenueTotal.objects.exists()
    domain.restore_account(company, by=anne)
    assert picture() == before
    assert site.invoices.count() == 1


def test_what_was_in_the_bin_before_stays_there(tree, anne, time_machine):
    _group, company, site = tree
    domain.bin_account(site, by=anne)
    time_machine.move_to("2026-11-25T10:00:00Z", tick=False)
    domain.bin_account(company, by=anne)
    with pytest.raises(DomainError) as caught:
        domain.restore_account(site, by=anne)
    assert caught.value.code == "parent_in_bin"
    domain.restore_account(company, by=anne)
    assert set(Account.objects.present()) == {_group, company}
    domain.restore_account(site, by=anne)
    assert Account.objects.binned().count() == 0


def test_bin_refused_over_what_one_may_not_see(tree, anne, david):
    _group, company, _site = tree
    Account.objects.create(name="Projet Iris", parent=company, confidential=True)
    with pytest.raises(DomainError) as caught:
        domain.bin_account(company, by=anne)
    assert caught.value.code == "hidden_children"
    assert Account.objects.binned().count() == 0
    domain.bin_account(company, by=david)
    assert Account.objects.binned().count() == 3


def test_strangers_neither_bin_nor_restore(tree, anne, chloe, farida):
    _group, company, _site = tree
    for user in (chloe, farida):
        with pytest.raises(PermissionDenied):
            domain.bin_account(company, by=user)
    domain.bin_account(company, by=anne)
    for user in (chloe, farida):
        with pytest.raises(PermissionDenied):
            domain.restore_account(company, by=user)
    assert Account.objects.binned().count() == 2


def status(account):
    account.refresh_from_db()
    return account.status, account.status_by_id


def test_first_invoice_makes_it_active_with_those_above(tree):
    _group, company, site = tree
    assert status(site) == ("active", None)
    assert status(company) == ("active", None)
    line = TimelineEntry.objects.get(account=site, kind="status")
    assert line.actor is None
    assert line.data == {"event": "account.status_changed", "from": "prospect", "to": "active", "automatic": True}


def test_eighteen_months_without_invoice_make_it_dormant_the_next_invoice_active(tree, helene, time_machine):
    _group, _company, site = tree
    time_machine.move_to("2028-05-01T10:00:00Z", tick=False)
    portfolio.begin_day()
    assert status(site) == ("active", None)  # 2 May is 18 months after 2 November
    time_machine.move_to("2028-05-02T10:00:00Z", tick=False)
    portfolio.begin_day()
    assert status(site) == ("dormant", None)
    INVOICES.add(site, by=helene, number="F2", issued_on=date(2028, 5, 2), net=Decimal(1))
    assert status(site) == ("active", None)


def test_the_delay_is_a_setting(tree, time_machine, david):
    from kameo.core.jobs import work_until_empty  # noqa: F401 - the job exists

    _group, _company, site = tree
    time_machine.move_to("2027-02-10T10:00:00Z", tick=False)
    preferences.set("dormant.after_months", "3", by=david)
    domain.follow_invoices(None)
    assert status(site) == ("dormant", None)


def test_old_invoices_make_a_prospect_dormant(anne, helene, time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    account = domain.create_account(by=anne, name="Ancien client")
    INVOICES.add(account, by=helene, number="F9", issued_on=date(2011, 12, 9), net=Decimal(1))
    assert status(account) == ("dormant", None)


def test_lost_is_only_set_by_hand_and_left_by_a_later_invoice(tree, anne, helene, time_machine):
    _group, _company, site = tree
    domain.set_status(site, status="lost", by=anne)
    assert status(site) == ("lost", anne.pk)
    INVOICES.add(site, by=helene, number="F2", issued_on=date(2026, 11, 20), net=Decimal(1))
    assert status(site) == ("lost", anne.pk)
    time_machine.move_to("2026-12-10T10:00:00Z", tick=False)
    INVOICES.add(site, by=helene, number="F3", issued_on=date(2026, 12, 9), net=Decimal(1))
    assert status(site) == ("active", None)


def test_a_status_set_by_hand_gets_its_months(anne, helene, time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    account = domain.create_account(by=anne, name="Reprise")
    invoice = INVOICES.add(account, by=helene, number="F9", issued_on=date(2020, 1, 1), net=Decimal(1))
    domain.set_status(account, status="active", by=anne)
    domain.follow_invoices(None)
    assert status(account) == ("active", anne.pk)
    INVOICES.bin(invoice, by=helene)
    time_machine.move_to("2028-05-25T10:00:00Z", tick=False)
    portfolio.begin_day()
    assert status(account) == ("dormant", None)


def test_unknown_status_refused(valmorin, anne):
    with pytest.raises(DomainError) as caught:
        domain.set_status(valmorin, status="asleep", by=anne)
    assert caught.value.code == "unknown_status"
    assert status(valmorin)[0] == "active"
