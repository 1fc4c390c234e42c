"""Texts of the demo: whole, dated from today, typeset in French."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kameo.demo.cast import COLLEAGUES, key_of
from kameo.demo.dating import dated, months_from
from kameo.demo.portfolio import PORTFOLIO
from kameo.demo.portfolio.papers import PAPERS
from kameo.demo.stories import STORIES
from kameo.demo.typography import french

NAMES = {entity.name for root in PORTFOLIO for entity in root.walk()}


def test_tokens_are_counted_from_the_day() -> None:
    assert dated("{d+18}, {d+9}, {de m-1}, {de m+1}, {y+1}", date(2026, 11, 22)) == (
        "10 décembre, 1er décembre, d'octobre, de décembre, 2027"
    )


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2028, 2, 29), -12, date(2027, 2, 28)),
        (date(2026, 11, 22), 2, date(2027, 1, 22)),
    ],
)
def test_a_month_back_stays_in_its_month(day: date, months: int, expected: date) -> None:
    assert months_from(day, months) == expected


def test_french_spacing() -> None:
    assert french("Coût : 240 000 € pour 3 % ! « Oui » l'an") == (
        "Coût\u00a0: 240\u202f000\u00a0€ pour 3\u00a0%\u202f! «\u00a0Oui\u00a0» l’an"
    )


def test_every_story_is_about_a_known_entity_by_a_known_colleague() -> None:
    for account, told in STORIES.items():
        assert account in NAMES
        for one in told:
            assert not one.on or one.on in NAMES
            assert [key_of(first) for first in (one.who, *one.mentions)]
    assert {paper.account for paper in PAPERS} <= NAMES


def test_no_text_names_a_fixed_year() -> None:
    texts = [f"{one.subject} {one.text}" for told in STORIES.values() for one in told]
    assert [text for text in texts if re.search(r"\b20\d\d\b", text)] == []


def test_people_and_domains_are_fictional_addresses() -> None:
    assert all(one.email.endswith(".example") for one in COLLEAGUES)
    domains = [entity.domain for root in PORTFOLIO for entity in root.walk() if entity.domain]
    assert all(domain.endswith(".example") for domain in domains)
    assert len(domains) == len(set(domains))
