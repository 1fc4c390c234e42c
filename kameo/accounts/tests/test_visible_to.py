"""Who sees which account (product.md, "Who may do what")."""

import pytest
from django.db import IntegrityError, transaction

from kameo.accounts.models import Account, AccountMember
from kameo.people.models import Absence

pytestmark = pytest.mark.django_db


def names(user):
    return set(Account.objects.visible_to(user).values_list("name", flat=True))


@pytest.fixture
def tree(valmorin):
    company = Account.objects.create(name="Valmorin Laiteries", parent=valmorin)
    site = Account.objects.create(name="Laval", kind="site", parent=company)
    secret = Account.objects.create(name="Projet Iris", parent=valmorin, confidential=True)
    below = Account.objects.create(name="Iris Usine", kind="site", parent=secret)
    return {"group": valmorin, "company": company, "site": site, "secret": secret, "below": below}


def test_member_sees_the_node_and_what_hangs_below_but_not_confidential_parts(tree, anne):
    assert names(anne) == {"Groupe Valmorin", "Valmorin Laiteries", "Laval"}


def test_member_of_a_site_does_not_see_its_parent(tree, chloe):
    AccountMember.objects.create(account=tree["site"], user=chloe)
    assert names(chloe) == {"Laval"}


def test_named_member_sees_the_confidential_node_and_below(tree, chloe):
    AccountMember.objects.create(account=tree["secret"], user=chloe)
    assert names(chloe) == {"Projet Iris", "Iris Usine"}


def test_stranger_sees_nothing(tree, chloe):
    assert names(chloe) == set()


def test_role_that_sees_all_does_not_see_confidential(tree, farida, david, gilles):
    everything = {"Groupe Valmorin", "Valmorin Laiteries", "Laval", "Projet Iris", "Iris Usine"}
    assert names(farida) == everything - {"Projet Iris", "Iris Usine"}
    assert names(gilles) == everything - {"Projet Iris", "Iris Usine"}
    assert names(david) == everything


def test_cover_sees_the_absent_colleagues_accounts_only_during_the_absence(tree, anne, chloe, time_machine):
    Absence.objects.create(user=anne, cover=chloe, starts_on="2026-08-03", ends_on="2026-08-21")
    time_machine.move_to("2026-08-21T10:00:00Z")
    assert "Laval" in names(chloe)
    time_machine.move_to("2026-08-22T10:00:00Z")
    assert names(chloe) == set()


def test_moving_a_node_moves_what_hangs_below(tree, valmorin):
    other = Account.objects.create(name="Autre groupe", kind="group")
    Account.objects.filter(pk=tree["company"].pk).update(parent=other)
    tree["site"].refresh_from_db()
    assert tree["site"].lineage == [other.pk, tree["company"].pk, tree["site"].pk]


def test_a_cycle_is_refused_by_the_database(tree):
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.filter(pk=tree["group"].pk).update(parent=tree["site"])
    tree["group"].refresh_from_db()
    assert tree["group"].parent_id is None


def test_binned_account_is_not_visible(tree, david):
    Account.objects.filter(pk=tree["site"].pk).update(binned_at="2026-01-01T00:00Z")
    assert "Laval" not in names(david)
