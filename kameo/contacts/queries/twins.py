"""Pairs of persons who may be one: names alike, and an address, a number or a group in common (R41)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from kameo.contacts.enums import PersonKind
from kameo.contacts.models import Person, Position
from kameo.core.merging.reading import PairOf, TwinSide
from kameo.core.sql import read_sql

if TYPE_CHECKING:
    from kameo.people.models import User

SURE_ENOUGH = 65
CROWD = 5  # an address or a number that more people share is a desk's


def pairs_of(user: User, after: str, limit: int) -> tuple[list[PairOf], str]:
    """Those that `user` sees both, the surest first, and where the next page starts ("" at the end)."""
    found = _find_pairs(user, after, limit + 1)
    people = {row.pk: row for row in _people(user, {pk for row in found for pk in row[:2]})}
    shown = [PairOf(_side(people[one]), _side(people[two]), score, why) for one, two, score, why in found[:limit]]
    last = found[limit - 1] if len(found) > limit else None
    return shown, f"{last[2]}_{last[0]}_{last[1]}" if last else ""


def _side(person: Any) -> TwinSide:
    post, address = next(iter(person.seen_positions), None), next(iter(person.emails.all()), None)
    words = [post.title, post.account.name] if post else [_("no position held")]
    words += [address.address] if address else []
    return TwinSide(person.pk, person.full_name, " · ".join(word for word in words if word))


def _people(user: User, ids: set[int]) -> QuerySet[Person]:
    posts = Position.objects.visible_to(user).select_related("account").order_by("-starts_on", "id")
    return Person.objects.filter(pk__in=ids).prefetch_related(
        Prefetch("positions", queryset=posts, to_attr="seen_positions"), "emails"
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
