"""Saved views of lists and changes of many records over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import Field, ValidationError

from kameo.core.access import SignedIn, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.problem import RESPONSES
from kameo.core.errors import DomainError
from kameo.core.lists.address import filter_names
from kameo.core.lists.api.asked import filters_schema, params_from
from kameo.core.lists.bulk import running
from kameo.core.lists.bulk.plans import BulkPlan
from kameo.core.lists.declaration import ListOf, lists
from kameo.core.lists.models import BulkChange, SavedView
from kameo.core.lists.saved import verbs

# A field of these schemas is called `list`.
Texts: TypeAlias = list[str]
Ids: TypeAlias = list[int]
router = Router(tags=["lists"], by_alias=True)
USUAL = "accounts"  # the list that was the only one
LIST = Field(USUAL, max_length=40, description="The key of the list: accounts, persons, invoices…")


class SavedViewQuery(PageQuery):
    list: str = LIST


class ViewOut(Schema):
    """A saved view. `filters` is the list's address: names to lists of values."""

    id: int
    list: str
    name: str
    mine: bool
    owner_id: int
    team_id: int | None
    shared: bool
    layout: str
    columns: Texts
    filters: dict[str, Texts]
    sort: str
    default: bool = Field(description="Your list opens with it.")


class ViewFields(Body):
    team_id: int | None = Field(None, ge=1, lt=2**31)
    shared: bool = False
    layout: str = Field("list", max_length=8, description="list, or another layout of that list: tree, board.")
    columns: Texts = Field([], max_length=40)
    filters: dict[str, Texts] = Field({})
    sort: str = Field("", max_length=40)
    default: bool = False


class ViewIn(ViewFields):
    list: str = LIST
    name: str = Field(min_length=1, max_length=120)


class ViewChange(ViewFields):
    name: str = Field("", min_length=1, max_length=120)


@router.get("/views", response={200: Page[ViewOut], **RESPONSES})
def list_views(request: SignedIn, query: Query[SavedViewQuery]) -> Any:
    """Your views of a list, and those shared with you."""
    views = SavedView.objects.of(query.list).visible_to(request.user)
    return page_of(
        views, query, order="id", serialise=lambda rows: [_serialise_view(row, request.user) for row in rows]
    )


@router.post("/views", response={201: ViewOut, **RESPONSES})
def create_view(request: SignedIn, payload: ViewIn) -> Any:
    """A view of yours: private, shared with a team you belong to, or with everybody."""
    noun = _list_named(payload.list)
    fields = _view_fields(noun, payload.given())
    usual = fields.pop("default", False)
    view = verbs.save_view(noun, by=request.user, **fields)
    if usual:
        verbs.choose_default_view(noun, view, by=request.user)
    return Status(201, _serialise_view(view, request.user))


@router.get("/views/{view_id}", response={200: ViewOut, **RESPONSES})
def read_view(request: SignedIn, view_id: int) -> Any:
    """One view; 404 for another's private one."""
    return _serialise_view(_get_view(request, view_id), request.user)


@router.patch("/views/{view_id}", response={200: ViewOut, **RESPONSES})
def change_view(request: SignedIn, view_id: int, payload: ViewChange) -> Any:
    """Change what is given of a view of yours; `default` alone of any that you may open."""
    view = _get_view(request, view_id)
    noun = _list_named(view.list)
    fields = _view_fields(noun, payload.given())
    usual = fields.pop("default", None)
    if fields:
        verbs.change_view(view, by=request.user, **fields)
    if usual is not None:
        verbs.choose_default_view(noun, view if usual else None, by=request.user)
    return _serialise_view(view, request.user)


@router.delete("/views/{view_id}", response={204: None, **RESPONSES})
def delete_view(request: SignedIn, view_id: int) -> Any:
    """Delete a view of yours; `POST …/restorations` gives it back."""
    verbs.delete_view(_get_view(request, view_id), by=request.user)
    return Status(204, None)


@router.post("/views/{view_id}/restorations", response={201: ViewOut, **RESPONSES})
def restore_view(request: SignedIn, view_id: int) -> Any:
    """Give back a view that you deleted."""
    deleted = SavedView.objects.reachable_by(request.user).filter(binned_at__isnull=False)
    view = get_object_or_404(deleted, pk=min(view_id, 2**62))
    return Status(201, _serialise_view(verbs.restore_view(view, by=request.user), request.user))


class BulkIn(Body):
    """Either `ids`, or `filters` by the names of the list's query: all that they find. `what`, with its `data`: column
    of any list that changes one in place; field, tags, status, lead or bin of accounts.
    """

    list: str = LIST
    what: Literal["column", "field", "tags", "status", "lead", "bin"]
    data: dict[str, Any] = Field({}, description="column or field+value, add+remove, status, user+reason, or nothing.")
    ids: Ids = Field([], max_length=500)
    filters: dict[str, Any] | None = None
    preview: bool = Field(False, description="Only say what would change.")


