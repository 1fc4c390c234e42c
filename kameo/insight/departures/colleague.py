"""The departure of a colleague: contacts nobody else speaks with, relations they keep. Pure.

What is known of each person comes without the exchanges that only the colleague had (`reading.read_without`): what
remains is what somebody else of ours keeps alive. After a real departure the score keeps their history and fades.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kameo.decisions.queries import MapView
from kameo.insight.coverage import Coverage
from kameo.insight.departures.figures import edges_of, figure_changes
from kameo.insight.departures.paths import cut_off, path_graph
from kameo.insight.departures.shapes import Knower, Loss, MapInteraction


def without_colleague(
    view: MapView,
    before: Coverage,
    recent: Sequence[MapInteraction],
    colleague_id: int,
    *,
    active: Collection[int],
    without: Mapping[int, Mapping[str, Any]],
) -> Loss:
    """`recent` are the exchanges with the people of the map, `active` the colleagues who work here, `without` what
    would be known of those whom the colleague met.
    """
    others = set(active) - {colleague_id}
    met = people_met(recent, colleague_id)
    kept = {one.person_id for one in recent if one.colleagues & others}
    members = [replace(one, **without.get(one.person_id, {})) for one in before.members]
    after = before.with_members(members)
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
        knowers=colleagues_who_speak(recent, concerned, others),
    )


def people_met(recent: Sequence[MapInteraction], colleague_id: int) -> set[int]:
    return {one.person_id for one in recent if colleague_id in one.colleagues}


def colleagues_who_speak(
    recent: Sequence[MapInteraction], concerned: Collection[int], active: Collection[int]
) -> tuple[Knower, ...]:
    """Who of ours already speaks with these people, in no order of merit: by id, the page lists them by name."""
    found: dict[int, set[int]] = {}
    for one in recent:
        if one.person_id in concerned:
            for colleague in one.colleagues & set(active):
                found.setdefault(colleague, set()).add(one.person_id)
    return tuple(Knower(pk, tuple(sorted(people))) for pk, people in sorted(found.items()))
