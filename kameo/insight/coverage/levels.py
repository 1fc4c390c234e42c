"""Coverage by hierarchical level, function and entity (R26, R69): known people, and those contacted lately. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from kameo.contacts.enums import Family, Seniority
from kameo.insight.coverage.shapes import MapMember, Thresholds


@dataclass(frozen=True)
class ContactCell:
    """People known, and those contacted lately, somewhere: one level, one function, one entity.

    `wanted` is how many relays the company wants there, None where it set no target.
    """

    known: tuple[MapMember, ...] = ()
    contacted: tuple[MapMember, ...] = ()
    wanted: int | None = None

    @property
    def percent(self) -> Decimal | None:
        if not self.known:
            return None
        return Decimal(100 * len(self.contacted)) / len(self.known)

    @property
    def gap(self) -> int:
        """How many people short of the target."""
        return max(0, (self.wanted or 0) - len(self.known))


@dataclass(frozen=True)
class LevelRow:
    """One hierarchical level ("" for not told), whole and function by function."""

    level: str
    whole: ContactCell
    families: Mapping[str, ContactCell]


@dataclass(frozen=True)
class EntityRow:
    """The people of the map who work at one entity; `strong` of them are threads."""

    account_id: int
    name: str
    whole: ContactCell
    strong: tuple[MapMember, ...]


def level_rows(mapped: Sequence[MapMember], thresholds: Thresholds, now: datetime) -> tuple[LevelRow, ...]:
    """The highest level first, each level of the company's list even without anybody; "" last where it is not told.

    A person of several functions is counted in each of them, once in their level.
    """
    rows = []
    for level in (*Seniority.values, ""):
        people = [one for one in mapped if one.level == level]
        if not people and not level:
            continue
        families = {
            family: _cell([one for one in people if _works_in(one, family)], thresholds, now)
            for family in (*Family.values, "")
        }
        wanted = thresholds.wanted.get(level) if level else None
        rows.append(LevelRow(level, _cell(people, thresholds, now, wanted), families))
    return tuple(rows)


def entity_rows(mapped: Sequence[MapMember], thresholds: Thresholds, now: datetime) -> tuple[EntityRow, ...]:
    """One row per entity where somebody of the map works, those with most people first."""
    places: dict[int, list[MapMember]] = {}
    for one in mapped:
        if one.account_id is not None:
            places.setdefault(one.account_id, []).append(one)
    rows = [
        EntityRow(
            place,
            people[0].account_name,
            _cell(people, thresholds, now),
            tuple(one for one in people if one.strength is not None and one.strength >= thresholds.strong),
        )
        for place, people in places.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.whole.known), row.name, row.account_id)))


def contacted_lately(member: MapMember, thresholds: Thresholds, now: datetime) -> bool:
    """Any contact, ours included, within the days of the 45-day alert (c-18)."""
    since = now - timedelta(days=thresholds.level_days)
    return member.last_contact_at is not None and member.last_contact_at >= since


def _works_in(member: MapMember, family: str) -> bool:
    return family in member.families if family else not member.families


def _cell(people: Sequence[MapMember], thresholds: Thresholds, now: datetime, wanted: int | None = None) -> ContactCell:
    lately = tuple(one for one in people if contacted_lately(one, thresholds, now))
    return ContactCell(tuple(people), lately, wanted)
