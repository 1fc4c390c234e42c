"""The registers over HTTP: references, competitors at work, sector notes, and the list of competitors.

No `from __future__ import annotations`: the four operations of each register are made by one function, whose
schemas must be real types.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import Http404
from ninja import Query, Router, Schema, Status
from pydantic import Field

from kameo.accounts.models import Account
from kameo.core.access import SignedIn, get_binned, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.amounts import Amount, AmountIn
from kameo.core.api.problem import RESPONSES
from kameo.registers.domain.competitors import add_competitor, change_competitor, remove_competitor
from kameo.registers.domain.lines import add_line, bin_line, change_line, restore_line
from kameo.registers.enums import AdvocacyKind, SectorNoteKind
from kameo.registers.models import Advocacy, Competitor, CompetitorPresence, SectorNote

MAX_AMOUNT = Decimal(10) ** 16
references = Router(tags=["references"])
presences = Router(tags=["competitors"])
notes = Router(tags=["sector notes"])
competitors = Router(tags=["competitors"])


class LineQuery(PageQuery):
    account_id: int | None = Field(None, ge=1, lt=2**63)


class AdvocacyOut(Schema):
    id: int
    account_id: int
    kind: AdvocacyKind
    on: date
    valid_until: date | None
    person: str
    text: str
    url: str
    benefits_id: int | None = Field(description="The account it brought, null where you may not see it.")
    business: Amount | None = Field(description="In the reporting currency; null: nobody wrote it down.")
    by_id: int | None
    at: datetime


class AdvocacyChange(Body):
    kind: AdvocacyKind = AdvocacyKind.PERMISSION
    on: date | None = None
    valid_until: date | None = None
    person: str = Field("", max_length=160)
    text: str = Field("", max_length=10_000)
    url: str = Field("", max_length=300)
    benefits_id: int | None = Field(None, ge=1, lt=2**63)
    business: AmountIn | None = Field(None, ge=0, lt=MAX_AMOUNT, decimal_places=2)


class AdvocacyIn(AdvocacyChange):
    account_id: int = Field(ge=1, lt=2**63)
    kind: AdvocacyKind


class PresenceOut(Schema):
    id: int
    account_id: int
    competitor_id: int
    product: str
    incumbent: bool
    contract_ends_on: date | None
    share: Amount | None = Field(description="Percent of what the entity buys of that product.")
    evidence: str
    by_id: int | None
    at: datetime


class PresenceChange(Body):
    competitor_id: int = Field(1, ge=1, lt=2**63)
    product: str = Field("", max_length=160)
    incumbent: bool = False
    contract_ends_on: date | None = None
    share: AmountIn | None = Field(None, ge=0, le=100, decimal_places=2)
    evidence: str = Field("", max_length=10_000)


class PresenceIn(PresenceChange):
    account_id: int = Field(ge=1, lt=2**63)
    competitor_id: int = Field(ge=1, lt=2**63)


class NoteOut(Schema):
    id: int
    account_id: int
    kind: SectorNoteKind
    on: date
    text: str
    source: str
    tags: list[str]
    by_id: int | None
    at: datetime


class NoteChange(Body):
    kind: SectorNoteKind = SectorNoteKind.MARKET
    on: date | None = None
    text: str = Field("", min_length=1, max_length=10_000)
    source: str = Field("", max_length=300)
    tags: list[str] = Field([], max_length=50)


class NoteIn(NoteChange):
    account_id: int = Field(ge=1, lt=2**63)
    kind: SectorNoteKind
    text: str = Field(min_length=1, max_length=10_000)


class CompetitorOut(Schema):
    id: int
    name: str
    website: str
    note: str


class CompetitorChange(Body):
    name: str = Field("", min_length=1, max_length=160)
    website: str = Field("", max_length=300)
    note: str = Field("", max_length=10_000)


class CompetitorIn(CompetitorChange):
    name: str = Field(min_length=1, max_length=160)


class CompetitorQuery(PageQuery):
    pass


def _hide_unseen_accounts(rows: list[Any], user: Any) -> list[Any]:
    """An account that the reader may not see has no number for him either."""
    named = {row.benefits_id for row in rows if getattr(row, "benefits_id", None)}
    if named:
        seen = set(Account.objects.visible_to(user).filter(pk__in=named).values_list("pk", flat=True))
        for row in rows:
            row.benefits_id = row.benefits_id if row.benefits_id in seen else None
    return rows


def _verb_fields(payload: Body, user: Any) -> dict[str, Any]:
    """The verb's fields: rows instead of their numbers, 404 for what the user may not see."""
    given = payload.given()
    given.pop("account_id", None)
    if "benefits_id" in given:
        pk = given.pop("benefits_id")
        given["benefits"] = get_visible(Account.objects, user, pk=pk) if pk else None
    if "competitor_id" in given:
        given["competitor"] = _competitor(int(str(given.pop("competitor_id"))))
    return given


