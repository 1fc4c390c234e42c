"""The strength of the relation with a person over HTTP, with its factors (c-10)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from ninja import Router, Schema
from pydantic import Field

from kameo.contacts.models import Person
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import read_as
from kameo.core.api.amounts import Amount
from kameo.core.api.problem import RESPONSES
from kameo.insight.strength.sheet import strength_sheet

router = Router(tags=["persons"])


class FactorOut(Schema):
    """One factor of the score: `points` of at most `most`, because of what `counted` says."""

    name: Literal["recency", "frequency", "reciprocity", "depth", "breadth"]
    share: Amount = Field(description="0 to 1.")
    points: Amount
    most: Amount
    counted: str = read_as("words")
    definition: str


class DeclaredOut(Schema):
    """What somebody declared on one map; `to_discuss` when the computed level is far from it."""

    stake_id: int
    level: int = Field(description="1 (does not know us) to 5 (trusted adviser).")
    where: str
    to_discuss: bool = read_as("apart")


class StrengthOut(Schema):
    """Null `score`: nothing is known, for the `reason` given; never 0. It says nothing of colleagues."""

    person_id: int
    score: Amount | None = Field(description="0 to 100 (c-10).")
    reason: str
    state: Literal["unknown", "new", "known"]
    band: Literal["good", "fair", "poor", "unknown"]
    frozen: bool = Field(description="They left: as on their last day, counted nowhere.")
    level: int | None = Field(description="The score as a level of 5, to compare with those declared.")
    cadence_days: int | None = Field(description="Days expected between two contacts.")
    first_on: date | None
    computed_at: datetime | None
    version: str = Field(description="Of the settings it was computed with.")
    factors: list[FactorOut]
    declared: list[DeclaredOut]


@router.get("/{person_id}/strength", response={200: StrengthOut, **RESPONSES})
def read_strength(request: SignedIn, person_id: int) -> Any:
    """The strength of the relation with one person, factor by factor, beside what people declared."""
    return strength_sheet(request.user, get_visible(Person.objects, request.user, pk=person_id))
