"""The map as plain rows: who is on it, what a past day looked like, who sees it, how many statements it takes."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.utils import translation

from kameo.accounts.domain import create_account
from kameo.accounts.models import AccountMember
from kameo.contacts import domain as contacts
from kameo.contacts.models import Position
from kameo.decisions import domain
from kameo.decisions.models import DecisionMap, InfluenceLink, Stake
from kameo.decisions.queries import read_map
from kameo.decisions.records import MAPS

pytestmark = pytest.mark.django_db


def person(account, by, name, **position):
    return contacts.create_person(account=account, by=by, last_name=name, position=position)


@pytest.fixture
def site(anne, valmorin):
    return create_account(by=anne, name="Valmorin Est", kind="site", parent=valmorin)


@pytest.fixture
def head(anne, valmorin):
    return person(valmorin, anne, "Arnaud", title="Directeur général", level="executive")


def cards(view):
    return {card.name: card for card in view.cards}


def test_everybody_with_a_post_below_is_there_before_anybody_is_rated(anne, valmorin, site, head):
    person(site, anne, "Blanc", title="Acheteuse", reports_to=head.positions.get())
    view = read_map(valmorin, anne)
    assert view.map is None
    assert DecisionMap.objects.count() == 0
    found = cards(view)
    assert sorted(found) == ["Arnaud", "Blanc"]
    blanc = found["Blanc"]
    assert (blanc.stake_id, blanc.influence, blanc.stance, blanc.confidence) == (None, None, "", None)
    assert (blanc.account_id, blanc.title, blanc.manager) == (site.pk, "Acheteuse", head.positions.get().pk)
    assert [card.name for card in read_map(site, anne).cards] == ["Blanc"]


def test_one_person_with_two_posts_is_one_card_at_home(anne, valmorin, site, head):
    both = person(site, anne, "Blanc", title="Directrice du site")
    here = contacts.add_position(both, account=valmorin, by=anne, title="Membre du comité")
    there = both.positions.exclude(pk=here.pk).get()
    third = person(site, anne, "Clerc", reports_to=there)
    found = cards(read_map(valmorin, anne))
    assert (found["Blanc"].position_id, found["Blanc"].positions) == (here.pk, (there.pk, here.pk))
    assert found["Clerc"].manager == here.pk  # the post shown on the manager's card
    assert found["Clerc"].person_id == third.pk


def test_another_map_holds_only_those_put_on_it(anne, valmorin, site, head):
    person(site, anne, "Blanc")
    deal = MAPS.add(valmorin, by=anne, name="Supervision 2027")
    domain.put_on_map(deal, person=head, by=anne, influence=5, stance="sceptic")
    view = read_map(deal, anne)
    assert [(card.name, card.influence, card.stance) for card in view.cards] == [("Arnaud", 5, "sceptic")]


def test_somebody_who_left_and_somebody_from_outside_stay_on_the_map(anne, david, valmorin, head):
    consulting = create_account(by=david, name="Conseil & Cie")
    outside = person(consulting, david, "Zola", title="Consultante")
    own = domain.main_map(valmorin, by=anne)
    domain.put_on_map(own, person=outside, by=david)
    domain.put_on_map(own, person=head, by=anne)
    contacts.end_position(head.positions.get(), on=date(2026, 1, 1), by=anne)
    seen = cards(read_map(own, david))
    assert (seen["Zola"].outside, seen["Zola"].open, seen["Zola"].account_name) == (True, True, "Conseil & Cie")
    assert (seen["Arnaud"].former, seen["Arnaud"].title) == (True, "Directeur général")
    assert seen["Arnaud"].position_id is None
    hidden = cards(read_map(own, anne))["Zola"]  # Anne does not see that account: neither does the card
    assert (hidden.open, hidden.account_id, hidden.account_name, hidden.title) == (False, None, "", "")


def test_taken_off_binned_or_removed_nobody_stays(anne, valmorin, head):
    own = domain.main_map(valmorin, by=anne)
    stake = domain.put_on_map(own, person=head, by=anne, influence=4)
    domain.take_off_map(stake, by=anne)
    assert [(card.stake_id, card.influence) for card in read_map(own, anne).cards] == [(None, None)]
    domain.put_back(stake, by=anne)
    assert read_map(own, anne).cards[0].influence == 4
    contacts.bin_person(head, by=anne)
    assert read_map(own, anne).cards == []


def test_strangers_see_no_map(anne, chloe, valmorin, head):
    own = domain.main_map(valmorin, by=anne)
    domain.put_on_map(own, person=head, by=anne, influence=4)
    view = read_map(own, chloe)
    assert (view.map, view.cards, view.links) == (None, [], [])


def test_confidence_and_contradictions_come_with_the_card(anne, valmorin, head):
    own = domain.main_map(valmorin, by=anne)
    domain.put_on_map(
        own,
        person=head,
        by=anne,
        influence=2,
        stance="champion",
        roles=["final-decider"],
        evidence=[{"claim": "stance", "grade": 4, "sentence": "A plaidé pour nous devant son comité."}],
    )
    with translation.override("en"):
        card = read_map(own, anne).cards[0]
    # the position is proven (100), influence and role are not (0): a third
    assert (card.confidence, card.assumed) == (33, False)
    assert card.contradictions == ("Decides, but with an influence of 2 out of 5",)


def test_links_name_both_stakes_while_both_are_there(anne, valmorin, head):
    own = domain.main_map(valmorin, by=anne)
    other = person(valmorin, anne, "Blanc")
    one, two = (domain.put_on_map(own, person=who, by=anne) for who in (head, other))
    line = domain.draw_link(own, source=one, target=two, kind="trusts", by=anne, label="oriente le choix")
    drawn = read_map(own, anne).links
    assert [(row.id, row.source_stake_id, row.target_stake_id, row.kind, row.label) for row in drawn] == [
        (line.pk, one.pk, two.pk, "trusts", "oriente le choix")
    ]
    domain.take_off_map(two, by=anne)
    assert read_map(own, anne).links == []


def old_row(model, row, at, **was):
    """What the field history kept when the row stopped being so; triggers stamp the real clock."""
    event = model.pgh_event_model
    names = [field.attname for field in model._meta.concrete_fields]
    values = {name: getattr(row, name) for name in names} | was
    with time_machine.travel(at, tick=False):
        event.objects.create(pgh_label="changed", pgh_obj_id=row.pk, **values)


def test_the_map_as_it_stood_on_a_past_day(anne, bruno, valmorin, head):
    with time_machine.travel(datetime(2026, 1, 10, 9, tzinfo=UTC), tick=False):
        other = person(valmorin, anne, "Blanc", starts_on=date(2026, 1, 5))
        own = domain.main_map(valmorin, by=anne)
        one, two = (
            domain.put_on_map(own, person=who, by=anne, influence=5, stance="opponent") for who in (head, other)
        )
        line = domain.draw_link(own, source=one, target=two, kind="trusts", by=anne)
    post = other.positions.get()
    Position.objects.filter(person=head).update(starts_on=date(2020, 1, 1))
    # Since: both were rated otherwise in March, the line was drawn anew in April, the manager changed in May.
    march = datetime(2026, 3, 1, tzinfo=UTC)
    old_row(Stake, one, march, influence=3, stance="champion", roles=["user"], owner_id=bruno.pk)
    old_row(Stake, two, march, influence=1, stance="neutral")
    old_row(Stake, two, datetime(2026, 3, 2, tzinfo=UTC), influence=2)
    old_row(InfluenceLink, line, datetime(2026, 4, 1, tzinfo=UTC), kind="blocks")
    line.delete()
    old_row(Position, post, datetime(2026, 5, 1, tzinfo=UTC), reports_to_id=head.positions.get().pk)

    february = read_map(own, anne, as_of=date(2026, 2, 1))
    seen = cards(february)
    assert february.as_of == date(2026, 2, 1)
    assert (seen["Arnaud"].influence, seen["Arnaud"].stance, seen["Arnaud"].roles) == (3, "champion", ("user",))
    assert seen["Arnaud"].owner_name == "Bruno Kessler"
    assert (seen["Blanc"].influence, seen["Blanc"].stance) == (1, "neutral")  # the first kept after that day
    assert seen["Blanc"].manager == head.positions.get().pk
    assert [row.kind for row in february.links] == ["blocks"]

    march = cards(read_map(own, anne, as_of=date(2026, 3, 1)))
    assert (march["Arnaud"].influence, march["Arnaud"].stance, march["Arnaud"].owner_name) == (5, "opponent", "")
    assert march["Blanc"].influence == 2
    today = read_map(own, anne)
    assert (cards(today)["Arnaud"].influence, cards(today)["Blanc"].manager, today.links) == (5, None, [])
    before = read_map(own, anne, as_of=date(2026, 1, 6))  # nobody was rated yet, both had a post
    assert [(card.name, card.stake_id) for card in before.cards] == [("Arnaud", None), ("Blanc", None)]
    assert [card.name for card in read_map(own, anne, as_of=date(2026, 1, 1)).cards] == ["Arnaud"]


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_as_many_statements_whatever_the_number(anne, valmorin, count, django_assert_num_queries):
    own = domain.main_map(valmorin, by=anne)
    for number in range(count):
        domain.put_on_map(own, person=person(valmorin, anne, f"N{number}"), by=anne, influence=3, owner=anne)
    read_map(own, anne)
    with django_assert_num_queries(3):
        assert len(read_map(own, anne).cards) == count
    with django_assert_num_queries(3):
        assert len(read_map(valmorin, anne, as_of=date(2026, 1, 1)).cards) == 0


def test_a_reader_sees_what_members_see(anne, eric, valmorin, head):
    AccountMember.objects.create(account=valmorin, user=eric)
    own = domain.main_map(valmorin, by=anne)
    domain.put_on_map(own, person=head, by=anne, influence=4)
    assert [card.influence for card in read_map(own, eric).cards] == [4]
