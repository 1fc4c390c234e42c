"""The rolling periods, to the day (c-0.8, c-0.10)."""

from datetime import date

import pytest

from kameo.accounts.revenue.periods import Window, fiscal_year_end, fiscal_year_of, months_before


def test_c0_twelve_months_end_on_the_day_and_start_the_day_after_last_year():
    window = Window(date(2026, 11, 24))
    assert (window.start, window.end) == (date(2025, 11, 25), date(2026, 11, 24))
    assert (window.previous_start, window.previous_end) == (date(2024, 11, 25), date(2025, 11, 24))


def test_c0_leap_day_looks_back_to_the_28th():
    window = Window(date(2028, 2, 29))
    assert window.start == date(2027, 3, 1)
    assert window.previous_end == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 18, date(2025, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
        (date(1, 1, 1), 1, date.min),
    ],
)
def test_months_before(day, months, expected):
    assert months_before(day, months) == expected


def test_fiscal_years():
    assert fiscal_year_of(date(2026, 3, 31), 4) == 2025
    assert fiscal_year_of(date(2026, 4, 1), 4) == 2026
    assert fiscal_year_end(2025, 4) == date(2026, 3, 31)
    assert fiscal_year_end(2025, 1) == date(2025, 12, 31)
