"""Our objectives and the key axis: recomputed for everybody, with who changed side (R9)."""

from datetime import date
from decimal import Decimal

import pytest

from kameo.accounts import domain
from kameo.accounts.models import AccountPulse
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.notifications.models import Notification
from kameo.portfolio import domain as portfolio
from kameo.qualification import domain as qualification
from kameo.qualification import events
from kameo.qualification.choices import CRITERIA, OBJECTIVES
from kameo.qualification.models import Alignment, Objective
from kameo.qualification.queries import figures, qualification_for

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)


@pytest.fixture
def image(david):
    return OBJECTIVES.add(by=david, name="Image of a responsible producer", weight=Decimal(3))


@pytest.fixture
def market(david):
    return OBJECTIVES.add(by=david, name="Enter the hospital market", weight=Decimal(1))


def pulse(account):
    return AccountPulse.objects.get(account=account)


def last_sides():
    return Event.objects.filter(type=events.OBJECTIVE_CHANGED).first().data["sides"]


@pytest.mark.parametrize(
    ("values", "points", "completeness", "key"),
    [
        ((2, 2), "100.00", 100, True),
        ((1, 2), "62.50", 100, True),  # (3×1 + 1×2) / 4 = 1.25
        ((1, 1), "50.00", 100, False),
        ((2, -1), "62.50", 100, True),
        ((-1, 2), "0.00", 100, False),  # a mean under 0 is 0
        ((0, 0), "0.00", 100, False),
        ((2, None), "100.00", 75, True),  # what is not rated is left out
        ((None, 1), "50.00", 25, False),
        ((None, None), None, 0, None),
    ],
)
def test_c13_key_score(valmorin, anne, image, market, values, points, completeness, key):
    for objective, value in zip((image, market), values, strict=True):
        if value is not None:
            qualification.rate_alignment(valmorin, objective=objective, value=value, evidence="Charter", by=anne)
    row = pulse(valmorin) if Alignment.objects.exists() else None
    seen = qualification_for(valmorin, anne)
    assert seen.alignment.value == (None if points is None else Decimal(points))
    assert (seen.alignment.completeness, seen.key, seen.computed_key) == (completeness, key, key)
    if row is not None:
        assert (row.alignment, row.alignment_completeness, row.key) == (seen.alignment.value, completeness, key)


def test_the_gate_is_a_setting_and_included(valmorin, anne, image, gilles):
    from kameo.core import preferences
    from kameo.qualification.axes.classes import refresh_classes

    qualification.rate_alignment(valmorin, objective=image, value=1, by=anne)
    assert pulse(valmorin).key is False
    preferences.set("key.gate", 50, by=gilles)
    refresh_classes()
    assert (pulse(valmorin).key, pulse(valmorin).account_class) == (True, "key")
    assert figures(valmorin, anne).key is True


def test_r9_a_change_of_objectives_says_who_changed_side(valmorin, anne, david, image, market):
    other = domain.create_account(by=anne, name="Autre")
    qualification.rate_alignment(valmorin, objective=image, value=2, by=anne)
    qualification.rate_alignment(other, objective=image, value=0, by=anne)
    qualification.rate_alignment(valmorin, objective=market, value=0, by=anne)
    qualification.rate_alignment(other, objective=market, value=2, by=anne)
    assert (pulse(valmorin).key, pulse(other).key) == (True, False)  # 75 and 25 points
    OBJECTIVES.change(image, by=david, weight=Decimal("0.5"))
    assert (pulse(valmorin).key, pulse(other).key) == (False, True)  # 33.33 and 66.67
    assert [(one["account_id"], one["key_before"], one["key"], one["class_now"]) for one in last_sides()] == [
        (valmorin.pk, True, False, "standard"),
        (other.pk, False, True, "key"),
    ]
    assert Notification.objects.filter(user=anne, kind="class").count() == 1
    assert "2 accounts change side" in Notification.objects.get(user=anne, kind="class").text


def test_the_list_of_who_changed_side_shows_only_what_one_sees(valmorin, anne, david, chloe, image):
    from kameo.qualification.queries import rule_changes

    qualification.rate_alignment(valmorin, objective=image, value=2, by=anne)
    OBJECTIVES.retire(image, by=david)
    (change,) = [one for one in rule_changes(anne) if one.what == "removed"]
    assert [(one.account_id, one.name, one.key_before, one.key) for one in change.sides] == [
        (valmorin.pk, "Groupe Valmorin", True, None)
    ]
    assert change.left_out == 0
    (change,) = [one for one in rule_changes(chloe) if one.what == "removed"]
    assert (change.sides, change.left_out) == ((), 1)


