"""Where today falls in the customer's budget period."""

from datetime import date

import pytest

from kameo.decisions.circuit.budget import budget_on


@pytest.mark.parametrize(
    ("today", "opens", "closes", "expected"),
    [
        (date(2026, 11, 18), 9, 11, (date(2026, 9, 1), date(2026, 11, 30), True, 12)),
        (date(2026, 8, 31), 9, 11, (date(2026, 9, 1), date(2026, 11, 30), False, 1)),
        (date(2026, 12, 1), 9, 11, (date(2027, 9, 1), date(2027, 11, 30), False, 274)),
        (date(2026, 11, 30), 9, 11, (date(2026, 9, 1), date(2026, 11, 30), True, 0)),
        (date(2026, 12, 15), 11, 2, (date(2026, 11, 1), date(2027, 2, 28), True, 75)),
        (date(2027, 1, 15), 11, 2, (date(2026, 11, 1), date(2027, 2, 28), True, 44)),
        (date(2026, 3, 1), 11, 2, (date(2026, 11, 1), date(2027, 2, 28), False, 245)),
        (date(2026, 5, 10), None, 6, (None, date(2026, 6, 30), True, 51)),
        (date(2026, 5, 10), 4, None, (date(2027, 4, 1), None, False, 326)),
        (date(2026, 4, 10), 4, None, (date(2026, 4, 1), None, True, None)),
    ],
)
def test_the_period_under_way_or_the_next_one(today, opens, closes, expected):
    found = budget_on(today, opens=opens, closes=closes)
    assert (found.opens_on, found.closes_on, found.open, found.days) == expected


def test_without_a_month_there_is_no_period():
    assert budget_on(date(2026, 5, 10), opens=None, closes=None) is None


def test_the_last_day_to_start_leaves_the_whole_circuit():
    found = budget_on(date(2026, 9, 10), opens=9, closes=11)
    assert found.latest_start(63) == date(2026, 9, 28)
    assert found.latest_start(None) is None
    assert budget_on(date(2026, 4, 10), opens=4, closes=None).latest_start(10) is None


def test_a_period_over_the_new_year_covers_both_ends():
    found = budget_on(date(2026, 12, 15), opens=11, closes=2)
    assert [month.number for month in found.months if month.inside] == [1, 2, 11, 12]
    assert [month.number for month in found.months if month.now] == [12]
