"""How far a rating can be believed: the best piece of evidence for it, aged (idea 8). Pure.

    confidence of a rating   max over its evidence of   worth(grade) × 0.5 ^ (age in days / half-life(grade))
    confidence of a stake    mean over the kinds of ratings made, each the mean of its values

A rating without evidence is worth 0; below `assumed_below` it reads "assumed". Nothing rated has no confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kameo.core import preferences
from kameo.decisions.enums import Claim, Grade

KEYS = {Grade.TITLE: "title", Grade.SAID: "said", Grade.DID: "did", Grade.COST: "cost"}


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence, as far as it is weighed."""

    claim: str
    value: str
    grade: int
    on: date
    id: int = 0


@dataclass(frozen=True)
class Grading:
    """The settings in force: worths out of 100 and half-lives in days, by grade."""

    worths: Mapping[int, int]
    half_lives: Mapping[int, int]
    assumed_below: int = 25
    silent_days: int = 60


@dataclass(frozen=True)
class StakeRatings:
    """What a stake says, as evidence can speak for it."""

    influence: int | None = None
    stance: str = ""
    roles: Sequence[str] = ()
    motivations: Sequence[str] = ()
    topics: Sequence[str] = ()
    level: int | None = None

    @property
    def claims(self) -> dict[str, list[str]]:
        """The values rated, by claim; what nobody rated is not there."""
        made = {
            Claim.INFLUENCE.value: [] if self.influence is None else [str(self.influence)],
            Claim.STANCE.value: [self.stance] if self.stance else [],
            Claim.ROLE.value: list(self.roles),
            Claim.MOTIVATION.value: list(self.motivations),
            Claim.TOPIC.value: list(self.topics),
            Claim.LEVEL.value: [] if self.level is None else [str(self.level)],
        }
        return {claim: values for claim, values in made.items() if values}


@dataclass(frozen=True, slots=True)
class Belief:
    """How far one rating can be believed: `confidence` of 100, and whether it is only assumed."""

    claim: str
    value: str
    confidence: int
    assumed: bool


def grading() -> Grading:
    """As the settings say now."""
    return Grading(
        worths={grade.value: preferences.get(f"evidence.worth_{key}") for grade, key in KEYS.items()},
        half_lives={grade.value: preferences.get(f"evidence.half_life_{key}") for grade, key in KEYS.items()},
        assumed_below=preferences.get("evidence.assumed_below"),
        silent_days=preferences.get("evidence.silent_days"),
    )


def weight(proof: Proof, today: date, scale: Grading) -> float:
    """What one piece of evidence is worth today; dated ahead, it has not aged."""
    age = max(0, (today - proof.on).days)
    return float(scale.worths[proof.grade] * 0.5 ** (age / scale.half_lives[proof.grade]))


def compute_belief(claim: str, value: str, proofs: Iterable[Proof], today: date, scale: Grading) -> Belief:
    """The confidence of one rating."""
    best = max(
        (weight(proof, today, scale) for proof in proofs if (proof.claim, proof.value) == (claim, value)), default=0.0
    )
    return Belief(claim, value, _rounded(best), best < scale.assumed_below)


def compute_beliefs(ratings: StakeRatings, proofs: Sequence[Proof], today: date, scale: Grading) -> list[Belief]:
    """The confidence of each rating of a stake."""
    return [
        compute_belief(claim, value, proofs, today, scale)
        for claim, values in ratings.claims.items()
        for value in values
    ]


def compute_confidence(ratings: StakeRatings, proofs: Sequence[Proof], today: date, scale: Grading) -> int | None:
    """The confidence of a whole stake; None when nothing is rated."""
    by_claim: dict[str, list[float]] = {}
    for claim, values in ratings.claims.items():
        for value in values:
            mine = [weight(proof, today, scale) for proof in proofs if (proof.claim, proof.value) == (claim, value)]
            by_claim.setdefault(claim, []).append(max(mine, default=0.0))
    if not by_claim:
        return None
    means = [sum(weights) / len(weights) for weights in by_claim.values()]
    return _rounded(sum(means) / len(means))


def _rounded(number: float) -> int:
    return int(number + 0.5)