def test_a_removed_objective_counts_no_more_and_comes_back(valmorin, anne, david, image):
    qualification.rate_alignment(valmorin, objective=image, value=2, by=anne)
    image = OBJECTIVES.retire(image, by=david)
    assert (pulse(valmorin).alignment, pulse(valmorin).key) == (None, None)
    with pytest.raises(DomainError) as refused:
        qualification.rate_alignment(valmorin, objective=image, value=1, by=anne)
    assert refused.value.code == "objective_removed"
    OBJECTIVES.restore(image, by=david)
    assert (pulse(valmorin).alignment, pulse(valmorin).key) == (100, True)


def test_a_period_that_starts_or_ends_is_followed_by_the_night(valmorin, anne, david, image, market, time_machine):
    qualification.rate_alignment(valmorin, objective=image, value=2, by=anne)
    portfolio.begin_day()
    OBJECTIVES.change(image, by=david, ends_on=date(2026, 11, 25))
    assert pulse(valmorin).key is True
    time_machine.move_to("2026-11-26T10:00:00Z", tick=False)
    assert portfolio.begin_day() is True
    assert pulse(valmorin).key is None
    event = Event.objects.filter(type=events.OBJECTIVE_CHANGED).first()
    assert (event.data["what"], event.actor_id) == ("ended", None)
    assert [one["account_id"] for one in event.data["sides"]] == [valmorin.pk]
    assert figures(valmorin, anne, date(2026, 11, 25)).key is True


def test_past_days_keep_the_weights_and_ratings_of_then(valmorin, anne, david, time_machine):
    """Weights come from the field history, whose clock is the database's and does not travel: hence 2020."""
    time_machine.move_to("2020-01-10T10:00:00Z", tick=False)
    image = OBJECTIVES.add(by=david, name="Image", weight=Decimal(3))
    market = OBJECTIVES.add(by=david, name="Market", weight=Decimal(1))
    qualification.rate_alignment(valmorin, objective=image, value=2, by=anne)
    qualification.rate_alignment(valmorin, objective=market, value=0, by=anne)
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    OBJECTIVES.change(image, by=david, weight=Decimal(1))
    qualification.rate_alignment(valmorin, objective=market, value=-1, by=anne)
    OBJECTIVES.add(by=david, name="Of today")
    assert qualification_for(valmorin, anne).alignment.value == 25
    then = qualification_for(valmorin, anne, date(2020, 2, 1))
    assert (then.alignment.value, then.key, [line.weight for line in then.objectives]) == (75, True, [3, 1])
    assert [line.value for line in then.objectives] == [2, 0]
    assert figures(valmorin, anne, date(2020, 2, 1)).alignment.value == 75
    assert qualification_for(valmorin, anne, date(2020, 1, 9)).objectives == ()
    assert figures(valmorin, anne, date(2020, 1, 9)).alignment.value is None


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": " "}, "name_missing"),
        ({"weight": Decimal(0)}, "out_of_scale"),
        ({"starts_on": date(2026, 2, 1), "ends_on": date(2026, 1, 1)}, "ends_before_start"),
        ({"colour": "red"}, "unknown_field"),
    ],
)
def test_what_is_refused(david, image, fields, code):
    with pytest.raises(DomainError) as refused:
        OBJECTIVES.change(image, by=david, **fields)
    assert refused.value.code == code
    assert Objective.objects.get().name == "Image of a responsible producer"


def test_weights_of_the_scorecard_are_followed_too(valmorin, anne, gilles):
    from kameo.qualification.models import Criterion

    revenue, complexity = Criterion.objects.get(key="revenue"), Criterion.objects.get(key="complexity")
    qualification.rate_criterion(valmorin, criterion=revenue, score=5, by=anne)
    qualification.rate_criterion(valmorin, criterion=complexity, score=0, by=anne)
    assert pulse(valmorin).scorecard == 60
    CRITERIA.change(revenue, by=gilles, weight=Decimal(10))
    CRITERIA.change(complexity, by=gilles, weight=Decimal(30))
    assert pulse(valmorin).scorecard == 25
