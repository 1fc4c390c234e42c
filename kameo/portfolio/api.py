"""Assignments, load and transfers over HTTP. Beyond a cap the answer is 409 `cap_exceeded`, and says what to do."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.http import Http404
from ninja import Query, Router, Schema, Status
from pydantic import Field

from kameo.accounts import domain
from kameo.accounts.enums import Function
from kameo.accounts.models import Account, AccountMember
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of, read_as
from kameo.core.api.amounts import Amount
from kameo.core.api.problem import RESPONSES
from kameo.core.errors import DomainError
from kameo.people.models import User
from kameo.portfolio import domain as portfolio_domain
from kameo.portfolio.models import Transfer
from kameo.portfolio.queries.load import loads_for
from kameo.portfolio.queries.transfers import transfers_seen

accounts = Router(tags=["portfolio"])
portfolio = Router(tags=["portfolio"])


Id = Annotated[int, Field(ge=1, lt=2**63)]


class MemberOut(Schema):
    id: int
    user_id: int
    name: str = read_as("user.full_name")
    function: Function
    responsibilities: str
    since: date


class MemberIn(Body):
    """`replace_lead`: the lead in place becomes back-up. `reason` confirms a lead beyond the cap of the role."""

    user_id: int = Field(ge=1, lt=2**63)
    function: Function = Function.SALES
    responsibilities: str = Field("", max_length=250)
    replace_lead: bool = False
    reason: str = Field("", max_length=500)


class CapOut(Schema):
    axis: str = Field(description="key or large.")
    held: int
    cap: int


class LoadOut(Schema):
    """What a colleague carries. Amounts in the reporting currency, each tree once; null: no data."""

    user_id: int
    name: str
    led: int = Field(description="Trees led.")
    entities: int = Field(description="Accounts led, parts of these trees included.")
    key: int = read_as("held.key")
    large: int = read_as("held.large")
    caps: list[CapOut]
    back_ups: int
    covered_by: str = read_as("cover")
    away_until: date | None = read_as("until")
    covers: list[str]
    revenue_12m: Amount | None = read_as("revenue")
    revenue_previous_12m: Amount | None = read_as("previous")
    index: Amount | None = read_as(
        "index.value", description="accounts × people × opportunities; null: see index_missing."
    )
    index_missing: list[str] = read_as("index.missing")


class TransferOut(Schema):
    id: int
    giver_id: int
    taker_id: int
    function: str
    on: date
    reason: str
    moved: int
    applied_at: datetime | None
    undone_at: datetime | None


class TransferIn(Body):
    """`account_ids` null: all that you see. A day to come plans the transfer."""

    giver_id: int = Field(ge=1, lt=2**63)
    taker_id: int = Field(ge=1, lt=2**63)
    account_ids: list[Id] | None = Field(None, max_length=5000)
    function: Function | None = None
    on: date | None = None
    reason: str = Field("", max_length=500)


class Returned(Schema):
    functions: int


def _account(request: SignedIn, account_id: int) -> Account:
    found: Account = get_visible(Account.objects, request.user, pk=account_id)
    return found


def _colleague(user_id: int, field: str) -> User:
    found = User.objects.active().select_related("role").filter(pk=user_id).first()
    if found is None:
        raise DomainError("unknown_user", "There is no such colleague.", field=field)
    return found


@accounts.get("/{account_id}/members", response={200: list[MemberOut], **RESPONSES})
def list_members(request: SignedIn, account_id: int) -> Any:
    """Who of ours serves the account."""
    return _account(request, account_id).members.select_related("user").order_by("id")


@accounts.post("/{account_id}/members", response={201: MemberOut, **RESPONSES})
def add_member(request: SignedIn, account_id: int, payload: MemberIn) -> Any:
    """Put a colleague on the team; 409 `cap_exceeded` for a lead beyond the cap of the role."""
    account = _account(request, account_id)
    user = _colleague(payload.user_id, "user_id")
    row = domain.add_member(account, user=user, by=request.user, **payload.model_dump(exclude={"user_id"}))
    return Status(201, row)


@accounts.delete("/{account_id}/members/{member_id}", response={204: None, **RESPONSES})
def remove_member(request: SignedIn, account_id: int, member_id: int) -> Any:
    """Take a colleague off the team; anybody may leave by themselves."""
    _account(request, account_id)
    rows = AccountMember.objects.filter(account_id=account_id).select_related("account", "user")
    domain.remove_member(get_visible(rows, request.user, pk=member_id), by=request.user)
    return Status(204, None)


@portfolio.get("/load", response={200: list[LoadOut], **RESPONSES})
def read_load(request: SignedIn) -> Any:
    """What each colleague carries; your own line unless your role sees all accounts."""
    return loads_for(request.user)


@portfolio.get("/transfers", response={200: Page[TransferOut], **RESPONSES})
def list_transfers(request: SignedIn, query: Query[PageQuery]) -> Any:
    """Transfers, the newest first: everybody's for who sees all accounts, your own otherwise."""
    return page_of(transfers_seen(request.user), query, order="-id", serialise=list)


@portfolio.post("/transfers", response={201: TransferOut, **RESPONSES})
def create_transfer(request: SignedIn, payload: TransferIn) -> Any:
    """Hand accounts over; 409 `cap_exceeded` where the taker would pass a cap and no reason is given."""
    done = portfolio_domain.transfer_accounts(
        _colleague(payload.giver_id, "giver_id"),
        taker=_colleague(payload.taker_id, "taker_id"),
        by=request.user,
        accounts=payload.account_ids,
        function=payload.function or "",
        on=payload.on,
        reason=payload.reason,
    )
    return Status(201, done)


@portfolio.post("/transfers/{transfer_id}/giving-back", response={200: Returned, **RESPONSES})
def give_transfer_back(request: SignedIn, transfer_id: int) -> Any:
    """Undo a transfer whole, or drop a planned one."""
    row: Transfer | None = transfers_seen(request.user).filter(pk=transfer_id).first()
    if row is None:
        raise Http404("no transfer")
    return {"functions": portfolio_domain.give_back(row, by=request.user)}


router = Router()
router.add_router("/accounts", accounts)
router.add_router("/portfolio", portfolio)
