"""The org chart on the page: an SVG that the server draws, whose cards are HTML (foreignObject).

It scrolls and links without JavaScript. `<decision-map>` reads the data attributes: person, position and stake of each
card, its parent; the id, kind and ends of each line.
"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup, escape

from kameo.decisions.drawing.cards import CardPainter
from kameo.decisions.drawing.edges import tree_path
from kameo.decisions.drawing.faces import Face
from kameo.decisions.drawing.line_ends import HOLLOW, tips
from kameo.decisions.drawing.measures import HEIGHT, WIDTH
from kameo.decisions.drawing.scene import MATRIX, Scene
from kameo.decisions.drawing.ties import CAP, Strand
from kameo.decisions.enums import Tie


def draw_board(scene: Scene, painter: CardPainter, *, label: str) -> Markup:
    """`<svg class="org">`: the hierarchy, then the lines, the cards, and the words of the lines above all."""
    plan = scene.plan
    parts = [
        f'<svg class="org" viewBox="0 0 {plan.width:g} {plan.height:g}" width="{plan.width:g}"'
        f' height="{plan.height:g}" role="group" aria-label="{escape(label)}">',
        # A tree may hold nothing but its items: it owns the cards, and the links of lines and folds stay beside.
        f'<g role="tree" aria-label="{escape(label)}" aria-owns="{" ".join(plan.spots)}"></g>' if plan.spots else "",
        f'<path class="tree" d="{tree_path(plan.spots)}"/>',
    ]
    parts += [
        f'<text class="place" x="{head.x:g}" y="{head.y:g}">{escape(head.text)}'
        f'<tspan class="faint" dx="6">{head.count}</tspan></text>'
        for head in plan.headings
    ]
    parts += [_curve(strand, scene) for strand in scene.strands]
    places = _places(scene)
    parts += [_seat(scene, painter, key, places) for key in plan.spots]
    parts += [_tie_words(strand, scene, painter) for strand in scene.strands if strand.words]
    parts.append("</svg>")
    return Markup("".join(parts))  # noqa: S704 - every part is escaped where it is made


def _places(scene: Scene) -> dict[str, tuple[int, int]]:
    """Rank among siblings and how many they are, for who hears the tree."""
    families = [list(scene.forest.roots), *scene.forest.below.values()]
    return {key: (rank, len(keys)) for keys in families for rank, key in enumerate(keys, 1)}


def _seat(scene: Scene, painter: CardPainter, key: str, places: dict[str, tuple[int, int]]) -> str:
    spot, face = scene.plan.spots[key], scene.faces[key]
    rank, count = places[key]
    opened = "" if key not in scene.managing else f' aria-expanded="{"false" if key in scene.folded else "true"}"'
    attrs = (
        f' id="{key}" role="treeitem" aria-level="{spot.depth + 1}" aria-posinset="{rank}" aria-setsize="{count}"'
        f"{opened}{_data_attributes(face, spot.parent)}"
    )
    return (
        f'<foreignObject x="{spot.x:g}" y="{spot.y:g}" width="{WIDTH}" height="{HEIGHT}" role="none">'
        f'<div xmlns="http://www.w3.org/1999/xhtml" class="fo" role="none">{painter.card(face, attrs)}'
        f"{_fold(scene, painter, key)}</div></foreignObject>"
    )


def _data_attributes(face: Face, parent: str | None) -> str:
    card = face.card
    facts = {"person": card.person_id, "position": card.position_id, "stake": card.stake_id}
    written = "".join(f' data-{name}="{value}"' for name, value in facts.items() if value is not None)
    return written + (f' data-above="{parent}"' if parent else "")


def _fold(scene: Scene, painter: CardPainter, key: str) -> str:
    if key not in scene.managing or painter.doors.fold is None:
        return ""
    hidden, name = scene.folded.get(key), scene.faces[key].card.name
    if hidden:
        words = ngettext("Unfold %(count)s person below %(name)s", "Unfold %(count)s people below %(name)s", hidden) % {
            "count": hidden,
            "name": name,
        }
    else:
        words = _("Fold what is below %(name)s") % {"name": name}
    icon = painter.ui.icon("plus" if hidden else "minus")
    shown = f"{icon}{hidden}" if hidden else icon
    address = escape(painter.doors.fold(key))
    counted = " data-count" if hidden else ""
    return (
        f'<a class="fold" href="{address}" data-fold="{key}"{counted} title="{escape(words)}">{shown}'
        f'<span class="vh">{escape(words)}</span></a>'
    )


def _curve(strand: Strand, scene: Scene) -> str:
    line = strand.line
    signs = "".join(
        f'<path class="tip{" open" if line.kind in HOLLOW else ""}" d="{d}" transform="{turn}"/>'
        for d, turn in tips(strand)
    )
    ends = f'data-from="{line.source}" data-to="{line.target}"'
    return (
        f'<g class="tie {line.kind}" {ends}><title>{escape(strand_in_words(strand, scene))}</title>'
        f'<path class="inf" d="{strand.path}"/>{signs}</g>'
    )


def _tie_words(strand: Strand, scene: Scene, painter: CardPainter) -> str:
    x, y = strand.at
    box = (
        f'<rect class="capbg" x="{x - strand.width / 2:g}" y="{y - CAP / 2:g}" width="{strand.width:g}"'
        f' height="{CAP}" rx="{CAP // 2}"/><text class="cap" x="{x:g}" y="{y + 4:g}">{escape(strand.words)}</text>'
    )
    said = f"<title>{escape(strand_in_words(strand, scene))}</title>"
    if painter.writable and painter.doors.tie:
        address = escape(painter.doors.tie.format(strand.line.key))
        box = f'<a href="{address}" data-tie="{strand.line.key}">{said}{box}</a>'
    else:
        box = said + box
    line = strand.line
    return f'<g class="tie {line.kind}" data-from="{line.source}" data-to="{line.target}">{box}</g>'


def strand_in_words(strand: Strand, scene: Scene) -> str:
    """ "Leïla Hamdaoui influences Isabelle Roquemaure: must agree"."""
    line = strand.line
    one, two = scene.faces[line.source].card.name, scene.faces[line.target].card.name
    if line.kind == MATRIX:
        return _("%(two)s also reports to %(one)s") % {"one": one, "two": two}
    verb = str(Tie(line.kind).label)
    plain = f"{one} {verb} {two}"
    return plain if line.words in {verb, ""} else f"{plain} ({line.words})"
