"""Invoices of the demo: Pareto, seasons, numbers in order, and the same ones for the same day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from kameo.demo.dating import months_from
from kameo.demo.fill.accounts import entities
from kameo.demo.invoicing import bills, rates
from kameo.demo.portfolio import PORTFOLIO
from kameo.demo.shapes import Bill

DAYS = [date(2026, 11, 22), date(2027, 1, 2), date(2028, 2, 29), date(2027, 7, 31)]


def _of_twelve_months(found: list[Bill], today: date) -> list[Decimal]:
    """Revenue of each root over twelve months in euros, the largest first."""
    roots = {entity.name: root.name for root in PORTFOLIO for entity in root.walk()}
    table, sums = rates(today), defaultdict(Decimal)
    for bill in found:
        if months_from(today, -12) < bill.day <= today and (bill.currency in table or bill.currency == "EUR"):
            rate = [rate for day, rate in table.get(bill.currency, []) if day <= bill.day] or [Decimal(1)]
            sums[roots[bill.account]] += Decimal(str(bill.net)) * rate[-1]
    return sorted(sums.values(), reverse=True)


@pytest.mark.parametrize("today", DAYS)
def test_a_quarter_of_the_customers_bring_three_quarters_of_the_revenue(today: date) -> None:
    sums = _of_twelve_months(bills(entities(), today), today)
    total = sum(sums)
    assert 67 <= sum(sums[: round(len(sums) * 0.23)]) * 100 / total <= 80
    assert sums[0] * 100 / total < 20  # nobody holds us


@pytest.mark.parametrize("today", DAYS)
def test_documents_are_numbered_in_order_and_none_is_dated_tomorrow(today: date) -> None:
    found = bills(entities(), today)
    assert max(bill.day for bill in found) <= today
    assert len({bill.number for bill in found}) == len(found)
    days = [bill.day for bill in found if bill.kind == "invoice"]
    assert days == sorted(days)


def test_the_same_day_gives_the_same_documents() -> None:
    assert bills(entities(), DAYS[0]) == bills(entities(), DAYS[0])


def test_a_credit_note_corrects_an_invoice_of_the_year_before() -> None:
    found = {bill.number: bill for bill in bills(entities(), DAYS[0])}
    credits = [bill for bill in found.values() if bill.account == "Plasturgie Vernéjoul" and bill.corrects]
    credit = next(bill for bill in credits if bill.day.year == found[bill.corrects].day.year + 1)
    assert credit.net < 0


def test_a_cancellation_takes_the_whole_invoice_back() -> None:
    found = {bill.number: bill for bill in bills(entities(), DAYS[0])}
    credits = [bill for bill in found.values() if bill.account == "Imprimerie Daubenton" and bill.corrects]
    assert any(credit.net == -found[credit.corrects].net for credit in credits)


def test_a_customer_that_came_back_has_a_gap_of_more_than_a_year() -> None:
    days = sorted(bill.day for bill in bills(entities(), DAYS[0]) if bill.account == "Fonderie Astride")
    assert max((later - earlier).days for earlier, later in pairwise(days)) > 365
