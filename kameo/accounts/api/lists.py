"""The list's saved views and changes of many accounts over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import Field

from kameo.accounts import domain
from kameo.accounts.api.filters import Filters
from kameo.accounts.domain import bulk
from kameo.accounts.listing import COLUMNS, ORDERS, AccountCriteria, matching, selection
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.problem import RESPONSES
from kameo.core.errors import DomainError
from kameo.core.lists.models import BulkChange, SavedView
from kameo.people.models import Team

router = Router(tags=["lists"], by_alias=True)
LAYOUT = Literal["list", "tree", "board"]


class ViewOut(Schema):
    """A saved view. `filters` is the list's address: names to lists of values."""

    id: int
    name: str
    mine: bool
    owner_id: int
    team_id: int | None
    shared: bool
    layout: str
    columns: list[str]
    filters: dict[str, list[str]]
    sort: str
    default: bool = Field(description="Your list opens with it.")


class ViewFields(Body):
    team_id: int | None = Field(None, ge=1, lt=2**31)
    shared: bool = False
    layout: LAYOUT = "list"
    columns: list[str] = Field([], max_length=40)
    filters: dict[str, list[str]] = Field({})
    sort: str = Field("", max_length=40)
    default: bool = False


class ViewIn(ViewFields):
    name: str = Field(min_length=1, max_length=120)


class ViewChange(ViewFields):
    name: str = Field("", min_length=1, max_length=120)


@router.get("/views", response={200: Page[ViewOut], **RESPONSES})
def list_views(request: SignedIn, query: Query[PageQuery]) -> Any:
    """Your views, and those shared with you."""
    views = SavedView.objects.visible_to(request.user)
    return page_of(
        views, query, order="id", serialise=lambda rows: [_serialise_view(row, request.user) for row in rows]
    )


@router.post("/views", response={201: ViewOut, **RESPONSES})
def create_view(request: SignedIn, payload: ViewIn) -> Any:
    """A view of yours: private, shared with a team you belong to, or with everybody."""
    fields = _view_fields(payload.given())
    usual = fields.pop("default", False)
    view = domain.save_view(by=request.user, **fields)
    if usual:
        domain.choose_default_view(view, by=request.user)
    return Status(201, _serialise_view(view, request.user))


@router.get("/views/{view_id}", response={200: ViewOut, **RESPONSES})
def read_view(request: SignedIn, view_id: int) -> Any:
    """One view; 404 for another's private one."""
    return _serialise_view(_get_view(request, view_id), request.user)


@router.patch("/views/{view_id}", response={200: ViewOut, **RESPONSES})
def change_view(request: SignedIn, view_id: int, payload: ViewChange) -> Any:
    """Change what is given of a view of yours; `default` alone of any that you may open."""
    view = _get_view(request, view_id)
    fields = _view_fields(payload.given())
    usual = fields.pop("default", None)
    if fields:
        domain.change_view(view, by=request.user, **fields)
    if usual is not None:
        domain.choose_default_view(view if usual else None, by=request.user)
    return _serialise_view(view, request.user)


@router.delete("/views/{view_id}", response={204: None, **RESPONSES})
def delete_view(request: SignedIn, view_id: int) -> Any:
    """Delete a view of yours; `POST …/restorations` gives it back."""
    domain.delete_view(_get_view(request, view_id), by=request.user)
    return Status(204, None)


@router.post("/views/{view_id}/restorations", response={201: ViewOut, **RESPONSES})
def restore_view(request: SignedIn, view_id: int) -> Any:
    """Give back a view that you deleted."""
    deleted = SavedView.objects.reachable_by(request.user).filter(binned_at__isnull=False)
    view = get_object_or_404(deleted, pk=min(view_id, 2**62))
    return Status(201, _serialise_view(domain.restore_view(view, by=request.user), request.user))


class BulkIn(Body):
    """Either `ids`, or `filters`: all that they find. `what`: field, tags, status, lead or bin, with its `data`."""

    what: Literal["field", "tags", "status", "lead", "bin"]
    data: dict[str, Any] = Field({}, description="field+value, add+remove, status, user+reason, or nothing.")
    ids: list[int] = Field([], max_length=500)
    filters: Filters | None = None
    preview: bool = Field(False, description="Only say what would change.")


