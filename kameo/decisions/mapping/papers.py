"""The map on paper: a drawing that is saved, a document that is printed."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kameo.core import clock, preferences
from kameo.core.documents import compile_pdf, template
from kameo.core.ui import formats
from kameo.decisions.drawing.measures import COMFORT
from kameo.decisions.drawing.poster import Caption, draw_poster
from kameo.decisions.drawing.scene import Scene, set_scene
from kameo.decisions.mapping.page import MapPage

# Papers in landscape, the smallest first: how wide a drawing may be, and how high, before its words are too small.
SHEETS = (("a4", 1150, 720), ("a3", 1650, 1060), ("a2", 2350, 1540), ("a1", 3350, 2220), ("a0", 4750, 3180))


def svg_of(page: MapPage) -> str:
    """The whole map, nothing folded."""
    return draw_poster(_scene(page, COMFORT), Caption(_map_heading(page), _under(page), _legend(page)))


def pdf_of(page: MapPage, *, paper: str, by: str) -> bytes:
    """One sheet in landscape: title, findings, drawing, legend, who made it and when.

    A map too large for `paper` takes the next one: printers scale it, eyes do not.
    """
    allowed = SHEETS[[name for name, _width, _height in SHEETS].index(paper) :]
    scene = _scene(page, allowed[0][1])
    fitting = [s for s in allowed if scene.plan.width <= s[1] and scene.plan.height <= s[2]] or allowed[-1:]
    data = {
        "title": _map_heading(page),
        "language": (get_language() or "fr").split("-")[0],
        "company": str(preferences.get("company")),
        "made": _("%(day)s, %(who)s") % {"day": formats.date_time(clock.now()), "who": by},
        "page_of": "{0} / {1}",
        "paper": fitting[0][0],
        "under": _under(page),
        "empty": "" if page.faces else _("Nobody is known here yet"),
        "note": _("Confidential: opinions about people. For those who work with this account."),
    }
    drawing = draw_poster(scene, Caption("", "", _legend(page)))
    return compile_pdf(template("decisions", "map"), data=data, files={"map.svg": drawing.encode()})


def _scene(page: MapPage, comfort: float) -> Scene:
    return set_scene(page.faces, page.view.links, nowhere=_("Outside the account"), comfort=comfort)


def _legend(page: MapPage) -> list[tuple[str, str]]:
    return [(kind, name) for kind, name, _count in page.drawn]


def _map_heading(page: MapPage) -> str:
    name = page.named.name if page.named and not page.named.main else ""
    return " · ".join(part for part in (page.account.name, name, _("Who decides")) if part)


def _under(page: MapPage) -> str:
    day = page.address_state.as_of or clock.company_today()
    found = [page.title, *(words for words, _address in page.findings)]
    return " · ".join([_("On %(day)s") % {"day": formats.date_long(day)}, *found])
