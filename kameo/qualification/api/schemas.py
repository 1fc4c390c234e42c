"""Shapes of the qualification API: both axes, their lines, decisions, and what asks for one."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ninja import Schema
from pydantic import Field

from kameo.accounts.api.schemas import Reason
from kameo.accounts.enums import AccountClass
from kameo.core.api import Body, read_as
from kameo.core.api.amounts import Amount, AmountIn
from kameo.qualification.axes.classes import thresholds
from kameo.qualification.enums import DecisionKind, Help
from kameo.qualification.queries import Qualification

MAX_STEP = 10**15


class MovedOut(Schema):
    account_id: int
    name: str
    large_before: bool | None
    large: bool | None
    key_before: bool | None
    key: bool | None
    class_before: AccountClass
    class_now: AccountClass


class SideChangeOut(Schema):
    """A change of an objective or of the scorecard's weights, and who changed side."""

    event_id: int
    at: datetime
    actor_id: int | None
    what: str
    name: str
    sides: list[MovedOut]
    left_out: int = Field(description="Accounts that changed side and that you may not see.")


class CriterionOut(Schema):
    id: int
    key: str = Field(description="Of the seeds' criteria; empty for those the company added.")
    name: str
    weight: Amount
    part_of_id: int | None
    anchors: list[str] = Field(description="What 0 to 5 mean.")
    steps: list[float] = Field(description="The lower bounds of 1 to 5 where the system measures it.")
    position: int


class CriterionChange(Body):
    name: str = Field("", min_length=1, max_length=120)
    weight: AmountIn = Field(Decimal(1), ge=0, lt=10_000, decimal_places=2)
    anchors: list[str] = Field([], max_length=6)
    steps: list[float] = Field([], max_length=5)
    position: int = Field(0, ge=0, lt=2**15)


class ProposalOut(Schema):
    score: int
    reason: str = read_as("sentence")


class RatedLine(Schema):
    """A criterion with its last rating, and what the system proposes: that counts for nothing until accepted."""

    criterion_id: int = read_as("line.id")
    key: str = read_as("line.key")
    name: str = read_as("line.name")
    weight: Amount = read_as("line.weight")
    score: Amount | None = Field(description="0 to 5; of a criterion with parts their mean; null: not rated.")
    evidence: str = read_as("line.evidence")
    by_id: int | None = read_as("line.by_id")
    by_name: str = read_as("line.by_name")
    at: datetime | None = read_as("line.at")
    accepted: bool = Field(description="Whether the rating is what the system proposed then.")
    proposal: ProposalOut | None


class ScoreLineOut(RatedLine):
    parts: list[RatedLine]


class ScorecardOut(Schema):
    score: Amount | None = read_as("scorecard.value", description="Out of 100, of what is rated; null: nothing is.")
    completeness: int = read_as("scorecard.completeness", description="Percent of the weight that is rated.")
    gate: Amount
    criteria: list[ScoreLineOut]

    @staticmethod
    def resolve_gate(found: Qualification) -> Any:
        return thresholds()["scorecard_gate"]


class RatingIn(Body):
    """A rating: null takes the last one back. Name the criterion by id or by key."""

    criterion_id: int | None = Field(None, ge=1, lt=2**63)
    criterion: str = Field("", max_length=40)
    score: int | None = Field(ge=0, le=5)
    evidence: str = Field("", max_length=10_000)


class AlignmentLineOut(Schema):
    objective_id: int = read_as("id")
    name: str
    weight: Amount
    value: Help | None = Field(description="−1 harmful, 0 none, 1 indirect, 2 strong; null: not rated.")
    evidence: str
    by_id: int | None
    by_name: str
    at: datetime | None


class AlignmentsOut(Schema):
    score: Amount | None = read_as("alignment.value")
    completeness: int = read_as("alignment.completeness")
    gate: Amount
    objectives: list[AlignmentLineOut]

    @staticmethod
    def resolve_gate(found: Qualification) -> Any:
        return thresholds()["key_gate"]


class AlignmentIn(Body):
    objective_id: int = Field(ge=1, lt=2**63)
    value: Help | None
    evidence: str = Field("", max_length=10_000)


class DecisionOut(Schema):
    id: int
    kind: DecisionKind
    large: bool
    key: bool
    account_class: AccountClass = read_as("account_class", "class")
    computed_large: bool | None
    computed_key: bool | None
    reason: str
    decided_on: date
    by_id: int | None
    by_name: str
    due_on: date
    expires_on: date | None = Field(description="The first day on which it no longer counts.")
    ended_on: date | None
    ended_by_name: str
    ended_reason: str
    in_force: bool


class DecisionIn(Body):
    kind: DecisionKind
    large: bool | None = None
    key: bool | None = None
    reason: str = Field("", max_length=10_000)
    expires_on: date | None = None
    due_on: date | None = None


class EndIn(Body):
    reason: str = Field("", max_length=10_000)


class WishIn(Body):
    large: bool
    key: bool
    reason: str = Field(min_length=1, max_length=10_000)


class WishOut(Schema):
    id: int
    at: datetime
    account_class: AccountClass = read_as("data.class", "class")


class QualificationOut(Schema):
    """Both axes of an account: what is in force, what is computed, and every reason."""

    account_id: int
    as_of: date
    large: bool | None
    key: bool | None
    account_class: AccountClass = read_as("account_class", "class")
    class_complete: bool
    class_source: str = Field(description="computed, accepted or overridden.")
    computed_large: bool | None
    computed_key: bool | None
    computed_class: AccountClass
    reasons: list[Reason]
    scorecard: ScorecardOut
    alignment: AlignmentsOut
    decision: DecisionOut | None
    history: list[DecisionOut]

    @staticmethod
    def resolve_scorecard(found: Qualification) -> Qualification:
        return found

    @staticmethod
    def resolve_alignment(found: Qualification) -> Qualification:
        return found


class CauseOut(Schema):
    code: str
    text: str
    value: Amount | None
    threshold: Amount | None


class AttentionRow(Schema):
    account_id: int
    name: str
    account_class: AccountClass = read_as("account_class", "class")
    class_source: str
    revenue_12m: Amount | None
    potential: Amount | None
    scorecard: Amount | None
    alignment: Amount | None
    causes: list[CauseOut]
    decision_id: int | None
    on: date | None
    level: Amount | None


class AttentionOut(Schema):
    """Accounts that ask for a decision, as far as you may see them; each list its first rows."""

    candidates: list[AttentionRow]
    no_longer_qualify: list[AttentionRow]
    decisions_due: list[AttentionRow]
    watch_list: list[AttentionRow]
    dependence: list[AttentionRow]