class BulkOut(Schema):
    """A change of many records; `finished_at` is null while its job runs."""

    id: int | None
    list: str
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
    """Change many records of a list: at once up to 500, in a job beyond. With `preview`, nothing is written."""
    if bool(payload.ids) == (payload.filters is not None):
        raise DomainError("nothing_selected", "Give `ids` or `filters`, not both.", field="ids")
    noun = _list_named(payload.list)
    ids = [pk for pk in payload.ids if 0 < pk < 2**63] or [0]
    selection = running.Selection(
        noun, _kept_filters(noun, payload.filters), [] if payload.filters is not None else ids
    )
    if payload.preview:
        plan, _cut = running.preview_bulk_change(selection, payload.what, payload.data, by=request.user)
        return Status(200, _serialise_preview(noun, payload.what, plan))
    change = running.start_bulk_change(selection, payload.what, payload.data, by=request.user)
    return Status(201, _serialise_change(change))


@router.get("/bulk-changes/{change_id}", response={200: BulkOut, **RESPONSES})
def read_bulk_change(request: SignedIn, change_id: int) -> Any:
    """How far a change of yours is, and what it did."""
    return _serialise_change(get_visible(BulkChange.objects, request.user, pk=change_id))


@router.post("/bulk-changes/{change_id}/undo", response={201: BulkOut, **RESPONSES})
def undo_bulk_change(request: SignedIn, change_id: int) -> Any:
    """Give back what nobody changed since."""
    change = get_visible(BulkChange.objects, request.user, pk=change_id)
    change = running.request_undo(change, by=request.user)
    change.refresh_from_db()
    return Status(201, _serialise_change(change))


def _list_named(key: str) -> ListOf:
    noun = lists.get(key)
    if noun is None:
        raise DomainError("unknown_list", "There is no list of that name.", field="list")
    return noun


def _get_view(request: SignedIn, view_id: int) -> SavedView:
    view: SavedView = get_visible(SavedView.objects, request.user, pk=view_id)
    return view


def _view_fields(noun: ListOf, given: dict[str, Any]) -> dict[str, Any]:
    given.pop("list", None)
    if "team_id" in given:
        pk = given.pop("team_id")
        teams: Any = SavedView._meta.get_field("team").related_model
        given["team"] = get_object_or_404(teams, pk=pk) if pk else None
    unknown = [key for key in given.get("columns") or [] if key not in noun.all_columns()]
    if unknown:
        raise DomainError("unknown_column", "There is no column of that name.", field="columns")
    if (sort := given.get("sort")) and sort.removeprefix("-") not in noun.order_columns():
        raise DomainError("unknown_order", "There is no order of that name.", field="sort")
    return given


def _kept_filters(noun: ListOf, given: dict[str, Any] | None) -> dict[str, Texts]:
    """As an address keeps them. Raises DomainError naming a filter that the list has not, or a wrong value."""
    if not given:
        return {}
    names = filter_names(noun)
    for name in given:
        if name not in names:
            raise DomainError("unknown_filter", f"Known here: {', '.join(names)}.", field=f"filters.{name}")
    try:
        asked = filters_schema(noun, "Filters").model_validate(given).model_dump(by_alias=True)
    except ValidationError as error:
        wrong = error.errors()[0]
        field = ".".join(["filters", *map(str, wrong["loc"])])
        raise DomainError("invalid", wrong["msg"], field=field) from error
    return dict(params_from({**given, **asked}).lists())


def _serialise_view(view: SavedView, user: Any) -> dict[str, Any]:
    kept = ("id", "list", "name", "owner_id", "team_id", "shared", "layout", "columns", "filters", "sort")
    return {
        **{name: getattr(view, name) for name in kept},
        "mine": view.owner_id == user.pk,
        "default": user.choices.get(f"{view.list}.view") == view.pk,
    }


def _serialise_change(change: BulkChange) -> dict[str, Any]:
    kept = ("id", "list", "what", "total", "done", "refusals", "at", "finished_at", "undone_at", "given_back")
    return {**{name: getattr(change, name) for name in kept}, "changed": change.count}


def _serialise_preview(noun: ListOf, what: str, plan: BulkPlan) -> dict[str, Any]:
    return {
        "id": None,
        "list": noun.key,
        "what": what,
        "total": len(plan.items) + plan.same + sum(plan.refusals.values()),
        "done": 0,
        "changed": len(plan.items),
        "same": plan.same,
        "refusals": dict(plan.refusals),
        "at": None,
        "finished_at": None,
        "undone_at": None,
        "given_back": 0,
    }
