"""c-10 in SQL is c-10 in Python, whatever happened; and what a job computes is what a rebuild computes."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from hypothesis import example, given
from hypothesis import strategies as st

from kameo.contacts.models import Person, PersonPulse, Position
from kameo.core import clock, preferences
from kameo.decisions.models import DecisionMap, Stake
from kameo.insight import tasks
from kameo.insight.strength import Contact, Settings, compute_strength, inputs_from, read_settings, refresh_people
from kameo.insight.strength.people import people_of
from kameo.interactions.models import Interaction, Participant
from kameo.people.models import User

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
KEPT = ("person_id", "strength", "cadence_days", "factors", "frozen")

who = st.integers(0, 2)
happened = st.tuples(
    st.sampled_from(["call", "mail", "mail", "mail", "meeting", "note"]),
    st.sampled_from(["in", "out", "both"]),
    st.sampled_from(["", "", "", "", "review", "survey", "bulk", "automatic", "bounce"]),
    st.sampled_from(["", "t", "u"]),
    st.one_of(st.integers(0, 45), st.integers(0, 800)),  # days ago
    st.integers(0, 23),  # hour
    st.sets(who, min_size=1),  # of ours, the first the author
    st.sampled_from([False, False, False, True]),  # in the bin
)
flood = [("mail", way, "", "t", 3, 9, {0}, False) for way in ("out", "in", "out", "out", "in", "in", "in")]
weights = st.fixed_dictionaries(
    {},
    optional={
        "strength.half_life": st.sampled_from([Decimal(1), Decimal("0.5"), Decimal(3)]),
        "strength.touch.call": st.sampled_from([Decimal(0), Decimal("2.5")]),
        "strength.part.breadth": st.sampled_from([0, 40]),
        "strength.cadence.default": st.sampled_from([1, 7, 30]),
        "strength.thread_cap": st.integers(1, 2),
        "strength.months": st.sampled_from([1, 24]),
        "strength.depth_target": st.sampled_from([Decimal(1), Decimal(100)]),
        "strength.breadth_target": st.sampled_from([1, 3]),
        "contact.answer_days": st.sampled_from([1, 365]),
    },
)


@pytest.fixture
def world(anne, bruno, chloe, valmorin):
    person = Person.objects.create(last_name="Roquemaure")
    post = Position.objects.create(person=person, account=valmorin)
    return SimpleNamespace(users=[anne, bruno, chloe], account=valmorin, person=person, post=post)


def instant(days, hour):
    day = clock.company_today() - timedelta(days=days)
    return datetime.combine(day, time(hour, 30), PARIS)


def log(world, happening, person=None):
    kind, direction, occasion, thread, days, hour, ours, binned = happening
    team = sorted(ours)
    row = Interaction.objects.create(
        account=world.account,
        author=world.users[team[0]],
        kind=kind,
        direction=direction,
        occasion=occasion,
        thread=thread,
        at=instant(days, hour),
        subject="x",
        binned_at=clock.now() if binned else None,
    )
    Participant.objects.create(interaction=row, person=person or world.person)
    for number in team[1:]:
        Participant.objects.create(interaction=row, colleague=world.users[number])
    return row


def in_python(person, *, cadence=None, departed_on=None):
    """The same from rows read one by one."""
    chosen = read_settings()
    on = departed_on - timedelta(days=1) if departed_on else clock.company_today()
    rows = Interaction.objects.filter(participants__person=person, binned_at=None)
    history = []
    for row in rows:
        ours = frozenset([row.author_id, *row.participants.exclude(colleague=None).values_list("colleague", flat=True)])
        day = row.at.astimezone(PARIS).date()
        history.append(Contact(row.at, day, row.kind, row.direction, row.occasion, row.thread, ours))
    active = set(User.objects.active().values_list("pk", flat=True))
    inputs = inputs_from(
        history,
        on=on,
        cadence=cadence or chosen.cadences.default,
        settings=chosen,
        active=active,
        departed=departed_on is not None,
    )
    return inputs, compute_strength(inputs, chosen)


def in_sql(person):
    return PersonPulse.objects.get(person=person)


def same(person, **known):
    inputs, found = in_python(person, **known)
    pulse = in_sql(person)
    assert (pulse.strength, pulse.frozen, pulse.cadence_days) == (found.score, found.frozen, inputs.cadence)
    factors = pulse.factors
    assert (factors["band"], factors["state"]) == (found.band, found.state)
    if found.score is None:
        return
    day = (known.get("departed_on") or clock.company_today()) - timedelta(days=1 if found.frozen else 0)
    parts = {name: Decimal(str(factors[name]["share"])) for name in found.parts}
    assert parts == found.parts
    assert (factors["reciprocity"]["received"], factors["reciprocity"]["sent"]) == (inputs.received, inputs.sent)
    assert (factors["depth"]["live"], factors["depth"]["contacts"]) == (inputs.live, inputs.contacts)
    assert factors["breadth"]["colleagues"] == inputs.colleagues
    assert factors["first_on"] == str(day - timedelta(days=inputs.first_days))
    assert factors["recency"]["days"] == inputs.last_two_way_days
    assert factors["version"] == read_settings().version


@given(st.lists(happened, max_size=9), weights, st.one_of(st.none(), st.integers(0, 60)), st.one_of(st.none(), who))
@example(flood, {}, None, None)
@example(flood, {"strength.thread_cap": 1}, 1, 0)
@example([("mail", "in", "", "", 0, 0, {0}, False), ("mail", "out", "", "", 30, 0, {1}, False)], {}, None, None)
def test_the_statement_says_what_the_formula_says(world, history, changed, left, gone):
    with transaction.atomic():
        for happening in history:
            log(world, happening)
        for key, value in changed.items():
            preferences.set(key, value)
        departed_on = None
        if left is not None:
            departed_on = clock.company_today() - timedelta(days=left)
            Position.objects.filter(pk=world.post.pk).update(ends_on=departed_on)
        if gone is not None:
            User.objects.filter(pk=world.users[gone].pk).update(is_active=False)
        refresh_people([world.person.pk])
        same(world.person, departed_on=departed_on)
        transaction.set_rollback(True)
    preferences.forget()


def test_the_date_of_the_sheet_is_the_date_of_the_score(world):
    """`last_two_way_at` and recency answer the same question."""
    from kameo.contacts.pulse.projections import refresh_contacts

    for happening in [*flood, ("mail", "in", "", "", 1, 23, {0}, False), ("mail", "out", "", "", 40, 0, {0}, False)]:
        log(world, happening)
    refresh_contacts(None)
    refresh_people(None)
    pulse = in_sql(world.person)
    assert pulse.factors["recency"]["last_on"] == str(pulse.last_two_way_at.astimezone(PARIS).date())
    assert pulse.interactions == pulse.factors["contacts_ever"] == 9


def test_c10_somebody_never_met_has_a_cadence_and_no_strength(world):
    refresh_people([world.person.pk])
    pulse = in_sql(world.person)
    assert (pulse.strength, pulse.cadence_days, pulse.frozen, pulse.strength_at) == (None, 60, False, None)
    assert (pulse.factors["state"], pulse.factors["band"]) == ("unknown", "unknown")


ROLES = [
    ([], 60, "default"),
    (["purchasing"], 60, "default"),
    (["opponent"], 60, "default"),
    (["user"], 90, "uses"),
    (["influencer"], 45, "influences"),
    (["technical-prescriber"], 45, "influences"),
    (["final-decider"], 30, "decides"),
    (["economic-buyer", "user"], 30, "decides"),
    (["user", "influencer"], 45, "influences"),
]


@pytest.mark.parametrize(("roles", "days", "because"), ROLES)
def test_c10_the_cadence_is_the_shortest_of_the_roles(world, roles, days, because):
    Stake.objects.create(map=DecisionMap.objects.create(account=world.account), person=world.person, roles=roles)
    refresh_people([world.person.pk])
    pulse = in_sql(world.person)
    assert (pulse.cadence_days, pulse.factors["cadence_of"]) == (days, because)


@pytest.mark.parametrize(("own", "days", "because"), [(20, 20, "account"), (45, 45, "account"), (90, 60, "default")])
def test_c10_the_account_s_own_cadence_counts_when_shorter(world, own, days, because):
    type(world.account).objects.filter(pk=world.account.pk).update(cadence_days=own)
    refresh_people([world.person.pk])
    pulse = in_sql(world.person)
    assert (pulse.cadence_days, pulse.factors["cadence_of"]) == (days, because)


def test_a_map_of_its_own_or_in_the_bin_and_a_stake_taken_off_give_no_cadence(world):
    own = DecisionMap.objects.create(account=world.account, main=False, name="Renouvellement")
    binned = DecisionMap.objects.create(account=world.account, binned_at=clock.now())
    for one in (own, binned):
        Stake.objects.create(map=one, person=world.person, roles=["final-decider"])
    refresh_people([world.person.pk])
    assert in_sql(world.person).cadence_days == 60
    DecisionMap.objects.filter(pk=binned.pk).update(binned_at=None)
    Stake.objects.filter(map=binned).update(removed_at=clock.now() - timedelta(days=1))
    refresh_people([world.person.pk])
    assert in_sql(world.person).cadence_days == 60


def test_c10_departed_stays_as_on_the_last_day(world):
    log(world, ("meeting", "out", "", "", 40, 9, {0, 1}, False))
    ended = clock.company_today() - timedelta(days=30)
    Position.objects.filter(pk=world.post.pk).update(ends_on=ended)
    refresh_people([world.person.pk])
    before = in_sql(world.person)
    assert (before.frozen, before.factors["as_of"]) == (True, str(ended - timedelta(days=1)))
    log(world, ("call", "in", "", "", 2, 9, {2}, False))
    User.objects.filter(pk=world.users[1].pk).update(is_active=False, deactivated_at=clock.now())
    refresh_people(None)
    after = in_sql(world.person)
    assert (after.strength, after.factors, after.strength_at) == (before.strength, before.factors, before.strength_at)


def test_somebody_with_another_post_has_not_left(world):
    Position.objects.filter(pk=world.post.pk).update(ends_on=clock.company_today() - timedelta(days=30))
    Position.objects.create(person=world.person, account=world.account, starts_on=clock.company_today())
    refresh_people([world.person.pk])
    assert in_sql(world.person).frozen is False


def test_time_alone_makes_it_fade(world, time_machine):
    log(world, ("meeting", "out", "", "", 0, 0, {0}, False))
    refresh_people(None)
    fresh = in_sql(world.person).strength
    time_machine.move_to(clock.now() + timedelta(days=30))
    refresh_people(None)
    assert in_sql(world.person).strength < fresh


def test_only_those_asked_for_are_written(world):
    other = Person.objects.create(last_name="Arnaud")
    log(world, ("call", "out", "", "", 1, 9, {0}, False), other)
    assert refresh_people([]) == 0
    assert refresh_people([world.person.pk]) == 1
    assert list(PersonPulse.objects.values_list("person", flat=True)) == [world.person.pk]
    assert refresh_people(None) == 1
    assert refresh_people(None) == 1


def test_one_statement_for_everybody(world, django_assert_num_queries):
    for number in range(3):
        person = Person.objects.create(last_name=f"Nom{number}")
        log(world, ("call", "out", "", "", 1, 9, {0, 1}, False), person)
    everybody = people_of(world.account.pk)
    preferences.get("time_zone")
    with django_assert_num_queries(3):  # between two of a savepoint, in a test
        assert refresh_people(everybody) == 4


def state():
    return list(PersonPulse.objects.order_by("person_id").values_list(*KEPT))


def test_the_defaults_are_those_of_c10(world):
    assert read_settings() == Settings()


def test_the_job_of_an_account_computes_what_a_rebuild_does(world):
    log(world, ("meeting", "out", "", "", 5, 9, {0, 1}, False))
    tasks.refresh_account(world.account.pk)
    before = state()
    assert before[0][1] is not None
    PersonPulse.objects.all().delete()
    refresh_people(None)
    assert state() == before
