"""People who may be one, merges and segments over HTTP: what the pages do, with the same rights."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Query as Read
from ninja import Router, Schema, Status
from pydantic import Field

from kameo.contacts import domain
from kameo.contacts.models import Person, PersonMerge, Segment
from kameo.contacts.queries import twins
from kameo.core.access import SignedIn, get_binned, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.pages import PageCursor
from kameo.core.api.problem import RESPONSES

router = Router(by_alias=True)
PAIRS = PageCursor("-score")


class Somebody(Schema):
    id: int
    full_name: str


class PersonPairOut(Schema):
    """Two people who may be one; `score` out of 100."""

    first: Somebody
    second: Somebody
    score: int
    reasons: list[str] = Field(description="same_name, name, email, phone, group.")


class PersonPairIn(Body):
    first_id: int = Field(ge=1, lt=2**63)
    second_id: int = Field(ge=1, lt=2**63)


class PersonDifferenceOut(Schema):
    id: int
    first_id: int
    second_id: int
    at: datetime


class PersonMergeIn(Body):
    kept_id: int = Field(ge=1, lt=2**63)
    absorbed_id: int = Field(ge=1, lt=2**63)
    choices: dict[str, str] = Field(
        {}, description="name, salutation, language, time_zone, photo, note → kept or absorbed (note: both too)."
    )


class PersonMergeOut(Schema):
    id: int
    kept_id: int
    absorbed_id: int
    choices: dict[str, str]
    by_id: int | None
    at: datetime
    undoable_until: date
    undone_at: datetime | None


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


@router.get("/persons-duplicates", response={200: Page[PersonPairOut], **RESPONSES}, tags=["person merges"])
def list_person_duplicates(request: SignedIn, query: Read[PageQuery]) -> Any:
    """Pairs of people who may be the same, of those you see and may change, the surest first."""
    place = PAIRS.decode(query.cursor) if query.cursor else []
    pairs, after = twins.pairs_for(request.user, after="_".join(map(str, place)), limit=query.limit)
    following = [int(part) for part in after.split("_")] if after else None
    return {"items": pairs, "next": PAIRS.encode(following) if following else None}


@router.post(
    "/persons-duplicates/differences", response={201: PersonDifferenceOut, **RESPONSES}, tags=["person merges"]
)
def tell_persons_apart(request: SignedIn, payload: PersonPairIn) -> Any:
    """These two are different people: they are proposed no more."""
    one, other = (_person(request, pk) for pk in (payload.first_id, payload.second_id))
    return Status(201, domain.tell_persons_apart(one, other, by=request.user))


@router.get("/person-merges", response={200: Page[PersonMergeOut], **RESPONSES}, tags=["person merges"])
def list_person_merges(request: SignedIn, query: Read[PageQuery]) -> Any:
    """Merges into people that you see, the latest first."""
    return page_of(PersonMerge.objects.visible_to(request.user), query, order="-id", serialise=list)


@router.post("/person-merges", response={201: PersonMergeOut, **RESPONSES}, tags=["person merges"])
def merge_persons(request: SignedIn, payload: PersonMergeIn) -> Any:
    """The absorbed person becomes the kept one; undoable until `undoable_until`."""
    kept, absorbed = (_person(request, pk) for pk in (payload.kept_id, payload.absorbed_id))
    return Status(201, domain.merge_persons(kept, absorbed, by=request.user, choices=payload.choices))


@router.post("/person-merges/{merge_id}/undo", response={200: PersonMergeOut, **RESPONSES}, tags=["person merges"])
def undo_person_merge(request: SignedIn, merge_id: int) -> Any:
    """Both people as they were; what was added since stays with the kept one."""
    rows = PersonMerge.objects.select_related("kept", "absorbed")
    merge = get_visible(rows, request.user, pk=merge_id)
    domain.undo_person_merge(merge, by=request.user)
    merge.refresh_from_db()
    return merge


@router.get("/segments", response={200: Page[SegmentOut], **RESPONSES}, tags=["segments"])
def list_segments(request: SignedIn, query: Read[PageQuery]) -> Any:
    """Yours and the shared ones. Whom one holds: `GET /persons` with the same filters."""
    return page_of(Segment.objects.visible_to(request.user), query, order="id", serialise=list)


@router.post("/segments", response={201: SegmentOut, **RESPONSES}, tags=["segments"])
def create_segment(request: SignedIn, payload: SegmentIn) -> Any:
    """Save filters under a name."""
    return Status(201, domain.save_segment(by=request.user, **payload.dict()))


@router.patch("/segments/{segment_id}", response={200: SegmentOut, **RESPONSES}, tags=["segments"])
def change_segment(request: SignedIn, segment_id: int, payload: SegmentPatch) -> Any:
    """Change your own segment; fields left out stay."""
    segment = _own(request, segment_id)
    return domain.change_segment(segment, by=request.user, **payload.dict(exclude_unset=True))


@router.delete("/segments/{segment_id}", response={204: None, **RESPONSES}, tags=["segments"])
def delete_segment(request: SignedIn, segment_id: int) -> Any:
    """Put your own segment in the bin."""
    domain.bin_segment(_own(request, segment_id), by=request.user)
    return Status(204, None)


@router.post("/segments/{segment_id}/restorations", response={201: SegmentOut, **RESPONSES}, tags=["segments"])
def restore_segment(request: SignedIn, segment_id: int) -> Any:
    """Take your own segment out of the bin."""
    segment = get_binned(Segment.objects, request.user, pk=segment_id)
    domain.restore_segment(segment, by=request.user)
    return Status(201, segment)


def _person(request: SignedIn, person_id: int) -> Person:
    found: Person = get_visible(Person.objects, request.user, pk=person_id)
    return found


def _own(request: SignedIn, segment_id: int) -> Segment:
    found: Segment = get_visible(Segment.objects.filter(owner=request.user), request.user, pk=segment_id)
    return found
