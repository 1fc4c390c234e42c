"""One import: its columns, its outcome, its result; the page follows its status."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kameo.core.errors import DomainError
from kameo.core.importing import Importer, importers
from kameo.core.ui.toasts import failure
from kameo.exchange import domain
from kameo.exchange.domain.drafting import local_file
from kameo.exchange.domain.rejected import rejected_lines
from kameo.exchange.models import Import
from kameo.exchange.pages import doubts, screens
from kameo.exchange.pages.words import explain_failure
from kameo.exchange.views.guards import visible_import

COLUMNS, OUTCOME, RESULT = 1, 2, 3
TEMPLATES = {COLUMNS: "exchange/columns.html", OUTCOME: "exchange/outcome.html", RESULT: "exchange/result.html"}


@require_safe
def import_page(request: HttpRequest, import_id: int) -> HttpResponse:
    """GET /imports/<id>/: whatever comes next for it; htmx asks again while it runs."""
    record = visible_import(request, import_id)
    template = "exchange/progress.html" if record.is_busy else TEMPLATES[screens.wizard_step(record)]
    response = render(request, template, _context(request, record))
    if request.headers.get("HX-Request") and not record.is_busy:
        response["HX-Refresh"] = "true"  # the wait is over: the next step is another page
    return response


def _context(request: HttpRequest, record: Import) -> dict[str, Any]:
    importer = importers[record.kind]
    step = screens.wizard_step(record)
    if record.is_busy:
        return {"record": record, "importer": importer, "step": step, "phase": screens.phase_words(record)}
    if step == COLUMNS:
        return {**_columns_context(record, importer), "record": record, "importer": importer}
    found, next_problem = screens.problems(record)
    return {
        "record": record,
        "importer": importer,
        "preview": screens.preview(record, importer),
        "problems": found,
        "problem_count": screens.problem_count(record),
        "next_problem": next_problem,
        **(_doubts(request, record) if step == OUTCOME else {}),
    }


def _columns_context(record: Import, importer: Importer) -> dict[str, Any]:
    return {
        "failure": explain_failure(record),
        "choices": screens.choices(record),
        "columns": screens.columns(record),
        "targets": screens.target_fields(importer),
        "missing": screens.missing_fields(record, importer),
        "first": screens.first_rows(record, importer),
    }


def _doubts(request: HttpRequest, record: Import) -> dict[str, Any]:
    """The lines to decide: ?show=settled for the decided ones, ?after= for the next page."""
    after = request.GET.get("after", "0")
    show = doubts.SETTLED if request.GET.get("show") == doubts.SETTLED else doubts.OPEN
    at = int(after) if after.isdecimal() and len(after) < 10 else 0
    page = doubts.page_of(record, request.user, show=show, after=at)
    people = doubts.people_of(record, request.user)
    return {"doubts": page, "people": people, "may_create": domain.may_create(record)}


@require_POST
def import_choices(request: HttpRequest, import_id: int) -> HttpResponse:
    """POST /imports/<id>/choices/: what somebody decided; the file is recognised again.

    With `go`, the outcome is worked out next; otherwise the same page shows what the choice changed.
    """
    record = visible_import(request, import_id)
    try:
        domain.change_choices(record, options=_options(request, record), mapping=_mapping(request, record))
        if "go" in request.POST and not record.failure:
            domain.request_plan(record)
    except DomainError as error:
        failure(request, error)
    return redirect("imports:page", record.pk)


def _options(request: HttpRequest, record: Import) -> dict[str, Any]:
    """Reading options that differ from what was recognised (or were chosen before), and the importer's own."""
    chosen: dict[str, Any] = {}
    if "shown" not in request.POST:  # "change the columns" brings no form along: an absent box is no answer
        return chosen
    for name, found in record.analysis.get("recognised", {}).items():
        value = request.POST.get(f"read.{name}")
        if value is not None and (value != str(found["value"]) or name in record.options):
            chosen[name] = value
    for option in importers[record.kind].options:
        value = request.POST.get(f"option.{option.name}")
        if option.kind == "boolean":
            chosen[option.name] = value is not None
        elif value is not None:
            chosen[option.name] = value
    return chosen


def _mapping(request: HttpRequest, record: Import) -> dict[str, str]:
    """Columns whose field somebody changed; a field given twice goes to the column changed last in the form."""
    known = {field.name for field in importers[record.kind].fields} | {""}
    changed = {}
    for index, column in enumerate(record.analysis.get("columns", [])):
        value = request.POST.get(f"column.{index}")
        if value in known and (value != column["field"] or column["header"] in record.mapping):
            changed[column["header"]] = value
    return changed


@require_safe
def import_problems(request: HttpRequest, import_id: int) -> HttpResponse:
    """GET /imports/<id>/problems/?after=: the next lines of what was wrong."""
    record = visible_import(request, import_id)
    after = request.GET.get("after", "0")
    found, next_problem = screens.problems(record, after=int(after) if after.isdecimal() else 0)
    context = {"record": record, "problems": found, "next_problem": next_problem}
    return render(request, "exchange/problems.html", context)


@require_safe
def import_rejected(request: HttpRequest, import_id: int) -> StreamingHttpResponse | HttpResponse:
    """GET /imports/<id>/rejected/: the rejected lines as a file to correct and send again."""
    record = visible_import(request, import_id)
    name = f"{record.file_name.rsplit('.', 1)[0]}-{_('to-correct')}.csv"
    response = StreamingHttpResponse(_csv(record), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return response


def _csv(record: Import) -> Iterator[str]:
    writer = csv.writer(_Echo(), delimiter=";")
    yield "\ufeff"
    with local_file(record) as path:
        for row in rejected_lines(record, path):
            yield writer.writerow(row)


class _Echo:
    """A file that gives back what is written to it, line by line."""

    def write(self, value: str) -> str:
        return value
