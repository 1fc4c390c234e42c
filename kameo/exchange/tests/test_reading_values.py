"""Amounts, dates, units: what a column's values prove, what stays a question, what one value is worth."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kameo.exchange.reading.amounts import DecimalEvidence, amount_reader
from kameo.exchange.reading.dates import DateEvidence, date_reader
from kameo.exchange.reading.units import currency_in, unit_in

FRENCH = {
    "1 234,56 €": "1234.56",
    "1.234.567,89": "1234567.89",
    "(1 234,50)": "-1234.50",
    "1234-": "-1234",
    "12,3 M€": "12300000",
    "€ 12": "12",
    "1\u202f234\u00a0567,8": "1234567.8",
    "-85 k€": "-85000",
    "0,5": "0.5",
    "22,136 Md€": "22136000000",
    "5 000 euros": "5000",
    "12,": "12",
    "−7": "-7",
    "1'234,5": "1234.5",
}
ENGLISH = {
    "1,234.56": "1234.56",
    "$1,234": "1234",
    "USD 12.5": "12.5",
    "(£12.50)": "-12.50",
    "-$5": "-5",
    "$-5": "-5",
    "1.5E+06": "1500000",
    "1,23,456.78": "123456.78",
    ".5": "0.5",
    "$(5.00)": "-5",
    "4.5 bn": "4500000000",
    "12m": "12000000",
    "1'234.5": "1234.5",
}


@pytest.mark.parametrize(
    ("decimal", "text", "value"),
    [*((",", text, value) for text, value in FRENCH.items()), *((".", text, value) for text, value in ENGLISH.items())],
)
def test_amounts_as_people_write_them(decimal: str, text: str, value: str) -> None:
    assert amount_reader(decimal)(text) == Decimal(value)


@pytest.mark.parametrize(
    ("decimal", "text"),
    [
        (",", "1.234.56"),
        (",", "1,234.56"),
        (".", "12,5"),
        (",", "--5"),
        (",", "abc"),
        (".", "1 23"),
        (".", "(5"),
        (".", "9" * 16),
        (".", "1e99"),
        (".", "12 34 56"),
    ],
)
def test_what_is_not_an_amount_is_refused_never_guessed(decimal: str, text: str) -> None:
    with pytest.raises(ValueError):
        amount_reader(decimal)(text)


@pytest.mark.parametrize("text", ["", "  ", "N/A", "-", "#REF!", None])
def test_nothing_is_none(text: str | None) -> None:
    assert amount_reader(".")(text) is None


AMOUNTS = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False)


@given(
    AMOUNTS,
    st.sampled_from(",."),
    st.sampled_from(["", " ", "\u00a0", "\u202f", "'"]),
    st.sampled_from(["", " €", " EUR"]),
)
def test_every_way_of_writing_gives_the_same_amount(amount: Decimal, mark: str, group: str, end: str) -> None:
    written = f"{amount:,.2f}".replace(".", "¤").replace(",", group).replace("¤", mark) + end
    assert amount_reader(mark)(written) == amount


@given(AMOUNTS)
def test_a_negative_is_a_negative_however_written(amount: Decimal) -> None:
    bare = f"{abs(amount):.2f}"
    for written in (f"-{bare}", f"({bare})", f"{bare}-", f"− {bare}"):
        assert amount_reader(".")(written) == -abs(amount)


def verdict(values: list[str], separator: str = "") -> tuple[str | None, str]:
    evidence = DecimalEvidence()
    for value in values:
        evidence.add(value)
    found = evidence.verdict(separator=separator)
    return found.value, found.status


def test_the_decimal_mark_is_proved_by_the_values() -> None:
    assert verdict(["1 234,56", "7"]) == (",", "certain")
    assert verdict(["1,234.56"]) == (".", "certain")
    assert verdict(["1.234.567"]) == (",", "certain")
    assert verdict(["12", "7"]) == (".", "default")
    assert verdict([f"{n},500" for n in range(1, 9)]) == (".", "likely")


def test_one_thousand_or_one_comma_is_a_question() -> None:
    assert verdict(["1,234", "7"]) == (None, "ambiguous")
    assert verdict(["1,5", "1.5"])[1] == "ambiguous"


DATES = {
    "2009-12-01 07:45:00": dt.date(2009, 12, 1),
    "20140102": dt.date(2014, 1, 2),
    "2024-01-05T10:00:00Z": dt.date(2024, 1, 5),
    "1er janvier 2024": dt.date(2024, 1, 1),
    "lundi 5 févr. 2024": dt.date(2024, 2, 5),
    "Jan 5, 2024": dt.date(2024, 1, 5),
    "05-Jan-24": dt.date(2024, 1, 5),
    "12-déc-2023": dt.date(2023, 12, 12),
    "August 3rd, 2024": dt.date(2024, 8, 3),
    "1 mai 2024 à 10h30": dt.date(2024, 5, 1),
    "45000": dt.date(2023, 3, 15),
    "31.12.2024": dt.date(2024, 12, 31),
    45000: dt.date(2023, 3, 15),
    dt.datetime(2024, 5, 6, 7, 8): dt.date(2024, 5, 6),
}


@pytest.mark.parametrize("written", DATES)
def test_dates_that_need_no_order(written: object) -> None:
    assert date_reader(None)(written) == DATES[written]


@pytest.mark.parametrize(
    "written", ["31/02/2024", "2024-13-01", "3 mars", "mars 2024", "hier", "0024-01-01", True, "12/31/2024"]
)
def test_what_is_not_a_date_is_refused(written: object) -> None:
    with pytest.raises(ValueError):
        date_reader("dmy")(written)


def test_an_order_that_is_not_known_is_not_guessed() -> None:
    with pytest.raises(ValueError):
        date_reader(None)("02/03/2026")


@given(
    st.dates(dt.date(1970, 1, 1), dt.date(2068, 12, 31)), st.sampled_from(["dmy", "mdy", "ymd"]), st.sampled_from("/-")
)
def test_every_order_is_read_back(day: dt.date, order: str, mark: str) -> None:
    pattern = mark.join({"d": "%d", "m": "%m", "y": "%y" if order == "ymd" else "%Y"}[letter] for letter in order)
    assert date_reader(order)(day.strftime(pattern)) == day


def order_of(values: list[str]) -> tuple[str | None, str, tuple[str, ...]]:
    evidence = DateEvidence()
    for value in values:
        evidence.add(value)
    found = evidence.verdict()
    return found.value, found.status, found.candidates


def test_one_value_far_down_proves_the_order() -> None:
    assert order_of(["01/02/2024"] * 3 + ["03/04/2024", "31/12/2024"])[:2] == ("dmy", "certain")
    assert order_of(["01/02/2024", "12/31/2024"])[:2] == ("mdy", "certain")


def test_an_ambiguous_order_is_a_question() -> None:
    assert order_of(["01/02/2024", "03/04/2024"]) == (None, "ambiguous", ("dmy", "mdy"))
    assert order_of(["01/02/03"])[2] == ("dmy", "mdy", "ymd")


def test_a_file_that_contradicts_itself_is_a_question() -> None:
    assert order_of(["31/12/2024", "12/31/2024"])[:2] == (None, "ambiguous")


def test_dates_that_read_the_same_both_ways_ask_nothing() -> None:
    assert order_of(["01/01/2024", "02/02/2024", "2024-05-06"])[1] == "default"


@pytest.mark.parametrize(
    ("name", "currency", "unit"),
    [
        ("CA (k€)", "EUR", 1000),
        ("amount_gbp", "GBP", None),
        ("KEUR", "EUR", 1000),
        ("Revenue $m", "USD", 1_000_000),
        ("Annual revenue (in millions of USD)", "USD", 1_000_000),
        ("Chiffre d’affaires en milliers d'euros", "EUR", 1000),
        ("CA 2024 (Md€)", "EUR", 1_000_000_000),
        ("Montant HT €", "EUR", None),
        ("Revenue in thousands", None, 1000),
        ("numero", None, None),
        ("name", None, None),
        ("Effectif", None, None),
    ],
)
def test_a_column_name_tells_currency_and_unit(name: str, currency: str | None, unit: int | None) -> None:
    assert (currency_in(name), unit_in(name)) == (currency, unit)
