"""Who knows whom: links of pairs, the matrix of an account, pairs by function, who can introduce."""

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine

from kameo.accounts.domain import create_account
from kameo.accounts.models import AccountMember
from kameo.contacts import domain as contacts
from kameo.core import clock, preferences
from kameo.decisions import domain as decisions
from kameo.insight.network.introducers import introducers
from kameo.insight.network.links import read_links
from kameo.insight.network.matrix import read_network
from kameo.insight.network.pairing import compute_pairs, sides_of
from kameo.interactions.domain import log_interaction

pytestmark = pytest.mark.django_db


def add(account, by, name, **position):
    return contacts.create_person(account=account, by=by, last_name=name, position=position)


def met(account, by, *persons, days=0, **more):
    at = clock.now() - timedelta(days=days, minutes=5)
    values = {"kind": "meeting", "direction": "both", "text": "Vu", **more}
    return log_interaction(account=account, by=by, at=at, persons=persons, **values)


@pytest.fixture
def isabelle(anne, valmorin):
    return add(valmorin, anne, "Roquemaure", family="purchasing", title="Directrice des achats")


@pytest.fixture
def pascal(anne, valmorin):
    return add(valmorin, anne, "Quintrec", family="technical")


@time_machine.travel("2026-11-18 12:00:00+00:00", tick=False)
def test_a_link_is_the_frequency_of_the_pair(anne, bruno, valmorin, isabelle):
    preferences.set("strength.cadence.default", 60)
    met(valmorin, anne, isabelle, days=0, colleagues=[bruno])
    met(valmorin, anne, isabelle, days=120, kind="call")
    by_colleague = {link.colleague_id: link for link in read_links([isabelle.pk], anne)}
    # H = 120: 6 today and 4 halved once; one meeting per cadence adds up to 6 / (1 − 0.5^½) = 20.4853
    assert by_colleague[anne.pk].strength == Decimal("39.05")
    assert by_colleague[bruno.pk].strength == Decimal("29.29")
    assert (by_colleague[anne.pk].exchanges, by_colleague[bruno.pk].exchanges) == (2, 1)
    assert by_colleague[bruno.pk].live


def test_mails_one_way_are_no_live_link_and_notes_none(anne, valmorin, isabelle):
    met(valmorin, anne, isabelle, kind="mail", direction="out")
    met(valmorin, anne, isabelle, kind="note")
    link = read_links([isabelle.pk], anne)[0]
    assert (link.exchanges, link.live) == (1, False)
    met(valmorin, anne, isabelle, kind="mail", direction="in")
    assert read_links([isabelle.pk], anne)[0].live


def test_restricted_exchanges_count_only_for_those_who_read_them(anne, bruno, valmorin, isabelle):
    met(valmorin, anne, isabelle, restricted=True)
    assert read_links([isabelle.pk], bruno) == []
    assert len(read_links([isabelle.pk], anne)) == 1


def test_exchanges_of_accounts_one_does_not_see_count_for_nothing(anne, david, valmorin, isabelle):
    elsewhere = create_account(by=david, name="Ailleurs")
    contacts.add_position(isabelle, account=elsewhere, by=david)
    met(elsewhere, david, isabelle)
    assert read_links([isabelle.pk], anne) == []
    assert [link.colleague_id for link in read_links([isabelle.pk], david)] == [david.pk]


def test_the_matrix_counts_people_lines_and_gaps(anne, bruno, valmorin, isabelle, pascal):
    met(valmorin, anne, isabelle, colleagues=[bruno])
    add(valmorin, anne, "Hamdaoui", family="finance")
    found = read_network(valmorin, anne)
    assert [row.card.name for row in found.rows] == ["Hamdaoui", "Quintrec", "Roquemaure"]  # finance, technical, …
    assert [(one.name, one.functions) for one in found.columns] == [
        ("Anne Delmas", ("lead",)),
        ("Bruno Kessler", ("sales",)),
    ]
    assert (found.people, found.known, found.single, found.lines, found.possible) == (3, 1, 0, 2, 6)
    assert round(found.density, 1) == Decimal("33.3")
    gaps = {pair.family: pair.gap for pair in found.pairs}
    assert (gaps["purchasing"], gaps["technical"], gaps["finance"], gaps["general"]) == ("", "ours", "ours", "both")
    nobody = read_network(valmorin, anne, keep="nobody")
    assert [row.card.name for row in nobody.rows] == ["Hamdaoui", "Quintrec"]


