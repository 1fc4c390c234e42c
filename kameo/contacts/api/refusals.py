"""What people refuse, over HTTP: noted, lifted, counted again (R182, R185)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Router, Schema, Status
from pydantic import Field

from kameo.contacts import domain
from kameo.contacts.enums import Channel
from kameo.contacts.models import OptOut, Person
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import Body
from kameo.core.api.problem import RESPONSES
from kameo.people.models import User

router = Router(tags=["persons"])


class RefusalOut(Schema):
    id: int
    person_id: int
    channel: Channel
    said: str
    at: datetime
    lifted_at: datetime | None = Field(description="Empty while it counts.")


class RefusalIn(Body):
    channel: Channel
    said: str = Field("", max_length=200, description="How they said it.")


def _refusal(user: User, refusal_id: int) -> OptOut:
    row: OptOut = get_visible(OptOut.objects.select_related("person"), user, pk=refusal_id)
    return row


@router.get("/{person_id}/refusals", response={200: list[RefusalOut], **RESPONSES})
def list_refusals(request: SignedIn, person_id: int) -> Any:
    """What somebody refuses to be reached by, lifted refusals included, the newest first."""
    person = get_visible(Person.objects, request.user, pk=person_id)
    return list(OptOut.objects.filter(person=person))


@router.post("/{person_id}/refusals", response={201: RefusalOut, **RESPONSES})
def refuse_channel(request: SignedIn, person_id: int, payload: RefusalIn) -> Any:
    """They asked not to be reached by this channel."""
    user = request.user
    person = get_visible(Person.objects, user, pk=person_id)
    return Status(201, domain.refuse_channel(person, by=user, **payload.model_dump()))


@router.delete("/refusals/{refusal_id}", response={200: RefusalOut, **RESPONSES})
def lift_refusal(request: SignedIn, refusal_id: int) -> Any:
    """They asked to be reached again: the row stays, lifted. `POST …/renewals` undoes it."""
    user = request.user
    return domain.lift_refusal(_refusal(user, refusal_id), by=user)


@router.post("/refusals/{refusal_id}/renewals", response={201: RefusalOut, **RESPONSES})
def renew_refusal(request: SignedIn, refusal_id: int) -> Any:
    """The refusal counts again, as it did before it was lifted."""
    user = request.user
    return Status(201, domain.renew_refusal(_refusal(user, refusal_id), by=user))
