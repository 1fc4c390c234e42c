"""How far a rating can be believed, where it is contradicted, and what a few questions choose: pure functions."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from kameo.decisions.evidence.contradictions import Facts, contradictions
from kameo.decisions.evidence.grading import Grading, Proof, StakeRatings, compute_beliefs, compute_confidence
from kameo.decisions.evidence.guidance import GUIDES
from kameo.decisions.evidence.stance_scale import of_three, sign

TODAY = date(2026, 11, 22)
SCALE = Grading({1: 25, 2: 50, 3: 75, 4: 100}, {1: 180, 2: 180, 3: 365, 4: 730})


def proof(claim, value, grade, days=0, pk=0):
    return Proof(claim, value, grade, TODAY - timedelta(days=days), pk)


@pytest.mark.parametrize(
    ("grade", "days", "worth", "assumed"),
    [
        (1, 0, 25, False),
        (1, 1, 25, True),
        (2, 0, 50, False),
        (2, 180, 25, False),
        (2, 360, 13, True),
        (3, 365, 38, False),
        (4, 730, 50, False),
        (4, -5, 100, False),
    ],
)
def test_evidence_ages_by_its_grade(grade, days, worth, assumed):
    (belief,) = compute_beliefs(StakeRatings(influence=4), [proof("influence", "4", grade, days)], TODAY, SCALE)
    assert (belief.confidence, belief.assumed) == (worth, assumed)


def test_the_best_piece_counts_and_that_of_another_value_does_not():
    proofs = [proof("stance", "champion", 2), proof("stance", "champion", 3), proof("stance", "opponent", 4)]
    (belief,) = compute_beliefs(StakeRatings(stance="champion"), proofs, TODAY, SCALE)
    assert belief.confidence == 75


def test_a_stake_is_the_mean_of_its_kinds_of_ratings():
    ratings = StakeRatings(influence=4, stance="champion", roles=["user", "purchasing"])
    proofs = [proof("influence", "4", 4), proof("stance", "champion", 2), proof("role", "user", 3)]
    # 100, 50 and (75 + 0) / 2
    assert compute_confidence(ratings, proofs, TODAY, SCALE) == 63
    assert compute_confidence(StakeRatings(), proofs, TODAY, SCALE) is None
    assert compute_confidence(StakeRatings(influence=3), [], TODAY, SCALE) == 0


@pytest.mark.parametrize(
    ("stance", "three", "signed"),
    [
        ("champion", "champion", 1),
        ("supporter", "champion", 1),
        ("neutral", "neutral", 0),
        ("sceptic", "opponent", -1),
        ("opponent", "opponent", -1),
        ("", "", None),
    ],
)
def test_three_positions_from_five(stance, three, signed):
    assert (of_three(stance), sign(stance)) == (three, signed)


def codes(facts):
    return [one.code for one in contradictions(facts, TODAY, 60)]


def test_a_champion_is_silent_from_the_sixtieth_day():
    def facts(days):
        return Facts(StakeRatings(stance="champion"), last_from_them=TODAY - timedelta(days=days))

    assert codes(facts(59)) == []
    with translation.override("en"):
        (found,) = contradictions(facts(60), TODAY, 60)
    assert (found.code, found.claim, found.text) == ("silent", "stance", "Champion, but silent for 60 days")


def test_a_champion_who_never_spoke_is_said_so_once_known_for_sixty_days():
    facts = Facts(StakeRatings(stance="supporter"), rated_since=TODAY - timedelta(days=60))
    with translation.override("en"):
        (found,) = contradictions(facts, TODAY, 60)
    assert found.text == "Supporter, but no contact from them is known"
    assert codes(Facts(StakeRatings(stance="supporter"), rated_since=TODAY - timedelta(days=59))) == []
    assert codes(Facts(StakeRatings(stance="supporter"), rated_since=date(2020, 1, 1), clocks=False)) == []
    assert codes(Facts(StakeRatings(stance="neutral"), last_from_them=date(2020, 1, 1))) == []


def test_what_does_not_hold_together_is_said():
    assert codes(Facts(StakeRatings(stance="champion", roles=["opponent"]), rated_since=TODAY)) == ["opponent_for_us"]
    assert codes(Facts(StakeRatings(stance="opponent"), sponsored=["champion"])) == ["opponent_sponsors"]
    assert codes(Facts(StakeRatings(stance="opponent"), sponsored=["opponent"])) == []
    decides = StakeRatings(influence=2, roles=["final-decider"])
    assert codes(Facts(decides, deciding={"final-decider"})) == ["decides_without_influence"]
    assert codes(Facts(decides, deciding={"economic-buyer"})) == []
    assert codes(Facts(StakeRatings(level=4))) == ["close_without_contact"]
    assert codes(Facts(StakeRatings(level=4), last_contact=TODAY)) == []
    assert codes(Facts(StakeRatings(level=3))) == []


def test_newer_evidence_that_points_elsewhere_is_said():
    older, newer = proof("stance", "champion", 4, days=90), proof("stance", "sceptic", 2, days=3)
    facts = Facts(StakeRatings(stance="champion"), [older, newer], last_from_them=TODAY)
    with translation.override("en"):
        (found,) = contradictions(facts, TODAY, 60)
    assert found.text == "The latest evidence says “Sceptic”, not “Champion”"
    turned = Facts(StakeRatings(stance="sceptic"), [older, newer])
    assert codes(turned) == []


@pytest.mark.parametrize(
    ("claim", "given", "value", "grade"),
    [
        ("influence", {}, "1", 2),
        ("influence", {"stops": "yes"}, "4", 2),
        ("influence", {"stops": "yes", "budget": "yes", "asked": "always"}, "5", 2),
        ("influence", {"asked": "always", "heard": "yes"}, "3", 2),
        ("influence", {"asked": "always", "heard": "yes", "moved": "seen"}, "4", 3),
        ("influence", {"asked": "sometimes"}, "2", 2),
        ("stance", {}, "neutral", 2),
        ("stance", {"acted": "yes", "behind": "defends"}, "champion", 4),
        ("stance", {"acted": "yes"}, "supporter", 4),
        ("stance", {"shares": "unasked"}, "supporter", 3),
        ("stance", {"prefers": "yes"}, "sceptic", 2),
        ("stance", {"blocked": "yes"}, "sceptic", 3),
        ("stance", {"blocked": "yes", "behind": "against"}, "opponent", 3),
        ("stance", {"behind": "against", "gains": "loses"}, "opponent", 2),
        ("level", {"knows": "no", "calls": "first"}, "1", 3),
        ("level", {}, "2", 2),
        ("level", {"advice": "once"}, "3", 3),
        ("level", {"solved": "yes", "calls": "sometimes"}, "4", 3),
        ("level", {"advice": "often", "tells": "yes"}, "5", 3),
    ],
)
def test_answers_choose_the_value(claim, given, value, grade):
    advice = GUIDES[claim].advise(given)
    assert (advice.value, advice.grade) == (value, grade)


def test_answers_write_the_evidence():
    with translation.override("en"):
        advice = GUIDES["influence"].advise({"stops": "yes", "heard": "yes", "asked": "unknown"})
    assert advice.sentence == "Can alone stop the decision. People above their manager listen to them."


def test_each_guide_asks_four_to_six_questions_that_can_all_be_left_open():
    assert {claim: len(guide.questions) for claim, guide in GUIDES.items()} == {"influence": 5, "stance": 6, "level": 5}
    assert all(question.answers[-1].code == "unknown" for guide in GUIDES.values() for question in guide.questions)
