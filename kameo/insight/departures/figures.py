"""The figures of c-11 side by side, and who speaks with whom. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kameo.decisions.queries import MapView
from kameo.insight.coverage import Coverage, Figure
from kameo.insight.departures.paths import Edge
from kameo.insight.departures.shapes import FigureChange, MapInteraction

FIGURES = ("completeness", "roles", "threads", "concentration", "relationship", "support", "status")


def figure_changes(before: Coverage, after: Coverage) -> tuple[FigureChange, ...]:
    mapped = FigureChange("mapped", _mapped_count(before), _mapped_count(after))
    others = (FigureChange(code, getattr(before, code), getattr(after, code)) for code in FIGURES)
    return (mapped, *others)


def seats_left(before: Coverage, after: Coverage) -> tuple[str, ...]:
    """Required places that somebody took and nobody takes any more."""
    now = {state.place.code for state in after.places if state.taken}
    return tuple(state.place.name for state in before.places if state.taken and state.place.code not in now)


def edges_of(view: MapView, exchanges: Iterable[MapInteraction]) -> list[Edge]:
    """Who speaks with whom: our exchanges, and their lines of influence and of hierarchy."""
    person = {card.stake_id: card.person_id for card in view.cards if card.stake_id is not None}
    post = {position: card.person_id for card in view.cards for position in card.positions}
    edges: list[Edge] = [
        (("ours", colleague), ("theirs", one.person_id)) for one in exchanges for colleague in one.colleagues
    ]
    edges += [
        (("theirs", person[line.source_stake_id]), ("theirs", person[line.target_stake_id]))
        for line in view.links
        if line.kind not in ("conflicts", "blocks")
    ]
    edges += [
        (("theirs", card.person_id), ("theirs", post[manager]))
        for card in view.cards
        for manager in (card.manager, card.matrix_manager)
        if manager in post
    ]
    return edges


def _mapped_count(coverage: Coverage) -> Figure:
    number = Decimal(len(coverage.mapped))
    reason = "no_map" if coverage.empty else ""
    return Figure(None if reason else number, number, Decimal(coverage.expected), reason)
