"""Calls, meetings, notes: the same verbs as the pages."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.db.models import Prefetch
from ninja import Query, Router, Schema, Status
from pydantic import Field

from kameo.accounts.models import Account
from kameo.core.access import SignedIn, get_binned, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.problem import RESPONSES
from kameo.interactions import domain
from kameo.interactions.enums import Direction, InteractionKind, Occasion
from kameo.interactions.models import Interaction, Participant
from kameo.people.models import User

router = Router(tags=["interactions"])
Id = Annotated[int, Field(ge=1, lt=2**63)]


class InteractionOut(Schema):
    id: int
    account_id: int
    kind: InteractionKind
    direction: Direction
    at: datetime
    duration: int | None = Field(description="Minutes.")
    author_id: int
    subject: str
    text: str
    restricted: bool
    occasion: Occasion | str = Field(description="Empty for an ordinary exchange.")
    mentions: list[int]
    persons: list[int] = Field(description="Ids of the people of the customer who took part and whom you see.")
    colleagues: list[int] = Field(description="Ids of colleagues who took part beside the author.")
    created_at: datetime
    changed_at: datetime | None

    @staticmethod
    def resolve_mentions(row: Interaction) -> list[int]:
        return [user.pk for user in row.mentions.all()]

    @staticmethod
    def resolve_persons(row: Interaction) -> list[int]:
        return [part.person_id for part in row.participants.all() if part.person_id]

    @staticmethod
    def resolve_colleagues(row: Interaction) -> list[int]:
        return [part.colleague_id for part in row.participants.all() if part.colleague_id]


class InteractionIn(Body):
    account_id: int = Field(ge=1, lt=2**63)
    kind: InteractionKind = InteractionKind.NOTE
    direction: Direction = Direction.OUT
    at: datetime | None = None
    duration: int | None = Field(None, ge=0, le=32_000)
    subject: str = Field("", max_length=250)
    text: str = Field("", max_length=100_000)
    restricted: bool = False
    occasion: Occasion | None = None
    mentions: list[int] = Field([], max_length=50)
    persons: list[Id] = Field([], max_length=100, description="People of the account's group, or external ones.")
    colleagues: list[Id] = Field([], max_length=100)


class InteractionChange(Body):
    kind: InteractionKind = InteractionKind.NOTE
    direction: Direction = Direction.OUT
    at: datetime | None = None
    duration: int | None = Field(None, ge=0, le=32_000)
    subject: str = Field("", max_length=250)
    text: str = Field("", max_length=100_000)
    restricted: bool = False
    occasion: Occasion | None = None
    persons: list[Id] = Field([], max_length=100, description="Replaces those whom you see.")
    colleagues: list[Id] = Field([], max_length=100)


class InteractionQuery(PageQuery):
    account_id: int | None = Field(None, ge=1, lt=2**63)
    person_id: int | None = Field(None, ge=1, lt=2**63, description="In which this person took part.")
    kind: InteractionKind | None = None


def _interactions_as_seen(user: User) -> Any:
    seen = Prefetch("participants", queryset=Participant.objects.named_to(user))
    return Interaction.objects.prefetch_related("mentions", seen)


def _visible(user: User, interaction_id: int) -> Interaction:
    found: Interaction = get_visible(_interactions_as_seen(user), user, pk=interaction_id)
    return found


def _interaction_values(given: dict[str, Any]) -> dict[str, Any]:
    return given | ({"occasion": given["occasion"] or ""} if "occasion" in given else {})


@router.get("", response={200: Page[InteractionOut], **RESPONSES})
def list_interactions(request: SignedIn, query: Query[InteractionQuery]) -> Any:
    """The newest first; `account_id` narrows to one account, `person_id` to one person."""
    user = request.user
    rows = _interactions_as_seen(user).visible_to(user)
    if query.account_id:
        rows = rows.filter(account_id=query.account_id)
    if query.person_id:
        mine = Participant.objects.named_to(user).filter(person_id=query.person_id)
        rows = rows.filter(pk__in=mine.values("interaction_id"))
    if query.kind:
        rows = rows.filter(kind=query.kind)
    return page_of(rows, query, order="-at", serialise=list)


@router.post("", response={201: InteractionOut, **RESPONSES})
def log_interaction(request: SignedIn, payload: InteractionIn) -> Any:
    """Log what happened: the timeline, the last contact and the mentioned colleagues follow at once."""
    user = request.user
    account = get_visible(Account.objects, user, pk=payload.account_id)
    values = _interaction_values(payload.model_dump(exclude={"account_id", "mentions"}))
    mentions = list(User.objects.active().filter(pk__in=payload.mentions))
    row = domain.log_interaction(account=account, by=user, mentions=mentions, **values)
    return Status(201, _visible(user, row.pk))


@router.get("/{interaction_id}", response={200: InteractionOut, **RESPONSES})
def read_interaction(request: SignedIn, interaction_id: int) -> Any:
    """One interaction."""
    return _visible(request.user, interaction_id)


@router.patch("/{interaction_id}", response={200: InteractionOut, **RESPONSES})
def change_interaction(request: SignedIn, interaction_id: int, payload: InteractionChange) -> Any:
    """Change what is given, and nothing else."""
    user = request.user
    domain.change_interaction(_visible(user, interaction_id), by=user, **_interaction_values(payload.given()))
    return _visible(user, interaction_id)


@router.delete("/{interaction_id}", response={204: None, **RESPONSES})
def bin_interaction(request: SignedIn, interaction_id: int) -> Any:
    """Into the bin: `POST …/restorations` brings it back."""
    user = request.user
    domain.bin_interaction(_visible(user, interaction_id), by=user)
    return Status(204, None)


@router.post("/{interaction_id}/restorations", response={201: InteractionOut, **RESPONSES})
def restore_interaction(request: SignedIn, interaction_id: int) -> Any:
    """Out of the bin, as it was."""
    user = request.user
    domain.restore_interaction(get_binned(Interaction.objects, user, pk=interaction_id), by=user)
    return Status(201, _visible(user, interaction_id))
