"""People as plain rows: one statement by keyset, with the position that the reader may see and how to reach them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import F, OuterRef, Q, Subquery

from kameo.accounts.models import Account
from kameo.contacts.enums import Family, Seniority
from kameo.contacts.listing.ordering import order_from_cursor, order_of, read_cursor, write_cursor
from kameo.contacts.listing.people_filters import POSTS, filters_of, narrow
from kameo.contacts.models import EmailAddress, Person, PhoneNumber, Position, Segment
from kameo.contacts.points.formats import written_phone
from kameo.contacts.pulse.strength_bars import bond_of, bond_words
from kameo.core.keyset import turn_page
from kameo.core.text import fold

if TYPE_CHECKING:
    from kameo.people.models import User

PAGE = 50


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody, with the most recent position held today where the reader may look; empty when they hold none."""

    id: int
    sort_name: str
    kind: str
    first_name: str
    last_name: str
    label: str
    position_id: int | None
    title: str | None
    family: str | None
    level: str | None
    account_id: int | None
    account_name: str | None
    email: str | None
    phone: str | None
    strength: Decimal | None
    frozen: bool | None
    last_contact_at: datetime | None

    @property
    def bond(self) -> int | None:
        return bond_of(self.strength)

    @property
    def bond_words(self) -> str:
        return bond_words(self.bond)

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.label

    @property
    def phone_written(self) -> str:
        return written_phone(self.phone) if self.phone else ""

    @property
    def family_label(self) -> str:
        return str(Family(self.family).label) if self.family else ""

    @property
    def level_label(self) -> str:
        return str(Seniority(self.level).label) if self.level else ""


@dataclass(frozen=True)
class PersonPage:
    """`before` and `after` are where the neighbouring pages start, "" at an end."""

    rows: Sequence[PersonRow]
    before: str
    after: str


@dataclass(frozen=True)
class PersonCriteria:
    """What narrows the list: words of the name, a function, a level, an account (with all below it), former too.

    `further` are the registered filters, as an address writes them.
    """

    text: str = ""
    family: str = ""
    level: str = ""
    account: Account | None = None
    alone: bool = False
    former: bool = False
    further: Mapping[str, str] = field(default_factory=dict)


def people_for(user: User, criteria: PersonCriteria) -> Any:
    """The people `user` may see that match, as a queryset in no order."""
    people = narrow(Person.objects.visible_to(user), user, criteria.further)
    held = Position.objects.visible_to(user)
    if not criteria.former:
        held = held.current()
    if criteria.account is not None:
        place = (
            {"account": criteria.account} if criteria.alone else {"account__lineage__contains": [criteria.account.pk]}
        )
        held = held.filter(**place)
    if criteria.family:
        held = held.filter(family=criteria.family)
    if criteria.level:
        held = held.filter(level=criteria.level)
    if criteria.account is not None or criteria.family or criteria.level or not criteria.former:
        people = people.filter(pk__in=held.values("person_id"))
    for word in fold(criteria.text).split():
        people = people.filter(Q(sort_name__contains=word) | Q(emails__address__icontains=word)).distinct()
    shown = held.filter(person=OuterRef("pk")).order_by("-starts_on", "id")
    return people.annotate(
        position_id=Subquery(shown.values("pk")[:1]),
        title=Subquery(shown.values("title")[:1]),
        family=Subquery(shown.values("family")[:1]),
        level=Subquery(shown.values("level")[:1]),
        account_id=Subquery(shown.values("account_id")[:1]),
        account_name=Subquery(shown.values("account__name")[:1]),
        email=Subquery(EmailAddress.objects.filter(person=OuterRef("pk")).values("address")[:1]),
        phone=Subquery(PhoneNumber.objects.filter(person=OuterRef("pk")).values("number")[:1]),
        strength=F("pulse__strength"),
        frozen=F("pulse__frozen"),
        last_contact_at=F("pulse__last_contact_at"),
    )


def page_of(people: Any, *, before: str = "", after: str = "", size: int = PAGE, sort: str = "") -> PersonPage:
    """By name, or as `ordering.ORDERS` says; one query."""
    order, backwards = order_of(sort), bool(before)
    place = read_cursor(order, before or after)
    names = [column.name for column in fields(PersonRow)]
    ordered = order_from_cursor(people, order, place, backwards=backwards)
    found = [PersonRow(*row) for row in ordered.values_list(*names)[: size + 1]]
    page = turn_page(found, size=size, backwards=backwards, placed=place is not None)
    return PersonPage(page.rows, write_cursor(order, page.first), write_cursor(order, page.last))


def criteria_of(
    filters: Mapping[str, Any], user: User, *, account: Account | None = None, alone: bool = False
) -> PersonCriteria:
    """The list's criteria; an account that `user` does not see holds nobody."""
    given = filters_of(filters)
    if account is None and "account" in given:
        account = Account.objects.visible_to(user).filter(pk=given["account"]).first() or _nowhere()
    return PersonCriteria(
        text=given.get("q", ""),
        family=given.get("family", ""),
        level=given.get("level", ""),
        account=account,
        alone=alone,
        former="former" in given,
        further={name: value for name, value in given.items() if name not in POSTS},
    )


def people_in(segment: Segment, user: User) -> Any:
    """Whom the segment holds today among those that `user` sees, as `people_for` gives them."""
    return people_for(user, criteria_of(segment.filters, user))


def _nowhere() -> Account:
    return Account(pk=0)
