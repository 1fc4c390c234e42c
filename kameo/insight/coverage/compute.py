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
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from kameo.contacts.enums import PersonKind
from kameo.decisions.enums import Stance
from kameo.insight.coverage.levels import entity_rows, level_rows
from kameo.insight.coverage.shapes import Coverage, Figure, MapMember, Place, PlaceState, Thresholds

CENT = Decimal("0.01")
ZERO = Decimal(0)


def compute_coverage(
    members: Iterable[MapMember],
    places: Iterable[Place],
    thresholds: Thresholds,
    *,
    deciding: Collection[str],
    now: datetime,
    expected: int | None = None,
) -> Coverage:
    """The coverage of one map at `now`. `deciding` are the codes of the roles that make a decision-maker; `expected`
    is the map's own, None for the company's. Without a single member everything is None with the reason "no_map".
    """
    everybody = tuple(members)
    mapped = tuple(one for one in everybody if one.mapped)
    states = tuple(_state(place, everybody, mapped, now, thresholds) for place in places)
    goal = expected or thresholds.expected
    key_people = tuple(one for one in mapped if is_key(one, thresholds, deciding))
    deciders = tuple(one for one in mapped if any(role in deciding for role in one.roles))
    opponents = tuple(one for one in mapped if one.side == -1)
    figures = _Figures(everybody, mapped)
    return Coverage(
        empty=not everybody,
        members=everybody,
        mapped=mapped,
        expected=goal,
        completeness=figures.completeness(goal),
        relationship=figures.relationship(states),
        opponents=opponents,
        opposition=figures.opposition(opponents),
        support=figures.support(),
        stances={one.value: tuple(m for m in mapped if m.stance == one) for one in Stance},
        places=states,
        roles=figures.roles(states),
        levels=level_rows(mapped, thresholds, now),
        entities=entity_rows(mapped, thresholds, now),
        threads=figures.threads(thresholds),
        concentration=figures.concentration(),
        first=figures.first(),
        key_people=key_people,
        deciders=deciders,
        status=figures.status(key_people, deciders),
        thresholds=thresholds,
        now=now,
    )


def is_key(member: MapMember, thresholds: Thresholds, deciding: Collection[str]) -> bool:
    """A key person: enough influence, or a role that decides."""
    return (member.influence or 0) >= thresholds.key_influence or any(r in deciding for r in member.roles)


def _state(
    place: Place, everybody: Sequence[MapMember], mapped: Sequence[MapMember], now: datetime, thresholds: Thresholds
) -> PlaceState:
    since = now - timedelta(days=thresholds.two_way_days)
    taken = tuple(one for one in mapped if place.takes(one))
    return PlaceState(
        place,
        taken,
        tuple(one for one in taken if one.last_two_way_at is not None and one.last_two_way_at >= since),
        tuple(one for one in everybody if one.kind == PersonKind.PLACEHOLDER and place.takes(one)),
    )


