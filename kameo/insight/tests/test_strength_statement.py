"""Whose strength, with which cadence, as of which day; and what a job computes is what a rebuild computes."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from kameo.contacts.models import Person, PersonPulse, Position
from kameo.core import clock, preferences
from kameo.decisions.models import DecisionMap, Stake
from kameo.insight import tasks
from kameo.insight.strength import Settings, read_settings, refresh_people
from kameo.insight.strength.people import people_of
from kameo.insight.strength.statement import strengths_of
from kameo.interactions.models import Interaction, Participant
from kameo.people.models import User

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
KEPT = ("person_id", "strength", "cadence_days", "factors", "frozen")

flood = [("mail", way, "", "t", 3, 9, {0}, False) for way in ("out", "in", "out", "out", "in", "in", "in")]


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


def in_sql(person):
    return PersonPulse.objects.get(person=person)


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
    assert pulse.factors["state"] == "unknown"


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


def test_without_a_colleague_only_what_others_had_is_known(world):
    log(world, ("meeting", "out", "", "", 20, 9, {1}, False))
    before, again = (strengths_of([world.person.pk], read_settings(), without=pk) for pk in (None, world.users[2].pk))
    log(world, ("meeting", "out", "", "", 5, 9, {0}, False))
    log(world, ("mail", "in", "", "", 3, 9, {0}, False))
    alone = strengths_of([world.person.pk], read_settings(), without=world.users[0].pk)
    with connection.cursor() as cursor:
        found = []
        for one in (alone, before, again):
            cursor.execute(one.sql, one.params)
            found.append(cursor.fetchone()[1])
        Interaction.objects.filter(author=world.users[0]).delete()
        cursor.execute(before.sql, before.params)
        assert cursor.fetchone()[1] == found[0] != found[1]
    assert found[1] == found[2]
