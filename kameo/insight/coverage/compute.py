"""The coverage of a decision map, figure by figure (c-11). Pure: members, places, thresholds and "now" in.

    relationship   Σ influence × RSS / Σ influence, over mapped people whose influence and strength are known, and the
                   required places that nobody takes, with RSS 0 at the place's influence
    support        Σ influence × side / Σ influence, side +1 (champion, supporter), 0, −1 (sceptic, opponent)
    roles          places with somebody in two-way contact lately / places
    completeness   min(1, mapped / expected)
    threads        people whose RSS reaches 40
    concentration  share of the weighted exchanges of 12 months that went through one person
    status         0 empty, 1 no key person, 2 key people but none for us, 3 one of them is, 4 a decision-maker is

A person whose strength is unknown weighs nothing in the relationship: unknown is grey, not 0 (c-10). They are counted
apart (`Figure.aside`), like those without an influence or a position in the figures that need one.

This is the only place that says so: pages, lists (by `refresh`), the API and simulated departures all come here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from kameo.contacts.enums import PersonKind
from kameo.insight.coverage.levels import EntityRow, LevelRow, entity_rows, level_rows
from kameo.insight.coverage.shapes import Figure, MapMember, Place, PlaceState, Thresholds

CENT = Decimal("0.01")
ZERO = Decimal(0)
NO_MAP, NOBODY = "no_map", "nobody"


class Coverage:
    """Everything c-11 says of one map, each figure computed when it is asked.

    `empty`: nobody was ever put on it, so that nothing can be said: every figure is None with the reason "no_map".
    """

    def __init__(
        self,
        members: Iterable[MapMember],
        places: Iterable[Place],
        thresholds: Thresholds,
        *,
        deciding: Collection[str],
        now: datetime,
        expected: int | None = None,
    ) -> None:
        """`deciding` are the codes of the roles that make a decision-maker; `expected` is the map's own, None for the
        company's.
        """
        self.members = tuple(members)
        self.required = tuple(places)
        self.thresholds = thresholds
        self.deciding = frozenset(deciding)
        self.now = now
        self.expected = expected or thresholds.expected
        self.empty = not self.members
        self.mapped = tuple(one for one in self.members if one.mapped)
        self._nothing = NO_MAP if self.empty else NOBODY if not self.mapped else ""

    def with_members(self, members: Iterable[MapMember]) -> Coverage:
        """The same map, the same thresholds, other members: what would be if."""
        return Coverage(
            members, self.required, self.thresholds, deciding=self.deciding, now=self.now, expected=self.expected
        )

    # --- people -------------------------------------------------------------------------------------------------

    @cached_property
    def deciders(self) -> tuple[MapMember, ...]:
        return tuple(one for one in self.mapped if not self.deciding.isdisjoint(one.roles))

    @cached_property
    def key_people(self) -> tuple[MapMember, ...]:
        """Enough influence, or a role that decides."""
        enough = self.thresholds.key_influence
        return tuple(
            one for one in self.mapped if (one.influence or 0) >= enough or not self.deciding.isdisjoint(one.roles)
        )

    @cached_property
    def opponents(self) -> tuple[MapMember, ...]:
        return tuple(one for one in self.mapped if one.side == -1)

    @cached_property
    def first(self) -> MapMember | None:
        """Through whom most exchanges went; the first of the map where two are equal."""
        reached = [one for one in self.mapped if one.touches > 0]
        return min(reached, key=lambda one: (-one.touches, one.stake_id), default=None)

    @cached_property
    def places(self) -> tuple[PlaceState, ...]:
        since = self.now - timedelta(days=self.thresholds.two_way_days)
        return tuple(self._state(place, since) for place in self.required)

    def _state(self, place: Place, since: datetime) -> PlaceState:
        taken = [one for one in self.members if place.takes(one)]
        held = tuple(one for one in taken if one.mapped)
        return PlaceState(
            place,
            held,
            tuple(one for one in held if one.last_two_way_at is not None and one.last_two_way_at >= since),
            tuple(one for one in taken if one.kind == PersonKind.PLACEHOLDER),
        )

    @cached_property
    def levels(self) -> tuple[LevelRow, ...]:
        return level_rows(self.mapped, self.thresholds, self.now)

    @cached_property
    def entities(self) -> tuple[EntityRow, ...]:
        return entity_rows(self.mapped, self.thresholds, self.now)

    # --- figures ------------------------------------------------------------------------------------------------

    @cached_property
    def completeness(self) -> Figure:
        value = None if self.empty else min(Decimal(100), _share(len(self.mapped), self.expected))
        return Figure(value, Decimal(len(self.mapped)), Decimal(self.expected), self._no_map, _stake_ids(self.mapped))

    @cached_property
    def relationship(self) -> Figure:
        vacant = sum(state.place.influence for state in self.places if not state.taken)
        rated = any(one.influence is not None for one in self.mapped)
        return self._strength(self.mapped, self._nothing or ("no_strength" if rated else "no_influence"), vacant)

    @cached_property
    def opposition(self) -> Figure:
        """How well we know those against us: the same mean, over them alone."""
        reason = self._nothing or ("no_strength" if self.opponents else "no_opponent")
        return self._strength(self.opponents, reason)

    def _strength(self, people: Sequence[MapMember], reason: str, vacant: int = 0) -> Figure:
        """The mean strength weighed by influence; `vacant` influence counts with a strength of 0."""
        known = [(one, one.influence, one.strength) for one in people]
        pairs = [(one, weight, value) for one, weight, value in known if weight is not None and value is not None]
        aside = _stake_ids(one for one, weight, value in known if weight is None or value is None)
        return _mean(pairs, reason, aside, vacant)

    @cached_property
    def support(self) -> Figure:
        known = [(one, one.influence, one.side) for one in self.mapped]
        pairs = [(one, weight, Decimal(side)) for one, weight, side in known if weight is not None and side is not None]
        aside = _stake_ids(one for one, weight, side in known if weight is None or side is None)
        return _mean(pairs, self._nothing or "no_stance", aside)

    @cached_property
    def roles(self) -> Figure:
        covered = [state for state in self.places if state.covered]
        people = _stake_ids(one for state in covered for one in state.lately)
        reason = self._no_map or ("" if self.places else "no_place")
        value = None if reason else _share(len(covered), len(self.places))
        return Figure(value, Decimal(len(covered)), Decimal(len(self.places)), reason, people)

    @cached_property
    def threads(self) -> Figure:
        known = [one for one in self.mapped if one.strength is not None]
        strong = [one for one in known if one.strength is not None and one.strength >= self.thresholds.strong]
        aside = _stake_ids(one for one in self.mapped if one.strength is None)
        reason = self._nothing or ("" if known else "no_strength")
        count = Decimal(len(strong))
        return Figure(None if reason else count, count, Decimal(len(self.mapped)), reason, _stake_ids(strong), aside)

    @cached_property
    def concentration(self) -> Figure:
        total = sum((one.touches for one in self.mapped), ZERO)
        if self.first is None:
            return Figure(None, ZERO, total, self._nothing or "no_touch")
        return Figure(_share(self.first.touches, total), self.first.touches, total, "", (self.first.stake_id,))

    @cached_property
    def status(self) -> Figure:
        supporting = [one for one in self.key_people if one.side == 1]
        decided = [one for one in self.deciders if one.side == 1]
        reached = 4 if decided else 3 if supporting else 2 if self.key_people else 1 if self.mapped else 0
        value = None if self.empty else Decimal(reached)
        counted = decided or supporting or self.key_people
        return Figure(value, Decimal(reached), Decimal(4), self._no_map, _stake_ids(counted))

    @property
    def _no_map(self) -> str:
        return NO_MAP if self.empty else ""

    # --- what the thresholds make of them -----------------------------------------------------------------------

    @property
    def few(self) -> bool:
        """Fewer people mapped than the company thinks safe (R66)."""
        return not self.empty and len(self.mapped) < self.thresholds.few

    @property
    def thread_tone(self) -> str:
        """ "" unknown; bad for 0 or 1, warn below what is wanted, ok from there."""
        if self.threads.value is None:
            return ""
        if self.threads.value <= 1:
            return "bad"
        return "warn" if self.threads.value < self.thresholds.threads else "ok"

    @property
    def concentrated(self) -> bool:
        value = self.concentration.value
        return value is not None and value > self.thresholds.concentration


def _mean(
    pairs: Sequence[tuple[MapMember, int, Decimal]], reason: str, aside: tuple[int, ...], vacant: int = 0
) -> Figure:
    """`reason` is said where there is nobody."""
    over = sum((weight * value for _one, weight, value in pairs), ZERO)
    weight = Decimal(vacant + sum(weight for _one, weight, _value in pairs))
    if not pairs:
        return Figure(None, over, weight, reason, (), aside)
    return Figure(_rounded(over / weight), over, weight, "", _stake_ids(one for one, _weight, _value in pairs), aside)


def _share(part: Decimal | int, whole: Decimal | int) -> Decimal:
    return _rounded(Decimal(part) * 100 / Decimal(whole))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def _stake_ids(members: Iterable[MapMember]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.stake_id for one in members))
