"""Every registered figure: its words in both languages, its records for those who see them, its value or why not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from kameo.accounts.models import Account
from kameo.contacts.models import Person, Position
from kameo.core import clock, preferences
from kameo.core.figures import DeclaredFigure, FigureSource, FigureValue, definition, read, registered
from kameo.core.kinds import WholeKind
from kameo.core.testing.cases import browser
from kameo.decisions.models import DecisionMap, Stake
from kameo.insight.strength import refresh_people
from kameo.interactions.models import Interaction, Participant

pytestmark = pytest.mark.django_db
EVERY = registered.keys()
EXPECTED = {"account.revenue_12m", "account.share", "account.potential", "coverage.threads", "person.strength"}


@pytest.fixture
def subjects(valmorin: Account) -> dict[str, int]:
    """One for each scope: an account where nothing happened, with one person on its map, never met."""
    person = Person.objects.create(last_name="Roquemaure")
    Position.objects.create(person=person, account=valmorin)
    Stake.objects.create(map=DecisionMap.objects.create(account=valmorin), person=person)
    return {"account": valmorin.pk, "person": person.pk}


def test_todays_figures_are_registered() -> None:
    assert set(EVERY) >= EXPECTED


@pytest.mark.parametrize("key", EVERY)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_figure_has_a_label_and_a_definition(key: str, language: str) -> None:
    with translation.override(language):
        words = registered[key].definition
        assert str(registered[key].label)
        assert words.endswith(".")
        assert "%(" not in words


@pytest.mark.parametrize("key", EVERY)
def test_the_definition_is_translated(key: str) -> None:
    said = []
    for language in ("en", "fr"):
        with translation.override(language):
            said.append(registered[key].definition)
    assert said[0] != said[1]


@pytest.mark.parametrize("key", EVERY)
def test_records_are_for_those_who_see_the_subject(key: str, subjects: Any, anne: Any, chloe: Any) -> None:
    one = registered[key]
    url = one.records(subjects[one.scope])
    assert browser(anne).get(url).status_code == 200
    assert browser(chloe).get(url).status_code == 404


@pytest.mark.parametrize("key", EVERY)
def test_none_comes_with_a_reason_and_a_value_without(key: str, subjects: Any, anne: Any) -> None:
    one = registered[key]
    found = one.value(anne, subjects[one.scope])
    assert (found.value is None) == bool(found.reason)
    assert (one.shown(found) is None) == (found.value is None)


def test_several_figures_of_many_subjects_are_read_at_once(
    subjects: Any, anne: Any, valmorin: Account, django_assert_num_queries: Any
) -> None:
    other = Account.objects.create(name="Pyralis")
    keys = [key for key in EVERY if registered[key].scope == "account"]
    preferences.get("time_zone")  # read once a process
    with django_assert_num_queries(5):  # two of the pulses and our revenue, three of the maps
        found = read(keys, anne, [valmorin.pk, other.pk])
    assert set(found) == {valmorin.pk, other.pk}
    assert list(found[other.pk]) == keys
    assert found[other.pk]["coverage.threads"].reason != found[valmorin.pk]["coverage.threads"].reason


def test_what_is_known_of_today_alone_refuses_the_past(subjects: Any, anne: Any) -> None:
    revenue, threads = registered["account.revenue_12m"], registered["coverage.threads"]
    assert revenue.value(anne, subjects["account"], date(2025, 1, 1)).value is None
    with pytest.raises(ValueError, match=r"coverage\.threads"):
        threads.value(anne, subjects["account"], clock.company_today())


def test_a_figure_is_what_its_page_shows(subjects: Any, anne: Any, valmorin: Account) -> None:
    person = Person.objects.get()
    row = Interaction.objects.create(account=valmorin, author=anne, kind="meeting", at=clock.now(), subject="x")
    Participant.objects.create(interaction=row, person=person)
    refresh_people([person.pk])
    Stake.objects.update(influence=4, stance="champion")
    with translation.override("en"):
        for key in ("coverage.relationship", "coverage.concentration", "coverage.status", "coverage.completeness"):
            one = registered[key]
            found = one.value(anne, valmorin.pk)
            assert f">{one.shown(found)}" in browser(anne).get(one.records(valmorin.pk)).text.replace("\n", ""), key
        strength = registered["person.strength"]
        page = browser(anne).get(strength.records(subjects["person"])).text
        assert f">{strength.shown(strength.value(anne, subjects['person']))}<" in page


def test_a_definition_is_looked_up_when_it_is_shown() -> None:
    late = definition("tests.later")
    source = FigureSource(lambda user, ids, as_of: dict.fromkeys(ids, 1))
    one = DeclaredFigure(
        "tests.later", "Later", WholeKind(), "account", source, lambda row: FigureValue(row), lambda: "Of now.", str
    )
    registered.register(one.key, one)
    try:
        assert (str(late), one.value(None, 7)) == ("Of now.", FigureValue(1))
    finally:
        del registered._items[one.key]
