"""The 2×2: revenue or its share of ours beside alignment, both thresholds drawn."""

from __future__ import annotations

from decimal import Decimal
from math import asinh
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.accounts.enums import AccountClass
from kameo.core.money import reporting_currency
from kameo.core.ui import formats
from kameo.insight.charts.bubbles import Bubble, layers
from kameo.insight.charts.theme import PORTRAIT, Chart, axis, ticks
from kameo.insight.enums import Measure
from kameo.insight.queries import AccountMatrix, MatrixRow

STEPS = (0, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000)


def matrix_chart(found: AccountMatrix, *, measure: str = Measure.REVENUE.value, swap: bool = False) -> Chart | None:
    """None without a bubble. `measure` is the large axis, upright unless `swap` lays it down."""
    large = _Large(found, measure)
    rows = [row for row in found.rows if large.value(row) is not None]
    if not rows:
        return None
    gate = float(found.key_gate)
    key_marks = ticks([0, gate, 100], ["0", formats.number(found.key_gate), "100"])
    key = axis("x", _("Alignment with our objectives"), (0, 104), key_marks)
    channels = (key, large.channel)
    if swap:
        key, upright = {**key, "field": "y"}, {**large.channel, "field": "x"}
        channels = (upright, key)
    bubbles = [_bubble(row, large, swap) for row in rows]
    frame = [*_frame(gate, large, swap)]
    spec = {"encoding": {"x": channels[0], "y": channels[1]}, "layer": [*frame, *layers(bubbles)]}
    return Chart(finding(found), _description(rows), spec, height=380)


def finding(found: AccountMatrix) -> str:
    """The title of the page and of the chart."""
    both = sum(row.account_class == AccountClass.LARGE_KEY for row in found.rows)
    keys = sum(row.account_class in {AccountClass.LARGE_KEY, AccountClass.KEY} for row in found.rows)
    if not found.rows:
        return _("No account stands on both axes yet")
    words = {"keys": formats.number(keys), "both": formats.number(both)}
    return (
        ngettext(
            "%(keys)s key account, of which large: %(both)s", "%(keys)s key accounts, of which large: %(both)s", keys
        )
        % words
    )


class _Large:
    """The large axis: what it measures, over which domain, where its threshold stands."""

    def __init__(self, found: AccountMatrix, measure: str) -> None:
        self.share = measure == Measure.SHARE
        self.threshold = float(found.share_gate if self.share else found.threshold)
        self.currency = reporting_currency()
        values = [one for row in found.rows if (one := self.value(row)) is not None]
        top = max([*values, self.threshold]) * 1.25
        self.domain = (min([0.0, *values]), top or 1.0)
        self.channel = self._channel()

    def value(self, row: MatrixRow) -> float | None:
        exact = row.share * 100 if self.share and row.share is not None else None if self.share else row.revenue
        return None if exact is None else float(exact)

    def up(self, value: float) -> float:
        """From 0 to 1 along the axis."""
        low, high = (self._bent(one) for one in self.domain)
        return (self._bent(value) - low) / (high - low)

    def _bent(self, value: float) -> float:
        return value if self.share else asinh(value / self._constant)

    @property
    def _constant(self) -> float:
        return max(1.0, self.threshold / 5)

    def _channel(self) -> dict[str, Any]:
        if self.share:
            steps = sorted({0.0, self.threshold, round(self.domain[1] / 1.25, 1)})
            marks = ticks(steps, [formats.percent(step) for step in steps])
            return axis("y", _("Share of our revenue"), self.domain, marks)
        near = [float(step) for step in STEPS if self.domain[0] <= step <= self.domain[1]]
        steps = sorted(
            {*(step for step in near if abs(self.up(step) - self.up(self.threshold)) > 0.06), self.threshold}
        )
        marks = ticks(steps, [formats.short_money(Decimal(step), self.currency) for step in steps])
        # Close to even below the threshold, logarithmic above: a few amounts are a hundred times the others.
        return axis("y", _("Revenue over 12 months"), self.domain, marks, type="symlog", constant=self._constant)


def _bubble(row: MatrixRow, large: _Large, swap: bool) -> Bubble:
    value, alignment = large.value(row) or 0.0, float(row.alignment or 0)
    place = (alignment, value, alignment / 104, large.up(value))
    if swap:
        place = (value, alignment, large.up(value), alignment / 104)
    words = {
        "name": row.name,
        "class": AccountClass(row.account_class).label,
        "revenue": formats.money(row.revenue, large.currency),
        "alignment": formats.number(row.alignment),
    }
    told = _("%(name)s, %(class)s: %(revenue)s, alignment %(alignment)s of 100") % words
    return Bubble(row.account_id, row.name, *place, row.revenue, row.account_class, told)


def _frame(gate: float, large: _Large, swap: bool) -> list[dict[str, Any]]:
    """The quadrant of large and key, both thresholds, and what each quadrant is."""
    low, high = large.domain
    wash = {"x": gate, "x2": 104, "y": large.threshold, "y2": high}
    rules = [
        {"x": gate, "x2": gate, "y": low, "y2": high},
        {"x": 0, "x2": 104, "y": large.threshold, "y2": large.threshold},
    ]
    corners = [
        (0, high, "top", _("Large"), "@ink-3"),
        (gate, high, "top", _("Large and key"), "@carn-text"),
        (0, low, "bottom", _("Standard"), "@ink-3"),
        (gate, low, "bottom", _("Key"), "@ink-3"),
    ]
    if swap:
        wash, rules = _turned(wash), [_turned(rule) for rule in rules]
        corners = [
            (low, 104, "top", _("Key"), "@ink-3"),
            (large.threshold, 104, "top", _("Large and key"), "@carn-text"),
            (low, 0, "bottom", _("Standard"), "@ink-3"),
            (large.threshold, 0, "bottom", _("Large"), "@ink-3"),
        ]
    ends = {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    words = {"type": "text", "align": "left", "dx": 8, "font": PORTRAIT, "fontStyle": "italic", "fontSize": 13}
    return [
        {"data": {"values": [wash]}, "mark": {"type": "rect", "color": "@carn-wash"}, "encoding": ends},
        {
            "data": {"values": rules},
            "encoding": ends,
            "mark": {"type": "rule", "color": "@line-firm", "strokeDash": [3, 4]},
        },
        *(
            {
                "data": {"values": [{"x": x, "y": y, "label": label}]},
                "mark": {**words, "baseline": edge, "dy": 6 if edge == "top" else -6, "fill": colour},
                "encoding": {"text": {"field": "label"}},
            }
            for x, y, edge, label, colour in corners
        ),
    ]


def _turned(row: dict[str, float]) -> dict[str, float]:
    return {"x": row["y"], "x2": row["y2"], "y": row["x"], "y2": row["x2"]}


def _description(rows: list[MatrixRow]) -> str:
    parts = []
    for value, label in AccountClass.choices:
        names = [row.name for row in rows if row.account_class == value]
        if names:
            shown = ", ".join(names[:8]) + ("…" if len(names) > 8 else "")
            parts.append(_("%(class)s: %(names)s") % {"class": label, "names": shown})
    return _("Matrix of classes.") + " " + ". ".join(parts) + "."
