"""The departure of a colleague: contacts nobody else speaks with, relations they keep. Pure.

Strength is computed again by c-10 without the exchanges that only they had, and without them in the breadth: what
remains is what somebody else of ours keeps alive. After a real departure the score keeps their history and fades.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kameo.accounts.revenue.periods import months_before
from kameo.decisions.queries import MapView
from kameo.insight.coverage import Coverage, MapMember
from kameo.insight.departures.figures import edges_of, figure_changes, with_members
from kameo.insight.departures.paths import cut_off, path_graph
from kameo.insight.departures.shapes import Knower, Loss, MapInteraction
from kameo.insight.strength import Contact, Settings, compute_strength, inputs_from
from kameo.insight.strength.history import weight_of


def without_colleague(
    view: MapView,
    before: Coverage,
    exchanges: Sequence[MapInteraction],
    colleague_id: int,
    *,
    deciding: Collection[str],
    active: Collection[int],
    cadences: Mapping[int, int],
    settings: Settings,
    on: date,
) -> Loss:
    """`exchanges` are all those with the people of the map, `active` the colleagues who work here, `on` today."""
    left = [one for one in exchanges if one.contact.colleagues - {colleague_id}]
    since = months_before(on, settings.months)
    recent = [one for one in exchanges if one.contact.counts and since < one.contact.day <= on]
    met = {one.person_id for one in recent if colleague_id in one.contact.colleagues}
    kept = {one.person_id for one in recent if one.contact.colleagues & set(active) - {colleague_id}}
    scale = _Scale(left, colleague_id, set(active), cadences, settings, on)
    members = [scale.member(one) if one.person_id in met else one for one in before.members]
    after = with_members(before, members, deciding)
    here = {one.person_id for one in before.mapped}
    owned = tuple(card for card in view.rated if card.owner_id == colleague_id)
    concerned = (met & here) | {card.person_id for card in owned}
    return Loss(
        before=before,
        after=after,
        changes=figure_changes(before, after),
        cut=tuple(sorted(cut_off(path_graph(edges_of(view, recent)), ("ours", colleague_id)) & here)),
        alone=tuple(sorted((met - kept) & here)),
        held=owned,
        knowers=colleagues_who_speak(recent, concerned, set(active) - {colleague_id}),
    )


def colleagues_who_speak(
    recent: Sequence[MapInteraction], concerned: Collection[int], active: Collection[int]
) -> tuple[Knower, ...]:
    """Who of ours already speaks with these people, in no order of merit: by id, the page lists them by name."""
    found: dict[int, set[int]] = {}
    for one in recent:
        if one.person_id in concerned:
            for colleague in one.contact.colleagues & set(active):
                found.setdefault(colleague, set()).add(one.person_id)
    return tuple(Knower(pk, tuple(sorted(people))) for pk, people in sorted(found.items()))


class _Scale:
    """Strength and weighted exchanges of somebody, counting only what others of ours had with them."""

    def __init__(
        self,
        left: Sequence[MapInteraction],
        colleague: int,
        active: set[int],
        cadences: Mapping[int, int],
        settings: Settings,
        on: date,
    ) -> None:
        self.history: dict[int, list[Contact]] = {}
        for one in left:
            self.history.setdefault(one.person_id, []).append(one.contact)
        self.active, self.cadences, self.settings, self.on = active - {colleague}, cadences, settings, on

    def member(self, one: MapMember) -> MapMember:
        history = self.history.get(one.person_id, [])
        cadence = self.cadences.get(one.person_id)
        if cadence is None:
            return one
        inputs = inputs_from(history, on=self.on, cadence=cadence, settings=self.settings, active=self.active)
        talks = [contact.at for contact in history if contact.counts and (contact.live or contact.received)]
        since = months_before(self.on, self.settings.months)
        touches = sum(
            (weight_of(c, self.settings) for c in history if c.counts and since < c.day <= self.on), Decimal(0)
        )
        return replace(
            one,
            strength=compute_strength(inputs, self.settings).score,
            last_two_way_at=max(talks, default=None),
            last_contact_at=max((c.at for c in history if c.counts), default=None),
            touches=touches,
        )
