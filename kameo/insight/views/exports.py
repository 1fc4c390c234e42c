"""A chart as a picture, a table as a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.functional import Promise

from kameo.core import clock
from kameo.core.spreadsheets import csv_lines
from kameo.insight.charts import Chart, as_png, as_svg

PICTURES = {"svg": ("image/svg+xml", as_svg), "png": ("image/png", as_png)}


def chart_response(chart: Chart | None, form: str, name: str) -> HttpResponse:
    """The chart in this form; 404 when there is nothing to draw, or no such form."""
    if chart is None or form not in PICTURES:
        raise Http404(form)
    content_type, draw = PICTURES[form]
    return HttpResponse(draw(chart), content_type=content_type, headers=_attachment_header(name, form))


def table_response(headers: Sequence[Any], rows: Iterable[Sequence[Any]], name: str) -> HttpResponseBase:
    """UTF-8 with a mark, semicolons: what a French spreadsheet opens with a double click."""
    # Read, and put into words, while the request's language holds: lines are written after it.
    titles = [str(header) for header in headers]
    rows = [[str(value) if isinstance(value, Promise) else value for value in row] for row in rows]
    return StreamingHttpResponse(
        csv_lines(titles, rows), content_type="text/csv; charset=utf-8", headers=_attachment_header(name, "csv")
    )


def _attachment_header(name: str, form: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}-{clock.today().isoformat()}.{form}"'}
