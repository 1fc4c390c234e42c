"""Candidates for a map: people of the group who are not on it, or of any other account that the reader sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Subquery

from kameo.contacts.models import Person, Position
from kameo.core.text import fold
from kameo.decisions.models import DecisionMap, Stake

if TYPE_CHECKING:
    from kameo.accounts.models import Account
    from kameo.people.models import User


@dataclass(frozen=True)
class Candidate:
    id: int
    name: str
    title: str
    account_name: str


def people_to_add(
    account: Account, map: DecisionMap | None, user: User, *, way: str, text: str = "", most: int = 50
) -> list[Candidate]:
    """By name; `map` None is the account's own. `way` "known": of the group; "external": of other accounts, once
    something is typed. One statement."""
    if way not in {"known", "external"} or (way == "external" and not text):
        return []
    place = {"map": map} if map is not None else {"map__account": account, "map__main": True}
    on_it = Stake.objects.filter(removed_at=None, person=OuterRef("pk"), **place)
    held = Position.objects.visible_to(user).current().filter(person=OuterRef("pk"))
    inside = held.filter(account__lineage__contains=[account.lineage[0]])
    people = Person.objects.visible_to(user).filter(~Exists(on_it))
    people = people.filter(Exists(inside)) if way == "known" else people.filter(Exists(held), ~Exists(inside))
    for word in fold(text).split():
        people = people.filter(sort_name__contains=word)
    shown = (inside if way == "known" else held).order_by("-starts_on", "id")
    rows = people.annotate(
        post=Subquery(shown.values("title")[:1]), place=Subquery(shown.values("account__name")[:1])
    ).order_by("sort_name", "id")[:most]
    return [Candidate(row.pk, row.full_name, row.post or "", row.place or "") for row in rows]
