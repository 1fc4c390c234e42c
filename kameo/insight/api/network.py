"""The relations network over HTTP: the same reads as the page and the sheet (R71, R211)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Router, Schema
from pydantic import Field

from kameo.accounts.models import Account
from kameo.contacts.models import Person
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import read_as
from kameo.core.api.amounts import Amount
from kameo.core.api.problem import RESPONSES
from kameo.insight.network.introducers import introducers
from kameo.insight.network.links import ColleagueLink
from kameo.insight.network.matrix import Network, read_network

router = Router(tags=["insight"])


class RelationOut(Schema):
    """The link of a pair, from the exchanges that you may see."""

    person_id: int
    colleague_id: int
    strength: Amount = Field(description="0 to 100: against one meeting per cadence.")
    exchanges: int
    last_at: datetime
    live: bool = Field(description="A meeting or a call, or mails both ways, within the window of the settings.")


class FunctionPairOut(Schema):
    family: str
    side: str
    gap: str = Field(description="Empty, or who is missing: ours, theirs, both, link.")


class BridgeOut(Schema):
    side: str = read_as("node.0", description="ours or theirs.")
    id: int = read_as("node.1")
    cut: list[int] = Field(description="People whom they alone join to the rest.")


class NetworkOut(Schema):
    people: int
    known: int = Field(description="People with a live link.")
    single: int = Field(description="People with a live link with exactly one colleague.")
    colleagues: int
    live_links: int = read_as("lines")
    links: list[RelationOut]
    pairs: list[FunctionPairOut]
    bridges: list[BridgeOut]

    @staticmethod
    def resolve_colleagues(found: Network) -> int:
        return len(found.columns)

    @staticmethod
    def resolve_links(found: Network) -> list[ColleagueLink]:
        return [cell.link for row in found.rows for cell in row.cells.values()]


class StopOut(Schema):
    side: str
    id: int
    name: str
    line: str = Field(description="What joins them to the next one: link, or a tie between people; empty at the end.")


class IntroducersOut(Schema):
    known: bool = Field(description="You have a live link with them: nobody has to introduce you.")
    routes: list[list[StopOut]] = Field(description="From whom to ask to the person; the shortest first, five at most.")


@router.get("/accounts/{account_id}/network", response={200: NetworkOut, **RESPONSES})
def read_account_network(request: SignedIn, account_id: int) -> Any:
    """Of the account and all below it."""
    return read_network(get_visible(Account.objects, request.user, pk=account_id), request.user)


@router.get("/persons/{person_id}/introducers", response={200: IntroducersOut, **RESPONSES})
def read_introducers(request: SignedIn, person_id: int) -> Any:
    """How you get to somebody."""
    user = request.user
    found = introducers(get_visible(Person.objects, user, pk=person_id), user)
    return {"known": found.mine is not None, "routes": [list(route.stops) for route in found.routes]}
