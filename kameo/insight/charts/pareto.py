"""The curve of Pareto: the accounts that make 80 % in carnelian, the seeds' claim as a hollow mark."""

from __future__ import annotations

import math
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.core.ui import formats
from kameo.insight.charts.theme import Chart, axis, ticks
from kameo.insight.queries import Pareto
from kameo.insight.queries.reference import STUDY

QUARTERS = (0, 25, 50, 75, 100)


def pareto_chart(found: Pareto) -> Chart | None:
    """None when there is nothing to draw: no revenue, or one that is not above zero."""
    if found.accounts_for_80 is None or found.share_for_80 is None:
        return None
    rows = [_chart_row(one.rank, one.accounts_share, one.revenue_share) for one in found.points]
    curve = [{"rank": 0, "x": 0, "y": 0, "told": ""}, *rows]
    head = [row for row in curve if row["rank"] <= found.accounts_for_80]
    top = max(100.0, math.ceil(max(row["y"] for row in curve)))
    x = axis("x", _("Accounts, the largest first"), (0, 100), ticks(QUARTERS, [_percent(one) for one in QUARTERS]))
    y = axis("y", None, (0, top), ticks(QUARTERS, [_percent(one) for one in QUARTERS]))
    x["axis"]["grid"] = False
    return Chart(
        finding(found),
        _description(found),
        {
            "encoding": {"x": x, "y": y},
            "layer": [
                {"data": {"values": head}, "mark": {"type": "area", "color": "@carn-wash"}},
                {
                    "data": {"values": [{"x": 0, "y": 0}, {"x": 100, "y": 100}]},
                    "mark": {"type": "line", "color": "@plot-3", "strokeDash": [2, 4], "strokeWidth": 1.5},
                },
                {"data": {"values": curve}, "mark": {"type": "line", "color": "@plot-1", "strokeWidth": 1.75}},
                {"data": {"values": head}, "mark": {"type": "line", "color": "@carn", "strokeWidth": 2.5}},
                {
                    "data": {"values": rows},
                    "mark": {"type": "circle", "size": 90, "opacity": 0},
                    "encoding": {"tooltip": {"field": "told"}},
                },
                *_mark(found, head[-1]),
                *_claim(found),
            ],
        },
    )


def finding(found: Pareto) -> str:
    """The title of the page and of the chart."""
    count = found.accounts_for_80
    if count is None:
        return _("No revenue to share out over this period")
    words = {"count": formats.number(count)}
    return (
        ngettext("%(count)s account makes 80%% of the revenue", "%(count)s accounts make 80%% of the revenue", count)
        % words
    )


def _mark(found: Pareto, at: dict[str, Any]) -> list[dict[str, Any]]:
    """Where 80 % are reached, with its words."""
    lines = [[{"x": at["x"], "y": 0}, at], [{"x": 0, "y": at["y"]}, at]]
    share = formats.percent(_hundred(found.share_for_80))
    told = _("%(share)s of the accounts make 80%%") % {"share": share}
    return [
        *(
            {
                "data": {"values": line},
                "mark": {"type": "line", "color": "@carn", "strokeDash": [3, 4], "strokeWidth": 1},
            }
            for line in lines
        ),
        {"data": {"values": [at]}, "mark": {"type": "circle", "color": "@carn", "size": 110, "opacity": 1}},
        {
            "data": {"values": [{**at, "label": told}]},
            "mark": _mark_text(at["x"], dy=15, fill="@carn-text", fontWeight=600),
            "encoding": {"text": {"field": "label"}},
        },
    ]


def _claim(found: Pareto) -> list[dict[str, Any]]:
    """The seeds' figure, beside ours and never mistaken for it."""
    words = {"accounts": formats.percent(STUDY.accounts), "revenue": formats.percent(STUDY.revenue)}
    label = _("Claimed: %(accounts)s make %(revenue)s (not verified)") % words
    at = {"x": STUDY.accounts, "y": STUDY.revenue, "label": label}
    shape = {"type": "point", "shape": "diamond", "filled": False, "size": 90, "color": "@plot-2", "strokeWidth": 1.75}
    return [
        {"data": {"values": [at]}, "mark": shape, "encoding": {"tooltip": {"field": "label"}}},
        {"data": {"values": [at]}, "mark": _mark_text(0, dy=16), "encoding": {"text": {"field": "label"}}},
    ]


def _mark_text(x: float, **more: Any) -> dict[str, Any]:
    """Words beside a mark, on the side where there is room."""
    side = {"align": "right", "dx": -10} if x > 55 else {"align": "left", "dx": 10}
    return {"type": "text", "baseline": "middle", **side, **more}


def _chart_row(rank: int, accounts: Any, revenue: Any) -> dict[str, Any]:
    words = {
        "count": formats.number(rank),
        "part": formats.percent(_hundred(accounts)),
        "share": formats.percent(_hundred(revenue)),
    }
    told = ngettext(
        "%(count)s account (%(part)s): %(share)s of the revenue",
        "%(count)s accounts (%(part)s): %(share)s of the revenue",
        rank,
    )
    return {
        "rank": rank,
        "x": round(float(accounts) * 100, 4),
        "y": round(float(revenue) * 100, 4),
        "told": told % words,
    }


def _description(found: Pareto) -> str:
    words = {
        "accounts": formats.number(found.accounts),
        "for_80": formats.number(found.accounts_for_80),
        "study": formats.number(found.accounts_at_study),
        "share": formats.percent(_hundred(found.share_at_study)),
    }
    return (
        _(
            "Curve of Pareto: %(for_80)s of %(accounts)s accounts make 80%% of the revenue; the first 23%%, %(study)s "
            "accounts, make %(share)s."
        )
        % words
    )


def _hundred(share: Any) -> Any:
    return None if share is None else share * 100


def _percent(value: int) -> str:
    return formats.percent(value)
