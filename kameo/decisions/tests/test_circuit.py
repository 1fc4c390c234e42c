"""Committees and the steps of a decision: verbs, and what a reader may see of them."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kameo.accounts.domain import create_account
from kameo.accounts.models import AccountMember
from kameo.contacts import domain as contacts
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.decisions import domain
from kameo.decisions.models import Committee, CommitteeMember, DecisionMap, DecisionStep
from kameo.decisions.queries.circuit import committees_for, read_circuit
from kameo.decisions.records import COMMITTEES

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(valmorin):
    return DecisionMap.objects.create(account=valmorin, budget_opens=9, budget_closes=11)


@pytest.fixture
def isabelle(anne, valmorin):
    return contacts.create_person(
        account=valmorin, by=anne, last_name="Roquemaure", position={"title": "Directrice des achats"}
    )


def steps(decision):
    return list(DecisionStep.objects.filter(map=decision).values_list("name", "rank"))


def types(valmorin, count):
    return list(Event.objects.filter(account=valmorin).order_by("-id").values_list("type", flat=True)[:count])


def test_steps_keep_their_order(anne, decision, valmorin):
    first = domain.add_step(decision, by=anne, name="  Cahier des  charges ", days=21)
    domain.add_step(decision, by=anne, name="Comité d’investissement", days=42)
    between = domain.add_step(decision, by=anne, name="Avis technique", rank=1)
    assert steps(decision) == [("Cahier des charges", 0), ("Avis technique", 1), ("Comité d’investissement", 2)]
    domain.move_step(first, by=anne, to=99)
    assert [name for name, _ in steps(decision)] == ["Avis technique", "Comité d’investissement", "Cahier des charges"]
    domain.move_step(first, by=anne, to=2)  # there already: nothing to tell
    back = domain.remove_step(between, by=anne)
    assert steps(decision) == [("Comité d’investissement", 0), ("Cahier des charges", 1)]
    domain.add_step(decision, by=anne, **back)
    assert steps(decision)[0] == ("Avis technique", 0)
    assert types(valmorin, 4) == [
        "decision_step.added",
        "decision_step.removed",
        "decision_step.moved",
        "decision_step.added",
    ]


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"name": " "}, "name_missing", "name"),
        ({"name": "x" * 121}, "too_long", "name"),
        ({"name": "x", "days": -1}, "days_wrong", "days"),
        ({"name": "x", "days": 4000}, "days_wrong", "days"),
        ({"name": "x", "colour": "red"}, "unknown_field", "colour"),
    ],
)
def test_a_wrong_step_is_refused_and_nothing_is_written(anne, decision, fields, code, field):
    with pytest.raises(DomainError) as refused:
        domain.add_step(decision, by=anne, **fields)
    assert (refused.value.code, refused.value.field, DecisionStep.objects.count()) == (code, field, 0)


def test_a_committee_or_a_person_decides_never_both(anne, decision, valmorin, isabelle):
    committee = domain.create_committee(account=valmorin, by=anne, name="Comité achats")
    with pytest.raises(DomainError) as refused:
        domain.add_step(decision, by=anne, name="Choix", committee=committee, person=isabelle)
    assert refused.value.code == "one_decider"
    step = domain.add_step(decision, by=anne, name="Choix", committee=committee)
    domain.change_step(step, by=anne, committee=None, person=isabelle)
    assert DecisionStep.objects.get().person == isabelle


def test_a_committee_serves_entities_and_has_members(anne, david, valmorin, isabelle):
    site = create_account(by=anne, name="Laval", parent=valmorin)
    committee = domain.create_committee(
        account=valmorin, by=anne, name="Centrale", kind="central", serves=[site, valmorin]
    )
    assert [row.account_id for row in committee.serves.all()] == [site.pk]  # its own account goes without saying
    member = domain.seat_member(committee, person=isabelle, by=anne, part="Présidente")
    assert domain.seat_member(committee, person=isabelle, by=anne, part="Secrétaire").pk == member.pk
    assert CommitteeMember.objects.get().part == "Secrétaire"
    domain.unseat_member(member, by=anne)
    assert CommitteeMember.objects.count() == 0
    COMMITTEES.bin(committee, by=anne)
    assert list(Committee.objects.visible_to(anne)) == []
    COMMITTEES.restore(committee, by=anne)
    assert list(committees_for(site, anne)) == [committee]


def test_changing_whom_it_serves_leaves_those_one_does_not_see(anne, david, valmorin):
    elsewhere = create_account(by=david, name="Ailleurs")
    committee = domain.create_committee(account=valmorin, by=david, name="Centrale", serves=[elsewhere])
    domain.change_committee(committee, by=anne, serves=[], meets="chaque mois")
    assert [row.account_id for row in committee.serves.all()] == [elsewhere.pk]
    with pytest.raises(DomainError) as refused:
        domain.change_committee(committee, by=anne, serves=[elsewhere])
    assert refused.value.code == "entity_unknown"
    shown = read_circuit(valmorin, anne, None).bodies[0]
    assert (shown.serves, shown.serves_hidden, shown.meets) == ([], 1, "chaque mois")


def test_strangers_and_readers_write_nothing(anne, chloe, eric, decision, valmorin, isabelle):
    AccountMember.objects.create(account=valmorin, user=eric)
    committee = domain.create_committee(account=valmorin, by=anne, name="Comité achats")
    step = domain.add_step(decision, by=anne, name="Choix")
    for nobody in (chloe, eric):
        for verb in (
            lambda by=nobody: domain.create_committee(account=valmorin, by=by, name="X"),
            lambda by=nobody: domain.change_committee(committee, by=by, name="X"),
            lambda by=nobody: COMMITTEES.bin(committee, by=by),
            lambda by=nobody: domain.seat_member(committee, person=isabelle, by=by),
            lambda by=nobody: domain.add_step(decision, by=by, name="X"),
            lambda by=nobody: domain.change_step(step, by=by, name="X"),
            lambda by=nobody: domain.move_step(step, by=by, to=0),
            lambda by=nobody: domain.remove_step(step, by=by),
        ):
            with pytest.raises(PermissionDenied):
                verb()
    assert (Committee.objects.get().name, steps(decision)) == ("Comité achats", [("Choix", 0)])


@time_machine.travel("2026-11-18 09:00:00+01:00", tick=False)
def test_the_circuit_adds_up_and_meets_the_budget(anne, decision, valmorin, isabelle, django_assert_num_queries):
    committee = domain.create_committee(account=valmorin, by=anne, name="Comité achats")
    domain.seat_member(committee, person=isabelle, by=anne, part="Présidente")
    domain.add_step(decision, by=anne, name="Cahier des charges", person=isabelle, days=21)
    domain.add_step(decision, by=anne, name="Choix", committee=committee, days=42)
    read_circuit(valmorin, anne, decision)  # settings are read once
    with django_assert_num_queries(4):
        found = read_circuit(valmorin, anne, decision)
        list(found.bodies[0].members)
    assert (found.total, found.latest_start, found.late_by) == (63, date(2026, 9, 28), 51)
    assert [(step.from_day, step.to_day) for step in found.steps] == [(0, 21), (21, 63)]
    assert (found.steps[0].ends_on, found.steps[1].ends_on) == (date(2026, 12, 9), date(2027, 1, 20))
    assert (found.budget.open, found.budget.days) == (True, 12)
    assert (found.steps[0].person.title, found.steps[0].person.is_known) == ("Directrice des achats", False)
    domain.add_step(decision, by=anne, name="Signature")
    found = read_circuit(valmorin, anne, decision)
    assert (found.total, found.known_days, found.unknown, found.latest_start) == (None, 63, 1, None)


def test_who_may_not_be_seen_is_not_named(anne, david, decision, valmorin):
    elsewhere = create_account(by=david, name="Ailleurs")
    hidden = contacts.create_person(account=elsewhere, by=david, last_name="Caché")
    committee = domain.create_committee(account=valmorin, by=david, name="Comité achats")
    domain.seat_member(committee, person=hidden, by=david)
    domain.add_step(decision, by=david, name="Choix", person=hidden)
    found = read_circuit(valmorin, anne, decision)
    assert (found.steps[0].person, found.steps[0].hidden) == (None, True)
    assert (list(found.bodies[0].members), found.bodies[0].members_hidden) == ([], 1)
    seen = read_circuit(valmorin, david, decision)
    assert (seen.steps[0].person.name, seen.bodies[0].members_hidden) == ("Caché", 0)


def test_a_served_entity_shows_the_committee_without_its_owner(anne, chloe, david, valmorin):
    site = create_account(by=chloe, name="Laval")
    AccountMember.objects.create(account=valmorin, user=david)
    domain.create_committee(account=valmorin, by=david, name="Centrale", serves=[site])
    shown = read_circuit(site, chloe, None).bodies[0]
    assert (shown.name, shown.account_name, shown.serves) == ("Centrale", "", [(site.pk, "Laval")])
