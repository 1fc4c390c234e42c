"""A row of the list of people: with the position that the reader may see and how to reach them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, Subquery

from kameo.contacts.enums import Family, Seniority
from kameo.contacts.listing.people_filters import held_posts, joint_filters
from kameo.contacts.models import EmailAddress, PhoneNumber
from kameo.contacts.points.formats import written_phone
from kameo.contacts.pulse.strength_bars import bond_of, bond_words
from kameo.core.lists import Criteria, ListRow


class PersonRow(ListRow):
    """Somebody, with the most recent position held today where the reader may look; empty when they hold none."""

    id: int
    kind: str
    first_name: str
    last_name: str
    label: str
    family: str | None
    level: str | None
    phone: str | None
    strength: Decimal | None
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


def with_post(people: Any, user: Any, criteria: Criteria) -> Any:
    """Able to tell the latest of the posts that the filters pick, an address and a number."""
    shown = held_posts(user, criteria).filter(person=OuterRef("pk")).order_by("-starts_on", "id")
    posts = {"title": "title", "family": "family", "level": "level", "account_id": "account_id"}
    return people.annotate(
        **{name: Subquery(shown.values(column)[:1]) for name, column in posts.items()},
        account_name=Subquery(shown.values("account__name")[:1]),
        email=Subquery(EmailAddress.objects.filter(person=OuterRef("pk")).values("address")[:1]),
        phone=Subquery(PhoneNumber.objects.filter(person=OuterRef("pk")).values("number")[:1]),
    )


def narrow_together(people: Any, user: Any, criteria: Criteria) -> Any:
    """Cut down by the filters that only act together. Those by posts always: who holds none is not in office."""
    for one in joint_filters:
        if one.keys[0] == "family" or any(criteria.get(key) is not None for key in one.keys):
            people = one.narrow(people, user, criteria)
    return people
