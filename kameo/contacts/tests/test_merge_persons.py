"""Two people who are one: what follows, what is chosen, and that undoing leaves every table as it was (R41)."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from kameo.accounts.domain import create_account
from kameo.contacts import domain
from kameo.contacts.merging import PERSONS
from kameo.contacts.models import EmailAddress, OptOut, PhoneNumber, Position
from kameo.core.errors import DomainError
from kameo.core.merging import verbs
from kameo.core.merging.models import Merge
from kameo.decisions.enums import Stance, Tie
from kameo.decisions.models import DecisionMap, Evidence, InfluenceLink, Stake
from kameo.people.models import Role, User

pytestmark = pytest.mark.django_db


def make(account, by, name, **more):
    return domain.create_person(account=account, by=by, last_name=name, **more)


def test_everything_of_the_one_becomes_the_others(anne, valmorin):
    kept = make(valmorin, anne, "Roquemaure", first_name="Isabelle", emails=[{"address": "i@valmorin.example"}])
    other = make(
        valmorin,
        anne,
        "Roquemaure",
        first_name="I.",
        note="Prefers mornings",
        language="fr",
        emails=[{"address": "I@Valmorin.example"}, {"address": "isa@home.example"}],
        phones=[{"number": "04 75 01 23 45"}],
        position={"title": "Directrice des achats"},
    )
    merge = verbs.merge(PERSONS, kept, other, by=anne)
    assert [row.address for row in kept.emails.all()] == ["i@valmorin.example", "isa@home.example"]
    assert [row.number for row in kept.phones.all()] == ["+33475012345"]
    assert (kept.full_name, kept.note, kept.language) == ("Isabelle Roquemaure", "Prefers mornings", "fr")
    assert kept.positions.get().title == "Directrice des achats"
    other.refresh_from_db()
    assert (other.binned_at is not None, other.merged_into) == (True, kept)
    assert merge.choices["note"] == "absorbed"


def test_the_place_in_the_chart_is_taken_without_a_circle(anne, valmorin):
    """Kept reports to B, who reports to the absorbed one at the same account: kept takes the top place."""
    other = make(valmorin, anne, "Double")
    top = other.positions.get()
    middle = make(valmorin, anne, "Milieu").positions.get()
    domain.change_position(middle, by=anne, reports_to=top)
    kept = make(valmorin, anne, "Gardée")
    mine = kept.positions.get()
    domain.change_position(mine, by=anne, reports_to=middle)
    verbs.merge(PERSONS, kept, other, by=anne)
    mine.refresh_from_db()
    middle.refresh_from_db()
    assert (mine.reports_to, middle.reports_to) == (None, mine)


def test_one_stake_a_map_with_the_evidence_and_the_lines_of_both(anne, valmorin):
    kept, other, third = (make(valmorin, anne, name) for name in ("Un", "Deux", "Trois"))
    chart = DecisionMap.objects.create(account=valmorin)
    mine = Stake.objects.create(map=chart, person=kept, influence=4, roles=["user"])
    theirs = Stake.objects.create(map=chart, person=other, influence=2, stance=Stance.CHAMPION, roles=["purchasing"])
    far = Stake.objects.create(map=chart, person=third)
    proof = Evidence.objects.create(stake=theirs, claim="stance", value="champion", grade=3, sentence="Signed")
    kept_line = InfluenceLink.objects.create(map=chart, source=theirs, target=far, kind=Tie.TRUSTS)
    between = InfluenceLink.objects.create(map=chart, source=theirs, target=mine)
    merge = verbs.merge(PERSONS, kept, other, by=anne)
    mine.refresh_from_db()
    assert (mine.influence, mine.stance, mine.roles) == (4, "champion", ["user", "purchasing"])
    assert Evidence.objects.get(pk=proof.pk).stake == mine
    assert InfluenceLink.objects.get(pk=kept_line.pk).source == mine
    assert not InfluenceLink.objects.filter(pk=between.pk).exists()
    verbs.undo_merge(PERSONS, merge, by=anne)
    mine.refresh_from_db()
    assert (mine.influence, mine.stance, mine.roles) == (4, "", ["user"])
    assert InfluenceLink.objects.get(pk=between.pk).source == theirs


def test_a_placeholder_becomes_the_person_who_was_found(anne, valmorin):
    unknown = make(valmorin, anne, "", label="DAF, à trouver", kind="placeholder")
    found = make(valmorin, anne, "Tessier", first_name="Nadège")
    verbs.merge(PERSONS, unknown, found, by=anne)
    assert (unknown.full_name, unknown.kind) == ("Nadège Tessier", "person")


def test_merging_is_refused_to_strangers_and_to_the_same(anne, chloe, valmorin):
    one, other = make(valmorin, anne, "Un"), make(valmorin, anne, "Deux")
    with pytest.raises(PermissionDenied):
        verbs.merge(PERSONS, one, other, by=chloe)
    with pytest.raises(DomainError) as error:
        verbs.merge(PERSONS, one, one, by=anne)
    assert error.value.code == "same_person"
    with pytest.raises(DomainError) as error:
        verbs.merge(PERSONS, one, other, by=anne, choices={"name": "both"})
    assert error.value.code == "unknown_choice"
    assert Merge.objects.count() == 0


def test_an_absorbed_person_comes_back_by_undoing_only(anne, valmorin):
    one, other = make(valmorin, anne, "Un"), make(valmorin, anne, "Deux")
    merge = verbs.merge(PERSONS, one, other, by=anne)
    other.refresh_from_db()
    with pytest.raises(DomainError) as error:
        domain.restore_person(other, by=None)
    assert error.value.code == "merged"
    verbs.undo_merge(PERSONS, merge, by=anne)
    with pytest.raises(DomainError) as error:
        verbs.undo_merge(PERSONS, merge, by=anne)
    assert error.value.code == "undone_already"


who = st.integers(0, 3)
steps = st.one_of(
    st.tuples(st.just("mail"), who, st.sampled_from(["a@x.example", "A@x.example", "b@x.example"])),
    st.tuples(st.just("phone"), who, st.sampled_from(["0475012345", "0475012346"])),
    st.tuples(st.just("post"), who, st.integers(0, 1)),
    st.tuples(st.just("report"), who, who),
    st.tuples(st.just("end"), who),
    st.tuples(st.just("stake"), who, st.sampled_from(["", *Stance.values]), st.integers(1, 5)),
    st.tuples(st.just("tie"), who, who, st.sampled_from(Tie.values)),
    st.tuples(st.just("refuse"), who, st.sampled_from(["email", "phone"])),
    st.tuples(st.just("note"), who, st.sampled_from(["", "Préfère le matin", "À rappeler\nsous huitaine"])),
)
choices = st.dictionaries(st.sampled_from(["name", "salutation", "note"]), st.sampled_from(["kept", "absorbed"]))


class MergeAndUndo(TestCase):
    @given(st.lists(steps, min_size=4, max_size=16), choices)
    def test_leaves_no_trace(self, history, chosen):
        role = Role.objects.get(key="director")
        self.by = User.objects.create(email="david@x.test", first_name="David", role=role)
        self.accounts = [create_account(by=self.by, name=name) for name in ("Guivarch", "Quai")]
        self.people = [make(self.accounts[0], self.by, name) for name in ("Un", "Deux", "Trois", "Quatre")]
        self.map = DecisionMap.objects.create(account=self.accounts[0])
        for kind, *arguments in history:
            with suppress(DomainError):
                getattr(self, kind)(*arguments)
        kept, absorbed = self.people[:2]
        before, evidence = tables(), Evidence.objects.count()
        merge = verbs.merge(PERSONS, kept, absorbed, by=self.by, choices=chosen)
        assert Evidence.objects.count() == evidence
        assert not Stake.objects.filter(person=absorbed).exclude(map__in=stakes_of(kept)).exists()
        assert circles() == 0
        verbs.undo_merge(PERSONS, merge, by=self.by)
        after = tables()
        assert {
            name: (sorted({*rows} - {*before[name]}), sorted({*before[name]} - {*rows}))
            for name, rows in after.items()
            if rows != before[name]
        } == {}

    def mail(self, index, address):
        known = [{"address": row.address} for row in EmailAddress.objects.filter(person=self.people[index])]
        domain.change_person(self.people[index], by=self.by, emails=[*known, {"address": address}])

    def phone(self, index, number):
        known = [{"number": row.number} for row in PhoneNumber.objects.filter(person=self.people[index])]
        domain.change_person(self.people[index], by=self.by, phones=[*known, {"number": number}])

    def post(self, index, where):
        domain.add_position(self.people[index], account=self.accounts[where], by=self.by, title="Acheteur")

    def report(self, index, chief):
        position = Position.objects.filter(person=self.people[index]).first()
        manager = Position.objects.filter(person=self.people[chief]).first()
        if position.pk != manager.pk:
            domain.change_position(position, by=self.by, reports_to=manager)

    def end(self, index):
        position = Position.objects.filter(person=self.people[index]).first()
        domain.end_position(position, on=date(2026, 1, 5), by=self.by)

    def stake(self, index, stance, influence):
        values = {"stance": stance, "influence": influence, "roles": [f"r{influence}"]}
        row, _new = Stake.objects.update_or_create(map=self.map, person=self.people[index], defaults=values)
        Evidence.objects.create(stake=row, claim="influence", value=influence, grade=2, sentence="Dit")

    def tie(self, one, other, kind):
        ends = [Stake.objects.filter(map=self.map, person=self.people[index]).first() for index in (one, other)]
        if all(ends) and one != other:
            InfluenceLink.objects.get_or_create(map=self.map, source=ends[0], target=ends[1], kind=kind)

    def refuse(self, index, channel):
        OptOut.objects.get_or_create(person=self.people[index], channel=channel, lifted_at=None)

    def note(self, index, text):
        domain.change_person(self.people[index], by=self.by, note=text)


def stakes_of(person):
    return Stake.objects.filter(person=person).values("map")


def circles():
    """How many posts are above themselves."""
    with connection.cursor() as cursor:
        cursor.execute("""
            with recursive above(start, id) as (
                select id, reports_to_id from contacts_position where reports_to_id is not null
                union
                select above.start, position.reports_to_id from above
                join contacts_position position on position.id = above.id
                where position.reports_to_id is not null)
            select count(*) from above where start = id""")
        return cursor.fetchone()[0]


def tables():
    """Every row of every table that a merge of people may touch, as text; pulses are computed, and tested elsewhere."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "select tablename from pg_tables where schemaname = 'public'"
            " and tablename ~ '^(contacts|decisions|interactions)_' and tablename !~ '(event|personmerge|personpulse)$'"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"select to_jsonb(row)::text from {name} row")  # noqa: S608 - the catalogue's
            rows = [json.loads(row, parse_float=str) for (row,) in cursor.fetchall()]
            stamps = {"computed_at": "", "strength_at": ""}
            found[name] = sorted(json.dumps({**row, **{k: v for k, v in stamps.items() if k in row}}) for row in rows)
    return found
