"""The 2×2: both axes, what is not rated, the past, filters, and who sees what."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from kameo.accounts.models import Account, AccountMember, RevenueDay
from kameo.accounts.pulse.refresh import refresh_pulse
from kameo.core.lists import asking
from kameo.insight.queries import matrix
from kameo.qualification import domain
from kameo.qualification.choices import OBJECTIVES
from kameo.qualification.models import Objective

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 9, 15, 10, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _in_september() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def objective(david: Any) -> Objective:
    with time_machine.travel(dt.datetime(2026, 1, 5, 10, tzinfo=dt.UTC), tick=False):
        return OBJECTIVES.add(by=david, name="Être reconnu", weight=Decimal(1))


def customer(name: str, net: int | None = None, day: dt.date = dt.date(2026, 2, 1), **more: Any) -> Account:
    account = Account.objects.create(name=name, **more)
    if net is not None:
        RevenueDay.objects.create(account=account, day=day, currency="EUR", net=net, reporting_net=net, documents=1)
    refresh_pulse([account.pk])
    return account


def align(account: Account, objective: Objective, value: int | None, by: Any, at: dt.datetime = NOW) -> None:
    with time_machine.travel(at, tick=False):
        domain.rate_alignment(account, objective=objective, value=value, evidence="Vu en comité.", by=by)


def test_both_axes_and_what_is_missing(david: Any, objective: Objective) -> None:
    big, prospect, silent = customer("Grand", 240_000), customer("Prospect"), customer("Muet", 5_000)
    align(big, objective, 2, david)
    align(prospect, objective, 1, david)
    found = matrix(david)
    (row,) = found.rows
    assert (row.name, row.revenue, row.alignment, row.key, row.alignment_completeness) == (
        "Grand",
        Decimal(240_000),
        Decimal(100),
        True,
        100,
    )
    assert (found.threshold, found.key_gate) == (Decimal(100_000), Decimal(60))
    assert [(one.name, one.revenue, one.alignment) for one in found.without_revenue] == [
        ("Prospect", None, Decimal(50))
    ]
    assert ([one.name for one in found.unrated], found.unrated_count) == ([silent.name], 1)


def test_the_past_as_it_was(david: Any, objective: Objective) -> None:
    account = customer("Client", 50_000)
    align(account, objective, 2, david, at=dt.datetime(2026, 3, 10, 10, tzinfo=dt.UTC))
    align(account, objective, 0, david, at=dt.datetime(2026, 8, 1, 10, tzinfo=dt.UTC))
    assert matrix(david).rows[0].alignment == 0
    before = matrix(david, as_of=dt.date(2026, 4, 1))
    assert (before.rows[0].alignment, before.rows[0].key, before.rows[0].revenue) == (100, True, Decimal(50_000))
    earlier = matrix(david, as_of=dt.date(2026, 3, 1))
    assert (list(earlier.rows), [one.name for one in earlier.unrated]) == ([], ["Client"])


def test_filters(anne: Any, david: Any, objective: Objective) -> None:
    for name, sector, tags in (("Un", "Énergie", ["x"]), ("Deux", "Santé", ["y"])):
        align(customer(name, 1_000, sector=sector, tags=tags), objective, 2, david)
    led = Account.objects.get(name="Un")
    AccountMember.objects.create(account=led, user=anne, function="lead")
    for criteria in (asking(sector="Énergie"), asking(tag=("x",)), asking(lead=str(anne.pk)), asking(q="Un")):
        assert [row.name for row in matrix(david, criteria).rows] == ["Un"]
    assert matrix(david, asking(**{"class": ("large",)})).rows == []
    assert len(matrix(david, asking(**{"class": ("key",)})).rows) == 2
    assert len(matrix(david, asking(**{"class": ("key",)}), dt.date(2026, 9, 15)).rows) == 2


def test_shares_are_for_those_who_see_totals(anne: Any, david: Any, valmorin: Account, objective: Objective) -> None:
    align(valmorin, objective, 2, anne)
    for account, net in ((valmorin, 30_000), (customer("Autre"), 70_000)):
        RevenueDay.objects.create(
            account=account, day=dt.date(2026, 2, 1), currency="EUR", net=net, reporting_net=net, documents=1
        )
    from kameo.accounts.revenue.totals import refresh_totals  # what contracts call with each invoice

    refresh_totals()
    refresh_pulse(None)
    assert matrix(david).rows[0].share == Decimal("0.3")
    found = matrix(anne)
    assert (found.rows[0].share, found.own_total) == (None, None)


def test_nobody_sees_what_they_may_not(anne: Any, chloe: Any, helene: Any, david: Any, objective: Objective) -> None:
    secret = customer("Projet secret", 10, confidential=True)
    align(secret, objective, 2, david)
    for reader in (anne, chloe, helene):
        found = matrix(reader)
        assert (list(found.rows), list(found.unrated), found.unrated_count) == ([], [], 0)


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow(david: Any, objective: Objective, count: int, django_assert_num_queries: Any) -> None:
    for number in range(count):
        align(customer(f"Client {number}", 10), objective, 2, david)
    matrix(david)
    with django_assert_num_queries(4):
        assert len(matrix(david).rows) == count
