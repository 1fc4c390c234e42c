"""Committees, the formal circuit and introductions over HTTP: the same verbs as the pages (R27, R71, R76)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Router, Schema, Status
from pydantic import Field

from kameo.accounts.models import Account
from kameo.contacts.models import Person
from kameo.core.access import SignedIn, get_binned, get_visible
from kameo.core.api import Body
from kameo.core.api.problem import RESPONSES
from kameo.decisions import domain
from kameo.decisions.enums import CommitteeKind
from kameo.decisions.models import Committee, CommitteeMember, DecisionMap, DecisionStep
from kameo.decisions.queries.circuit import read_circuit, read_committee
from kameo.decisions.records import COMMITTEES
from kameo.people.models import User as Colleague

router = Router(tags=["decision circuit"])


class CommitteeMemberOut(Schema):
    """Somebody who sits in a committee; contacts are null while nobody of ours exchanged with them."""

    id: int | None = Field(description="Of the membership.", alias="member_id")
    person_id: int = Field(alias="id")
    name: str
    part: str
    title: str
    last_contact_at: datetime | None
    last_from_them_at: datetime | None


class CommitteeOut(Schema):
    """Entities and members that you may not see are counted, not named."""

    id: int
    account_id: int | None = Field(description="Null for an account that you do not see.")
    name: str
    kind: CommitteeKind
    meets: str
    note: str
    serves_ids: list[int]
    serves_hidden: int
    members: list[CommitteeMemberOut]
    members_hidden: int

    @staticmethod
    def resolve_account_id(row: Any) -> int | None:
        return row.account_id if row.account_name else None

    @staticmethod
    def resolve_serves_ids(row: Any) -> list[int]:
        return [pk for pk, _name in row.serves]


class CircuitStepOut(Schema):
    """A step, in order. `hidden`: somebody decides it whom you may not see."""

    id: int
    rank: int
    name: str
    committee_id: int | None
    person_id: int | None
    hidden: bool
    days: int | None
    note: str
    ends_on: date | None = Field(description="If the circuit started today; null after an unknown duration.")

    @staticmethod
    def resolve_committee_id(row: Any) -> int | None:
        return row.body.id if row.body else None

    @staticmethod
    def resolve_person_id(row: Any) -> int | None:
        return row.person.id if row.person else None


class CircuitOut(Schema):
    """How the account decides. `total_days` is null while a step has no duration."""

    map_id: int | None
    steps: list[CircuitStepOut]
    total_days: int | None = Field(alias="total")
    unknown: int = Field(description="Steps without a duration.")
    budget_opens_on: date | None
    budget_closes_on: date | None
    latest_start: date | None = Field(description="The last day on which to start and end before the budget closes.")
    tender: str

    @staticmethod
    def resolve_map_id(row: Any) -> int | None:
        return row.map.pk if row.map else None

    @staticmethod
    def resolve_budget_opens_on(row: Any) -> date | None:
        return row.budget.opens_on if row.budget else None

    @staticmethod
    def resolve_budget_closes_on(row: Any) -> date | None:
        return row.budget.closes_on if row.budget else None

    @staticmethod
    def resolve_tender(row: Any) -> str:
        return row.map.tender if row.map else ""


class CommitteeFields(Body):
    name: str = Field("", max_length=120)
    kind: CommitteeKind = CommitteeKind.COMMITTEE
    meets: str = Field("", max_length=120)
    note: str = Field("", max_length=100_000)
    serves_ids: list[int] = Field([], max_length=500)


class SeatIn(Body):
    person_id: int = Field(ge=1, lt=2**63)
    part: str = Field("", max_length=80)


class StepFields(Body):
    name: str = Field("", max_length=120)
    committee_id: int | None = Field(None, ge=1, lt=2**63)
    person_id: int | None = Field(None, ge=1, lt=2**63)
    days: int | None = Field(None, ge=0, le=1830)
    note: str = Field("", max_length=100_000)


class StepIn(StepFields):
    rank: int | None = Field(None, ge=0, le=10_000, description="0 is the first; null: the last.")


class StepMoveIn(Body):
    to: int = Field(ge=0, le=10_000)


def _committee(user: Colleague, committee_id: int) -> Committee:
    found: Committee = get_visible(Committee.objects.select_related("account"), user, pk=committee_id)
    return found


def _committee_out(user: Colleague, committee_id: int) -> Any:
    return read_committee(_committee(user, committee_id), user)


def _committee_values(user: Colleague, given: dict[str, Any]) -> dict[str, Any]:
    values = dict(given)
    if "serves_ids" in values:
        values["serves"] = [get_visible(Account.objects, user, pk=pk) for pk in values.pop("serves_ids")]
    return values


def _step(user: Colleague, step_id: int) -> DecisionStep:
    rows = DecisionStep.objects.select_related("map__account", "committee", "person")
    found: DecisionStep = get_visible(rows, user, pk=step_id)
    return found


def _step_values(user: Colleague, given: dict[str, Any]) -> dict[str, Any]:
    values = dict(given)
    for name, rows in (("committee", Committee.objects), ("person", Person.objects)):
        if f"{name}_id" in values:
            pk = values.pop(f"{name}_id")
            values[name] = None if pk is None else get_visible(rows, user, pk=pk)
    return values


def _circuit(user: Colleague, decision_map: DecisionMap) -> Any:
    return read_circuit(decision_map.account, user, decision_map)


@router.get("/accounts/{account_id}/circuit", response={200: CircuitOut, **RESPONSES})
def read_formal_circuit(request: SignedIn, account_id: int) -> Any:
    """Of the account's main map."""
    account = get_visible(Account.objects, request.user, pk=account_id)
    decision_map = DecisionMap.objects.filter(account=account, main=True, binned_at=None).first()
    return read_circuit(account, request.user, decision_map)


