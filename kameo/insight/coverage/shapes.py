"""The input of the coverage of a decision map (c-11), and one of its figures. Plain values, no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from kameo.contacts.enums import PersonKind
from kameo.decisions.evidence.stance_scale import sign


@dataclass(frozen=True)
class MapMember:
    """Somebody with a stake on the map, and what is known of the relation.

    `held` says whether they hold a position today where the map looks. `strength` is None for never in contact
    (c-10). `touches` are weighted exchanges over 12 months, `evidence` how many pieces support the ratings.
    """

    stake_id: int
    person_id: int
    name: str
    kind: str = PersonKind.PERSON.value
    held: bool = True
    title: str = ""
    families: frozenset[str] = frozenset()
    level: str = ""
    account_id: int | None = None
    account_name: str = ""
    leaves_on: date | None = None
    influence: int | None = None
    stance: str = ""
    roles: tuple[str, ...] = ()
    owner_id: int | None = None
    owner_name: str = ""
    strength: Decimal | None = None
    last_contact_at: datetime | None = None
    last_two_way_at: datetime | None = None
    touches: Decimal = Decimal(0)
    evidence: int = 0

    @property
    def mapped(self) -> bool:
        """Who counts: a real person, external influencers included, with a position held today."""
        return self.held and self.kind != PersonKind.PLACEHOLDER

    @property
    def open(self) -> bool:
        """Whether the reader may open their sheet: one of their posts is at an account that they see."""
        return self.account_id is not None

    @property
    def side(self) -> int | None:
        """+1, 0 or −1; None while nobody rated their position."""
        return sign(self.stance)


@dataclass(frozen=True)
class Place:
    """A place that a committee is expected to have: a `Seat` of the company, with the name it reads as."""

    code: str
    name: str
    influence: int
    role: str = ""
    family: str = ""
    stance: str = ""

    def takes(self, member: MapMember) -> bool:
        """Somebody takes it by role, by function or by position: one is enough."""
        return (
            bool(self.role and self.role in member.roles)
            or bool(self.family and self.family in member.families)
            or bool(self.stance and self.stance == member.stance)
        )


@dataclass(frozen=True)
class Thresholds:
    """The company's settings (`preferences`), with the seeds' figures as defaults."""

    strong: Decimal | int = 40
    threads: int = 3
    two_way_days: int = 90
    level_days: int = 45
    concentration: Decimal | int = 60
    few: int = 5
    expected: int = 10
    key_influence: int = 4
    wanted: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Figure:
    """One figure: `value` is None with a `reason` (a key of `words.REASONS`) where nothing can be said.

    `over` and `of` are what was divided; `stakes` who was counted, `aside` who was left out for want of data.
    """

    value: Decimal | None
    over: Decimal
    of: Decimal
    reason: str = ""
    stakes: tuple[int, ...] = ()
    aside: tuple[int, ...] = ()


@dataclass(frozen=True)
class PlaceState:
    """A place, who takes it, and which of them were in two-way contact lately."""

    place: Place
    taken: tuple[MapMember, ...]
    lately: tuple[MapMember, ...]
    sketched: tuple[MapMember, ...] = ()

    @property
    def covered(self) -> bool:
        return bool(self.lately)
