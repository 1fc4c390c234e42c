"""The same spec as a file, drawn in the web process: a tenth of a second once warm, and nothing from outside."""

from __future__ import annotations

import threading
from typing import Any

from kameo.insight.charts.theme import Chart

VERSION = "6.4"  # of Vega-Lite, the one that pages load (package.json)
_one_at_a_time = threading.Lock()  # the engine holds one JavaScript runtime


def as_svg(chart: Chart) -> str:
    """The chart on paper, with its title and description."""
    engine = _engine()
    with _one_at_a_time:
        drawn: str = engine.vegalite_to_svg(chart.on_paper(), vl_version=VERSION, allowed_base_urls=[])
    return drawn


def as_png(chart: Chart) -> bytes:
    """Twice as fine as a screen, for slides."""
    engine = _engine()
    with _one_at_a_time:
        drawn: bytes = engine.vegalite_to_png(chart.on_paper(), vl_version=VERSION, scale=2, allowed_base_urls=[])
    return drawn


def _engine() -> Any:
    import vl_convert  # 100 MB of memory and most of a second: only the process that draws pays

    return vl_convert