class BulkOut(Schema):
    """A change of many accounts; `finished_at` is null while its job runs."""

    id: int | None
    what: str
    total: int
    done: int
    changed: int
    same: int | None = None
    refusals: dict[str, int]
    at: datetime | None
    finished_at: datetime | None
    undone_at: datetime | None
    given_back: int


@router.post("/bulk-changes", response={200: BulkOut, 201: BulkOut, **RESPONSES})
def create_bulk_change(request: SignedIn, payload: BulkIn) -> Any:
    """Change many accounts: at once up to 500, in a job beyond. With `preview`, nothing is written."""
    if bool(payload.ids) == (payload.filters is not None):
        raise DomainError("nothing_selected", "Give `ids` or `filters`, not both.", field="ids")
    chosen = [pk for pk in payload.ids if 0 < pk < 2**63] or [0]
    criteria = payload.filters.criteria() if payload.filters else AccountCriteria(ids=tuple(chosen))
    accounts = matching(request.user, criteria)
    if payload.preview:
        plan, _cut = bulk.preview_bulk_change(payload.what, payload.data, accounts, by=request.user)
        return Status(200, _serialise_preview(payload.what, plan))
    change = bulk.start_bulk_change(
        payload.what, payload.data, accounts, by=request.user, selection=selection.written(criteria)
    )
    return Status(201, _serialise_bulk_change(change))


@router.get("/bulk-changes/{change_id}", response={200: BulkOut, **RESPONSES})
def read_bulk_change(request: SignedIn, change_id: int) -> Any:
    """How far a change of yours is, and what it did."""
    return _serialise_bulk_change(get_visible(BulkChange.objects, request.user, pk=change_id))


@router.post("/bulk-changes/{change_id}/undo", response={201: BulkOut, **RESPONSES})
def undo_bulk_change(request: SignedIn, change_id: int) -> Any:
    """Give back what nobody changed since."""
    change = get_visible(BulkChange.objects, request.user, pk=change_id)
    change = bulk.request_undo(change, by=request.user)
    change.refresh_from_db()
    return Status(201, _serialise_bulk_change(change))


def _get_view(request: SignedIn, view_id: int) -> SavedView:
    view: SavedView = get_visible(SavedView.objects, request.user, pk=view_id)
    return view


def _view_fields(given: dict[str, Any]) -> dict[str, Any]:
    if "team_id" in given:
        pk = given.pop("team_id")
        given["team"] = get_object_or_404(Team, pk=pk) if pk else None
    unknown = [key for key in given.get("columns") or [] if key not in COLUMNS]
    if unknown:
        raise DomainError("unknown_column", "There is no column of that name.", field="columns")
    if (sort := given.get("sort")) and sort.removeprefix("-") not in ORDERS:
        raise DomainError("unknown_order", "There is no order of that name.", field="sort")
    return given


def _serialise_view(view: SavedView, user: Any) -> dict[str, Any]:
    kept = ("id", "name", "owner_id", "team_id", "shared", "layout", "columns", "filters", "sort")
    return {
        **{name: getattr(view, name) for name in kept},
        "mine": view.owner_id == user.pk,
        "default": user.choices.get(domain.DEFAULT_VIEW) == view.pk,
    }


def _serialise_bulk_change(change: BulkChange) -> dict[str, Any]:
    kept = ("id", "what", "total", "done", "refusals", "at", "finished_at", "undone_at", "given_back")
    return {**{name: getattr(change, name) for name in kept}, "changed": change.count}


def _serialise_preview(what: str, plan: bulk.BulkPlan) -> dict[str, Any]:
    total = len(plan.items) + plan.same + sum(plan.refusals.values())
    return {
        "id": None,
        "what": what,
        "total": total,
        "done": 0,
        "changed": len(plan.items),
        "same": plan.same,
        "refusals": dict(plan.refusals),
        "at": None,
        "finished_at": None,
        "undone_at": None,
        "given_back": 0,
    }
