"""Maps, stakes, evidence, lines: what the verbs write, refuse and undo."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kameo.accounts.domain import create_account
from kameo.accounts.models import AccountMember
from kameo.contacts import domain as contacts
from kameo.core import clock
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.decisions import domain
from kameo.decisions.choices import SEATS, TERMS
from kameo.decisions.models import DecisionMap, Evidence, InfluenceLink, Seat, Stake, Term
from kameo.decisions.records import MAPS

pytestmark = pytest.mark.django_db


def person(account, by, name):
    return contacts.create_person(account=account, by=by, last_name=name)


@pytest.fixture
def isabelle(anne, valmorin):
    return person(valmorin, anne, "Roquemaure")


@pytest.fixture
def own(anne, valmorin):
    return domain.main_map(valmorin, by=anne)


@pytest.fixture
def stake(anne, own, isabelle):
    return domain.put_on_map(own, person=isabelle, by=anne)


def refusal(verb, *given, **fields):
    with pytest.raises(DomainError) as refused:
        verb(*given, **fields)
    return refused.value.code, refused.value.field


def types(prefix):
    return list(Event.objects.filter(type__startswith=prefix).order_by("id").values_list("type", flat=True))


def test_the_accounts_own_map_is_made_once(anne, bruno, valmorin):
    first = domain.main_map(valmorin, by=anne)
    assert domain.main_map(valmorin, by=bruno) == first
    assert (first.main, first.created_by, types("map.")) == (True, anne, ["map.created"])
    assert refusal(MAPS.bin, first, by=anne) == ("main_map", None)


def test_a_named_map_is_created_renamed_binned_and_given_back(anne, valmorin):
    deal = MAPS.add(valmorin, by=anne, name="  Supervision   2027 ", expected=7)
    assert (deal.name, deal.expected, deal.main) == ("Supervision 2027", 7, False)
    assert refusal(MAPS.add, valmorin, by=anne, name="supervision 2027") == ("name_taken", "name")
    assert refusal(MAPS.add, valmorin, by=anne, name=" ") == ("name_missing", "name")
    assert refusal(MAPS.change, deal, by=anne, expected=61) == ("invalid", "expected")
    MAPS.change(deal, by=anne, name="Supervision", expected=None)
    MAPS.bin(deal, by=anne)
    assert list(DecisionMap.objects.visible_to(anne)) == []
    assert refusal(MAPS.change, deal, by=anne, name="X") == ("in_bin", None)
    MAPS.restore(deal, by=anne)
    assert [row.name for row in DecisionMap.objects.visible_to(anne)] == ["Supervision"]
    assert types("map.") == ["map.created", "map.changed", "map.binned", "map.restored"]


def test_ratings_are_written_with_what_supports_them(anne, bruno, stake):
    domain.change_stake(
        stake,
        by=anne,
        influence="4",
        stance="champion",
        roles=["purchasing", "influencer", "purchasing"],
        topics=["price"],
        owner=bruno,
        level=3,
        desired=5,
        note=" Note ",
        evidence=[
            {"claim": "stance", "grade": 3, "sentence": "A fait venir son directeur."},
            {"claim": "influence", "value": "5", "grade": 2, "sentence": "« Je tranche. »"},
        ],
    )
    assert (stake.influence, stake.stance, stake.roles, stake.topics) == (
        4,
        "champion",
        ["purchasing", "influencer"],
        ["price"],
    )
    assert (stake.owner, stake.level, stake.desired, stake.note) == (bruno, 3, 5, "Note")
    proofs = list(Evidence.objects.order_by("id").values_list("claim", "value", "grade", "author__first_name"))
    assert proofs == [("stance", "champion", 3, "Anne"), ("influence", "5", 2, "Anne")]
    told = Event.objects.get(type="stake.changed")
    assert told.account_id == stake.map.account_id
    assert told.data["changes"]["influence"] == [None, 4]
    assert "note" not in told.data["changes"]
    before = Event.objects.count()
    domain.change_stake(stake, by=anne, influence=4)
    assert Event.objects.count() == before


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"influence": 6}, ("out_of_scale", "influence")),
        ({"influence": "beaucoup"}, ("out_of_scale", "influence")),
        ({"stance": "ami"}, ("unknown_choice", "stance")),
        ({"roles": ["roi"]}, ("unknown_choice", "roles")),
        ({"level": 9}, ("out_of_scale", "level")),
        ({"colour": "red"}, ("unknown_field", "colour")),
        (
            {"influence": 3, "evidence": [{"claim": "influence", "grade": 2, "sentence": " "}]},
            ("sentence_missing", "sentence"),
        ),
        ({"evidence": [{"claim": "stance", "grade": 2, "sentence": "x"}]}, ("value_missing", "value")),
        ({"evidence": [{"claim": "level", "value": "4", "grade": 7, "sentence": "x"}]}, ("unknown_choice", "grade")),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(anne, stake, fields, refused):
    before = Event.objects.count()
    assert refusal(domain.change_stake, stake, by=anne, **fields) == refused
    stake.refresh_from_db()
    assert (stake.influence, stake.stance, stake.roles, Evidence.objects.count()) == (None, "", [], 0)
    assert Event.objects.count() == before


def test_a_retired_term_stays_with_whoever_carries_it(anne, gilles, stake):
    domain.change_stake(stake, by=anne, roles=["user"])
    TERMS.retire(Term.objects.get(list="role", code="user"), by=gilles)
    domain.change_stake(stake, by=anne, roles=["user", "influencer"])
    domain.change_stake(stake, by=anne, roles=["influencer"])
    assert refusal(domain.change_stake, stake, by=anne, roles=["user"]) == ("unknown_choice", "roles")


def test_somebody_taken_off_comes_back_as_they_were(anne, own, isabelle, stake):
    domain.change_stake(stake, by=anne, influence=5)
    assert refusal(domain.put_on_map, own, person=isabelle, by=anne) == ("on_map_already", "person")
    domain.take_off_map(stake, by=anne)
    assert list(Stake.objects.visible_to(anne)) == []
    assert refusal(domain.change_stake, stake, by=anne, influence=1) == ("off_map", None)
    domain.put_back(stake, by=anne)
    domain.take_off_map(stake, by=anne)
    again = domain.put_on_map(own, person=isabelle, by=anne, stance="neutral")
    assert (again.pk, again.influence, again.stance) == (stake.pk, 5, "neutral")
    assert types("stake.") == [
        "stake.added",
        "stake.changed",
        "stake.removed",
        "stake.restored",
        "stake.removed",
        "stake.restored",
    ]


def test_somebody_of_an_account_out_of_sight_is_refused(anne, david, own):
    elsewhere = create_account(by=david, name="Ailleurs")
    hidden = person(elsewhere, david, "Zola")
    assert refusal(domain.put_on_map, own, person=hidden, by=anne) == ("person_hidden", "person")
    assert domain.put_on_map(own, person=hidden, by=david).person == hidden


def test_evidence_is_withdrawn_and_given_back(anne, stake):
    row = domain.add_evidence(stake, by=anne, claim="stance", value="neutral", grade=2, sentence="Attend de voir.")
    domain.withdraw_evidence(row, by=anne)
    domain.withdraw_evidence(row, by=anne)
    assert row.withdrawn_at is not None
    domain.give_back_evidence(row, by=anne)
    assert (row.withdrawn_at, types("evidence.")) == (
        None,
        ["evidence.added", "evidence.withdrawn", "evidence.restored"],
    )
    tomorrow = clock.company_today() + timedelta(days=1)
    wrong = {"claim": "stance", "value": "neutral", "grade": 2, "sentence": "x", "on": tomorrow}
    assert refusal(domain.add_evidence, stake, by=anne, **wrong) == ("in_the_future", "on")


def test_a_line_is_drawn_changed_turned_removed_and_drawn_again(anne, valmorin, own, stake):
    other = domain.put_on_map(own, person=person(valmorin, anne, "Blanc"), by=anne)
    line = domain.draw_link(own, source=stake, target=other, kind="influences", by=anne, label="oriente le choix")
    both = {"source": stake, "target": other, "by": anne}
    assert refusal(domain.draw_link, own, kind="influences", **both) == ("drawn_already", "kind")
    assert refusal(domain.draw_link, own, kind="aime", **both) == ("unknown_choice", "kind")
    assert refusal(domain.draw_link, own, source=stake, target=stake, kind="trusts", by=anne) == (
        "same_person",
        "target",
    )
    deal = MAPS.add(valmorin, by=anne, name="Autre")
    assert refusal(domain.draw_link, deal, kind="trusts", **both) == ("other_map", "target")
    domain.change_link(line, by=anne, kind="blocks", turned=True)
    assert (line.source, line.target, line.kind) == (other, stake, "blocks")
    facts = domain.remove_link(line, by=anne)
    assert facts == {"source": other.pk, "target": stake.pk, "kind": "blocks", "label": "oriente le choix"}
    assert InfluenceLink.objects.count() == 0


def test_ratings_are_taken_over_and_given_back(anne, valmorin, own, isabelle, stake):
    proof = {"claim": "stance", "grade": 3, "sentence": "Nous a défendus."}
    domain.change_stake(stake, by=anne, influence=5, stance="champion", evidence=[proof])
    other = domain.put_on_map(own, person=person(valmorin, anne, "Blanc"), by=anne, influence=2, stance="neutral")
    deal = MAPS.add(valmorin, by=anne, name="Supervision")
    there = domain.put_on_map(deal, person=other.person, by=anne, stance="sceptic")
    assert domain.take_over(deal, source=own, by=anne) == 2
    taken = Stake.objects.get(map=deal, person=isabelle)
    assert (taken.influence, taken.stance, taken.evidence.get().sentence) == (5, "champion", "Nous a défendus.")
    there.refresh_from_db()
    assert (there.influence, there.stance) == (2, "sceptic")  # touched later than on the other map: kept
    assert domain.take_over(deal, source=own, by=anne) == 0
    done = domain.last_take_over(deal)
    assert (done.data["count"], domain.give_back(deal, done, by=anne)) == (2, 2)
    there.refresh_from_db()
    assert (there.influence, there.stance) == (None, "sceptic")
    assert list(Stake.objects.visible_to(anne).filter(map=deal)) == [there]
    assert refusal(domain.give_back, deal, done, by=anne) == ("given_back_already", None)


def test_one_takes_over_from_the_same_group_only(anne, david, own):
    elsewhere = create_account(by=david, name="Ailleurs")
    other = domain.main_map(elsewhere, by=david)
    assert refusal(domain.take_over, own, source=other, by=david) == ("other_group", "source")
    assert refusal(domain.take_over, own, source=own, by=david) == ("same_map", "source")


def test_strangers_and_readers_write_nothing(anne, chloe, eric, valmorin, own, isabelle, stake):
    AccountMember.objects.create(account=valmorin, user=eric)
    row = domain.add_evidence(stake, by=anne, claim="stance", value="neutral", grade=2, sentence="x")
    before = Event.objects.count()
    verbs = [
        lambda by: domain.main_map(valmorin, by=by),
        lambda by: MAPS.add(valmorin, by=by, name="X"),
        lambda by: MAPS.change(own, by=by, expected=3),
        lambda by: domain.put_on_map(own, person=isabelle, by=by),
        lambda by: domain.change_stake(stake, by=by, influence=1),
        lambda by: domain.take_off_map(stake, by=by),
        lambda by: domain.add_evidence(stake, by=by, claim="stance", value="neutral", grade=2, sentence="x"),
        lambda by: domain.withdraw_evidence(row, by=by),
        lambda by: domain.take_over(own, source=own, by=by),
    ]
    for nobody in (chloe, eric):
        for verb in verbs:
            with pytest.raises(PermissionDenied):
                verb(nobody)
    stake.refresh_from_db()
    assert (Event.objects.count(), stake.influence, stake.removed_at) == (before, None, None)


def test_a_member_adds_a_topic_and_the_company_its_lists(anne, gilles):
    topic = TERMS.add(by=anne, list="topic", name="Bilan carbone")
    assert (topic.code, topic.rank) == ("bilan-carbone", 7)
    assert TERMS.add(by=anne, list="topic", name="bilan  CARBONE") == topic
    with pytest.raises(PermissionDenied):
        TERMS.add(by=anne, list="role", name="Parrain")
    role = TERMS.add(by=gilles, list="role", name="Parrain", decides=True)
    assert (role.code, role.decides) == ("parrain", True)
    TERMS.retire(role, by=gilles)
    assert TERMS.add(by=gilles, list="role", name="parrain").retired_at is None
    assert refusal(TERMS.add, by=gilles, list="couleurs", name="X") == ("unknown_list", "list")


def test_a_place_is_taken_by_something(gilles):
    seat = SEATS.add(by=gilles, name="Responsable RSE", family="business", influence=2)
    assert (seat.code, seat.rank, seat.influence) == ("responsable-rse", 7, 2)
    assert refusal(SEATS.add, by=gilles, name="X") == ("taken_by_nothing", "role")
    assert refusal(SEATS.change, seat, by=gilles, influence=6) == ("out_of_scale", "influence")
    finance = SEATS.change(Seat.objects.get(code="finance"), by=gilles, influence=5)
    assert (finance.name, finance.influence) == ("", 5)
