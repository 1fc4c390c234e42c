"""Look-alikes and merges over HTTP: what the pages do, with the same rights."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Query as Read
from ninja import Router, Schema, Status
from pydantic import Field

from kameo.accounts import domain
from kameo.accounts.models import Account, Merge, NotTwins
from kameo.accounts.queries import twins
from kameo.core.access import SignedIn, get_visible, require
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.pages import PageCursor
from kameo.core.api.problem import RESPONSES
from kameo.people.enums import Right

router = Router(by_alias=True)
PAIRS = PageCursor("-score")


class Twin(Schema):
    id: int
    name: str


class PairOut(Schema):
    """Two accounts that may be one; `score` out of 100."""

    id: int
    first: Twin
    second: Twin
    score: int
    reasons: list[str] = Field(
        description="number, same_name, name, domain, address, phone; against: other_number, other_country."
    )


class PairIn(Body):
    first_id: int = Field(ge=1, lt=2**63)
    second_id: int = Field(ge=1, lt=2**63)


class DifferenceOut(Schema):
    id: int
    first_id: int
    second_id: int
    at: datetime


class MergeIn(Body):
    kept_id: int = Field(ge=1, lt=2**63)
    absorbed_id: int = Field(ge=1, lt=2**63)
    choices: dict[str, str] = Field(
        {}, description="Field, `lead` or `decision` → kept, absorbed (description: both too). Defaults otherwise."
    )


class MergeOut(Schema):
    id: int
    kept_id: int
    absorbed_id: int
    absorbed_name: str
    choices: dict[str, str]
    by_id: int | None
    at: datetime
    undoable_until: date
    undone_at: datetime | None

    @staticmethod
    def resolve_absorbed_name(merge: Merge) -> str:
        return str(merge.absorbed.name)


@router.get("/duplicates", response={200: Page[PairOut], **RESPONSES}, tags=["duplicates"])
def list_duplicates(request: SignedIn, query: Read[PageQuery]) -> Any:
    """Pairs of accounts that may be the same, of those you see and may change, the surest first."""
    score, pk = PAIRS.decode(query.cursor) if query.cursor else ("", "")
    after = f"{score}_{pk}" if query.cursor else ""
    items, following = twins.page_of_pairs(request.user, after=after, limit=query.limit)
    place = [int(part) for part in following.split("_")] if following else None
    return {"items": items, "next": PAIRS.encode(place) if place else None}


@router.post("/duplicates/differences", response={201: DifferenceOut, **RESPONSES}, tags=["duplicates"])
def tell_apart(request: SignedIn, payload: PairIn) -> Any:
    """These two are not the same: they are proposed no more."""
    one, other = (_visible(request, pk) for pk in (payload.first_id, payload.second_id))
    return Status(201, domain.tell_apart(one, other, by=request.user))


@router.delete("/duplicates/differences/{difference_id}", response={204: None, **RESPONSES}, tags=["duplicates"])
def forget_apart(request: SignedIn, difference_id: int) -> Any:
    """Propose these two again."""
    row = get_visible(_VisibleDifferences(), request.user, pk=difference_id)
    domain.forget_apart(row, by=request.user)
    return Status(204, None)


@router.get("/merges", response={200: Page[MergeOut], **RESPONSES}, tags=["merges"])
def list_merges(request: SignedIn, query: Read[PageQuery]) -> Any:
    """Merges into accounts that you see, the latest first."""
    return page_of(
        Merge.objects.visible_to(request.user).select_related("absorbed"), query, order="-id", serialise=list
    )


@router.post("/merges", response={201: MergeOut, **RESPONSES}, tags=["merges"])
def merge_accounts(request: SignedIn, payload: MergeIn) -> Any:
    """The absorbed account becomes part of the kept one; undoable until `undoable_until`."""
    kept, absorbed = (_visible(request, pk) for pk in (payload.kept_id, payload.absorbed_id))
    merge = domain.merge_accounts(kept, absorbed, by=request.user, choices=payload.choices)
    return Status(201, _merge(request, merge.pk))


@router.get("/merges/{merge_id}", response={200: MergeOut, **RESPONSES}, tags=["merges"])
def read_merge(request: SignedIn, merge_id: int) -> Any:
    return _merge(request, merge_id)


@router.post("/merges/{merge_id}/undo", response={201: MergeOut, **RESPONSES}, tags=["merges"])
def undo_merge(request: SignedIn, merge_id: int) -> Any:
    """Both accounts as they were; what was added since stays with the kept one."""
    merge = _merge(request, merge_id)
    require(request.user, Right.WRITE_ACCOUNTS)
    domain.undo_merge(merge, by=request.user)
    return Status(201, _merge(request, merge_id))


class _VisibleDifferences:
    """What `get_visible` asks of a queryset, over both accounts of a pair."""

    model = NotTwins

    def visible_to(self, user: Any) -> Any:
        return twins.told_apart_by(user)


def _visible(request: SignedIn, account_id: int) -> Account:
    found: Account = get_visible(Account.objects, request.user, pk=account_id)
    return found


def _merge(request: SignedIn, merge_id: int) -> Merge:
    rows = Merge.objects.select_related("kept", "absorbed__parent")
    found: Merge = get_visible(rows, request.user, pk=merge_id)
    return found
