"""The editable lists of the decision map and the argument library over HTTP."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status
from pydantic import Field

from kameo.contacts.models import Person
from kameo.core.access import SignedIn, get_visible
from kameo.core.api import Query as Parameters
from kameo.core.api.problem import RESPONSES
from kameo.decisions import domain
from kameo.decisions.api.map_schemas import (
    ArgumentFields,
    ArgumentOut,
    CommitteePlaceOut,
    PlaceFields,
    SuggestionOut,
    TermFields,
    TermIn,
    TermOut,
)
from kameo.decisions.arguments.library import argument_text
from kameo.decisions.enums import TermList
from kameo.decisions.models import Argument, Seat, Term
from kameo.decisions.queries.arguments import arguments_for
from kameo.decisions.terms.words import seat_name, term_name

router = Router(tags=["decision lists"])


class TermQuery(Parameters):
    list: TermList | None = Field(None, description="Roles, motivations or topics; all when null.")


def _term_out(row: Term) -> dict[str, Any]:
    plain = {name: getattr(row, name) for name in ("id", "list", "code", "decides", "rank", "retired_at")}
    return plain | {"name": term_name(row)}


def _seat_out(row: Seat) -> dict[str, Any]:
    names = ("id", "code", "role", "family", "stance", "influence", "rank", "retired_at")
    return {name: getattr(row, name) for name in names} | {"name": seat_name(row)}


def _argument_out(row: Argument) -> dict[str, Any]:
    plain = {name: getattr(row, name) for name in ("id", "role", "motivation", "family", "retired_at")}
    return plain | {name: argument_text(row, name) for name in ("title", "text", "proof")}


def _null_as_empty(given: dict[str, Any]) -> dict[str, Any]:
    """Null as empty: nothing chosen."""
    return {name: "" if value is None else value for name, value in given.items()}


@router.get("/decision-terms", response={200: list[TermOut], **RESPONSES})
def list_terms(request: SignedIn, query: Query[TermQuery]) -> Any:
    """The words of the lists, in their order, retired ones too."""
    rows = Term.objects.all() if query.list is None else Term.objects.filter(list=query.list)
    return [_term_out(row) for row in rows]


@router.post("/decision-terms", response={201: TermOut, **RESPONSES})
def add_term(request: SignedIn, payload: TermIn) -> Any:
    """A word more; one of that name that is there already is given back. Topics may be added by whoever rates."""
    user = request.user
    return Status(201, _term_out(domain.save_term(by=user, **payload.model_dump())))


@router.patch("/decision-terms/{term_id}", response={200: TermOut, **RESPONSES})
def change_term(request: SignedIn, term_id: int, payload: TermFields) -> Any:
    """Rename it, or say whether the role decides. Its code stays."""
    row = get_object_or_404(Term, pk=term_id)
    by = request.user
    return _term_out(domain.save_term(by=by, list=row.list, term=row, name=payload.name, decides=payload.decides))


@router.delete("/decision-terms/{term_id}", response={204: None, **RESPONSES})
def retire_term(request: SignedIn, term_id: int) -> Any:
    """Offered no more; whoever carries it keeps it."""
    domain.retire_term(get_object_or_404(Term, pk=term_id), by=request.user)
    return Status(204, None)


@router.post("/decision-terms/{term_id}/restorations", response={201: TermOut, **RESPONSES})
def restore_term(request: SignedIn, term_id: int) -> Any:
    """Offered again."""
    row = get_object_or_404(Term, pk=term_id)
    domain.restore_term(row, by=request.user)
    return Status(201, _term_out(row))


@router.get("/committee-places", response={200: list[CommitteePlaceOut], **RESPONSES})
def list_places(request: SignedIn) -> Any:
    """The places that every committee is expected to have, in their order."""
    return [_seat_out(row) for row in Seat.objects.all()]


@router.post("/committee-places", response={201: CommitteePlaceOut, **RESPONSES})
def add_place(request: SignedIn, payload: PlaceFields) -> Any:
    """A place more: taken by a role, a function or a position, whichever are given."""
    user = request.user
    return Status(201, _seat_out(domain.save_seat(by=user, **_null_as_empty(payload.model_dump()))))


@router.patch("/committee-places/{place_id}", response={200: CommitteePlaceOut, **RESPONSES})
def change_place(request: SignedIn, place_id: int, payload: PlaceFields) -> Any:
    """Change what is given, and nothing else."""
    row = get_object_or_404(Seat, pk=place_id)
    return _seat_out(domain.save_seat(by=request.user, seat=row, **_null_as_empty(payload.given())))


@router.delete("/committee-places/{place_id}", response={204: None, **RESPONSES})
def retire_place(request: SignedIn, place_id: int) -> Any:
    """Expected no more."""
    domain.retire_seat(get_object_or_404(Seat, pk=place_id), by=request.user)
    return Status(204, None)


@router.post("/committee-places/{place_id}/restorations", response={201: CommitteePlaceOut, **RESPONSES})
def restore_place(request: SignedIn, place_id: int) -> Any:
    """Expected again."""
    row = get_object_or_404(Seat, pk=place_id)
    domain.restore_seat(row, by=request.user)
    return Status(201, _seat_out(row))


@router.get("/arguments", response={200: list[ArgumentOut], **RESPONSES})
def list_arguments(request: SignedIn) -> Any:
    """The library, retired arguments too."""
    return [_argument_out(row) for row in Argument.objects.order_by("id")]


@router.post("/arguments", response={201: ArgumentOut, **RESPONSES})
def add_argument(request: SignedIn, payload: ArgumentFields) -> Any:
    """What to say to whoever has a role, a motivation or a function; an empty key suits everybody."""
    user = request.user
    return Status(201, _argument_out(domain.save_argument(by=user, **_null_as_empty(payload.model_dump()))))


@router.patch("/arguments/{argument_id}", response={200: ArgumentOut, **RESPONSES})
def change_argument(request: SignedIn, argument_id: int, payload: ArgumentFields) -> Any:
    """Change what is given, and nothing else."""
    row = get_object_or_404(Argument, pk=argument_id)
    by = request.user
    return _argument_out(domain.save_argument(by=by, argument=row, **_null_as_empty(payload.given())))


@router.delete("/arguments/{argument_id}", response={204: None, **RESPONSES})
def retire_argument(request: SignedIn, argument_id: int) -> Any:
    """Suggested no more."""
    domain.retire_argument(get_object_or_404(Argument, pk=argument_id), by=request.user)
    return Status(204, None)


@router.post("/arguments/{argument_id}/restorations", response={201: ArgumentOut, **RESPONSES})
def restore_argument(request: SignedIn, argument_id: int) -> Any:
    """Suggested again."""
    row = get_object_or_404(Argument, pk=argument_id)
    domain.restore_argument(row, by=request.user)
    return Status(201, _argument_out(row))


@router.get("/persons/{person_id}/arguments", response={200: list[SuggestionOut], **RESPONSES})
def suggest_arguments(request: SignedIn, person_id: int) -> Any:
    """The arguments that suit somebody, the fittest first, with the reason (R64)."""
    user = request.user
    return arguments_for(get_visible(Person.objects, user, pk=person_id), user)
