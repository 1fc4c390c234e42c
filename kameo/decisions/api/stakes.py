"""Ratings, what they rest on, and the lines between people, over HTTP."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from ninja import Query, Router, Status
from pydantic import Field

from kameo.contacts.models import Person
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import Page, PageQuery, page_of
from kameo.core.api.problem import RESPONSES
from kameo.decisions import domain
from kameo.decisions.api.map_schemas import (
    EvidenceIn,
    EvidenceOut,
    InfluenceLinkIn,
    InfluenceLinkOut,
    LinkFields,
    RatingFields,
    StakeIn,
    StakeOut,
)
from kameo.decisions.models import DecisionMap, Evidence, InfluenceLink, Stake
from kameo.people.models import User

router = Router(tags=["decision maps"])


class StakeQuery(PageQuery):
    map_id: int | None = Field(None, ge=1, lt=2**63)
    person_id: int | None = Field(None, ge=1, lt=2**63)


class LinkQuery(PageQuery):
    map_id: int | None = Field(None, ge=1, lt=2**63)


def _stake(user: User, stake_id: int) -> Stake:
    found: Stake = get_visible(Stake.objects.select_related("map__account", "person"), user, pk=stake_id)
    return found


def _link(user: User, link_id: int) -> InfluenceLink:
    found: InfluenceLink = get_visible(InfluenceLink.objects.select_related("map__account"), user, pk=link_id)
    return found


def _evidence(user: User, evidence_id: int) -> Evidence:
    found: Evidence = get_visible(Evidence.objects.select_related("stake__map__account"), user, pk=evidence_id)
    return found


def _ratings(payload: RatingFields) -> dict[str, Any]:
    given = {name: value for name, value in payload.given().items() if name not in {"map_id", "person_id"}}
    if "owner_id" in given:
        given["owner"] = given.pop("owner_id")
    if "evidence" in given:
        given["evidence"] = [one.proof() for one in payload.evidence]
    return given


def _link_out(row: InfluenceLink) -> dict[str, Any]:
    return {
        "id": row.pk,
        "source_stake_id": row.source_id,
        "target_stake_id": row.target_id,
        "kind": row.kind,
        "label": row.label,
    }


@router.get("/stakes", response={200: Page[StakeOut], **RESPONSES})
def list_stakes(request: SignedIn, query: Query[StakeQuery]) -> Any:
    """Who is rated on the maps that you see."""
    rows = Stake.objects.visible_to(request.user)
    asked = {"map_id": query.map_id, "person_id": query.person_id}
    return page_of(rows.filter(**{name: pk for name, pk in asked.items() if pk}), query, serialise=list)


@router.post("/stakes", response={201: StakeOut, **RESPONSES})
def put_on_map(request: SignedIn, payload: StakeIn) -> Any:
    """Somebody takes part in the decision; whoever was taken off comes back with what was known of them."""
    user = request.user
    place = get_visible(DecisionMap.objects.select_related("account"), user, pk=payload.map_id)
    person = get_visible(Person.objects, user, pk=payload.person_id)
    return Status(201, domain.put_on_map(place, person=person, by=user, **_ratings(payload)))


@router.get("/stakes/{stake_id}", response={200: StakeOut, **RESPONSES})
def read_stake(request: SignedIn, stake_id: int) -> Any:
    """What one person is rated on one map."""
    return _stake(request.user, stake_id)


@router.patch("/stakes/{stake_id}", response={200: StakeOut, **RESPONSES})
def change_stake(request: SignedIn, stake_id: int, payload: RatingFields) -> Any:
    """Change the ratings that are given, with what they rest on; a list that is given replaces the former one."""
    user = request.user
    return domain.change_stake(_stake(user, stake_id), by=user, **_ratings(payload))


@router.delete("/stakes/{stake_id}", response={204: None, **RESPONSES})
def take_off_map(request: SignedIn, stake_id: int) -> Any:
    """Off the map: `POST …/restorations` puts them back as they were."""
    user = request.user
    domain.take_off_map(_stake(user, stake_id), by=user)
    return Status(204, None)


@router.post("/stakes/{stake_id}/restorations", response={201: StakeOut, **RESPONSES})
def put_back(request: SignedIn, stake_id: int) -> Any:
    """Back on the map, as they were."""
    user = request.user
    rows = Stake.objects.reachable_by(user).select_related("map__account", "person")
    row = rows.filter(pk=stake_id, removed_at__isnull=False).first()
    if row is None:
        raise Http404("no such stake off a map")
    domain.put_back(row, by=user)
    return Status(201, row)


@router.get("/stakes/{stake_id}/evidence", response={200: list[EvidenceOut], **RESPONSES})
def list_evidence(request: SignedIn, stake_id: int) -> Any:
    """What the ratings rest on, the latest first, withdrawn pieces included."""
    return list(Evidence.objects.filter(stake=_stake(request.user, stake_id)))


@router.post("/stakes/{stake_id}/evidence", response={201: EvidenceOut, **RESPONSES})
def add_evidence(request: SignedIn, stake_id: int, payload: EvidenceIn) -> Any:
    """One more piece; it may speak for another value than the one rated, which the map then says."""
    user = request.user
    stake = _stake(user, stake_id)
    domain.change_stake(stake, by=user, evidence=[payload.proof()])
    return Status(201, stake.evidence.order_by("-pk").first())


@router.delete("/evidence/{evidence_id}", response={204: None, **RESPONSES})
def withdraw_evidence(request: SignedIn, evidence_id: int) -> Any:
    """It supports nothing any more; `POST …/restorations` gives it back."""
    user = request.user
    domain.withdraw_evidence(_evidence(user, evidence_id), by=user)
    return Status(204, None)


@router.post("/evidence/{evidence_id}/restorations", response={201: EvidenceOut, **RESPONSES})
def give_back_evidence(request: SignedIn, evidence_id: int) -> Any:
    """It counts again."""
    user = request.user
    row = _evidence(user, evidence_id)
    domain.give_back_evidence(row, by=user)
    return Status(201, row)


@router.get("/influence-links", response={200: Page[InfluenceLinkOut], **RESPONSES})
def list_links(request: SignedIn, query: Query[LinkQuery]) -> Any:
    """The lines of the maps that you see."""
    rows = InfluenceLink.objects.visible_to(request.user)
    if query.map_id:
        rows = rows.filter(map_id=query.map_id)
    return page_of(rows, query, serialise=lambda found: [_link_out(row) for row in found])


@router.post("/influence-links", response={201: InfluenceLinkOut, **RESPONSES})
def draw_link(request: SignedIn, payload: InfluenceLinkIn) -> Any:
    """A line from one person of a map to another."""
    user = request.user
    place = get_visible(DecisionMap.objects.select_related("account"), user, pk=payload.map_id)
    source, target = _stake(user, payload.source_stake_id), _stake(user, payload.target_stake_id)
    row = domain.draw_link(place, source=source, target=target, kind=payload.kind, by=user, label=payload.label)
    return Status(201, _link_out(row))


@router.patch("/influence-links/{link_id}", response={200: InfluenceLinkOut, **RESPONSES})
def change_link(request: SignedIn, link_id: int, payload: LinkFields) -> Any:
    """Another kind, other words, or the other way round."""
    user = request.user
    row = domain.change_link(
        _link(user, link_id), by=user, kind=payload.kind, label=payload.label, turned=payload.turned
    )
    return _link_out(row)


@router.delete("/influence-links/{link_id}", response={204: None, **RESPONSES})
def remove_link(request: SignedIn, link_id: int) -> Any:
    """Off the drawing; draw it again to undo."""
    user = request.user
    domain.remove_link(_link(user, link_id), by=user)
    return Status(204, None)
