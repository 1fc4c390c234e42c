"""Shapes of decision maps over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import Field

from kameo.core.api import Body
from kameo.core.records.schemas import schema_out
from kameo.decisions.enums import Claim, Grade, Level, Stance, Tie
from kameo.decisions.records import MAPS

Id = Field(ge=1, lt=2**63)


MapOut: Any = schema_out(MAPS)


class TakeOverIn(Body):
    source_id: int = Id
    person_ids: list[int] | None = Field(None, max_length=1000, description="Only these people; null for everybody.")


class TakeOverOut(Schema):
    id: int | None = Field(description="To undo it with DELETE; null when there was nothing to take over.")
    count: int = Field(description="People added to the map or rated anew.")


class CardOut(Schema):
    """Somebody on the map; `stake_id` is null while nobody rated them."""

    stake_id: int | None
    person_id: int
    position_id: int | None
    name: str
    kind: str
    title: str
    family: str
    level: str
    account_id: int | None
    account_name: str
    manager: int | None = Field(description="The position they report to.")
    matrix_manager: int | None
    influence: int | None
    stance: str
    roles: list[str]
    motivations: list[str]
    topics: list[str]
    owner_id: int | None
    owner_name: str
    level_declared: int | None
    level_desired: int | None
    confidence: int | None = Field(description="Of 100: how far the ratings can be believed; null with none.")
    assumed: bool
    contradictions: list[str] = Field(description="In words, in the reader's language.")
    last_contact_at: datetime | None
    last_from_them_at: datetime | None
    strength: float | None = Field(description="c-10, of 100; null while no exchange is known.")
    outside: bool = Field(description="Works elsewhere than at the account and below it.")
    former: bool = Field(description="Holds no position any more.")


class InfluenceLinkOut(Schema):
    id: int
    source_stake_id: int
    target_stake_id: int
    kind: Tie
    label: str


class CardsOut(Schema):
    map: MapOut | None = Field(description="Null while nobody is rated at the account.")
    as_of: date | None = Field(description="The past day asked for; null for today.")
    cards: list[CardOut]
    links: list[InfluenceLinkOut]


class EvidenceIn(Body):
    claim: Claim
    value: str | None = Field(None, max_length=40, description="The rating it speaks for; null for the one rated.")
    grade: Grade = Field(description="1 a title, 2 words, 3 a deed, 4 a deed at a cost to them.")
    sentence: str = Field(min_length=1, max_length=2000)
    on: date | None = Field(None, description="When it was seen or heard; today when null.")

    def proof(self) -> dict[str, Any]:
        """As `change_stake` takes it."""
        given = self.model_dump(exclude={"value"})
        return given | ({} if self.value is None else {"value": self.value})


class EvidenceOut(Schema):
    id: int
    stake_id: int
    claim: Claim
    value: str
    grade: Grade
    sentence: str
    on: date
    author_id: int | None
    created_at: datetime
    withdrawn_at: datetime | None


class RatingFields(Body):
    influence: int | None = Field(None, ge=1, le=5)
    stance: Stance | None = None
    roles: list[str] = Field([], max_length=50, description="Codes of `/decision-terms?list=role`.")
    motivations: list[str] = Field([], max_length=50)
    topics: list[str] = Field([], max_length=50)
    owner_id: int | None = Field(None, ge=1, lt=2**63, description="The colleague who keeps the relation.")
    level: Level | None = Field(None, description="The relationship today, from 1 (does not know us) to 5.")
    desired: Level | None = Field(None, description="The relationship aimed at.")
    note: str = Field("", max_length=10_000)
    evidence: list[EvidenceIn] = Field([], max_length=20, description="What the ratings rest on.")


class StakeIn(RatingFields):
    map_id: int = Id
    person_id: int = Id


class StakeOut(Schema):
    id: int
    map_id: int
    person_id: int
    influence: int | None
    stance: Stance | str = Field(description="Empty while nobody said.")
    roles: list[str]
    motivations: list[str]
    topics: list[str]
    owner_id: int | None
    level: Level | None
    desired: Level | None
    note: str
    changed_at: datetime


class InfluenceLinkIn(Body):
    map_id: int = Id
    source_stake_id: int = Id
    target_stake_id: int = Id
    kind: Tie
    label: str = Field("", max_length=80)


class LinkFields(Body):
    kind: Tie | None = None
    label: str | None = Field(None, max_length=80)
    turned: bool = Field(False, description="The other way round.")


class SuggestionOut(Schema):
    """An argument that suits somebody; `why` names the role, motivation or function it was found by."""

    id: int
    title: str
    text: str
    proof: str
    why: str
