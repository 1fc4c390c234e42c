"""The strength of a relation as the person's sheet shows it: every factor with its inputs, the declared level beside.

Never a name of ours, never a sum by colleague: it speaks of the customer's people (c-10, employment law).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from kameo.contacts.models import Person
from kameo.contacts.pulse.strength_bars import band_of, bond_of, bond_tone, bond_words
from kameo.core.figures import registered
from kameo.core.ui import formats
from kameo.decisions.enums import Level
from kameo.decisions.models import Stake
from kameo.insight.strength.settings import discuss_gap
from kameo.insight.strength.words import StrengthFactor, cadence_words, factors_of, strength_reason

if TYPE_CHECKING:
    from kameo.people.models import User

COLUMNS = ("strength", "cadence_days", "factors", "frozen", "strength_at", "interactions")


@dataclass(frozen=True)
class Declared:
    """What somebody said of the relation on one map, beside the computed level; `apart` is worth a talk."""

    stake_id: int
    level: int
    computed: int | None
    where: str
    apart: bool

    @property
    def words(self) -> str:
        return f"{self.level} · {Level(self.level).label}"


@dataclass(frozen=True)
class StrengthSheet:
    """`score` is None while nothing is known: then `reason` says why, and what to do."""

    person_id: int
    score: Decimal | None
    reason: str
    state: str
    frozen: bool
    cadence_days: int | None
    cadence: str
    factors: Sequence[StrengthFactor]
    declared: Sequence[Declared]
    first_on: date | None
    as_of: date | None
    computed_at: datetime | None
    version: str
    contacts: int

    @property
    def definition(self) -> str:
        return registered["person.strength"].definition

    @property
    def band(self) -> str:
        return band_of(self.score)

    @property
    def bond(self) -> int | None:
        return bond_of(self.score)

    @property
    def words(self) -> str:
        return bond_words(self.bond)

    @property
    def tone(self) -> str:
        return bond_tone(self.bond)

    @property
    def level(self) -> int | None:
        return level_of(self.score)

    @property
    def shown(self) -> str | None:
        return None if self.score is None else formats.number(self.score, 1)


def strength_sheet(user: User, person: Person) -> StrengthSheet:
    """One query: the score, and the levels declared on maps that `user` sees."""
    declared = (
        Stake.objects.visible_to(user)
        .filter(person=OuterRef("pk"), level__isnull=False)
        .order_by("-map__main", "map__account__name", "pk")
        .values(
            one=JSONObject(stake="pk", level="level", account="map__account__name", map="map__name", main="map__main")
        )
    )
    names = [f"pulse__{name}" for name in COLUMNS]
    rows = Person.objects.filter(pk=person.pk).annotate(declared=ArraySubquery(declared))
    *values, found = rows.values_list(*names, "declared").get()
    pulse = dict(zip(COLUMNS, values, strict=True))
    facts = pulse["factors"] or {}
    return StrengthSheet(
        person_id=person.pk,
        score=pulse["strength"],
        reason=strength_reason(person.kind, pulse),
        state=facts.get("state", "unknown"),
        frozen=bool(pulse["frozen"]),
        cadence_days=pulse["cadence_days"],
        cadence=cadence_words(pulse["cadence_days"], facts.get("cadence_of", "default")),
        factors=factors_of(facts, pulse["cadence_days"]) if pulse["strength"] is not None else (),
        declared=[_declared(one, pulse["strength"]) for one in found],
        first_on=_fact_day(facts, "first_on"),
        as_of=_fact_day(facts, "as_of") if pulse["frozen"] else None,
        computed_at=pulse["strength_at"],
        version=facts.get("version", ""),
        contacts=facts.get("contacts_ever", 0),
    )


def level_of(score: Decimal | None) -> int | None:
    """The computed level beside the declared one: five slices of twenty points, None when unknown."""
    return None if score is None else min(5, int(score // 20) + 1)


def _declared(one: Mapping[str, Any], score: Decimal | None) -> Declared:
    computed = level_of(score)
    apart = computed is not None and abs(computed - one["level"]) >= discuss_gap()
    where = one["account"] if one["main"] else f"{one['account']} · {one['map']}"
    return Declared(one["stake"], one["level"], computed, where, apart)


def _fact_day(facts: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(facts[name]) if facts.get(name) else None
