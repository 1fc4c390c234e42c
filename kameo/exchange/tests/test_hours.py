"""The hour of a cell, and texts that our own files guard from being run as formulas."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kameo.core.spreadsheets import harmless_cell, without_guard
from kameo.exchange.reading.hours import moment_of

PARIS = ZoneInfo("Europe/Paris")
DAY = dt.date(2026, 7, 14)


@pytest.mark.parametrize(
    ("cell", "hour", "zone"),
    [
        ("14/07/2026", "00:00:00", PARIS),
        ("14/07/2026 8h05", "08:05:00", PARIS),
        ("14/07/2026 à 18h", "18:00:00", PARIS),
        ("2026-07-14 14:30:15", "14:30:15", PARIS),
        ("2026-07-14T14:30:15.250Z", "14:30:15", dt.UTC),
        ("2026-07-14T14:30:15-03:30", "14:30:15", dt.timezone(-dt.timedelta(hours=3, minutes=30))),
        ("7/14/2026 2:30 PM", "14:30:00", PARIS),
        ("7/14/2026 12:30 am", "00:30:00", PARIS),
        (dt.datetime(2026, 7, 14, 9, 15), "09:15:00", PARIS),
        (dt.date(2026, 7, 14), "00:00:00", PARIS),
    ],
)
def test_the_hour_and_its_zone(cell, hour, zone):
    assert moment_of(DAY, cell, PARIS) == dt.datetime.combine(DAY, dt.time.fromisoformat(hour), zone)


def test_an_hour_that_no_clock_shows_is_refused():
    with pytest.raises(ValueError):
        moment_of(DAY, "2026-07-14 25:00", PARIS)


@given(st.text(max_size=20))
def test_what_our_files_guard_reads_back_as_it_was(text):
    assert without_guard(harmless_cell(text)) == text or text.startswith("'")


def test_a_quote_that_guards_nothing_stays():
    assert without_guard("'t Hart") == "'t Hart"
    assert without_guard("'=1+1") == "=1+1"
