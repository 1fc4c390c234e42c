"""People and positions over HTTP: the same verbs as the pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Query, Router, Schema, Status
from pydantic import Field

from kameo.accounts.models import Account
from kameo.contacts import domain
from kameo.contacts.enums import EmailKind, EndReason, Family, LinkKind, PersonKind, PhoneKind, Salutation, Seniority
from kameo.contacts.lists import PEOPLE, people_in, segments
from kameo.contacts.models import Person, Position
from kameo.core.access import SignedIn, get_binned, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.amounts import Amount
from kameo.core.api.problem import RESPONSES
from kameo.core.customfields.values import own_given, own_told
from kameo.core.lists import matching
from kameo.core.lists.api.asked import criteria_from, filters_schema
from kameo.core.records.schemas import CustomGiven
from kameo.core.text import fold
from kameo.people.models import User

router = Router(tags=["persons"])


class EmailOut(Schema):
    address: str
    kind: EmailKind


class PhoneOut(Schema):
    number: str = Field(description="E.164.")
    extension: str
    kind: PhoneKind


class WebLinkOut(Schema):
    url: str
    kind: LinkKind


class PositionOut(Schema):
    """A post; `ends_on` is the first day it is no longer held. Only those at accounts that you see are given."""

    id: int
    person_id: int
    account_id: int
    title: str
    family: Family | str = Field(description="Empty when not known.")
    level: Seniority | str = Field(description="Empty when not known.")
    department: str
    office: str
    starts_on: date | None
    ends_on: date | None
    end_reason: EndReason | str
    reports_to_id: int | None
    matrix_to_id: int | None


class PersonOut(Schema):
    id: int
    kind: PersonKind
    salutation: Salutation | str = Field(description="Empty when not known.")
    first_name: str
    last_name: str
    label: str = Field(description="The role to identify, when nobody is known yet.")
    language: str
    time_zone: str = Field(description="Name of a zone (Europe/Paris); empty when not known.")
    note: str
    custom: dict[str, Any] = Field(description="Fields of your company, by their keys.")
    changed_at: datetime
    emails: list[EmailOut]
    phones: list[PhoneOut]
    links: list[WebLinkOut]
    strength: Amount | None = Field(
        description="Of the relation, 0 to 100 (c-10); null while nothing is known. `/strength` says why."
    )
    last_contact_at: datetime | None = Field(description="Of any kind, whoever began.")
    last_from_them_at: datetime | None = Field(description="They began, both sides did, or it was a meeting.")

    @staticmethod
    def resolve_strength(row: Person) -> Any:
        return getattr(getattr(row, "pulse", None), "strength", None)

    @staticmethod
    def resolve_last_contact_at(row: Person) -> Any:
        return getattr(getattr(row, "pulse", None), "last_contact_at", None)

    @staticmethod
    def resolve_last_from_them_at(row: Person) -> Any:
        return getattr(getattr(row, "pulse", None), "last_from_them_at", None)

    @staticmethod
    def resolve_emails(row: Person) -> list[Any]:
        return list(row.emails.all())

    @staticmethod
    def resolve_phones(row: Person) -> list[Any]:
        return list(row.phones.all())

    @staticmethod
    def resolve_links(row: Person) -> list[Any]:
        return list(row.links.all())


class EmailIn(Body):
    address: str = Field(min_length=3, max_length=254)
    kind: EmailKind = EmailKind.WORK


class PhoneIn(Body):
    number: str = Field(min_length=2, max_length=60)
    extension: str = Field("", max_length=12)
    kind: PhoneKind = PhoneKind.DIRECT


class WebLinkIn(Body):
    url: str = Field(min_length=4, max_length=300)
    kind: LinkKind = LinkKind.OTHER


class PositionFields(Body):
    title: str = Field("", max_length=160)
    family: Family | None = None
    level: Seniority | None = None
    department: str = Field("", max_length=120)
    office: str = Field("", max_length=160)
    starts_on: date | None = None
    reports_to_id: int | None = Field(None, ge=1, lt=2**63)
    matrix_to_id: int | None = Field(None, ge=1, lt=2**63)


class PositionIn(PositionFields):
    account_id: int = Field(ge=1, lt=2**63)


class PositionEndIn(Body):
    ends_on: date
    reason: EndReason = EndReason.UNKNOWN


class PersonFields(Body):
    kind: PersonKind = PersonKind.PERSON
    salutation: Salutation | None = None
    first_name: str = Field("", max_length=120)
    last_name: str = Field("", max_length=120)
    label: str = Field("", max_length=160)
    language: str = Field("", max_length=8)
    time_zone: str = Field("", max_length=40)
    note: str = Field("", max_length=100_000)
    emails: list[EmailIn] = Field([], max_length=50)
    phones: list[PhoneIn] = Field([], max_length=50)
    links: list[WebLinkIn] = Field([], max_length=50)
    custom: CustomGiven = Field({}, description="Fields of your company, by their keys.")


class PersonIn(PersonFields):
    position: PositionIn


PeopleFilters: Any = filters_schema(PEOPLE, "PeopleFilters")


class PersonQuery(PeopleFilters, PageQuery):
    account_id: int | None = Field(None, ge=1, lt=2**63, description="Those who hold a post there today.")
    q: str = Field("", max_length=120, description="Words of the name.")
    segment_id: int | None = Field(None, ge=1, lt=2**63, description="Whom this segment holds today.")


def _visible(user: User, person_id: int) -> Person:
    people = Person.objects.select_related("pulse").prefetch_related("emails", "phones", "links")
    found: Person = get_visible(people, user, pk=person_id)
    return found


def _person_answer(user: User, person_id: int) -> Person:
    return _told_people([_visible(user, person_id)], user)[0]


def _told_people(people: list[Person], user: User) -> list[Person]:
    """With the fields of the company as this reader sees them; the rows are not to be saved."""
    for person, own in zip(people, own_told("person", people, user), strict=True):
        person.custom = own
    return people


def _position(user: User, position_id: int) -> Position:
    rows = Position.objects.filter(person__binned_at=None).select_related("person", "account")
    found: Position = get_visible(rows, user, pk=position_id)
    return found


def _position_values(user: User, given: dict[str, Any]) -> dict[str, Any]:
    """What was sent as the verb takes it: managers as positions that `user` sees, unknown choices as empty."""
    values = {name: value for name, value in given.items() if name not in {"account_id", "custom"}}
    values |= own_given("person", given.get("custom"), user)
    for name in ("reports_to", "matrix_to"):
        if f"{name}_id" in values:
            manager_id = values.pop(f"{name}_id")
            values[name] = None if manager_id is None else _position(user, manager_id)
    return {
        name: "" if value is None and name in {"family", "level", "salutation"} else value
        for name, value in values.items()
    }


@router.get("", response={200: Page[PersonOut], **RESPONSES})
def list_persons(request: SignedIn, query: Query[PersonQuery]) -> Any:
    """By name; `segment_id` and the other filters add up."""
    user = request.user
    asked = criteria_from(PEOPLE, query.model_dump(by_alias=True)).but(q=None)
    by_post = any(asked.get(key) for key in ("family", "level", "account"))
    rows = matching(PEOPLE, user, asked if by_post else asked.but(former=("1",)))
    if query.segment_id:
        rows = rows.filter(pk__in=people_in(get_visible(segments(), user, pk=query.segment_id), user).values("pk"))
    rows = rows.select_related("pulse").prefetch_related("emails", "phones", "links")
    if query.account_id:
        held = Position.objects.visible_to(user).current().filter(account_id=query.account_id)
        rows = rows.filter(pk__in=held.values("person_id"))
    for word in fold(query.q.replace("\x00", "")).split():
        rows = rows.filter(sort_name__contains=word)
    return page_of(rows, query, order="sort_name", serialise=lambda found: _told_people(found, user))


@router.post("", response={201: PersonOut, **RESPONSES})
def create_person(request: SignedIn, payload: PersonIn) -> Any:
    """Somebody at an account, with a first post there."""
    user = request.user
    account = get_visible(Account.objects, user, pk=payload.position.account_id)
    values = _position_values(user, payload.model_dump(exclude={"position"}))
    row = domain.create_person(
        account=account, by=user, position=_position_values(user, payload.position.model_dump()), **values
    )
    return Status(201, _person_answer(user, row.pk))


@router.get("/{person_id}", response={200: PersonOut, **RESPONSES})
def read_person(request: SignedIn, person_id: int) -> Any:
    """One person."""
    return _person_answer(request.user, person_id)


@router.patch("/{person_id}", response={200: PersonOut, **RESPONSES})
def change_person(request: SignedIn, person_id: int, payload: PersonFields) -> Any:
    """Change what is given, and nothing else; a list that is given replaces what was there."""
    user = request.user
    domain.change_person(_visible(user, person_id), by=user, **_position_values(user, payload.given()))
    return _person_answer(user, person_id)


@router.delete("/{person_id}", response={204: None, **RESPONSES})
def bin_person(request: SignedIn, person_id: int) -> Any:
    """Into the bin: `POST …/restorations` brings them back."""
    user = request.user
    domain.bin_person(_visible(user, person_id), by=user)
    return Status(204, None)


@router.post("/{person_id}/restorations", response={201: PersonOut, **RESPONSES})
def restore_person(request: SignedIn, person_id: int) -> Any:
    """Out of the bin, as they were."""
    user = request.user
    domain.restore_person(get_binned(Person.objects, user, pk=person_id), by=user)
    return Status(201, _person_answer(user, person_id))


@router.get("/{person_id}/positions", response={200: list[PositionOut], **RESPONSES})
def list_positions(request: SignedIn, person_id: int) -> Any:
    """Every post of theirs at accounts that you see, former ones included."""
    user = request.user
    person = _visible(user, person_id)
    return list(Position.objects.visible_to(user).filter(person=person))


@router.post("/{person_id}/positions", response={201: PositionOut, **RESPONSES})
def add_position(request: SignedIn, person_id: int, payload: PositionIn) -> Any:
    """Another post; several at once are usual."""
    user = request.user
    person = _visible(user, person_id)
    account = get_visible(Account.objects, user, pk=payload.account_id)
    values = _position_values(user, payload.model_dump())
    return Status(201, domain.add_position(person, account=account, by=user, **values))


@router.patch("/positions/{position_id}", response={200: PositionOut, **RESPONSES})
def change_position(request: SignedIn, position_id: int, payload: PositionFields) -> Any:
    """Change what is given, and nothing else. A manager who would make a circle is refused."""
    user = request.user
    return domain.change_position(_position(user, position_id), by=user, **_position_values(user, payload.given()))


@router.post("/positions/{position_id}/end", response={200: PositionOut, **RESPONSES})
def end_position(request: SignedIn, position_id: int, payload: PositionEndIn) -> Any:
    """No longer held from that day; `DELETE` of the same address holds it again."""
    user = request.user
    post = _position(user, position_id)
    return domain.end_position(post, on=payload.ends_on, by=user, reason=payload.reason)


@router.delete("/positions/{position_id}/end", response={200: PositionOut, **RESPONSES})
def reopen_position(request: SignedIn, position_id: int) -> Any:
    """Held again, as before it ended."""
    user = request.user
    return domain.reopen_position(_position(user, position_id), by=user)
