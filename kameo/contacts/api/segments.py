"""Segments over HTTP: saved views of the list of people, with a value a filter (R74)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from ninja import Query, Router, Schema, Status
from pydantic import Field

from kameo.contacts.lists import PEOPLE, segments
from kameo.core.access import SignedIn, get_binned, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.problem import RESPONSES
from kameo.core.errors import DomainError
from kameo.core.lists.address import params_of, read
from kameo.core.lists.models import SavedView
from kameo.core.lists.saved import verbs

router = Router(tags=["segments"])


class SegmentIn(Body):
    name: str = Field(min_length=1, max_length=120)
    shared: bool = False
    filters: dict[str, str] = Field(
        description="q, family, level, former, account, role, stance, motivation, topic, influence, kind, silent, met,"
        " reachable: as in the address of the list of people."
    )


class SegmentPatch(Body):
    name: str | None = Field(None, min_length=1, max_length=120)
    shared: bool | None = None
    filters: dict[str, str] | None = None


class SegmentOut(Schema):
    id: int
    name: str
    owner_id: int
    shared: bool
    filters: dict[str, str]
    changed_at: datetime

    @staticmethod
    def resolve_filters(row: SavedView) -> dict[str, str]:
        return {name: values[0] for name, values in row.filters.items() if values}


@router.get("/segments", response={200: Page[SegmentOut], **RESPONSES})
def list_segments(request: SignedIn, query: Query[PageQuery]) -> Any:
    """Yours and the shared ones. Whom one holds: `GET /persons` with the same filters."""
    return page_of(segments().visible_to(request.user), query, order="id", serialise=list)


@router.post("/segments", response={201: SegmentOut, **RESPONSES})
def create_segment(request: SignedIn, payload: SegmentIn) -> Any:
    """Save filters under a name."""
    filters = _kept_filters(payload.filters)
    view = verbs.save_view(PEOPLE, by=request.user, name=payload.name, shared=payload.shared, filters=filters)
    return Status(201, view)


@router.patch("/segments/{segment_id}", response={200: SegmentOut, **RESPONSES})
def change_segment(request: SignedIn, segment_id: int, payload: SegmentPatch) -> Any:
    """Change your own segment; fields left out stay."""
    given = payload.dict(exclude_unset=True)
    if given.get("filters") is not None:
        given["filters"] = _kept_filters(given["filters"])
    return verbs.change_view(_own_segment(request, segment_id), by=request.user, **given)


@router.delete("/segments/{segment_id}", response={204: None, **RESPONSES})
def delete_segment(request: SignedIn, segment_id: int) -> Any:
    """Put your own segment in the bin."""
    verbs.delete_view(_own_segment(request, segment_id), by=request.user)
    return Status(204, None)


@router.post("/segments/{segment_id}/restorations", response={201: SegmentOut, **RESPONSES})
def restore_segment(request: SignedIn, segment_id: int) -> Any:
    """Take your own segment out of the bin."""
    segment = get_binned(segments(), request.user, pk=segment_id)
    return Status(201, verbs.restore_view(segment, by=request.user))


def _own_segment(request: SignedIn, segment_id: int) -> SavedView:
    """One's own: another's shared segment is used, not changed."""
    found: SavedView = get_visible(segments().filter(owner=request.user), request.user, pk=segment_id)
    return found


def _kept_filters(given: Mapping[str, str]) -> dict[str, list[str]]:
    """As a saved view keeps them; what filters nothing is left out. Raises DomainError when nothing is left."""
    params = params_of(PEOPLE, {name: [value.replace("\x00", "").strip()] for name, value in given.items()})
    state = read(PEOPLE, params)
    kept = {one.key for one in PEOPLE.all_filters().values() if one.key in state.criteria.values}
    filters = {name: values for name, values in state.filters.items() if name in kept}
    if not filters:
        words = _("Filter the contacts first: a segment of everybody says nothing.")
        raise DomainError("filters_missing", words, field="filters")
    return filters
