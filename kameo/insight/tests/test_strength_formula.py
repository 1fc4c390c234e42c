"""c-10, sentence by sentence, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from kameo.insight.strength.formula import Inputs, band_of, compute_strength, level_of
from kameo.insight.strength.history import Contact, inputs_from
from kameo.insight.strength.settings import Settings

TODAY = date(2026, 11, 22)
ANNE, BRUNO = 1, 2
C10 = Settings()


def touches(*pairs):
    return tuple((Decimal(weight), age) for weight, age in pairs)


def ago(days, kind="mail", direction="out", **more):
    day = TODAY - timedelta(days=days)
    at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    return Contact(at, day, kind, direction, colleagues=more.pop("colleagues", frozenset({ANNE})), **more)


def read(*history, cadence=30, on=TODAY, settings=C10, active=(ANNE, BRUNO), **more):
    return inputs_from(history, on=on, cadence=cadence, settings=settings, active=active, **more)


GOOD = Inputs(
    cadence=30,
    first_days=80,
    last_two_way_days=12,
    received=9,
    sent=14,
    live=40,
    contacts=100,
    colleagues=2,
    touches=touches((6, 12), (3, 20), (1, 25), (6, 55), (4, 80)),
)
POOR = Inputs(
    cadence=30,
    first_days=90,
    last_two_way_days=75,
    received=1,
    sent=8,
    live=10,
    contacts=100,
    colleagues=1,
    touches=touches((1, 10), (1, 30), (3, 75), (1, 90)),
)


def test_c10_first_worked_example():
    found = compute_strength(GOOD, C10)
    assert (round(found.score, 1), found.band, found.state) == (Decimal("73.6"), "good", "known")
    assert found.parts == {
        "recency": Decimal("0.757858"),
        "frequency": Decimal("0.640428"),
        "reciprocity": Decimal("0.642857"),
        "depth": Decimal("0.800000"),
        "breadth": Decimal("1.000000"),
    }


def test_c10_second_worked_example():
    found = compute_strength(POOR, C10)
    assert (round(found.score, 1), found.band) == (Decimal("19.7"), "poor")


def test_c10_unknown_is_grey_and_never_zero():
    """Imported without history: no interaction ever."""
    found = compute_strength(Inputs(cadence=60), C10)
    assert (found.score, found.band, found.state, found.parts) == (None, "unknown", "unknown", {})
    assert read().first_days is None


def test_c10_one_mail_of_ours_is_known_and_poor():
    found = compute_strength(read(ago(70)), C10)
    assert (found.band, found.state) == ("poor", "known")
    assert found.score > 0
    assert {name for name, part in found.parts.items() if part} == {"frequency"}


def test_c10_bands_include_their_lower_bound():
    cases = {"60.00": "good", "59.99": "fair", "40.00": "fair", "39.99": "poor", "0.00": "poor"}
    assert {score: band_of(Decimal(score), C10) for score in cases} == cases
    assert band_of(None, C10) == "unknown"


def test_c10_new_until_the_cadence_has_passed():
    meeting = [compute_strength(read(ago(days, "meeting")), C10).state for days in (0, 29, 30)]
    assert meeting == ["new", "new", "known"]


def test_c10_departed_is_frozen():
    assert compute_strength(replace(GOOD, departed=True), C10).frozen
    assert compute_strength(Inputs(cadence=30, departed=True), C10).frozen


def test_c10_what_comes_after_the_last_day_does_not_count():
    left = TODAY - timedelta(days=40)
    found = read(ago(10, "meeting"), ago(45, "call"), on=left, departed=True)
    assert (found.contacts, found.last_two_way_days, found.touches) == (1, 5, touches((4, 5)))


@pytest.mark.parametrize(
    ("contact", "weight"),
    [
        (ago(0, "meeting", occasion="review"), 10),
        (ago(0, "call", occasion="review"), 10),
        (ago(0, "meeting"), 6),
        (ago(0, "call"), 4),
        (ago(0, "mail", "in"), 3),
        (ago(0, "mail", "both"), 3),
        (ago(0, "mail", "out"), 1),
        (ago(0, "mail", "out", occasion="review"), 1),
        (ago(0, "mail", "in", occasion="survey"), 2),
    ],
)
def test_c10_weights(contact, weight):
    assert read(contact).touches == touches((weight, 0))


@pytest.mark.parametrize("occasion", ["bulk", "automatic", "bounce"])
def test_c10_what_no_human_wrote_is_no_contact(occasion):
    assert read(ago(1, "mail", "in", occasion=occasion)) == Inputs(cadence=30)


def test_c10_a_note_is_no_contact():
    assert read(ago(1, "note", "both")) == Inputs(cadence=30)


def test_c10_a_thread_counts_three_mails_a_day_theirs_first():
    talk = [ago(1, "mail", "out", thread="t") for _ in range(4)] + [ago(1, "mail", "in", thread="t")] * 2
    assert sorted(read(*talk).touches) == sorted(touches((3, 1), (3, 1), (1, 1)))
    assert (read(*talk).received, read(*talk).sent) == (2, 4)


def test_c10_another_thread_another_day_and_no_thread_are_not_capped():
    same = [ago(1, thread="t")] * 5
    others = [ago(1, thread="u"), ago(2, thread="t"), *[ago(1)] * 4, *[ago(1, "call", thread="t")] * 4]
    assert len(read(*same, *others).touches) == 3 + 1 + 1 + 4 + 4


def test_c10_meetings_count_both_ways():
    found = read(ago(1, "meeting", "out"), ago(2, "meeting", "in"))
    assert (found.received, found.sent) == (2, 2)
    assert compute_strength(found, C10).parts["reciprocity"] == 1


def test_c10_calls_and_mails_count_the_way_they_went():
    found = read(ago(1, "call", "in"), ago(2, "call", "out"), ago(3, "mail", "out"), ago(4, "mail", "both"))
    assert (found.received, found.sent) == (2, 3)


def test_c10_nothing_received_is_no_reciprocity():
    assert compute_strength(read(ago(1), ago(2)), C10).parts["reciprocity"] == 0


def test_c10_two_way_is_live_or_an_answer():
    assert read(ago(5, "mail", "out")).last_two_way_days is None
    assert read(ago(5, "mail", "in")).last_two_way_days is None
    assert read(ago(5, "mail", "in"), ago(35, "mail", "out")).last_two_way_days == 5
    assert read(ago(5, "mail", "in"), ago(36, "mail", "out")).last_two_way_days is None
    assert read(ago(9, "mail", "in"), ago(2, "mail", "out")).last_two_way_days == 9
    assert read(ago(7, "call", "out"), ago(2, "mail", "out")).last_two_way_days == 7


def test_c10_windows_are_twelve_months_but_not_for_frequency():
    edge = [ago(365, "call", "in"), ago(364, "meeting", colleagues=frozenset({BRUNO}))]
    found = read(*edge)
    assert (found.contacts, found.live, found.received, found.sent, found.colleagues) == (1, 1, 1, 1, 1)
    assert (found.first_days, len(found.touches)) == (365, 2)


def test_c10_depth_is_the_share_of_live_contacts():
    quarter = read(ago(1, "call"), ago(2), ago(3), ago(4))
    assert compute_strength(quarter, C10).parts["depth"] == Decimal("0.5")
    assert compute_strength(read(ago(1, "call"), ago(2)), C10).parts["depth"] == 1


def test_c10_a_colleague_who_left_keeps_his_exchanges_but_not_the_breadth():
    both = [ago(3, "meeting", colleagues=frozenset({ANNE, BRUNO})), ago(9, "call", colleagues=frozenset({BRUNO}))]
    before, after = read(*both), read(*both, active=(ANNE,))
    assert (before.colleagues, after.colleagues) == (2, 1)
    assert replace(after, colleagues=2) == before


def test_c10_breadth_needs_both_sides_to_speak():
    found = read(ago(3, "mail", "out", colleagues=frozenset({BRUNO})), ago(4, "call"))
    assert found.colleagues == 1


def test_c10_frequency_is_one_meeting_per_cadence():
    regular = touches(*((6, 30 * n) for n in range(60)))
    found = compute_strength(replace(GOOD, touches=regular), C10)
    assert found.parts["frequency"] == 1
    assert round(found.expected, 2) == Decimal("20.49")


def test_the_factors_are_shares_of_their_sum():
    halved = replace(C10, parts={name: weight / 2 for name, weight in C10.parts.items()})
    assert compute_strength(GOOD, halved).score == compute_strength(GOOD, C10).score


def test_computed_levels_are_slices_of_twenty_points():
    scores = ("0", "19.99", "20", "39.99", "59.99", "79.99", "80", "100")
    assert [level_of(Decimal(score)) for score in scores] == [1, 1, 2, 2, 3, 4, 5, 5]
    assert level_of(None) is None


def test_the_version_changes_with_any_setting_and_not_with_how_it_is_written():
    assert replace(C10, half_life=Decimal("2.0")).version == C10.version
    changed = [
        replace(C10, half_life=Decimal(3)),
        replace(C10, thread_cap=4),
        replace(C10, answer_days=10),
        replace(C10, touches={**C10.touches, "call": Decimal(5)}),
        replace(C10, good=Decimal(70)),
    ]
    assert len({one.version for one in [C10, *changed]}) == 6