def test_a_single_bridge_is_named(anne, bruno, valmorin, isabelle, pascal):
    met(valmorin, anne, isabelle, colleagues=[bruno])
    met(valmorin, anne, pascal)
    found = read_network(valmorin, anne)
    assert [(one.node, one.cut) for one in found.bridges] == [(("ours", anne.pk), (pascal.pk,))]


def test_queries_do_not_grow(anne, bruno, valmorin, isabelle, django_assert_num_queries):
    met(valmorin, anne, isabelle)
    read_network(valmorin, anne)
    with django_assert_num_queries(4):
        read_network(valmorin, anne)
    for number in range(3):
        met(valmorin, bruno, add(valmorin, anne, f"Nom{number}"))
    with django_assert_num_queries(4):
        read_network(valmorin, anne)


def test_sides_come_from_functions_then_from_the_role():
    assert sides_of(["lead", "support"], "kam") == {"sales", "technical"}
    assert sides_of([], "finance") == {"finance"}
    assert sides_of(["observer"], "reader") == frozenset()


def test_an_empty_pair_says_who_is_missing():
    found = compute_pairs(
        {"finance": "finance", "general": "management", "it": "technical", "users": "technical"},
        {"finance": [1], "general": [2], "it": [3]},
        {"management": [8], "technical": [9]},
        {(3, 9): Decimal(40)},
    )
    assert [(pair.family, pair.gap, pair.best) for pair in found] == [
        ("finance", "ours", None),
        ("general", "link", None),
        ("it", "", (3, 9, Decimal(40))),
        ("users", "theirs", None),
    ]


def test_a_colleague_or_somebody_near_can_introduce(anne, bruno, valmorin, isabelle, pascal):
    met(valmorin, bruno, isabelle)
    found = introducers(isabelle, anne)
    assert (found.mine, [[stop.name for stop in route.stops] for route in found.routes]) == (
        None,
        [["Bruno Kessler", "Roquemaure"]],
    )
    assert found.routes[0].askable == bruno.pk
    contacts.change_position(isabelle.positions.get(), by=anne, reports_to=pascal.positions.get())
    met(valmorin, anne, pascal)
    routes = introducers(isabelle, anne).routes
    assert [[stop.name for stop in route.stops] for route in routes][1] == ["Quintrec", "Roquemaure"]
    assert (routes[1].first.line, routes[1].askable) == ("reports", None)
    met(valmorin, anne, isabelle)
    assert introducers(isabelle, anne).mine.colleague_id == anne.pk


def test_whoever_prefers_not_to_be_asked_is_left_out(anne, bruno, valmorin, isabelle):
    met(valmorin, bruno, isabelle)
    decisions.allow_requests(bruno, allowed=False)
    assert introducers(isabelle, anne).routes == []
    decisions.allow_requests(bruno, allowed=True)
    assert len(introducers(isabelle, anne).routes) == 1


def test_conflicts_lead_nowhere_and_trust_does(anne, bruno, valmorin, isabelle, pascal):
    decision = decisions.main_map(valmorin, by=anne)
    one = decisions.put_on_map(decision, person=pascal, by=anne)
    other = decisions.put_on_map(decision, person=isabelle, by=anne)
    met(valmorin, bruno, pascal)
    decisions.draw_link(decision, source=one, target=other, kind="conflicts", by=anne)
    assert introducers(isabelle, anne).routes == []
    decisions.draw_link(decision, source=one, target=other, kind="trusts", by=anne)
    route = introducers(isabelle, anne).routes[0]
    assert [(stop.name, stop.line) for stop in route.stops] == [
        ("Bruno Kessler", "link"),
        ("Quintrec", "trusts"),
        ("Roquemaure", ""),
    ]


def test_nobody_unseen_is_on_a_way(anne, david, bruno, valmorin, isabelle):
    elsewhere = create_account(by=david, name="Ailleurs")
    hidden = add(elsewhere, david, "Caché")
    AccountMember.objects.create(account=elsewhere, user=bruno)
    met(elsewhere, bruno, hidden)
    decision = decisions.main_map(valmorin, by=david)
    one = decisions.put_on_map(decision, person=isabelle, by=david)
    other = decisions.put_on_map(decision, person=hidden, by=david)
    decisions.draw_link(decision, source=other, target=one, kind="trusts", by=david)
    assert introducers(isabelle, anne).routes == []
    assert [stop.name for stop in introducers(isabelle, david).routes[0].stops][:2] == ["Bruno Kessler", "Caché"]