class _Figures:
    """Each figure of one map, with what was divided and who was counted."""

    def __init__(self, everybody: Sequence[MapMember], mapped: Sequence[MapMember]) -> None:
        self.everybody = everybody
        self.mapped = mapped
        self.missing = "no_map" if not everybody else "nobody" if not mapped else ""

    def completeness(self, expected: int) -> Figure:
        value = min(Decimal(100), _share(len(self.mapped), expected)) if self.everybody else None
        return Figure(value, Decimal(len(self.mapped)), Decimal(expected), _no_map(self), _stake_ids(self.mapped))

    def relationship(self, states: Sequence[PlaceState]) -> Figure:
        known = [one for one in self.mapped if one.influence is not None and one.strength is not None]
        aside = _stake_ids(one for one in self.mapped if one.influence is None or one.strength is None)
        over, weight = _weighted((one.influence or 0, one.strength or ZERO) for one in known)
        weight += sum(state.place.influence for state in states if not state.taken)
        if not known:
            rated = any(one.influence is not None for one in self.mapped)
            reason = self.missing or ("no_strength" if rated else "no_influence")
            return Figure(None, over, weight, reason, (), aside)
        return Figure(_rounded(over / weight), over, weight, "", _stake_ids(known), aside)

    def opposition(self, opponents: Sequence[MapMember]) -> Figure:
        """How well we know those against us: the same mean, over them alone."""
        known = [one for one in opponents if one.influence is not None and one.strength is not None]
        aside = _stake_ids(one for one in opponents if one.influence is None or one.strength is None)
        over, weight = _weighted((one.influence or 0, one.strength or ZERO) for one in known)
        if not known:
            reason = self.missing or ("no_opponent" if not opponents else "no_strength")
            return Figure(None, over, weight, reason, (), aside)
        return Figure(_rounded(over / weight), over, weight, "", _stake_ids(known), aside)

    def support(self) -> Figure:
        known = [one for one in self.mapped if one.influence is not None and one.side is not None]
        aside = _stake_ids(one for one in self.mapped if one.influence is None or one.side is None)
        over, weight = _weighted((one.influence or 0, Decimal(one.side or 0)) for one in known)
        if not known:
            return Figure(None, over, weight, self.missing or "no_stance", (), aside)
        return Figure(_rounded(over / weight), over, weight, "", _stake_ids(known), aside)

    def roles(self, states: Sequence[PlaceState]) -> Figure:
        covered = [state for state in states if state.covered]
        people = _stake_ids(one for state in covered for one in state.lately)
        reason = _no_map(self) or ("no_place" if not states else "")
        value = None if reason else _share(len(covered), len(states))
        return Figure(value, Decimal(len(covered)), Decimal(len(states)), reason, people)

    def threads(self, thresholds: Thresholds) -> Figure:
        known = [one for one in self.mapped if one.strength is not None]
        strong = [one for one in known if one.strength is not None and one.strength >= thresholds.strong]
        aside = _stake_ids(one for one in self.mapped if one.strength is None)
        count = Decimal(len(strong))
        reason = self.missing or ("no_strength" if not known else "")
        return Figure(None if reason else count, count, Decimal(len(self.mapped)), reason, _stake_ids(strong), aside)

    def first(self) -> MapMember | None:
        """Through whom most exchanges went; the first of the map where two are equal."""
        reached = [one for one in self.mapped if one.touches > 0]
        return min(reached, key=lambda one: (-one.touches, one.stake_id), default=None)

    def concentration(self) -> Figure:
        first = self.first()
        total = sum((one.touches for one in self.mapped), ZERO)
        if first is None:
            return Figure(None, ZERO, total, self.missing or "no_touch")
        return Figure(_share(first.touches, total), first.touches, total, "", (first.stake_id,))

    def status(self, key_people: Sequence[MapMember], deciders: Sequence[MapMember]) -> Figure:
        supporting = [one for one in key_people if one.side == 1]
        decided = [one for one in deciders if one.side == 1]
        reached = 4 if decided else 3 if supporting else 2 if key_people else 1 if self.mapped else 0
        counted = decided or supporting or key_people
        value = Decimal(reached) if self.everybody else None
        return Figure(value, Decimal(reached), Decimal(4), _no_map(self), _stake_ids(counted))


def _no_map(figures: _Figures) -> str:
    return "" if figures.everybody else "no_map"


def _weighted(pairs: Iterable[tuple[int, Decimal]]) -> tuple[Decimal, Decimal]:
    rows = list(pairs)
    over = sum((weight * value for weight, value in rows), ZERO)
    return over, Decimal(sum(weight for weight, _value in rows))


def _share(part: Decimal | int, whole: Decimal | int) -> Decimal:
    return _rounded(Decimal(part) * 100 / Decimal(whole))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def _stake_ids(members: Iterable[MapMember]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.stake_id for one in members))
