"""Introductions of one colleague: what they asked, and what is asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Q, Subquery

from kameo.contacts.models import Position
from kameo.decisions.enums import IntroductionState
from kameo.decisions.models import Introduction

if TYPE_CHECKING:
    from kameo.people.models import User

MOST = 100
OPEN = (IntroductionState.ASKED, IntroductionState.ACCEPTED)


@dataclass(frozen=True)
class OwnIntroductions:
    """`to_do` waits for the reader's answer or deed; `asked` for a colleague's; `past` is made or declined."""

    to_do: Sequence[Introduction]
    asked: Sequence[Introduction]
    past: Sequence[Introduction]


def introductions_of(user: User) -> OwnIntroductions:
    """The latest hundred of each; each row knows the person's `title` that the reader may see. Two queries."""
    rows = with_titles(user)
    open_ones = list(rows.filter(state__in=OPEN).order_by("asked_at", "id")[:MOST])
    past = list(rows.exclude(state__in=OPEN).order_by("-answered_at", "-id")[:MOST])
    return OwnIntroductions(
        to_do=[row for row in open_ones if row.through_id == user.pk],
        asked=[row for row in open_ones if row.through_id != user.pk],
        past=past,
    )


def with_titles(user: User) -> Any:
    held = Position.objects.visible_to(user).current().filter(person=OuterRef("person_id"))
    rows = Introduction.objects.visible_to(user).filter(Q(asked_by=user) | Q(through=user))
    return rows.select_related("person", "through", "asked_by").annotate(
        title=Subquery(held.order_by("-starts_on", "id").values("title")[:1])
    )