def _competitor(pk: int) -> Competitor:
    """The competitor; every signed-in user reads the company's list."""
    found = Competitor.objects.filter(pk=pk).first()
    if found is None:
        raise Http404("no Competitor")
    return found


def _install(router: Router, model: Any, out: Any, given: Any, change: Any, order: str, noun: str) -> None:
    """The operations of one register: list, add, read, change, bin, restore."""

    def one(request: SignedIn, line_id: int) -> Any:
        return get_visible(model.objects.select_related("account"), request.user, pk=line_id)

    def list_lines(request: SignedIn, query: Query[LineQuery]) -> Any:
        rows = model.objects.visible_to(request.user)
        if query.account_id:
            rows = rows.filter(account_id=query.account_id)
        return page_of(rows, query, order=order, serialise=lambda found: _hide_unseen_accounts(found, request.user))

    def add(request: SignedIn, payload: given) -> Any:
        account = get_visible(Account.objects, request.user, pk=payload.account_id)
        row = add_line(account, model, by=request.user, **_verb_fields(payload, request.user))
        return Status(201, _hide_unseen_accounts([row], request.user)[0])

    def read(request: SignedIn, line_id: int) -> Any:
        return _hide_unseen_accounts([one(request, line_id)], request.user)[0]

    def alter(request: SignedIn, line_id: int, payload: change) -> Any:
        row = change_line(one(request, line_id), by=request.user, **_verb_fields(payload, request.user))
        return _hide_unseen_accounts([row], request.user)[0]

    def remove(request: SignedIn, line_id: int) -> Any:
        bin_line(one(request, line_id), by=request.user)
        return Status(204, None)

    def restore(request: SignedIn, line_id: int) -> Any:
        row = get_binned(model.objects.select_related("account"), request.user, pk=line_id)
        return Status(201, _hide_unseen_accounts([restore_line(row, by=request.user)], request.user)[0])

    install: list[tuple[Any, ...]] = [
        (router.get, "", 200, Page[out], list_lines, "list", "The lines you may see, the latest first."),
        (router.post, "", 201, out, add, "add", "A new line on an account."),
        (router.get, "/{line_id}", 200, out, read, "read", "One line."),
        (router.patch, "/{line_id}", 200, out, alter, "change", "Change what is given, and nothing else."),
        (router.delete, "/{line_id}", 204, None, remove, "bin", "Into the bin."),
        (router.post, "/{line_id}/restorations", 201, out, restore, "restore", "Out of the bin."),
    ]
    for register, path, status, answer, view, verb, words in install:
        register(path, response={status: answer, **RESPONSES}, operation_id=f"{noun}_{verb}", summary=words)(view)


_install(references, Advocacy, AdvocacyOut, AdvocacyIn, AdvocacyChange, "-on", "reference")
_install(presences, CompetitorPresence, PresenceOut, PresenceIn, PresenceChange, "id", "presence")
_install(notes, SectorNote, NoteOut, NoteIn, NoteChange, "-on", "sector_note")


@competitors.get("", response={200: Page[CompetitorOut], **RESPONSES})
def list_competitors(request: SignedIn, query: Query[CompetitorQuery]) -> Any:
    """The company's list, by name."""
    return page_of(Competitor.objects.all(), query, order="sort_name", serialise=list)


@competitors.post("", response={201: CompetitorOut, **RESPONSES})
def add_one_competitor(request: SignedIn, payload: CompetitorIn) -> Any:
    """A new competitor; one that is known already, accents and case aside, is refused."""
    return Status(201, add_competitor(by=request.user, **payload.given()))


@competitors.patch("/{competitor_id}", response={200: CompetitorOut, **RESPONSES})
def change_one_competitor(request: SignedIn, competitor_id: int, payload: CompetitorChange) -> Any:
    """Rename it or change what we know of it: every account follows."""
    return change_competitor(_competitor(competitor_id), by=request.user, **payload.given())


@competitors.delete("/{competitor_id}", response={204: None, **RESPONSES})
def remove_one_competitor(request: SignedIn, competitor_id: int) -> Any:
    """Out of the list; refused while an account names it."""
    remove_competitor(_competitor(competitor_id), by=request.user)
    return Status(204, None)


router = Router()
router.add_router("/references", references)
router.add_router("/competitors", competitors)
router.add_router("/competitor-presences", presences)
router.add_router("/sector-notes", notes)
