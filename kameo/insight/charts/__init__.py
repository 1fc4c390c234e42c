"""One Vega-Lite spec per chart: drawn by the browser in the page's own tokens, by the server as SVG and PNG."""

from kameo.insight.charts.boxes import nine_box_chart
from kameo.insight.charts.matrix import matrix_chart
from kameo.insight.charts.pareto import pareto_chart
from kameo.insight.charts.rendering import as_png, as_svg
from kameo.insight.charts.theme import Chart

__all__ = ["Chart", "as_png", "as_svg", "matrix_chart", "nine_box_chart", "pareto_chart"]
