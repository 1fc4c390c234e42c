"""Every gap of a map, in order of gravity, with the act that closes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from kameo.insight.coverage import Coverage, Gap, MapMember, gaps_of
from kameo.insight.tests.test_coverage import (
    AGNES,
    BERTRAND,
    GONE,
    ISABELLE,
    JULIEN,
    KARIM,
    MAP,
    PASCAL,
    TO_FIND,
    cover,
    somebody,
)

HERE = 1  # the account of the map


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with translation.override("en"):
        yield


def gaps(found: Coverage) -> dict[str, Gap]:
    """The first of each code."""
    first: dict[str, Gap] = {}
    for gap in gaps_of(found, HERE):
        first.setdefault(gap.code, gap)
    return first


def strong(stake: int, **more: Any) -> MapMember:
    """Somebody about whom there is nothing to say."""
    more = {"influence": 3, "stance": "neutral", "strength": Decimal(70), "account_id": HERE, "evidence": 1, **more}
    return somebody(stake, days=1, level=("executive", "director", "manager", "staff")[stake % 4], **more)


def safe(*more: MapMember) -> tuple[MapMember, ...]:
    """A map without a gap: every place, every level, six threads."""
    return (
        strong(1, roles=("final-decider",)),
        strong(2, roles=("technical-prescriber",)),
        strong(3, roles=("economic-buyer",)),
        strong(4, roles=("purchasing",)),
        strong(5, roles=("user",)),
        strong(6, stance="champion"),
        *more,
    )


def test_nothing_is_missing_on_a_safe_map() -> None:
    assert gaps_of(cover(*safe(strong(12))), HERE) == []


def test_an_empty_map_asks_to_be_drawn_and_nothing_else() -> None:
    found = gaps_of(cover(), HERE)
    assert [(gap.code, gap.severity) for gap in found] == [("no_map", "warn")]
    assert found[0].act is not None
    assert found[0].act.url == "/accounts/1/map/"


def test_the_most_serious_comes_first() -> None:
    order = [gap.severity for gap in gaps_of(cover(*MAP), HERE)]
    assert order == sorted(order, key=["bad", "warn", "info"].index)
    assert len(order) > 3


def test_one_thread_names_who_holds_and_whom_to_strengthen() -> None:
    weak = strong(7, strength=Decimal(10), influence=5)
    gap = gaps(cover(strong(1), weak))["threads"]
    assert (gap.severity, gap.title) == ("bad", "Everything hangs on Person 1")
    assert gap.text == "Next to strengthen: Person 7 (influence 5)."
    assert gap.act is not None
    assert gap.act.url == "/log/call/?account=1&person=7"
    assert gaps(cover(strong(1), strong(2), weak))["threads"].title == "Only 2 people hold the account"
    assert gaps(cover(weak))["threads"].title == "No relationship holds"
    assert "threads" not in gaps(cover(*safe()))


def test_no_exchange_at_all_is_said_once_and_is_no_single_thread() -> None:
    found = gaps(cover(replace(JULIEN, account_id=HERE)))
    assert "threads" not in found
    assert found["no_exchange"].severity == "warn"


def test_a_decision_maker_who_is_silent() -> None:
    one = replace(BERTRAND, account_id=HERE)
    gap = gaps(cover(*safe(), one))["silent_decider"]
    assert (gap.severity, gap.title) == ("warn", "Person 1 decides, and is silent")
    assert gap.text == "No exchange for 74\u00a0days."
    never = replace(one, last_contact_at=None, last_two_way_at=None)
    assert gaps(cover(*safe(), never))["silent_decider"].severity == "bad"


def test_a_required_role_that_nobody_holds() -> None:
    found = [gap for gap in gaps_of(cover(*safe()[3:]), HERE) if gap.code == "place"]
    assert [(gap.severity, gap.title) for gap in found] == [
        ("bad", "Nobody known: Final decision-maker"),
        ("warn", "Nobody known: Technical prescriber"),
        ("warn", "Nobody known: Finance"),
    ]
    assert {gap.act.url for gap in found if gap.act} == {"/accounts/1/persons/new/"}
    drawn = replace(TO_FIND, account_id=HERE, name="Direction générale")
    gap = gaps(cover(*safe()[1:], drawn))["place"]
    assert gap.act is not None
    assert (gap.act.label, gap.act.url) == ("Identify", "/persons/7/edit/")


def test_a_champion_is_sought_among_those_who_support_us() -> None:
    bare = safe()[:5]
    assert gaps(cover(*bare))["champion"].text == "Nobody who supports us could become one."
    near = strong(9, stance="supporter")
    assert gaps(cover(*bare, near))["champion"].text == "Person 9 supports us and could become one."


def test_a_place_without_a_dialogue() -> None:
    one = replace(PASCAL, account_id=HERE, roles=("technical-prescriber",), stance="neutral")
    gap = gaps(cover(safe()[0], *safe()[2:], one))["cold_place"]
    assert gap.title == "Technical prescriber: no dialogue within 90\u00a0days"
    assert gap.text == "Person 3, last contact 75\u00a0days ago, one-sided or too old."


def test_exchanges_that_go_through_one_person() -> None:
    first, other = strong(1, touches=Decimal(80)), strong(2, touches=Decimal(20))
    gap = gaps(cover(first, other))["concentration"]
    assert (gap.severity, gap.title) == ("bad", "80% of exchanges go through one person")
    assert "concentration" not in gaps(cover(first))  # one person alone: the threads say it


def test_an_entity_that_hangs_on_one_person() -> None:
    far = strong(8, account_id=2, account_name="Burgos")
    met = gaps(cover(*safe(), far))["entity"]
    assert (met.severity, met.title, met.text) == ("info", "1 entity hangs on a single person", "Burgos (Person 8).")
    silent = gaps(cover(*safe(), replace(far, last_contact_at=None)))["entity"]
    assert (silent.severity, silent.title, silent.text) == (
        "bad",
        "Burgos hangs on a single person",
        "Person 8, never in contact.",
    )


def test_somebody_who_leaves() -> None:
    gap = gaps(cover(*safe(strong(8, influence=5, leaves_on=date(2027, 1, 4)))))["leaving"]
    assert (gap.severity, gap.title) == ("warn", "Person 8 leaves on 4 Jan 2027")
    assert gap.text == "Neutral, influence 5 of 5."
    assert gap.act is not None
    assert "person=8" in gap.act.url


def test_few_people_levels_ratings_and_evidence() -> None:
    found = gaps(cover(strong(1, evidence=0), strong(2, influence=None)))
    assert found["few"].title == "2 people mapped"
    assert found["level"].title == "Executive committee: 0 of 2"
    assert (found["unrated"].title, found["unrated"].act.url if found["unrated"].act else "") == (
        "1 person to rate",
        "/stakes/2/edit/",
    )
    assert (found["assumed"].severity, found["assumed"].title) == ("info", "The ratings of 1 person rest on nothing")


def test_who_may_not_write_is_offered_what_they_may_open(eric: Any) -> None:
    found = gaps_of(cover(*MAP), HERE, eric)
    urls = {gap.act.url for gap in found if gap.act}
    assert urls
    assert all((url.startswith("/persons/") and url.count("/") == 3) or "/map/" in url for url in urls)


def test_people_the_reader_may_not_open_bring_no_act() -> None:
    hidden = replace(AGNES, account_id=None)
    found = gaps(cover(hidden, KARIM, ISABELLE, GONE))
    assert all(gap.act is None or f"person={AGNES.person_id}" not in gap.act.url for gap in found.values())
