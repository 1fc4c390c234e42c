"""Deciding a class: accepted, overridden, expired, ended, proposed; history and what is due (R12)."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kameo.accounts.models import AccountPulse, TimelineEntry
from kameo.contracts.records import INVOICES
from kameo.core.errors import DomainError
from kameo.notifications.models import Notification
from kameo.portfolio import domain as portfolio
from kameo.qualification import domain as qualification
from kameo.qualification.models import ClassDecision, ClassSnapshot, Objective
from kameo.qualification.queries import attention, class_history, figures, qualification_for

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)


def pulse(account):
    return AccountPulse.objects.get(account=account)


def in_force(account):
    row = pulse(account)
    return row.large, row.key, row.account_class, row.class_source


@pytest.fixture
def big(valmorin):
    INVOICES.add(valmorin, by=None, number="F1", issued_on=date(2026, 6, 1), net=Decimal(150_000))
    return valmorin


def test_accepting_keeps_the_computed_class(big, david):
    row = qualification.decide_class(big, kind="accepted", by=david)
    assert (row.large, row.key, row.computed_large, row.computed_key) == (True, False, True, None)
    assert (row.due_on, row.expires_on) == (date(2027, 11, 24), None)
    assert in_force(big) == (True, False, "large", "accepted")
    seen = figures(big, david)
    assert (seen.account_class, seen.class_complete, seen.class_source) == ("large", True, "accepted")


def test_overriding_wins_and_says_why(big, david, anne):
    qualification.decide_class(big, kind="overridden", by=david, large=False, key=True, reason="A single project")
    assert in_force(big) == (False, True, "key", "overridden")
    assert (pulse(big).computed_large, pulse(big).computed_key) == (True, None)
    seen = qualification_for(big, anne)
    assert (seen.account_class, seen.computed_class, seen.class_source) == ("key", "large", "overridden")
    assert (seen.decision.reason, seen.decision.by_name) == ("A single project", "David Orsini")
    line = TimelineEntry.objects.get(account=big, kind="class")
    assert (line.actor, line.data["class"], line.data["reason"]) == (david, "key", "A single project")


def test_an_axis_left_out_stays_what_is_in_force(big, david):
    qualification.decide_class(big, kind="overridden", by=david, key=True, reason="Charter")
    assert in_force(big) == (True, True, "large_key", "overridden")


def test_the_next_decision_ends_the_one_before(big, david):
    first = qualification.decide_class(big, kind="accepted", by=david)
    qualification.decide_class(big, kind="overridden", by=david, key=True, reason="Charter")
    first.refresh_from_db()
    assert (first.ended_on, first.ended_by) == (date(2026, 11, 24), david)
    assert [row.in_force for row in qualification_for(big, david).history] == [True, False]


def test_ending_gives_the_computed_class_back(big, david):
    row = qualification.decide_class(big, kind="overridden", by=david, large=False, reason="A single project")
    qualification.end_decision(row, reason="It came back", by=david)
    assert in_force(big) == (True, None, "large", "computed")
    with pytest.raises(DomainError) as refused:
        qualification.end_decision(row, by=david)
    assert refused.value.code == "decision_ended"


def test_an_expired_decision_is_ended_by_the_night(big, david, time_machine):
    qualification.decide_class(
        big, kind="overridden", by=david, large=False, reason="Trial", expires_on=date(2026, 12, 1)
    )
    time_machine.move_to("2026-12-01T10:00:00Z", tick=False)
    portfolio.begin_day()
    row = ClassDecision.objects.get()
    assert (row.ended_on, row.ended_by) == (date(2026, 12, 1), None)
    assert in_force(big) == (True, None, "large", "computed")
    assert TimelineEntry.objects.filter(account=big, kind="class").first().data["expired"] is True


def test_as_of_uses_the_decision_of_then(big, david, time_machine):
    row = qualification.decide_class(big, kind="overridden", by=david, large=False, key=True, reason="Trial")
    time_machine.move_to("2026-12-10T10:00:00Z", tick=False)
    qualification.end_decision(row, by=david)
    assert figures(big, david).account_class == "large"
    for day, expected in ((date(2026, 11, 23), "large"), (date(2026, 11, 24), "key"), (date(2026, 12, 9), "key")):
        assert figures(big, david, day).account_class == expected
        assert qualification_for(big, david, day).account_class == expected
    assert qualification_for(big, david, date(2026, 12, 9)).decision.reason == "Trial"
    assert qualification_for(big, david, date(2026, 11, 23)).history == ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "guessed"}, "unknown_kind"),
        ({"kind": "overridden", "large": False}, "reason_missing"),
        ({"kind": "accepted", "large": False}, "not_the_computed_class"),
        ({"kind": "accepted", "expires_on": date(2026, 11, 24)}, "expires_too_early"),
        ({"kind": "accepted", "due_on": date(2026, 11, 23)}, "due_too_early"),
    ],
)
def test_what_is_refused(big, david, fields, code):
    with pytest.raises(DomainError) as refused:
        qualification.decide_class(big, by=david, **fields)
    assert refused.value.code == code
    assert ClassDecision.objects.count() == 0


def test_others_propose_and_directors_are_told(big, anne, david, eric):
    with pytest.raises(PermissionDenied):
        qualification.decide_class(big, kind="accepted", by=anne)
    qualification.propose_class(big, large=True, key=True, reason="Charter signed", by=anne)
    assert in_force(big) == (True, None, "large", "computed")
    note = Notification.objects.get(user=david)
    assert note.text == "Anne Delmas proposes Large and key account for Groupe Valmorin: Charter signed"
    assert TimelineEntry.objects.get(account=big, kind="class").data["class"] == "large_key"
    assert Notification.objects.exclude(user=david).count() == 0


def test_c09_each_day_of_change_leaves_one_snapshot(big, david, time_machine):
    qualification.decide_class(big, kind="overridden", by=david, key=True, reason="Charter")
    (first,) = class_history(big)
    assert (first.day, first.account_class, first.source) == (date(2026, 11, 24), "large_key", "overridden")
    assert (first.inputs["revenue"], first.inputs["threshold"], first.inputs["computed_large"]) == (
        150_000,
        100_000,
        True,
    )
    time_machine.move_to("2026-11-25T10:00:00Z", tick=False)
    qualification.end_decision(ClassDecision.objects.get(), by=david)
    assert [(row.day.day, row.account_class) for row in class_history(big)] == [(25, "large"), (24, "large_key")]
    assert ClassSnapshot.objects.count() == 2


def test_a_class_the_rules_changed_gets_its_line_the_next_morning(big, time_machine):
    assert not TimelineEntry.objects.filter(kind="class").exists()
    portfolio.begin_day()
    time_machine.move_to("2026-11-25T10:00:00Z", tick=False)
    portfolio.begin_day()
    line = TimelineEntry.objects.get(kind="class")
    assert (line.account, line.data["from"], line.data["to"], line.actor) == (big, "standard", "large", None)
    assert line.at.date() == date(2026, 11, 24)


def test_a_class_imposed_against_the_rules_is_no_news_while_they_say_the_same(big, david):
    qualification.rate_alignment(
        big, objective=Objective.objects.create(name="Image"), value=0, evidence="Nothing yet", by=david
    )
    qualification.decide_class(big, kind="overridden", by=david, key=True, reason="Charter")
    assert pulse(big).computed_key is False
    assert attention.no_longer_qualify(david) == []


def test_due_decisions_and_those_that_no_longer_hold(big, david, anne, chloe, time_machine):
    qualification.decide_class(big, kind="accepted", by=david)
    assert attention.decisions_due(david) == []
    assert [row.account_id for row in attention.decisions_due(anne, date(2027, 11, 24))] == [big.pk]
    assert attention.no_longer_qualify(david) == []
    time_machine.move_to("2027-11-24T10:00:00Z", tick=False)
    portfolio.begin_day()
    (due,) = attention.decisions_due(david)
    assert (due.on, due.causes[0].code) == (date(2027, 11, 24), "due")
    (lost,) = attention.no_longer_qualify(david)
    assert (lost.account_id, lost.causes[0].code) == (big.pk, "large")
    assert attention.decisions_due(chloe) == attention.no_longer_qualify(chloe) == []
