"""A map ready to be drawn: faces placed, lines routed, branches folded. What board, saved SVG and PDF share."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kameo.decisions.drawing.faces import Face
from kameo.decisions.drawing.forest import ChartNode, Forest, plant, prune
from kameo.decisions.drawing.layout import ChartPlan, arrange
from kameo.decisions.drawing.measures import COMFORT
from kameo.decisions.drawing.ties import Strand, TieLine, draw_strands
from kameo.decisions.enums import Tie

if TYPE_CHECKING:
    from kameo.decisions.queries.maps import LinkRow

MATRIX = "matrix"


@dataclass(frozen=True)
class Scene:
    """`folded` says how many each closed card hides; `managing` who has somebody below, drawn or not."""

    faces: Mapping[str, Face]
    plan: ChartPlan
    forest: Forest
    strands: Sequence[Strand]
    folded: Mapping[str, int]
    managing: Collection[str]


def set_scene(
    faces: Sequence[Face],
    links: Sequence[LinkRow],
    *,
    closed: Collection[str] = (),
    nowhere: str = "",
    comfort: float = COMFORT,
) -> Scene:
    """Place everybody and route every line. `nowhere` names the group of those without an account; `comfort` is the
    width that the layout tries to keep to."""
    nodes = [ChartNode(face.key, face.above, face.card.account_name or nowhere) for face in faces]
    shown, folded = prune(nodes, closed)
    plan, forest = arrange(shown, comfort=comfort), plant(shown)
    by_key = {face.key: face for face in faces}
    lines = [*_matrix_lines(faces), *_ties(faces, links)]
    managing = {face.above for face in faces if face.above} & by_key.keys()
    return Scene(by_key, plan, forest, draw_strands(lines, plan.spots), folded, managing)


def _matrix_lines(faces: Sequence[Face]) -> list[TieLine]:
    return [
        TieLine(f"m{face.card.person_id}", MATRIX, face.matrix, face.key)
        for face in faces
        if face.matrix and face.matrix != face.above
    ]


def _ties(faces: Sequence[Face], links: Sequence[LinkRow]) -> list[TieLine]:
    keys = {face.card.stake_id: face.key for face in faces if face.card.stake_id}
    return [
        TieLine(str(link.id), link.kind, keys[link.source_stake_id], keys[link.target_stake_id], words_of(link))
        for link in links
        if link.source_stake_id in keys and link.target_stake_id in keys
    ]


def words_of(link: LinkRow) -> str:
    """What somebody wrote on the line, or its verb."""
    return link.label or str(Tie(link.kind).label)
