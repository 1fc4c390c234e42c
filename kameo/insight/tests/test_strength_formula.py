"""c-10, sentence by sentence: the arithmetic on given inputs, then what happened as rows."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from kameo.accounts.models import Account
from kameo.contacts.models import Person, PersonPulse, Position
from kameo.contacts.pulse.strength_bars import band_of
from kameo.core import clock
from kameo.core.sql import read_sql
from kameo.insight.strength import Settings, refresh_people, statement
from kameo.insight.strength.sheet import level_of
from kameo.interactions.models import Interaction, Participant
from kameo.people.models import User

pytestmark = pytest.mark.django_db
C10 = Settings()
PARIS = ZoneInfo("Europe/Paris")


def touches(*pairs):
    return [(Decimal(weight), age) for weight, age in pairs]


GOOD = {
    "first_age": 80,
    "two_way_age": 12,
    "received": 9,
    "sent": 14,
    "live": 40,
    "contacts": 100,
    "colleagues": 2,
    "happened": touches((6, 12), (3, 20), (1, 25), (6, 55), (4, 80)),
}
POOR = {
    "first_age": 90,
    "two_way_age": 75,
    "received": 1,
    "sent": 8,
    "live": 10,
    "contacts": 100,
    "colleagues": 1,
    "happened": touches((1, 10), (1, 30), (3, 75), (1, 90)),
}


def compute(inputs: dict[str, Any], settings: Settings = C10, cadence: int = 30) -> SimpleNamespace:
    """The arithmetic of `score.sql` on these inputs, as the row that it would read of somebody."""
    points = f"sum(weight * {statement._PARTS['faded']})::numeric"
    total = f"""with person as (select %(cadence)s::int as cadence), total as (
        select 1 as person_id, false as departed, %(today)s::date as as_of, cadence, 'default' as cadence_of,
            %(first_age)s::int as first_age, %(two_way_age)s::int as two_way_age, %(contacts)s as contacts_ever,
            %(contacts)s as contacts, %(live)s as live, %(received)s as received, %(sent)s as sent,
            %(colleagues)s as colleagues, 0 as touches,
            (select {points} from unnest(%(weights)s, %(ages)s) t(weight, age)) as points,
            (1 - power(0.5::float8, 1 / %(half_life)s::float8))::numeric as fades
        from person), """  # noqa: S608 - constant text, parameters apart
    weights, ages = zip(*inputs["happened"], strict=True)
    values = {**statement._params([], settings, None), **inputs, "cadence": cadence}
    values |= {"weights": [float(one) for one in weights], "ages": list(ages)}
    with connection.cursor() as cursor:
        cursor.execute(total + read_sql(statement.__file__, "score"), values)
        _person, score, _cadence, _frozen, factors = cursor.fetchone()
    return SimpleNamespace(score=score, factors=json.loads(factors))


def share(factors: Any, name: str) -> Decimal:
    return Decimal(str(factors[name]["share"]))


def test_c10_first_worked_example() -> None:
    found = compute(GOOD)
    assert (round(found.score, 1), band_of(found.score), found.factors["state"]) == (Decimal("73.6"), "good", "known")
    assert {name: share(found.factors, name) for name in C10.parts} == {
        "recency": Decimal("0.757858"),
        "frequency": Decimal("0.640428"),
        "reciprocity": Decimal("0.642857"),
        "depth": Decimal("0.800000"),
        "breadth": Decimal("1.000000"),
    }


def test_c10_second_worked_example() -> None:
    found = compute(POOR)
    assert (round(found.score, 1), band_of(found.score)) == (Decimal("19.7"), "poor")


def test_c10_frequency_is_one_meeting_per_cadence() -> None:
    found = compute({**GOOD, "happened": touches(*((6, 30 * n) for n in range(60)))})
    assert share(found.factors, "frequency") == 1
    assert Decimal(str(found.factors["frequency"]["expected"])) == Decimal("20.49")


def test_the_factors_are_shares_of_their_sum() -> None:
    halved = replace(C10, parts={name: weight / 2 for name, weight in C10.parts.items()})
    assert compute(GOOD, halved).score == compute(GOOD).score


def test_c10_bands_include_their_lower_bound() -> None:
    cases = {"60.00": "good", "59.99": "fair", "40.00": "fair", "39.99": "poor", "0.00": "poor"}
    assert {score: band_of(Decimal(score)) for score in cases} == cases
    assert band_of(None) == "unknown"


def test_computed_levels_are_slices_of_twenty_points() -> None:
    scores = ("0", "19.99", "20", "39.99", "59.99", "79.99", "80", "100")
    assert [level_of(Decimal(score)) for score in scores] == [1, 1, 2, 2, 3, 4, 5, 5]
    assert level_of(None) is None


def test_the_version_changes_with_any_setting_and_not_with_how_it_is_written() -> None:
    assert replace(C10, half_life=Decimal("2.0")).version == C10.version
    changed = [
        replace(C10, half_life=Decimal(3)),
        replace(C10, thread_cap=4),
        replace(C10, answer_days=10),
        replace(C10, touches={**C10.touches, "call": Decimal(5)}),
        replace(C10, good=Decimal(70)),
    ]
    assert len({one.version for one in [C10, *changed]}) == 6


# --- what happened ------------------------------------------------------------------------------------------------


@pytest.fixture
def read(anne, bruno, valmorin):
    """`read((days, kind, direction, more…), …)`: these happened with somebody of cadence 30; the stored pulse."""
    Account.objects.filter(pk=valmorin.pk).update(cadence_days=30)
    person = Person.objects.create(last_name="Roquemaure")
    post = Position.objects.create(person=person, account=valmorin)

    def said(*history, left=None):
        Interaction.objects.all().delete()
        for days, kind, direction, more in ((*one[:3], one[3] if len(one) > 3 else {}) for one in history):
            ours = {"both": [anne, bruno], "bruno": [bruno]}.get(more.get("ours", ""), [anne])
            at = datetime.combine(clock.company_today() - timedelta(days=days), time(10), PARIS)
            facts = {"occasion": more.get("occasion", ""), "thread": more.get("thread", "")}
            row = Interaction.objects.create(
                account=valmorin, author=ours[0], kind=kind, direction=direction, at=at, subject="x", **facts
            )
            Participant.objects.create(interaction=row, person=person)
            for colleague in ours[1:]:
                Participant.objects.create(interaction=row, colleague=colleague)
        ended = None if left is None else clock.company_today() - timedelta(days=left)
        Position.objects.filter(pk=post.pk).update(ends_on=ended)
        refresh_people([person.pk])
        return PersonPulse.objects.get(person=person)

    return said


def test_c10_unknown_is_grey_and_never_zero(read) -> None:
    """Imported without history: no interaction ever."""
    found = read()
    assert (found.strength, found.factors["state"], found.cadence_days) == (None, "unknown", 30)
    assert "recency" not in found.factors


def test_c10_one_mail_of_ours_is_known_and_poor(read) -> None:
    found = read((70, "mail", "out"))
    assert (band_of(found.strength), found.factors["state"]) == ("poor", "known")
    assert {name for name in C10.parts if share(found.factors, name)} == {"frequency"}


def test_c10_new_until_the_cadence_has_passed(read) -> None:
    assert [read((days, "meeting", "out")).factors["state"] for days in (0, 29, 30)] == ["new", "new", "known"]


def test_c10_departed_is_frozen_and_what_comes_after_does_not_count(read) -> None:
    found = read((10, "meeting", "out"), (45, "call", "out"), left=39)
    assert (found.frozen, found.factors["contacts_ever"], found.factors["touches"]) == (True, 1, 4)
    assert found.factors["recency"]["days"] == 5
    assert read(left=39).frozen


@pytest.mark.parametrize(
    ("kind", "direction", "occasion", "weight"),
    [
        ("meeting", "out", "review", 10),
        ("call", "out", "review", 10),
        ("meeting", "out", "", 6),
        ("call", "out", "", 4),
        ("mail", "in", "", 3),
        ("mail", "both", "", 3),
        ("mail", "out", "", 1),
        ("mail", "out", "review", 1),
        ("mail", "in", "survey", 2),
    ],
)
def test_c10_weights(read, kind, direction, occasion, weight) -> None:
    found = read((0, kind, direction, {"occasion": occasion}))
    assert (found.factors["touches"], found.factors["frequency"]["points"]) == (weight, weight)


@pytest.mark.parametrize("occasion", ["bulk", "automatic", "bounce"])
def test_c10_what_no_human_wrote_is_no_contact(read, occasion) -> None:
    assert read((1, "mail", "in", {"occasion": occasion})).factors["state"] == "unknown"


def test_c10_a_note_is_no_contact(read) -> None:
    assert read((1, "note", "both")).factors["state"] == "unknown"


def test_c10_a_thread_counts_three_mails_a_day_theirs_first(read) -> None:
    talk = [(0, "mail", "out", {"thread": "t"})] * 4 + [(0, "mail", "in", {"thread": "t"})] * 2
    found = read(*talk).factors
    assert (found["touches"], found["frequency"]["points"]) == (3 + 3 + 1, 3 + 3 + 1)
    assert (found["reciprocity"]["received"], found["reciprocity"]["sent"]) == (2, 4)


def test_c10_another_thread_another_day_and_no_thread_are_not_capped(read) -> None:
    same = [(1, "mail", "out", {"thread": "t"})] * 5
    others = [(1, "mail", "out", {"thread": "u"}), (2, "mail", "out", {"thread": "t"}), *[(1, "mail", "out")] * 4]
    calls = [(1, "call", "out", {"thread": "t"})] * 4
    assert read(*same, *others, *calls).factors["touches"] == 3 + 1 + 1 + 4 + 4 * 4


def test_c10_meetings_count_both_ways(read) -> None:
    found = read((1, "meeting", "out"), (2, "meeting", "in")).factors["reciprocity"]
    assert (found["received"], found["sent"], found["share"]) == (2, 2, 1)


def test_c10_calls_and_mails_count_the_way_they_went(read) -> None:
    found = read((1, "call", "in"), (2, "call", "out"), (3, "mail", "out"), (4, "mail", "both")).factors["reciprocity"]
    assert (found["received"], found["sent"]) == (2, 3)


def test_c10_nothing_received_is_no_reciprocity(read) -> None:
    assert read((1, "mail", "out"), (2, "mail", "out")).factors["reciprocity"]["share"] == 0


@pytest.mark.parametrize(
    ("history", "days"),
    [
        ([(5, "mail", "out")], None),
        ([(5, "mail", "in")], None),
        ([(5, "mail", "in"), (35, "mail", "out")], 5),
        ([(5, "mail", "in"), (36, "mail", "out")], None),
        ([(9, "mail", "in"), (2, "mail", "out")], 9),
        ([(7, "call", "out"), (2, "mail", "out")], 7),
    ],
)
def test_c10_two_way_is_live_or_an_answer(read, history, days) -> None:
    assert read(*history).factors["recency"]["days"] == days


def test_c10_windows_are_twelve_months_but_not_for_frequency(read) -> None:
    found = read((365, "call", "in"), (364, "meeting", "out", {"ours": "bruno"})).factors
    assert (found["depth"]["contacts"], found["depth"]["live"], found["breadth"]["colleagues"]) == (1, 1, 1)
    assert (found["reciprocity"]["received"], found["reciprocity"]["sent"], found["touches"]) == (1, 1, 6)
    assert (found["contacts_ever"], found["first_on"]) == (2, str(clock.company_today() - timedelta(days=365)))


def test_c10_depth_is_the_share_of_live_contacts(read) -> None:
    mails = [(days, "mail", "out") for days in (2, 3, 4)]
    assert read((1, "call", "out"), *mails).factors["depth"]["share"] == 0.5
    assert read((1, "call", "out"), mails[0]).factors["depth"]["share"] == 1


def test_c10_a_colleague_who_left_keeps_his_exchanges_but_not_the_breadth(read, bruno) -> None:
    both = [(3, "meeting", "out", {"ours": "both"}), (9, "call", "out", {"ours": "bruno"})]
    before = read(*both).factors
    User.objects.filter(pk=bruno.pk).update(is_active=False)
    after = read(*both).factors
    assert (before["breadth"]["colleagues"], after["breadth"]["colleagues"]) == (2, 1)
    assert {**after, "breadth": before["breadth"]} == before


def test_c10_breadth_needs_both_sides_to_speak(read) -> None:
    found = read((3, "mail", "out", {"ours": "bruno"}), (4, "call", "out"))
    assert found.factors["breadth"]["colleagues"] == 1
