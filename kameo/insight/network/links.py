"""The link between each of our people and each of theirs, from the exchanges that the reader may see: one statement.

A link is the frequency of c-10 kept to two people: their exchanges, weighed and fading with half-life H, against one
meeting per cadence of the person. It is a fact about a pair; nothing here adds up by colleague (kam.md, c-10).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import connection

from kameo.core import clock, preferences
from kameo.core.sql import ids_sql, read_sql
from kameo.insight.strength import read_settings
from kameo.insight.strength.statement import DAY, THREADED, WEIGHT
from kameo.interactions.domain.clocks import COUNTED
from kameo.interactions.models import Interaction

if TYPE_CHECKING:
    from kameo.people.models import User

NOT_ASKED = "introductions.refused"  # `decisions.domain.introductions` writes it


@dataclass(frozen=True, slots=True)
class ColleagueLink:
    """What passed between a colleague and a person. `strength` is 0 to 100; `live`: both spoke within the window."""

    person_id: int
    colleague_id: int
    colleague: str
    title: str
    active: bool
    askable: bool
    strength: Decimal
    exchanges: int
    last_at: datetime
    live: bool


def read_links(person_ids: Collection[int], user: User) -> Sequence[ColleagueLink]:
    """Every link of these people (whom the caller may name), by person and colleague."""
    if not person_ids:
        return []
    with connection.cursor() as cursor:
        seen = ids_sql(cursor, Interaction.objects.visible_to(user))
        parts = {"counted": COUNTED, "seen": seen, "day": DAY, "threaded": THREADED, "weight": WEIGHT}
        cursor.execute(read_sql(__file__, "links", **parts), _parameters(person_ids))
        return [ColleagueLink(*row) for row in cursor.fetchall()]


def _parameters(person_ids: Collection[int]) -> dict[str, Any]:
    settings = read_settings()
    return {
        **{f"w_{name}": weight for name, weight in settings.touches.items()},
        "people": sorted({*person_ids}),
        "zone": preferences.get("time_zone"),
        "today": clock.company_today(),
        "cadence": settings.cadences.default,
        "cap": settings.thread_cap,
        "half_life": settings.half_life,
        "months": settings.months,
        "refused": NOT_ASKED,
    }
