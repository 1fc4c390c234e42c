"""Pairs of persons who may be one: names alike, and an address, a number or a group in common (R41)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Prefetch, QuerySet

from kameo.contacts import rules
from kameo.contacts.enums import PersonKind
from kameo.contacts.models import NotSamePerson, Person, PersonMerge, Position
from kameo.core import clock
from kameo.core.sql import read_sql

if TYPE_CHECKING:
    from kameo.people.models import User

PAGE = 50
SURE_ENOUGH = 65
CROWD = 5  # an address or a number that more people share is a desk's


@dataclass(frozen=True, slots=True)
class PersonPair:
    """Two people; `reasons` among same_name, name, email, phone, group; `score` out of 100, of what they add up to."""

    first: Person
    second: Person
    score: int
    reasons: list[str]


def pairs_for(user: User, *, after: str = "", limit: int = PAGE) -> tuple[list[PersonPair], str]:
    """Those that `user` sees both and may merge, the surest first, and where the next page starts ("" at the end)."""
    if not rules.can_write(user):
        return [], ""
    found = _find_pairs(user, after, limit + 1)
    people = {row.pk: row for row in _people(user, {pk for row in found for pk in row[:2]})}
    shown = [PersonPair(people[one], people[two], score, reasons) for one, two, score, reasons in found[:limit]]
    last = found[limit - 1] if len(found) > limit else None
    return shown, f"{last[2]}_{last[0]}_{last[1]}" if last else ""


def told_apart_by(user: User) -> QuerySet[NotSamePerson]:
    """What somebody declared different, of people that `user` sees both, newest first."""
    seen = Person.objects.visible_to(user).values("pk")
    rows = NotSamePerson.objects.filter(first__in=seen, second__in=seen).select_related("first", "second", "by")
    return rows.order_by("-at", "-id")


def merges_for(user: User) -> QuerySet[PersonMerge]:
    """Merges into people that `user` sees, the latest first."""
    rows = PersonMerge.objects.visible_to(user).select_related("kept", "absorbed", "by", "undone_by")
    return rows.order_by("-at", "-id")


def can_be_undone(merge: PersonMerge) -> bool:
    """By its own dates; `domain.merging.check_undoable` says the rest, and why not."""
    return merge.undone_at is None and merge.undoable_until >= clock.company_today()


def kept_of(user: User, person_id: int) -> int | None:
    """Who somebody absorbed became, where `user` may look: their old address leads there."""
    row = Person.objects.filter(pk=person_id).values_list("merged_into_id", flat=True).first()
    seen = row is not None and Person.objects.visible_to(user).filter(pk=row).exists()
    return row if seen else None


def _people(user: User, ids: set[int]) -> QuerySet[Person]:
    posts = Position.objects.visible_to(user).select_related("account").order_by("-starts_on", "id")
    return Person.objects.filter(pk__in=ids).prefetch_related(
        Prefetch("positions", queryset=posts, to_attr="seen_positions"), "emails", "phones"
    )


def _find_pairs(user: User, after: str, most: int) -> list[tuple[int, int, int, list[str]]]:
    people = Person.objects.visible_to(user).exclude(kind=PersonKind.PLACEHOLDER)
    seen, parameters = people.values("pk").query.sql_with_params()
    place = [int(part) for part in after.split("_")] if _is_cursor(after) else [101, 0, 0]
    named: dict[str, Any] = {"crowd": CROWD, "enough": SURE_ENOUGH, "most": most}
    named |= dict(zip(("score", "first", "second"), place, strict=True))
    for rank, value in enumerate(parameters):  # this driver takes names or places, not both
        seen = seen.replace("%s", f"%(seen_{rank})s", 1)
        named[f"seen_{rank}"] = value
    # A name alone proves nothing, nor does an address: what people share must come with names that can be one person's.
    with connection.cursor() as cursor:
        cursor.execute(read_sql(__file__, "person_pairs", seen=seen), named)
        return [(one, two, score, list(reasons)) for one, two, score, reasons in cursor.fetchall()]


def _is_cursor(after: str) -> bool:
    parts = after.split("_")
    return len(parts) == 3 and len(after) < 60 and all(part.isdecimal() for part in parts)
