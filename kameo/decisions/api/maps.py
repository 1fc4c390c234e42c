"""What decision maps hold, and ratings taken over; maps themselves come from their declaration."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404
from ninja import Query, Router, Status
from pydantic import Field

from kameo.accounts.models import Account
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import Query as Parameters
from kameo.core.api.problem import RESPONSES
from kameo.decisions import domain
from kameo.decisions.api.map_schemas import CardsOut, TakeOverIn, TakeOverOut
from kameo.decisions.models import DecisionMap
from kameo.decisions.queries import MapView, read_map
from kameo.people.models import User

router = Router(tags=["decision maps"])


class MomentQuery(Parameters):
    as_of: date | None = Field(None, description="The map as it stood at the end of that day.")


def _map(user: User, map_id: int) -> DecisionMap:
    found: DecisionMap = get_visible(DecisionMap.objects.select_related("account"), user, pk=map_id)
    return found


def _map_view_out(view: MapView) -> dict[str, Any]:
    return {"map": view.map, "as_of": view.as_of, "cards": view.cards, "links": view.links}


@router.get("/maps/{map_id}/cards", response={200: CardsOut, **RESPONSES})
def read_cards(request: SignedIn, map_id: int, query: Query[MomentQuery]) -> Any:
    """Who is on the map, what they are rated, how far that can be believed, and the lines between them."""
    user = request.user
    return _map_view_out(read_map(_map(user, map_id), user, as_of=query.as_of))


@router.get("/accounts/{account_id}/decision-map", response={200: CardsOut, **RESPONSES})
def read_account_map(request: SignedIn, account_id: int, query: Query[MomentQuery]) -> Any:
    """The account's own map: everybody with a position held there or below, and everybody rated."""
    user = request.user
    account = get_visible(Account.objects, user, pk=account_id)
    return _map_view_out(read_map(account, user, as_of=query.as_of))


@router.post("/maps/{map_id}/take-overs", response={201: TakeOverOut, **RESPONSES})
def take_over(request: SignedIn, map_id: int, payload: TakeOverIn) -> Any:
    """Take the latest ratings of another map of the group over, with their evidence."""
    user = request.user
    row, source = _map(user, map_id), _map(user, payload.source_id)
    count = domain.take_over(row, source=source, by=user, persons=payload.person_ids)
    event = domain.last_take_over(row) if count else None
    return Status(201, {"id": event.pk if event else None, "count": count})


@router.delete("/maps/{map_id}/take-overs/{take_over_id}", response={204: None, **RESPONSES})
def give_back(request: SignedIn, map_id: int, take_over_id: int) -> Any:
    """Undo the latest take-over of the map."""
    user = request.user
    row = _map(user, map_id)
    event = domain.last_take_over(row)
    if event is None or event.pk != take_over_id:
        raise Http404("no such take-over")
    domain.give_back(row, event, by=user)
    return Status(204, None)