@router.get("/accounts/{account_id}/committees", response={200: list[CommitteeOut], **RESPONSES})
def list_committees(request: SignedIn, account_id: int) -> Any:
    """Those of the account, of what hangs above or below it, and those that serve one of these."""
    account = get_visible(Account.objects, request.user, pk=account_id)
    return read_circuit(account, request.user, None).bodies


@router.post("/accounts/{account_id}/committees", response={201: CommitteeOut, **RESPONSES})
def create_committee(request: SignedIn, account_id: int, payload: CommitteeFields) -> Any:
    """A committee or a central purchasing body."""
    user = request.user
    account = get_visible(Account.objects, user, pk=account_id)
    made = domain.create_committee(account=account, by=user, **_committee_values(user, payload.model_dump()))
    return Status(201, _committee_out(user, made.pk))


@router.get("/committees/{committee_id}", response={200: CommitteeOut, **RESPONSES})
def read_one_committee(request: SignedIn, committee_id: int) -> Any:
    """One committee."""
    return _committee_out(request.user, committee_id)


@router.patch("/committees/{committee_id}", response={200: CommitteeOut, **RESPONSES})
def change_committee(request: SignedIn, committee_id: int, payload: CommitteeFields) -> Any:
    """Change what is given; `serves_ids` replaces the entities that you see."""
    user = request.user
    values = _committee_values(user, payload.given())
    COMMITTEES.change(_committee(user, committee_id), by=user, **values)
    return _committee_out(user, committee_id)


@router.delete("/committees/{committee_id}", response={204: None, **RESPONSES})
def bin_committee(request: SignedIn, committee_id: int) -> Any:
    """Into the bin: `POST …/restorations` brings it back."""
    COMMITTEES.bin(_committee(request.user, committee_id), by=request.user)
    return Status(204, None)


@router.post("/committees/{committee_id}/restorations", response={201: CommitteeOut, **RESPONSES})
def restore_committee(request: SignedIn, committee_id: int) -> Any:
    """Out of the bin, as it was."""
    user = request.user
    row = get_binned(Committee.objects.select_related("account"), user, pk=committee_id)
    COMMITTEES.restore(row, by=user)
    return Status(201, _committee_out(user, committee_id))


@router.post("/committees/{committee_id}/members", response={201: CommitteeOut, **RESPONSES})
def seat_member(request: SignedIn, committee_id: int, payload: SeatIn) -> Any:
    """Somebody sits there; for somebody who does already, another part."""
    user = request.user
    person = get_visible(Person.objects, user, pk=payload.person_id)
    domain.seat_member(_committee(user, committee_id), person=person, by=user, part=payload.part)
    return Status(201, _committee_out(user, committee_id))


@router.delete("/committees/{committee_id}/members/{person_id}", response={204: None, **RESPONSES})
def unseat_member(request: SignedIn, committee_id: int, person_id: int) -> Any:
    """They sit there no more."""
    user = request.user
    get_visible(Person.objects, user, pk=person_id)
    rows = CommitteeMember.objects.filter(committee_id=committee_id)
    member = get_visible(rows.select_related("committee__account", "person"), user, person_id=person_id)
    domain.unseat_member(member, by=user)
    return Status(204, None)


@router.post("/maps/{map_id}/steps", response={201: CircuitOut, **RESPONSES})
def add_step(request: SignedIn, map_id: int, payload: StepIn) -> Any:
    """One more step, at the end or at `rank`; answers the whole circuit."""
    user = request.user
    chart = get_visible(DecisionMap.objects.select_related("account"), user, pk=map_id)
    domain.add_step(chart, by=user, **_step_values(user, payload.model_dump()))
    return Status(201, _circuit(user, chart))


@router.patch("/steps/{step_id}", response={200: CircuitOut, **RESPONSES})
def change_step(request: SignedIn, step_id: int, payload: StepFields) -> Any:
    """Change what is given, and nothing else."""
    user = request.user
    step = domain.change_step(_step(user, step_id), by=user, **_step_values(user, payload.given()))
    return _circuit(user, step.map)


@router.post("/steps/{step_id}/moves", response={201: CircuitOut, **RESPONSES})
def move_step(request: SignedIn, step_id: int, payload: StepMoveIn) -> Any:
    """To another place in the circuit."""
    user = request.user
    step = domain.move_step(_step(user, step_id), by=user, to=payload.to)
    return Status(201, _circuit(user, step.map))


@router.delete("/steps/{step_id}", response={204: None, **RESPONSES})
def remove_step(request: SignedIn, step_id: int) -> Any:
    """Out of the circuit."""
    domain.remove_step(_step(request.user, step_id), by=request.user)
    return Status(204, None)
