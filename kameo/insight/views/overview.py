"""The first page: how concentrated we are, where accounts stand, one step from each of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kameo.insight.charts import matrix_chart, pareto_chart
from kameo.insight.charts.pareto import finding
from kameo.insight.queries import matrix, pareto
from kameo.insight.queries.periods import period
from kameo.insight.views.frame import chart_context, overview_context


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """GET /insight/: the two charts side by side, over the twelve months that end today."""
    start, end = period(None, None)
    curve, classes = pareto(request.user, start=start, end=end, size=5), matrix(request.user)
    context = {
        "curve": curve,
        "classes_found": classes,
        "finding": finding(curve),
        "start": start,
        "end": end,
        "pareto_chart": chart_context(pareto_chart(curve)),
        "matrix_chart": chart_context(matrix_chart(classes)),
    }
    return render(request, "insight/overview.html", overview_context("home") | context)
