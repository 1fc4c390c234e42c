"""Whatever happens, in whatever order: the jobs of what happened leave what a rebuild computes from nothing."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from kameo.contacts import domain as contacts
from kameo.contacts.models import PersonPulse, Position
from kameo.core import clock, preferences
from kameo.core.errors import DomainError
from kameo.core.jobs import work_until_empty
from kameo.decisions import domain as decisions
from kameo.decisions.models import Stake
from kameo.insight.strength import refresh_people
from kameo.interactions import domain as interactions
from kameo.interactions.models import Interaction
from kameo.interactions.records import INTERACTIONS
from kameo.people.domain import deactivate_user, reactivate_user

pytestmark = pytest.mark.django_db
KEPT = ("person_id", "strength", "cadence_days", "factors", "frozen")

which = st.integers(0, 5)
days = st.integers(0, 120)
steps = st.one_of(
    st.tuples(
        st.just("log"),
        which,
        st.sampled_from(["call", "mail", "meeting", "note"]),
        st.sampled_from(["in", "out", "both"]),
        days,
        st.booleans(),
    ),
    st.tuples(st.just("move"), which, days),
    st.tuples(st.just("reassign"), which, which),
    st.tuples(st.just("bin"), which),
    st.tuples(st.just("restore"), which),
    st.tuples(st.just("end"), which, days),
    st.tuples(st.just("reopen"), which),
    st.tuples(st.just("rate"), which, st.sampled_from([[], ["user"], ["final-decider"], ["influencer", "user"]])),
    st.tuples(st.just("unrate"), which),
    st.tuples(st.just("leave")),
    st.tuples(st.just("return")),
    st.tuples(st.just("set"), st.sampled_from([("cadence.default", 20), ("months", 3), ("thread_cap", 1)])),
    st.tuples(st.just("pace"), st.sampled_from([None, 10, 90])),
)


class World(SimpleNamespace):
    """Two people at the group, one at its site; Anne logs, Bruno comes along or leaves."""

    def one(self, rows, number):
        found = list(rows.order_by("pk"))
        return found[number % len(found)] if found else None

    def log(self, number, kind, direction, ago, along):
        persons = [self.people[number % 3]]
        account = self.accounts[number % 2]
        at = clock.now() - timedelta(days=ago)
        interactions.log_interaction(
            account=account,
            by=self.anne,
            kind=kind,
            direction=direction,
            at=at,
            text="x",
            persons=persons,
            colleagues=[self.bruno] if along else [],
        )

    def move(self, number, ago):
        if row := self.one(Interaction.objects.filter(binned_at=None), number):
            interactions.change_interaction(row, by=self.anne, at=clock.now() - timedelta(days=ago))

    def reassign(self, number, person):
        if row := self.one(Interaction.objects.filter(binned_at=None), number):
            interactions.change_interaction(row, by=self.anne, persons=[self.people[person % 3]])

    def bin(self, number):
        if row := self.one(Interaction.objects.filter(binned_at=None), number):
            INTERACTIONS.bin(row, by=self.anne)

    def restore(self, number):
        if row := self.one(Interaction.objects.exclude(binned_at=None), number):
            INTERACTIONS.restore(row, by=self.anne)

    def end(self, number, ago):
        if post := self.one(Position.objects.filter(ends_on=None), number):
            contacts.end_position(post, on=clock.company_today() - timedelta(days=ago), by=self.anne)

    def reopen(self, number):
        if post := self.one(Position.objects.exclude(ends_on=None), number):
            contacts.reopen_position(post, by=self.anne)

    def rate(self, number, roles):
        person, board = self.people[number % 3], decisions.main_map(self.accounts[0], by=self.anne)
        stake = Stake.objects.filter(map=board, person=person, removed_at=None).first()
        if stake:
            decisions.change_stake(stake, by=self.anne, roles=roles)
        else:
            decisions.put_on_map(board, person=person, by=self.anne, roles=roles)

    def unrate(self, number):
        if stake := self.one(Stake.objects.filter(removed_at=None), number):
            decisions.take_off_map(stake, by=self.anne)

    def leave(self):
        deactivate_user(self.bruno, successor=self.anne, by=self.gilles)

    def set(self, chosen):
        preferences.set(f"strength.{chosen[0]}", chosen[1], by=self.gilles)

    def pace(self, cadence):
        from kameo.accounts.domain import change_account

        change_account(self.accounts[0], by=self.anne, cadence_days=cadence)


setattr(World, "return", lambda self: reactivate_user(self.bruno, by=self.gilles))


@pytest.fixture
def world(anne, bruno, gilles, valmorin):
    site = type(valmorin).objects.create(name="Usine de Brest", kind="site", status="active", parent=valmorin)
    site.refresh_from_db()
    accounts = [valmorin, site]
    people = [
        contacts.create_person(account=accounts[number // 2], by=anne, last_name=name)
        for number, name in enumerate(("Roquemaure", "Arnaud", "Tanguy"))
    ]
    return World(anne=anne, bruno=bruno, gilles=gilles, accounts=accounts, people=people)


def state():
    return list(PersonPulse.objects.order_by("person_id").values_list(*KEPT))


@given(st.lists(steps, min_size=2, max_size=10))
def test_increment_equals_rebuild(world, history):
    with transaction.atomic():
        for name, *arguments in history:
            try:
                with transaction.atomic():
                    getattr(world, name)(*arguments)
            except DomainError:
                pass  # what the verbs refuse changes nothing
            world.bruno.refresh_from_db()
            work_until_empty()
        kept = state()
        assert len(kept) == 3
        PersonPulse.objects.update(strength=None, cadence_days=None, factors={}, frozen=False, strength_at=None)
        refresh_people(None)
        assert state() == kept
        transaction.set_rollback(True)
    preferences.forget()
    world.bruno.refresh_from_db()
