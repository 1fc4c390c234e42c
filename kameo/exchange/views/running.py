"""Run an import: check, start, cancel, undo, forget."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kameo.core.errors import DomainError
from kameo.core.importing import importers
from kameo.core.ui.answers import act_and_return
from kameo.core.ui.toasts import failure
from kameo.exchange import domain
from kameo.exchange.engine.undo import Undone
from kameo.exchange.models import Import
from kameo.exchange.views.guards import visible_import


@require_POST
def import_plan(request: HttpRequest, import_id: int) -> HttpResponse:
    """POST /imports/<id>/plans/: what would it do?"""
    return _ask(request, import_id, domain.request_plan)


@require_POST
def import_run(request: HttpRequest, import_id: int) -> HttpResponse:
    """POST /imports/<id>/runs/: do it."""
    return _ask(request, import_id, domain.request_apply)


@require_POST
def import_cancel(request: HttpRequest, import_id: int) -> HttpResponse:
    """POST /imports/<id>/cancellations/: stop, leaving nothing behind."""
    return _ask(request, import_id, domain.request_cancel)


def _ask(request: HttpRequest, import_id: int, verb: Callable[[Import], None]) -> HttpResponse:
    record = visible_import(request, import_id)
    try:
        verb(record)
    except DomainError as error:
        failure(request, error)
    return redirect("imports:page", record.pk)


@require_http_methods(["GET", "POST"])
def import_undo(request: HttpRequest, import_id: int) -> HttpResponse:
    """GET /imports/<id>/undo/ says what would go and what would stay; POST does it."""
    record = visible_import(request, import_id)
    page = ("imports:page", record.pk)
    if request.method == "POST":
        return act_and_return(request, lambda: domain.undo_import(record, by=request.user), _undone_words, page)
    try:
        would = domain.rehearse_undo(record)
    except DomainError as error:
        failure(request, error)
        return redirect(*page)
    context = {"record": record, "importer": importers[record.kind], "would": would}
    return render(request, "exchange/undo.html", context)


def _undone_words(result: Undone) -> str:
    words = _("The import is undone: %(removed)d removed, %(restored)d given back, %(kept)d kept.")
    return words % {"removed": result.removed, "restored": result.restored, "kept": result.kept}


@require_POST
def import_discard(request: HttpRequest, import_id: int) -> HttpResponse:
    """POST /imports/<id>/discard/: forget a file that was not imported."""
    record = visible_import(request, import_id)
    words, page = _("The file is forgotten; nothing was imported."), ("imports:page", record.pk)
    return act_and_return(request, lambda: domain.discard_import(record), words, "imports:list", refused=page)
