"""Numbers, amounts, dates and names, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from django.utils import timezone, translation

from kameo.core.ui import formats

THIN, HARD = "\u202f", "\u00a0"


@pytest.fixture(params=["fr"])
def language(request):
    with translation.override(request.param), timezone.override("Europe/Paris"):
        yield request.param


@pytest.fixture
def english():
    with translation.override("en"), timezone.override("Europe/Paris"):
        yield


@pytest.mark.parametrize(
    ("value", "currency", "expected"),
    [
        (1284000, "EUR", f"1{THIN}284{THIN}000{HARD}€"),
        (Decimal("1234.56"), "EUR", f"1{THIN}234,56{HARD}€"),
        (Decimal("1234.50"), "EUR", f"1{THIN}234,50{HARD}€"),
        (Decimal("0.005"), "EUR", f"0,01{HARD}€"),
        (0, "EUR", f"0{HARD}€"),
        (-12, "EUR", f"−12{HARD}€"),
        (None, "EUR", f"n.{HARD}d."),
    ],
)
def test_money_in_french(language, value, currency, expected):
    assert formats.money(value, currency) == expected


def test_money_in_english_puts_the_symbol_first(english):
    assert formats.money(1284000) == "€1,284,000"
    assert formats.money(-12) == "−€12"
    assert formats.money(None) == "n/a"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (325000, f"325{HARD}k€"),
        (1284000, f"1,3{HARD}M€"),
        (2000000, f"2{HARD}M€"),
        (999_499, f"999{HARD}k€"),
        (999_600, f"1{HARD}M€"),
        (640, f"640{HARD}€"),
        (999.4, f"999{HARD}€"),
        (999.6, f"1{HARD}k€"),
        (Decimal("1.2E9"), f"1,2{HARD}Md€"),
        (-325000, f"−325{HARD}k€"),
        (0, f"0{HARD}€"),
        (None, f"n.{HARD}d."),
    ],
)
def test_short_money_keeps_the_nearest_unit(language, value, expected):
    assert formats.short_money(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(18.4, "18,4"), (112, "112"), (18.0, "18"), (Decimal("66.66"), "66,7"), (-4.1, "−4,1"), (0, "0")],
)
def test_percent_drops_a_zero_decimal(language, value, expected):
    assert formats.percent(value) == f"{expected}{HARD}%"


def test_percent_in_english_has_no_space(english):
    assert formats.percent(18.4) == "18.4%"


def test_unknown_is_never_written_zero(language):
    for name, function in formats.FILTERS.items():
        if name in {"initials", "cameo_letter", "avatar_grain", "ordinal", "quarter", "lines"}:
            continue
        assert function(None) == f"n.{HARD}d.", name


def test_signed_and_points(language):
    assert formats.signed(12) == "+12"
    assert formats.signed(-10) == "−10"
    assert formats.signed(0) == "0"
    assert formats.points(4) == f"4,0{HARD}pts"


def test_long_date_says_1er(language):
    assert formats.date_long(date(2026, 11, 24)) == "24 novembre 2026"
    assert formats.date_long(date(2026, 11, 1)) == "1er novembre 2026"
    assert formats.date_day(date(2026, 12, 1)) == "mardi 1er décembre"
    assert formats.month(date(2026, 11, 1)) == "novembre 2026"


def test_short_date_says_the_year_only_when_it_is_another(language):
    today = timezone.localdate()
    assert formats.date_short(today.replace(month=11, day=5)) == "5 nov."
    assert formats.date_short(date(2019, 11, 5)) == "5 nov. 2019"


def test_an_instant_is_shown_in_the_zone_of_the_reader(language):
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert formats.date_long(late) == "25 novembre 2026"
    assert formats.clock_time(late) == f"0{HARD}h{HARD}30"


def test_hours(language):
    assert formats.clock_time(time(9, 42)) == f"9{HARD}h{HARD}42"
    assert formats.clock_time(time(10)) == f"10{HARD}h"


def test_hours_in_english(english):
    assert formats.clock_time(time(9, 42)) == "09:42"


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        (timedelta(seconds=-20), "à l’instant"),
        (timedelta(minutes=38), f"dans 38{HARD}minutes"),
        (timedelta(minutes=-1, seconds=-5), f"il y a 1{HARD}minute"),
        (timedelta(hours=-2), f"il y a 2{HARD}heures"),
        (timedelta(days=-1), "hier"),
        (timedelta(days=1), "demain"),
        (timedelta(days=-4), f"il y a 4{HARD}jours"),
        (timedelta(days=-52), f"il y a 52{HARD}jours"),
        (timedelta(days=-92), f"il y a 3{HARD}mois"),
        (timedelta(days=-1100), f"il y a 3{HARD}ans"),
    ],
)
def test_relative_counts_days_up_to_sixty(language, distance, expected):
    now = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    assert formats.relative(now + distance, now) == expected


def test_relative_of_a_day_without_hour(language):
    now = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    assert formats.relative(date(2026, 11, 24), now) == "aujourd’hui"


def test_relative_in_english(english):
    now = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    assert formats.relative(now - timedelta(days=4), now) == f"4{HARD}days ago"


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(38, "38 min"), (190, "3 h 10"), (120, "2 h"), (1680, "1 j 4 h"), (1440, "1 j"), (-65, "−1 h 05")],
)
def test_duration(language, minutes, expected):
    assert formats.duration(minutes) == expected.replace(" ", HARD)


def test_ordinals_and_quarters(language):
    assert formats.ordinal(1) == "1er"
    assert formats.ordinal(4, "trimestre") == "4e trimestre"
    assert formats.quarter(date(2026, 11, 1)) == "T4 2026"


@pytest.mark.parametrize(
    ("value", "expected"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_ordinals_in_english(english, value, expected):
    assert formats.ordinal(value) == expected


def test_file_size_counts_in_thousands(language):
    assert formats.file_size(640) == f"640{HARD}o"
    assert formats.file_size(1400) == f"1,4{HARD}ko"
    assert formats.file_size(12_400_000) == f"12{HARD}Mo"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anne-Laure Dubreucq", "AD"),
        ("Kameo", "K"),
        ("", "?"),
        (None, "?"),
        ("éric de la tour", "ÉT"),
        ("(3) Jean", "J"),
    ],
)
def test_initials(name, expected):
    assert formats.initials(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Groupe Valmorin", "V"), ("Énergies du Vexenne", "É"), ("SA", "S"), ("3M France", "3"), ("", "?")],
)
def test_cameo_letter_skips_what_does_not_distinguish(name, expected):
    assert formats.cameo_letter(name) == expected


def test_the_grain_of_a_name_never_changes():
    assert {formats.avatar_grain("Camille Ferrandin") for _ in range(3)} == {formats.avatar_grain("Camille Ferrandin")}
    assert formats.avatar_grain(None) in set("abcd")


@pytest.mark.parametrize(("code", "words"), [("fr", ["jour", "jours"]), ("en", ["day", "days"])])
def test_days_in_words_agree_with_their_number(code, words):
    with translation.override(code):
        assert [formats.days_in_words(1), formats.days_in_words(45)] == [f"1{HARD}{words[0]}", f"45{HARD}{words[1]}"]


def test_what_is_kept_is_kept_by_language_and_by_type():
    with translation.override("fr"):
        assert formats.short_money(325000) == f"325{HARD}k€"
        assert formats.number(Decimal("1.0"), 1) == formats.number(1, 1) == "1,0"
        assert formats.date_long(date(2026, 11, 1)) == "1er novembre 2026"
    with translation.override("en"):
        assert formats.short_money(325000) == "€325k"
        assert formats.number(Decimal("1.0"), 1) == "1.0"
        assert formats.date_long(date(2026, 11, 1)) == "1 November 2026"


@pytest.mark.parametrize("day", [date(2026, 1, 1) + timedelta(days=step) for step in range(0, 366, 9)])
def test_dates_are_what_babel_writes_but_for_the_first_of_the_month(day):
    for language, locale in (("fr", "fr"), ("en", "en_GB")):
        with translation.override(language):
            expected = format_date(day, "d MMMM y", locale=locale)
            first = language == "fr" and day.day == 1
            assert formats.date_long(day) == (expected.replace("1 ", "1er ", 1) if first else expected)


def test_a_day_of_25_hours_is_still_today():
    with timezone.override(ZoneInfo("Europe/Paris")):
        morning = datetime(2026, 10, 24, 22, 10, tzinfo=UTC)  # 0:10 in Paris, clocks go back at 3
        night = datetime(2026, 10, 25, 22, 50, tzinfo=UTC)  # 23:50, the same day
        with translation.override("en"):
            assert formats.relative(morning, now=night) == f"25{HARD}hours ago"
