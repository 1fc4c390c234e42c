"""The input and the result of a simulated departure. Plain values, no database."""

from __future__ import annotations

from dataclasses import dataclass

from kameo.decisions.queries import LinkRow, MapCard
from kameo.insight.coverage import Coverage, Figure


@dataclass(frozen=True)
class MapInteraction:
    """Who of ours had a contact with one person of the map; `recent` within the months that strength reads."""

    person_id: int
    colleagues: frozenset[int]
    recent: bool


@dataclass(frozen=True)
class FigureChange:
    """One figure of c-11, before and after. `worse` is None when one of them is unknown."""

    code: str
    before: Figure
    after: Figure

    @property
    def moved(self) -> bool:
        return self.before.value != self.after.value

    @property
    def worse(self) -> bool | None:
        if self.before.value is None or self.after.value is None:
            return None
        if self.code == "concentration":
            return self.after.value > self.before.value
        return self.after.value < self.before.value


@dataclass(frozen=True)
class Successor:
    """Somebody of theirs who could take over, the most reasons first. `reasons` are (code, what it is about)."""

    card: MapCard
    points: int
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Knower:
    """A colleague of ours and whom they speak with already, among those concerned. A fact, never a score."""

    colleague_id: int
    persons: tuple[int, ...]


@dataclass(frozen=True)
class Loss:
    """What is lost. Lists are of people, roles, motivations and topics that nobody else carries.

    `cut` are the people whom we reach through nobody else; `alone` those with whom nobody else of ours speaks;
    `held` the relations they keep; `fragile` whether their departure cuts somebody off (articulation).
    """

    before: Coverage
    after: Coverage
    changes: tuple[FigureChange, ...]
    seats: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    motivations: tuple[str, ...] = ()
    reports: tuple[MapCard, ...] = ()
    links: tuple[LinkRow, ...] = ()
    cut: tuple[int, ...] = ()
    alone: tuple[int, ...] = ()
    held: tuple[MapCard, ...] = ()
    successors: tuple[Successor, ...] = ()
    knowers: tuple[Knower, ...] = ()

    @property
    def fragile(self) -> bool:
        return bool(self.cut)
