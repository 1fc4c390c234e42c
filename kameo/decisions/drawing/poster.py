"""The map as one file: an SVG of text and shapes alone, with its title and legend, that any program opens.

No foreignObject, no style sheet, no class: colours are resolved, fonts fall back, words are cut by their estimated
width. The PDF is this drawing on a sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from markupsafe import escape

from kameo.decisions.drawing.edges import tree_path
from kameo.decisions.drawing.faces import Face
from kameo.decisions.drawing.glyphs import glyph
from kameo.decisions.drawing.layout import Spot
from kameo.decisions.drawing.lettering import fit, width_of
from kameo.decisions.drawing.line_ends import HOLLOW, STROKES, TIPS, tips
from kameo.decisions.drawing.measures import HEIGHT, MARGIN, WIDTH
from kameo.decisions.drawing.scene import Scene
from kameo.decisions.drawing.ties import CAP, Strand

FONT = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
INK, SOFT, FAINT = "#22202b", "#4a4653", "#6b6673"
LINE, RULE, PAPER, SURFACE = "#8d8880", "#e6e2dc", "#faf9f7", "#ffffff"
OK, BAD, CARNELIAN, WASH = "#1d7a50", "#b3123f", "#b8432a", "#f6ded6"
TONES = {"ok": OK, "bad": BAD, "mute": SOFT, "unknown": FAINT}
SIDES = {"champ": OK, "opp": BAD}
HEAD, FOOT = 64, 44


@dataclass(frozen=True)
class Caption:
    """What stands around the drawing."""

    title: str
    sub: str
    legend: Sequence[tuple[str, str]]  # kind of line and its name


def draw_poster(scene: Scene, caption: Caption) -> str:
    """A whole SVG document: the title above, the legend below, either left out when it is empty."""
    plan = scene.plan
    head, foot = HEAD if caption.title else 0, FOOT if caption.legend else 0
    width = max(plan.width, _legend_width(caption.legend), 420 if caption.title else 0)
    height = plan.height + head + foot
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}"'
        f' height="{height:g}" font-family="{escape(FONT)}" fill="none">',
        f"<title>{escape(caption.title)}</title>" if caption.title else "",
        f'<rect width="{width:g}" height="{height:g}" fill="{SURFACE}"/>',
        *(_head(caption, width) if caption.title else ()),
        f'<g transform="translate(0 {head})">',
        f'<path d="{tree_path(plan.spots)}" stroke="{LINE}" stroke-width="1.25"/>',
    ]
    parts += [_svg_text(head_.x, head_.y, f"{head_.text} ({head_.count})", 12, FAINT, 550) for head_ in plan.headings]
    parts += [_curve(strand) for strand in scene.strands]
    for key, spot in plan.spots.items():
        parts += _card(scene.faces[key], spot, scene.folded.get(key, 0))
    parts += [_tie_words(strand) for strand in scene.strands if strand.words]
    parts.append("</g>")
    parts += _legend(caption.legend, plan.height + head + 14)
    parts.append("</svg>\n")
    return "".join(parts)


def _svg_text(x: float, y: float, words: str, size: float, colour: str, weight: int = 400, anchor: str = "") -> str:
    turned = f' text-anchor="{anchor}"' if anchor else ""
    heavy = f' font-weight="{weight}"' if weight != 400 else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}"{heavy}{turned}>{escape(words)}</text>'


def _icon(name: str, x: float, y: float, colour: str, size: float = 14) -> str:
    return (
        f'<g transform="translate({x:g} {y:g}) scale({size / 16:g})" stroke="{colour}" stroke-width="1.5"'
        f' stroke-linecap="round" stroke-linejoin="round">{glyph(name)}</g>'
    )


def _head(caption: Caption, width: float) -> Iterable[str]:
    yield _svg_text(MARGIN, 28, fit(caption.title, width - 16, 20, bold=True), 20, INK, 600)
    yield _svg_text(MARGIN, 48, fit(caption.sub, width - 16, 12), 12, FAINT)


def _card(face: Face, spot: Spot, folded: int) -> list[str]:
    x, y = spot.x, spot.y
    dashed = ' stroke-dasharray="4 3"' if face.card.unknown else ""
    border = LINE if face.card.unknown else SIDES.get(face.side, "#cfcac2")
    fill = PAPER if face.card.unknown else SURFACE
    box = (
        f'<rect x="{x + 0.5:g}" y="{y + 0.5:g}" width="{WIDTH - 1}" height="{HEIGHT - 1}" rx="10" fill="{fill}"'
        f' stroke="{border}"{dashed}/>'
    )
    parts = ["<g>", f"<title>{escape(_face_in_words(face))}</title>", box]
    parts += _unknown(face, x, y) if face.card.unknown else _known(face, x, y)
    if folded:
        parts.append(_svg_text(x + WIDTH / 2, y + HEIGHT + 14, f"+{folded}", 11, SOFT, 600, "middle"))
    parts.append("</g>")
    return parts


def _known(face: Face, x: float, y: float) -> Iterable[str]:
    card = face.card
    yield _svg_text(x + 11, y + 23, fit(card.name, WIDTH - 44, 12.5, bold=True), 12.5, INK, 600)
    yield _icon(face.icon, x + WIDTH - 25, y + 11, TONES[face.tone])
    yield _svg_text(x + 11, y + 40, fit(card.title or card.account_name, WIDTH - 22, 11.5), 11.5, SOFT)
    if face.roles:
        icon, name = face.roles[0]
        more = f" +{len(face.roles) - 1}" if len(face.roles) > 1 else ""
        yield _icon(icon, x + 11, y + 52, SOFT, 12)
        yield _svg_text(x + 27, y + 62, fit(name, WIDTH - 98, 11) + more, 11, SOFT)
    for rank in range(1, 6):
        on = card.influence is not None and rank <= card.influence
        centre = f'cx="{x + WIDTH - 59 + rank * 9:g}" cy="{y + 58:g}"'
        yield f'<circle {centre} r="{3 if on else 2.4}"' + (f' fill="{SOFT}"/>' if on else f' stroke="{FAINT}"/>')
    yield f'<path d="M{x + 11:g} {y + 76.5:g}H{x + WIDTH - 11:g}" stroke="{RULE}"/>'
    for rank, tall in enumerate((4, 6, 9, 11), 1):
        tint = SOFT if face.bond is not None and rank <= face.bond else "#d2cdc6"
        yield f'<rect x="{x + 7 + rank * 5:g}" y="{y + 98 - tall:g}" width="3" height="{tall}" rx="1" fill="{tint}"/>'
    yield _svg_text(x + 36, y + 97, _("n/a") if face.bond is None else face.bond_words, 11, FAINT)
    colour = BAD if face.late else FAINT
    words = face.contact_words
    yield _svg_text(x + WIDTH - 11, y + 97, words, 11, colour, 550 if face.late else 400, "end")
    yield _icon("octagon" if face.late else "clock", x + WIDTH - 29 - width_of(words, 11), y + 87, colour, 13)


def _unknown(face: Face, x: float, y: float) -> Iterable[str]:
    middle = x + WIDTH / 2
    yield _icon("question", middle - 8, y + 22, FAINT, 16)
    yield _svg_text(middle, y + 58, fit(face.card.name, WIDTH - 22, 12.5, bold=True), 12.5, INK, 600, "middle")
    why = face.card.title if face.card.title and face.card.title != face.card.name else _("Nobody known yet")
    yield _svg_text(middle, y + 76, fit(why, WIDTH - 22, 11), 11, FAINT, 400, "middle")


def _face_in_words(face: Face) -> str:
    """What was cut, in full: programs show it on hover and read it aloud."""
    roles = ", ".join(name for _icon, name in face.roles)
    parts = [face.card.name, face.card.title, roles]
    if not face.card.unknown:
        parts += [face.stance_words, face.influence_words]
    return ", ".join(part for part in parts if part)


def _stroke(kind: str) -> str:
    width, dash = STROKES[kind]
    colour = LINE if kind == "matrix" else CARNELIAN
    dashes = f' stroke-dasharray="{dash}" stroke-linecap="round"' if dash else ""
    return f'stroke="{colour}" stroke-width="{width:g}"{dashes}'


def _sign(kind: str, shape: str, turn: str) -> str:
    paint = f'stroke="{CARNELIAN}" stroke-width="1.75"' if kind in HOLLOW else f'fill="{CARNELIAN}"'
    return f'<path d="{shape}" transform="{turn}" {paint}/>'


def _curve(strand: Strand) -> str:
    kind = strand.line.kind
    signs = "".join(_sign(kind, shape, turn) for shape, turn in tips(strand))
    return f'<path d="{strand.path}" {_stroke(kind)}/>{signs}'


def _tie_words(strand: Strand) -> str:
    x, y = strand.at
    box = (
        f'<rect x="{x - strand.width / 2:g}" y="{y - CAP / 2:g}" width="{strand.width:g}" height="{CAP}"'
        f' rx="{CAP // 2}" fill="{SURFACE}" stroke="{WASH}"/>'
    )
    return box + _svg_text(x, y + 4, strand.words, 11, CARNELIAN, 500, "middle")


def _legend_width(legend: Sequence[tuple[str, str]]) -> float:
    return sum(width_of(name, 11) + 60 for _kind, name in legend) + 2 * MARGIN


def _legend(legend: Sequence[tuple[str, str]], y: float) -> list[str]:
    parts, x = [], float(MARGIN)
    for kind, name in legend:
        parts.append(f'<path d="M{x:g} {y:g}h{26 if kind == "matrix" else 18}" {_stroke(kind)}/>')
        if shape := TIPS.get(kind):
            parts.append(_sign(kind, shape, f"translate({x + 27:g} {y:g}) rotate(-90)"))
        parts.append(_svg_text(x + 36, y + 4, name, 11, SOFT))
        x += width_of(name, 11) + 60
    return parts
