"""c-11 by hand: every figure of one map, and what each says when there is nothing to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from kameo.insight.coverage import Coverage, MapMember, Place, Thresholds

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
DECIDING = {"final-decider", "economic-buyer"}
PLACES = (
    Place("final-decider", "Final decision-maker", 5, role="final-decider"),
    Place("technical-prescriber", "Technical prescriber", 4, role="technical-prescriber"),
    Place("finance", "Finance", 4, role="economic-buyer", family="finance"),
    Place("purchasing", "Purchasing", 4, role="purchasing", family="purchasing"),
    Place("user", "User representative", 2, role="user", family="users"),
    Place("champion", "Champion", 3, stance="champion"),
)


def somebody(stake: int, *, days: int | None = None, two_way: int | None = None, **more: Any) -> MapMember:
    """In contact `days` ago, and in two-way contact `two_way` days ago (the same unless given)."""
    both = days if two_way is None else two_way
    return MapMember(
        stake_id=stake,
        person_id=stake,
        name=f"Person {stake}",
        last_contact_at=None if days is None else NOW - timedelta(days=days),
        last_two_way_at=None if both is None else NOW - timedelta(days=both),
        **more,
    )


BERTRAND = somebody(
    1,
    days=74,
    influence=5,
    stance="neutral",
    roles=("final-decider",),
    families=frozenset({"general"}),
    level="executive",
    strength=Decimal(35),
    touches=Decimal(10),
    account_id=1,
    account_name="Valmorin",
)
ISABELLE = somebody(
    2,
    days=12,
    influence=4,
    stance="supporter",
    roles=("economic-buyer",),
    families=frozenset({"finance"}),
    level="director",
    strength=Decimal("73.6"),
    touches=Decimal(24),
    account_id=1,
    account_name="Valmorin",
)
PASCAL = somebody(
    3,
    days=75,
    two_way=95,
    influence=4,
    stance="champion",
    roles=("technical-prescriber",),
    level="director",
    families=frozenset({"technical"}),
    strength=Decimal("19.7"),
    touches=Decimal(6),
    account_id=1,
    account_name="Valmorin",
)
AGNES = somebody(
    4,
    days=20,
    influence=3,
    stance="opponent",
    roles=("purchasing",),
    families=frozenset({"purchasing"}),
    level="manager",
    strength=Decimal(62),
    touches=Decimal(20),
    account_id=1,
    account_name="Valmorin",
)
JULIEN = somebody(
    5, influence=2, stance="neutral", families=frozenset({"users"}), level="staff", account_id=2, account_name="Burgos"
)
KARIM = somebody(
    6,
    days=45,
    families=frozenset({"it"}),
    level="staff",
    strength=Decimal(41),
    touches=Decimal(4),
    account_id=2,
    account_name="Burgos",
)
TO_FIND = somebody(7, kind="placeholder", influence=5, stance="champion", roles=("final-decider",), level="director")
GONE = somebody(8, days=3, held=False, influence=5, stance="champion", strength=Decimal(88), touches=Decimal(50))
MAP = (BERTRAND, ISABELLE, PASCAL, AGNES, JULIEN, KARIM, TO_FIND, GONE)


def cover(*members: MapMember, **more: Any) -> Coverage:
    more = {"places": PLACES, "thresholds": Thresholds(wanted={"executive": 2, "staff": 1}), **more}
    return Coverage(members, more.pop("places"), more.pop("thresholds"), deciding=DECIDING, now=NOW, **more)


def test_c11_mapped_are_real_people_who_hold_a_position() -> None:
    external = somebody(9, kind="external")
    found = cover(*MAP, external)
    assert [one.stake_id for one in found.mapped] == [1, 2, 3, 4, 5, 6, 9]


def test_c11_relationship_weighs_strength_by_influence() -> None:
    figure = cover(*MAP).relationship
    # (5×35 + 4×73.6 + 4×19.7 + 3×62) / (5 + 4 + 4 + 3) = 734.2 / 16
    assert (figure.value, figure.over, figure.of) == (Decimal("45.89"), Decimal("734.2"), Decimal(16))
    assert figure.stakes == (1, 2, 3, 4)
    assert figure.aside == (5, 6)  # never in contact; influence not rated


def test_c11_a_required_place_that_nobody_takes_counts_as_strength_zero() -> None:
    figure = cover(BERTRAND, ISABELLE, PASCAL, JULIEN, KARIM, TO_FIND, GONE).relationship
    # purchasing is empty: (175 + 294.4 + 78.8) / (13 + 4) = 548.2 / 17
    assert (figure.value, figure.over, figure.of) == (Decimal("32.25"), Decimal("548.2"), Decimal(17))


def test_c11_opponents_keep_their_strength_and_are_shown_apart() -> None:
    found = cover(*MAP)
    assert [one.stake_id for one in found.opponents] == [4]
    assert found.opposition.value == Decimal("62.00")
    assert cover(ISABELLE).opposition.reason == "no_opponent"
    sceptic = replace(AGNES, stance="sceptic")
    assert cover(ISABELLE, sceptic).opponents == (sceptic,)


def test_c11_support_derives_the_seeds_three_from_five() -> None:
    figure = cover(*MAP).support
    # 5×0 + 4×1 + 4×1 + 3×−1 + 2×0 = 5 over 18
    assert (figure.value, figure.over, figure.of) == (Decimal("0.28"), Decimal(5), Decimal(18))
    assert figure.aside == (6,)
    assert cover(AGNES).support.value == Decimal("-1.00")
    assert cover(replace(AGNES, stance="sceptic")).support.value == Decimal("-1.00")
    assert cover(ISABELLE).support.value == Decimal("1.00")
    assert cover(BERTRAND).support.value == Decimal("0.00")


def test_c11_roles_need_a_two_way_contact_within_90_days() -> None:
    found = cover(*MAP)
    assert (found.roles.value, found.roles.over, found.roles.of) == (Decimal("50.00"), Decimal(3), Decimal(6))
    assert {state.place.code: state.covered for state in found.places} == {
        "final-decider": True,  # 74 days
        "technical-prescriber": False,  # 95 days, though contacted 75 days ago
        "finance": True,
        "purchasing": True,
        "user": False,  # never
        "champion": False,
    }
    assert found.roles.stakes == (1, 2, 4)
    on_the_day = replace(PASCAL, last_two_way_at=NOW - timedelta(days=90))
    assert cover(on_the_day).roles.over == 2


def test_c11_a_place_is_taken_by_role_or_function_or_position() -> None:
    by_function = somebody(1, days=1, families=frozenset({"finance", "general"}))
    by_role = somebody(2, days=1, roles=("economic-buyer",))
    by_position = somebody(3, days=1, stance="champion")
    found = cover(by_function, by_role, by_position, TO_FIND)
    taken = {state.place.code: [one.stake_id for one in state.taken] for state in found.places}
    assert taken["finance"] == [1, 2]
    assert taken["champion"] == [3]
    assert taken["final-decider"] == []  # a role to identify takes no place
    sketched = {state.place.code: [one.stake_id for one in state.sketched] for state in found.places}
    assert sketched["final-decider"] == [7]


def test_c11_completeness_against_the_expected_committee() -> None:
    assert cover(*MAP).completeness.value == Decimal("60.00")  # 6 of the company's 10
    assert cover(*MAP, expected=8).completeness.value == Decimal("75.00")
    assert cover(*MAP, expected=5).completeness.value == Decimal("100")  # never more
    assert cover(*MAP).few is False
    assert cover(*MAP[:4]).few is True


def test_c11_levels_contacted_within_45_days_over_known() -> None:
    rows = {row.level: row for row in cover(*MAP).levels}
    told = {level: (len(row.whole.contacted), len(row.whole.known)) for level, row in rows.items()}
    assert told == {"executive": (0, 1), "director": (1, 2), "manager": (1, 1), "staff": (1, 2)}
    assert rows["director"].whole.percent == Decimal(50)
    assert [one.stake_id for one in rows["staff"].families["it"].contacted] == [6]  # 45 days to the minute
    assert (rows["executive"].whole.gap, rows["staff"].whole.gap, rows["manager"].whole.gap) == (1, 0, 0)
    untold = cover(somebody(1)).levels[-1]
    assert (untold.level, untold.whole.percent) == ("", Decimal(0))
    assert cover(somebody(1)).levels[0].whole.percent is None  # nobody known there


def test_c11_entities_where_the_people_of_the_map_work() -> None:
    rows = cover(*MAP).entities
    assert [(row.name, len(row.whole.known), len(row.whole.contacted), len(row.strong)) for row in rows] == [
        ("Valmorin", 4, 2, 2),
        ("Burgos", 2, 1, 1),
    ]


@pytest.mark.parametrize(("strong", "tone"), [(0, "bad"), (1, "bad"), (2, "warn"), (3, "ok"), (4, "ok")])
def test_c11_threads_are_people_whose_strength_reaches_40(strong: int, tone: str) -> None:
    weak = somebody(90, strength=Decimal("39.99"))
    found = cover(weak, *(somebody(n, strength=Decimal(40)) for n in range(strong)))
    assert found.threads.value == strong
    assert found.thread_tone == tone


def test_c11_concentration_is_the_share_of_the_first_contact() -> None:
    found = cover(*MAP)
    assert (found.concentration.value, found.concentration.over, found.concentration.of) == (
        Decimal("37.50"),
        Decimal(24),
        Decimal(64),
    )
    assert found.first == ISABELLE
    at_the_limit = cover(somebody(1, touches=Decimal(60)), somebody(2, touches=Decimal(40)))
    assert (at_the_limit.concentration.value, at_the_limit.concentrated) == (Decimal("60.00"), False)
    beyond = cover(somebody(1, touches=Decimal(61)), somebody(2, touches=Decimal(39)))
    assert (beyond.concentration.value, beyond.concentrated) == (Decimal("61.00"), True)


def test_c11_map_status_from_empty_to_a_decision_maker_for_us() -> None:
    def reached(*members: MapMember) -> Decimal | None:
        return cover(*members).status.value

    decider = somebody(1, roles=("final-decider",))
    prescriber = somebody(2, influence=4, roles=("technical-prescriber",))
    assert reached(TO_FIND, GONE) == 0
    assert reached(somebody(1, influence=3), KARIM) == 1
    assert reached(decider) == 2  # a role that decides makes a key person, whatever the influence
    assert reached(prescriber) == 2
    assert reached(prescriber, replace(decider, stance="sceptic")) == 2
    assert reached(replace(prescriber, stance="supporter"), decider) == 3
    assert reached(prescriber, replace(decider, stance="champion")) == 4
    assert reached(replace(JULIEN, stance="champion"), decider) == 2  # a supporter without influence


def test_c11_nobody_on_the_map_says_nothing() -> None:
    found = cover()
    figures = ("completeness", "relationship", "support", "roles", "threads", "concentration", "status")
    assert {name: (getattr(found, name).value, getattr(found, name).reason) for name in figures} == dict.fromkeys(
        figures, (None, "no_map")
    )
    assert (found.empty, found.few, found.thread_tone, found.concentrated) == (True, False, "", False)


def test_c11_a_map_of_roles_to_identify_alone() -> None:
    found = cover(TO_FIND)
    assert (found.empty, found.few) == (False, True)
    assert (found.completeness.value, found.roles.value, found.status.value) == (Decimal(0), Decimal(0), Decimal(0))
    for name in ("relationship", "support", "threads", "concentration"):
        assert (getattr(found, name).value, getattr(found, name).reason) == (None, "nobody")


def test_c11_people_never_contacted_are_unknown_not_zero() -> None:
    found = cover(JULIEN, somebody(2, influence=5, stance="champion"))
    assert (found.relationship.value, found.relationship.reason) == (None, "no_strength")
    assert (found.threads.value, found.threads.reason, found.thread_tone) == (None, "no_strength", "")
    assert (found.concentration.value, found.concentration.reason) == (None, "no_touch")
    assert found.support.value == Decimal("0.71")  # 5 / 7
    assert cover(KARIM).relationship.reason == "no_influence"
    assert cover(KARIM).support.reason == "no_stance"


def test_c11_an_opponent_alone_is_good_coverage_and_bad_support() -> None:
    found = cover(AGNES, places=(PLACES[3],))
    assert (found.relationship.value, found.support.value) == (Decimal("62.00"), Decimal("-1.00"))
    assert (found.roles.value, found.threads.value, found.thread_tone) == (Decimal("100.00"), 1, "bad")
    assert found.concentration.value == Decimal("100.00")


def test_c11_no_place_required() -> None:
    figure = cover(*MAP, places=()).roles
    assert (figure.value, figure.reason) == (None, "no_place")
