"""The maps of the demo: everybody they name exists, what they say is in the lists, no text names a year."""

from __future__ import annotations

import re

from kameo.decisions.enums import Grade, Stance, Tie
from kameo.decisions.terms.seeds import SEEDS
from kameo.demo.cast import key_of
from kameo.demo.deciders import MAPS
from kameo.demo.fill.contacts import TO_FIND
from kameo.demo.portfolio import PORTFOLIO


def _known(account: str) -> set[str]:
    """Who works in the tree of the account: the portfolio's, those to find, the newcomers."""
    root = next(one for tree in PORTFOLIO for one in tree.walk() if one.name == account)
    names = {text.partition(", ")[0] for one in root.walk() for text in one.contacts}
    names |= {TO_FIND[one.name] for one in root.walk() if one.name in TO_FIND}
    return names | {new.name for drawn in MAPS if drawn.account == account for new in drawn.newcomers}


def test_everybody_named_is_there() -> None:
    for drawn in MAPS:
        named = {one.name for one in drawn.people}
        assert named <= _known(drawn.account), drawn.account
        assert {tie.source for tie in drawn.ties} | {tie.target for tie in drawn.ties} <= named
        assert {name for pair in (*drawn.reports, *drawn.matrix) for name in pair} <= _known(drawn.account)
        assert all(key_of(first) for first in (drawn.by, *(one.owner for one in drawn.people if one.owner)))


def test_ratings_are_of_the_lists_and_no_text_names_a_year() -> None:
    for drawn in MAPS:
        assert {tie.kind for tie in drawn.ties} <= set(Tie.values)
        for one in drawn.people:
            assert set(one.roles.split()) <= set(SEEDS["role"])
            assert set(one.motivations.split()) <= set(SEEDS["motivation"])
            assert set(one.topics.split()) <= set(SEEDS["topic"])
            assert one.stance in {"", *Stance.values}
            assert {proof.grade for proof in one.proofs} <= set(Grade.values)
            assert not [proof.text for proof in one.proofs if re.search(r"\b20\d\d\b", proof.text)]


def test_valmorin_is_eleven_people_known_of_thirteen() -> None:
    own = MAPS[0]
    unknown = {new.name for new in own.newcomers if new.kind != "person"} | set(TO_FIND.values())
    assert (len([one for one in own.people if one.name not in unknown]), own.expected) == (11, 13)
    assert {proof.grade for one in own.people for proof in one.proofs} == {1, 2, 3, 4}
