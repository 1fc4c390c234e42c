"""The look of every chart. Colours are names of tokens: `var(--…)` on a page, so that themes follow; ink on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Spec = dict[str, Any]
FONT = "Inter Variable, Inter, ui-sans-serif, DejaVu Sans, Liberation Sans, Arial, sans-serif"
PORTRAIT = "Fraunces Variable, Fraunces, ui-serif, Georgia, DejaVu Serif, Liberation Serif, serif"
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"  # a name, never fetched

# The light values of static/css/tokens.css, for what is printed or sent.
PAPER = {
    "ink": "#1d1c2e",
    "ink-2": "#4b4b5a",
    "ink-3": "#656571",
    "carn": "#d44520",
    "carn-text": "#b73416",
    "carn-wash": "#ffefe8",
    "plot-1": "#36354c",
    "plot-2": "#727285",
    "plot-3": "#bcbdc7",
    "plot-grid": "#e8e6e3",
    "line-firm": "#8e8881",
    "surface": "#ffffff",
    "sunken": "#f4f2ef",
}


@dataclass(frozen=True)
class Chart:
    """`title` states the finding, `description` says it with its figures for whoever does not see the plot.

    `spec` holds colours as "@token"; `height` in pixels at any width.
    """

    title: str
    description: str
    spec: Spec
    height: int = 320

    def on_page(self) -> Spec:
        """For the browser: as wide as its place, in the tokens of the theme."""
        tokens = {name: f"var(--{name})" for name in PAPER}
        return self._whole(tokens, width="container", background=None)

    def on_paper(self, width: int = 720) -> Spec:
        """For files: of one width, light, with its title."""
        titled = {
            "text": self.title,
            "anchor": "start",
            "fontSize": 15,
            "offset": 14,
            "fontWeight": 600,
            "color": PAPER["ink"],
        }
        whole = self._whole(PAPER, width=width, background=PAPER["surface"])
        return {**whole, "title": titled, "padding": 16}

    def _whole(self, colours: Mapping[str, str], *, width: Any, background: str | None) -> Spec:
        spec: Spec = _coloured(self.spec, colours)
        return {
            "$schema": SCHEMA,
            "description": self.description,
            "width": width,
            "height": self.height,
            "background": background,
            "autosize": {"type": "fit", "contains": "padding"},
            "config": _coloured(CONFIG, colours),
            **spec,
        }


def _coloured(value: Any, colours: Mapping[str, str]) -> Any:
    """`value` with each "@token" replaced; rows of data are left as they are."""
    if isinstance(value, str):
        return colours[value[1:]] if value.startswith("@") and value[1:] in colours else value
    if isinstance(value, dict):
        return {
            key: part if key == "values" and _is_row_list(part) else _coloured(part, colours)
            for key, part in value.items()
        }
    return [_coloured(part, colours) for part in value] if isinstance(value, list) else value


def _is_row_list(part: Any) -> bool:
    return isinstance(part, list) and any(isinstance(row, dict) for row in part)


_TEXT = {
    "labelFont": FONT,
    "titleFont": FONT,
    "labelFontSize": 11,
    "titleFontSize": 11,
    "titleFontWeight": "normal",
    "labelColor": "@ink-3",
    "titleColor": "@ink-3",
}
CONFIG: Spec = {
    "font": FONT,
    "view": {"stroke": None},
    "title": {"font": FONT},
    "text": {"font": FONT, "fontSize": 11, "fill": "@ink-2"},
    "axis": {**_TEXT, "gridColor": "@plot-grid", "domainColor": "@line-firm", "ticks": False, "labelPadding": 6},
}


def ticks(values: Sequence[float], labels: Sequence[str]) -> Spec:
    """An axis with exactly these marks and words: numbers are written by us, not by the browser's locale."""
    pairs = [f"datum.value == {value!r} ? {_quoted(label)} : " for value, label in zip(values, labels, strict=True)]
    return {"values": list(values), "labelExpr": "".join(pairs) + "''"}


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def axis(field: str, title: str | None, domain: tuple[float, float], marks: Spec, **more: Any) -> Spec:
    """A quantitative channel over exactly `domain`."""
    scale = {"domain": list(domain), "nice": False, "zero": False, **more}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": {"title": title, **marks}}
