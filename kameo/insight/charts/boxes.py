"""The 9-box: attractiveness upright, our position beside the best competitor across, the name of each cell in it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.core.money import reporting_currency
from kameo.core.ui import formats
from kameo.insight.charts.bubbles import Bubble, layers
from kameo.insight.charts.theme import PORTRAIT, Chart, axis, ticks
from kameo.insight.queries import BoxPlace, NineBox

WASH = {4: "@carn-wash", 3: "@carn-wash", 1: "@sunken", 0: "@sunken"}  # by the sum of the two thirds


def nine_box_chart(found: NineBox) -> Chart | None:
    """None while nobody stands in a cell."""
    if not found.places:
        return None
    bounds = [0.0, float(found.lower), float(found.upper), 100.0]
    marks = ticks(bounds, [formats.number(bound, 1 if bound % 1 else 0) for bound in bounds])
    x = axis("x", _("Our position beside the best competitor"), (0, 100), {**marks, "grid": False})
    y = axis("y", _("Attractiveness"), (0, 100), {**marks, "grid": False})
    bubbles = [_bubble(place) for place in found.places]
    spec = {"encoding": {"x": x, "y": y}, "layer": [*_cells(found, bounds), *layers(bubbles)]}
    return Chart(finding(found), _description(found), spec, height=460)


def finding(found: NineBox) -> str:
    """The title of the page and of the chart."""
    if not found.places:
        return _("No account is rated on both axes yet")
    best = next(cell for cell in found.cells if (cell.attractiveness, cell.position) == (2, 2))
    words = {"count": formats.number(len(best.places)), "all": formats.number(len(found.places))}
    return (
        ngettext(
            "%(count)s of %(all)s accounts rated: attractive, and we lead there",
            "%(count)s of %(all)s accounts rated: attractive, and we lead there",
            len(found.places),
        )
        % words
    )


def _cells(found: NineBox, bounds: list[float]) -> list[dict[str, Any]]:
    boxes: list[dict[str, Any]] = [
        {
            "x": bounds[cell.position],
            "x2": bounds[cell.position + 1],
            "y": bounds[cell.attractiveness],
            "y2": bounds[cell.attractiveness + 1],
            "label": cell.words.name,
            "sum": cell.attractiveness + cell.position,
        }
        for cell in found.cells
    ]
    ends = {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    line = {"type": "rect", "stroke": "@plot-grid", "strokeWidth": 1, "filled": True}
    words = {
        "type": "text",
        "align": "left",
        "baseline": "top",
        "dx": 8,
        "dy": 7,
        "font": PORTRAIT,
        "fontStyle": "italic",
        "fontSize": 12,
        "fill": "@ink-3",
    }
    drawn: list[dict[str, Any]] = [
        {"data": {"values": [box]}, "mark": {**line, "color": WASH.get(box["sum"], "@surface")}, "encoding": ends}
        for box in boxes
    ]
    tops = [{"x": box["x"], "y": box["y2"], "label": box["label"]} for box in boxes]
    return [*drawn, {"data": {"values": tops}, "mark": words, "encoding": {"text": {"field": "label"}}}]


def _bubble(place: BoxPlace) -> Bubble:
    x, y = float(place.position.value or 0), float(place.attractiveness.value or 0)
    words = {
        "name": place.name,
        "attractiveness": formats.number(place.attractiveness.value),
        "position": formats.number(place.position.value),
        "revenue": formats.money(place.revenue, reporting_currency()),
    }
    told = _("%(name)s: attractiveness %(attractiveness)s, position %(position)s, %(revenue)s") % words
    return Bubble(place.account_id, place.name, x, y, x / 100, y / 100, place.revenue, place.account_class, told)


def _description(found: NineBox) -> str:
    parts = [
        _("%(class)s: %(names)s") % {"class": cell.words.name, "names": ", ".join(one.name for one in cell.places[:8])}
        for cell in found.cells
        if cell.places
    ]
    return _("9-box.") + " " + ". ".join(parts) + "."
