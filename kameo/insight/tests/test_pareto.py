"""The curve: exact figures on the real file, trees as they stood, credit notes, who sees what."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from kameo.accounts import domain as accounts_domain
from kameo.accounts.models import Account, AccountMember, RevenueDay
from kameo.core import preferences
from kameo.insight.queries import pareto

pytestmark = pytest.mark.django_db
START, END = dt.date(2026, 1, 1), dt.date(2026, 12, 31)


def sold(account: Account, day: dt.date, net: int | None, unconverted: int = 0) -> None:
    RevenueDay.objects.create(
        account=account, day=day, currency="EUR", net=net or 0, reporting_net=net, documents=1, unconverted=unconverted
    )


def customer(name: str, net: int | None = None, **more: Any) -> Account:
    account = Account.objects.create(name=name, **more)
    if net is not None:
        sold(account, START, net)
    return account


def curve(user: Any, **more: Any) -> Any:
    return pareto(user, start=START, end=END, **more)


def test_nothing_invoiced_is_not_zero(david: Any) -> None:
    found = curve(david)
    assert (found.accounts, found.revenue, found.accounts_for_80, found.share_at_study) == (0, None, None, None)
    assert (list(found.points), list(found.rows)) == ([], [])


def test_worked_example(david: Any) -> None:
    for rank, net in enumerate([500, 200, 100, 80, 50, 30, 20, 10, 7, 3], start=1):
        customer(f"Client {rank}", net)
    found = curve(david)
    assert (found.accounts, found.revenue, found.accounts_for_80) == (10, Decimal(1000), 3)
    # 23 % of 10 is 2.3: two accounts, 700 of 1 000
    assert (found.accounts_at_study, found.share_at_study) == (2, Decimal("0.7"))
    assert [(point.rank, point.revenue_share) for point in found.points][:3] == [
        (1, Decimal("0.5")),
        (2, Decimal("0.7")),
        (3, Decimal("0.8")),
    ]
    assert [(row.rank, row.name, row.share, row.cumulated_share) for row in found.rows[:2]] == [
        (1, "Client 1", Decimal("0.5"), Decimal("0.5")),
        (2, "Client 2", Decimal("0.2"), Decimal("0.7")),
    ]
    assert (found.over_gate, found.over_threshold) == (5, 0)  # 5 % is included


def test_both_ends_of_the_period_are_included(david: Any) -> None:
    account = customer("Client")
    for day in (START - dt.timedelta(days=1), START, END, END + dt.timedelta(days=1)):
        sold(account, day, 10)
    assert curve(david).revenue == Decimal(20)


def test_credit_notes_count_and_those_below_zero_are_told(david: Any) -> None:
    for name, net in (("A", 100), ("B", 20), ("C", 0), ("D", -20)):
        customer(name, net)
    found = curve(david)
    assert (found.revenue, found.accounts, found.at_zero, found.below_zero, found.below_zero_revenue) == (
        Decimal(100),
        4,
        1,
        1,
        Decimal(-20),
    )
    assert [point.revenue_share for point in found.points] == [Decimal(1), Decimal("1.2"), Decimal("1.2"), Decimal(1)]


def test_a_total_not_above_zero_has_no_share(david: Any) -> None:
    customer("A", 10)
    customer("B", -10)
    found = curve(david)
    assert (found.revenue, found.accounts_for_80, found.share_at_study, found.over_gate) == (0, None, None, None)
    assert [point.revenue_share for point in found.points] == [None, None]


def test_documents_without_a_rate_are_told_and_not_added(david: Any) -> None:
    customer("A", 100)
    sold(customer("B"), START, None, unconverted=3)
    found = curve(david)
    assert (found.accounts, found.revenue, found.unconverted, found.unconverted_accounts) == (1, 100, 3, 1)


def test_each_document_counts_for_the_top_of_its_own_day(david: Any) -> None:
    old, new = customer("Ancien groupe", kind="group"), customer("Nouveau groupe", kind="group")
    site = customer("Site", parent=old)
    sold(site, dt.date(2026, 2, 1), 30)
    sold(site, dt.date(2026, 8, 1), 70)
    accounts_domain.move_account(site, parent=new, on=dt.date(2026, 6, 1), reason="merger", note="", by=david)
    assert [(row.name, row.revenue) for row in curve(david).rows] == [
        ("Nouveau groupe", Decimal(70)),
        ("Ancien groupe", Decimal(30)),
    ]
    assert [(row.name, row.revenue) for row in curve(david, level="entity").rows] == [("Site", Decimal(100))]


def test_an_account_that_left_its_group_stands_by_itself_from_then_on(david: Any) -> None:
    group = customer("Groupe", kind="group")
    part = customer("Filiale", parent=group)
    sold(part, dt.date(2026, 2, 1), 30)
    sold(part, dt.date(2026, 8, 1), 70)
    accounts_domain.move_account(part, parent=None, on=dt.date(2026, 6, 1), reason="sale", note="", by=david)
    assert [(row.name, row.revenue) for row in curve(david).rows] == [("Filiale", Decimal(70)), ("Groupe", Decimal(30))]


def test_an_account_in_the_bin_does_not_count(david: Any) -> None:
    customer("A", 100)
    binned = customer("B", 50)
    accounts_domain.bin_account(binned, by=david)
    assert (curve(david).revenue, curve(david).left_out) == (100, 0)


def test_the_table_goes_on_by_rank(david: Any) -> None:
    for net in (30, 20, 10):
        customer(f"Client {net}", net)
    page = curve(david, size=2)
    assert ([row.revenue for row in page.rows], page.after) == ([30, 20], 2)
    page = curve(david, size=2, after=2)
    assert ([row.revenue for row in page.rows], page.after) == ([10], None)


def test_points_are_few(david: Any) -> None:
    accounts = Account.objects.bulk_create(Account(name=f"Client {n}") for n in range(1001))
    RevenueDay.objects.bulk_create(
        RevenueDay(account=account, day=START, currency="EUR", net=1, reporting_net=1) for account in accounts
    )
    found = curve(david, size=5)
    assert (found.accounts, len(found.points), len(found.rows)) == (1001, 170, 5)
    assert (found.points[0].rank, found.points[-1].rank, found.accounts_for_80) == (1, 1001, 801)


def test_who_may_not_see_totals_gets_the_curve_of_the_portfolio(
    anne: Any, chloe: Any, eric: Any, valmorin: Any
) -> None:
    sold(valmorin, START, 60)
    secret = customer("Projet secret", 25, parent=valmorin, confidential=True)
    customer("Autre client", 40)
    found = curve(anne)
    assert (found.scope, found.accounts, found.revenue, found.left_out) == ("portfolio", 1, Decimal(60), 1)
    assert secret.name not in str(found)
    for stranger in (chloe, eric):
        found = curve(stranger)
        assert (found.scope, found.accounts, found.revenue, found.left_out) == ("portfolio", 0, None, 0)


def test_a_setting_shows_the_curve_to_all_but_names_only_what_they_see(anne: Any, valmorin: Any) -> None:
    sold(valmorin, START, 60)
    customer("Autre client", 40)
    customer("Projet secret", 25, confidential=True)
    preferences.set("totals.visible_to_all", True)
    found = curve(anne)
    assert (found.scope, found.accounts, found.revenue, found.left_out) == ("company", 2, Decimal(100), 1)
    assert [(row.rank, row.name, row.share) for row in found.rows] == [(1, "Groupe Valmorin", Decimal("0.6"))]
    assert found.after is None


def test_members_below_a_confidential_node_make_it_left_out_for_others(bruno: Any, helene: Any, david: Any) -> None:
    group = customer("Groupe", 10, kind="group")
    secret = customer("Projet secret", 90, parent=group, confidential=True)
    AccountMember.objects.create(account=group, user=bruno, function="lead")
    assert [(row.name, row.revenue) for row in curve(david).rows] == [("Groupe", Decimal(100))]
    for reader in (helene, bruno):  # finance sees all but what is confidential; a member of the group likewise
        found = curve(reader)
        assert (found.revenue, found.left_out, [row.name for row in found.rows]) == (Decimal(10), 1, ["Groupe"])
        assert secret.name not in str(found)


def test_two_queries(david: Any, django_assert_num_queries: Any) -> None:
    for net in (30, 20, 10):
        customer(f"Client {net}", net)
    preferences.get("currency")
    with django_assert_num_queries(2):
        curve(david)
