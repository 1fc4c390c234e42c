"""People who may be one, and merges, over HTTP: what the pages do, with the same rights."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Query as Read
from ninja import Router, Schema, Status
from pydantic import Field

from kameo.contacts import domain
from kameo.contacts.models import Person, PersonMerge
from kameo.contacts.queries import twins
from kameo.core.access import SignedIn, get_visible
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


def _person(request: SignedIn, person_id: int) -> Person:
    found: Person = get_visible(Person.objects, request.user, pk=person_id)
    return found
