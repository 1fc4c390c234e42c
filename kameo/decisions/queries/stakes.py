"""One stake with all that is known of it: evidence with its worth today, contradictions, whose maps it is on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from kameo.contacts.enums import PersonKind
from kameo.contacts.models import Person, PersonPulse
from kameo.core import clock
from kameo.decisions.enums import Claim, Grade, Level, Stance, TermList, Tie
from kameo.decisions.evidence.contradictions import Contradiction, Facts, contradictions, value_name
from kameo.decisions.evidence.grading import (
    Belief,
    Grading,
    Proof,
    StakeRatings,
    compute_beliefs,
    compute_confidence,
    grading,
    weight,
)
from kameo.decisions.evidence.sources import sources
from kameo.decisions.models import Evidence, InfluenceLink, Stake
from kameo.decisions.terms.words import TermWords

if TYPE_CHECKING:
    from kameo.people.models import User

LIST_OF = {
    Claim.ROLE.value: TermList.ROLE,
    Claim.MOTIVATION.value: TermList.MOTIVATION,
    Claim.TOPIC.value: TermList.TOPIC,
}


@dataclass(frozen=True)
class EvidenceRow:
    """A piece of evidence as people read it; `worth` is today's, of 100; `elsewhere` speaks for another value."""

    id: int
    claim: str
    claim_label: str
    value: str
    value_label: str
    grade: int
    grade_label: str
    sentence: str
    on: date
    author: str
    worth: int
    elsewhere: bool
    withdrawn: bool
    cited: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class BeliefRow:
    """One rating and how far it can be believed."""

    claim: str
    claim_label: str
    value_label: str
    confidence: int
    assumed: bool


@dataclass(frozen=True)
class Backing:
    """What a stake rests on."""

    confidence: int | None
    beliefs: Sequence[BeliefRow]
    evidence: Sequence[EvidenceRow]
    contradictions: Sequence[Contradiction]


@dataclass(frozen=True)
class SheetStake:
    """What somebody is rated on one map, for their sheet."""

    id: int
    map_id: int
    map_name: str
    main: bool
    account_id: int
    account_name: str
    influence: int | None
    stance: str
    stance_label: str
    roles: tuple[str, ...]
    motivations: tuple[str, ...]
    topics: tuple[str, ...]
    owner_name: str
    level: int | None
    level_label: str
    desired: int | None
    confidence: int | None
    assumed: bool


def ratings_of(stake: Stake) -> StakeRatings:
    return StakeRatings(stake.influence, stake.stance, stake.roles, stake.motivations, stake.topics, stake.level)


def backing_of(stake: Stake, words: TermWords, user: User) -> Backing:
    """Three statements: the evidence, the pulse of the person, whom they sponsor. The stake was authorised.

    What a piece of evidence cites is named where `user` may read it.
    """
    today, scale = clock.company_today(), grading()
    evidence = Evidence.objects.filter(stake=stake).select_related("author")
    for source in sources:
        evidence = source.annotate(evidence, user)
    rows = list(evidence)
    ratings = ratings_of(stake)
    kept = [_proof(row) for row in rows if row.withdrawn_at is None]
    facts = _stake_facts(stake, ratings, kept, words)
    return Backing(
        confidence=compute_confidence(ratings, kept, today, scale),
        beliefs=[_belief_row(one, words) for one in compute_beliefs(ratings, kept, today, scale)],
        evidence=[
            _evidence_row(
                row, words, ratings, int(weight(_proof(row), today, scale) + 0.5) if row.withdrawn_at is None else 0
            )
            for row in rows
        ],
        contradictions=contradictions(facts, today, scale.silent_days),
    )


def stakes_of(person: Person, user: User) -> list[SheetStake]:
    """Their ratings on the maps that `user` sees, the account's own first; one statement."""
    proofs = Evidence.objects.filter(stake=OuterRef("pk"), withdrawn_at=None)
    packed = proofs.values(one=JSONObject(claim="claim", value="value", grade="grade", on="on"))
    rows = Stake.objects.visible_to(user).filter(person=person).annotate(proofs=ArraySubquery(packed))
    found = rows.select_related("map__account", "owner").order_by("-map__main", "map__account__sort_name", "id")
    today, scale = clock.company_today(), grading()
    return [_on_sheet(stake, today, scale) for stake in found]


def _on_sheet(stake: Any, today: date, scale: Grading) -> SheetStake:
    proofs = [Proof(one["claim"], one["value"], one["grade"], date.fromisoformat(one["on"])) for one in stake.proofs]
    confidence = compute_confidence(ratings_of(stake), proofs, today, scale)
    return SheetStake(
        stake.pk,
        stake.map_id,
        stake.map.name,
        stake.map.main,
        stake.map.account_id,
        stake.map.account.name,
        stake.influence,
        stake.stance,
        str(Stance(stake.stance).label) if stake.stance else "",
        tuple(stake.roles),
        tuple(stake.motivations),
        tuple(stake.topics),
        stake.owner.full_name if stake.owner else "",
        stake.level,
        str(Level(stake.level).label) if stake.level else "",
        stake.desired,
        confidence,
        confidence is not None and confidence < scale.assumed_below,
    )


def label_of(claim: str, value: str, words: TermWords) -> str:
    """The value of a claim as people read it."""
    kind = LIST_OF.get(claim)
    if claim == Claim.INFLUENCE:
        return _("%(number)s out of 5") % {"number": value}
    return words.name(kind, value) if kind else value_name(claim, value)


def claim_name(claim: str) -> str:
    """A position is towards us here; elsewhere the word also means a post."""
    return _("Position towards us") if claim == Claim.STANCE else str(Claim(claim).label)


def _stake_facts(stake: Stake, ratings: StakeRatings, proofs: Sequence[Proof], words: TermWords) -> Facts:
    if stake.person.kind == PersonKind.PLACEHOLDER:
        return Facts(ratings, proofs, clocks=False)
    pulse = PersonPulse.objects.filter(person=stake.person_id).first()
    held = InfluenceLink.objects.filter(source=stake, kind=Tie.SPONSORS, target__removed_at=None)
    sponsored = list(held.values_list("target__stance", flat=True)) if stake.stance == Stance.OPPONENT else []
    return Facts(
        ratings,
        proofs,
        pulse.last_contact_at.date() if pulse and pulse.last_contact_at else None,
        pulse.last_from_them_at.date() if pulse and pulse.last_from_them_at else None,
        stake.created_at.date(),
        sponsored,
        words.deciding,
    )


def _proof(row: Evidence) -> Proof:
    return Proof(row.claim, row.value, row.grade, row.on, row.pk)


def _belief_row(one: Belief, words: TermWords) -> BeliefRow:
    label = label_of(one.claim, one.value, words)
    return BeliefRow(one.claim, claim_name(one.claim), label, one.confidence, one.assumed)


def _evidence_row(row: Evidence, words: TermWords, ratings: StakeRatings, worth: int) -> EvidenceRow:
    rated = ratings.claims.get(row.claim, [])
    return EvidenceRow(
        row.pk,
        row.claim,
        claim_name(row.claim),
        row.value,
        label_of(row.claim, row.value, words),
        row.grade,
        str(Grade(row.grade).label),
        row.sentence,
        row.on,
        row.author.full_name if row.author else "",
        worth,
        row.value not in rated,
        row.withdrawn_at is not None,
        tuple(named for source in sources if (named := source.named(row)) is not None),
    )
