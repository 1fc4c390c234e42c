"""The departure of a person of theirs: roles and paths that only they held, and successors. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kameo.decisions.evidence.stance_scale import sign
from kameo.decisions.queries import LinkRow, MapCard, MapView
from kameo.insight.coverage import Coverage
from kameo.insight.departures.figures import edges_of, figure_changes, seats_left
from kameo.insight.departures.paths import cut_off, path_graph
from kameo.insight.departures.shapes import Loss, MapInteraction, Successor

MOST = 5  # successors named
POINTS = {"strong": 3, "known": 1, "family": 3, "role": 2, "influence": 2, "reports": 2, "level": 1, "entity": 1}


def without_person(view: MapView, before: Coverage, exchanges: Sequence[MapInteraction], person_id: int) -> Loss:
    """The map without them: `before` is its coverage today, `exchanges` those of its people over 12 months."""
    members = [replace(one, held=False) if one.person_id == person_id else one for one in before.members]
    after = before.with_members(members)
    card = next(one for one in view.cards if one.person_id == person_id)
    others = [one for one in view.cards if one.person_id != person_id and not one.unknown and not one.former]
    return Loss(
        before=before,
        after=after,
        changes=figure_changes(before, after),
        seats=seats_left(before, after),
        roles=_only(card, others, "roles"),
        topics=_only(card, others, "topics"),
        motivations=_only(card, others, "motivations"),
        reports=tuple(one for one in others if one.manager in card.positions and one.manager is not None),
        links=lines_of(view, card),
        cut=tuple(sorted(cut_off(path_graph(edges_of(view, exchanges)), ("theirs", person_id)))),
        successors=successors(view, card, others, strong=Decimal(before.thresholds.strong)),
    )


def lines_of(view: MapView, card: MapCard) -> tuple[LinkRow, ...]:
    mine = card.stake_id
    return tuple(
        line for line in view.links if mine is not None and mine in (line.source_stake_id, line.target_stake_id)
    )


def successors(view: MapView, card: MapCard, others: Sequence[MapCard], *, strong: Decimal) -> tuple[Successor, ...]:
    """Who could take over, the most reasons first; opponents are not proposed."""
    found = []
    for one in others:
        if sign(one.stance) == -1:
            continue
        reasons = _reasons(view, card, one, strong)
        points = sum(POINTS[code] for code, _about in reasons)
        if points > POINTS["known"]:
            found.append(Successor(one, points, reasons))
    return tuple(sorted(found, key=lambda one: (-one.points, one.card.name, one.card.person_id))[:MOST])


def _reasons(view: MapView, card: MapCard, one: MapCard, strong: Decimal) -> tuple[tuple[str, str], ...]:
    shared = _shared_targets(view, card, one)
    roles = [role for role in one.roles if role in card.roles]
    near = (
        ("family", one.family, bool(one.family) and one.family == card.family),
        ("level", one.level, bool(one.level) and one.level == card.level),
        ("entity", one.account_name, one.account_id is not None and one.account_id == card.account_id),
        ("reports", "", one.manager is not None and one.manager in card.positions),
        ("strong", "", one.strength is not None and one.strength >= strong),
        ("known", "", one.strength is not None and one.strength < strong),
    )
    return (
        *((code, about) for code, about, true in near if true),
        *((("role", roles[0]),) if roles else ()),
        *((("influence", shared[0]),) if shared else ()),
    )


def _shared_targets(view: MapView, card: MapCard, one: MapCard) -> list[str]:
    """The names of those whom both influence."""
    names = {other.stake_id: other.name for other in view.cards}
    reach = [
        {line.target_stake_id for line in view.links if line.source_stake_id == who.stake_id}
        for who in (card, one)
        if who.stake_id is not None
    ]
    if len(reach) < 2:
        return []
    return sorted(names[stake] for stake in reach[0] & reach[1] if stake in names)


def _only(card: MapCard, others: Sequence[MapCard], name: str) -> tuple[str, ...]:
    """The codes that nobody else of the map carries."""
    carried = {code for one in others for code in getattr(one, name)}
    return tuple(code for code in getattr(card, name) if code not in carried)
