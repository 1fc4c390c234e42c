"""One cell of a list, changed in place."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kameo.core.lists.forms import CellForm
from kameo.core.lists.here import Here, open_list
from kameo.core.lists.rows import RowsPage, row_of
from kameo.core.lists.views.page import list_context
from kameo.core.money import reporting_currency
from kameo.core.ui.back import ours_or
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.core.ui.toasts import toast


@require_http_methods(["GET", "POST"])
def list_cell(request: HttpRequest, key: str, record_id: int, field: str, **place: int) -> HttpResponse:
    """GET the control of one cell; POST writes it and answers the cell, with its undo.

    Without JavaScript both are pages. 422 brings the control back with what is wrong.
    """
    here = open_list(request, key, place)
    record = here.noun.record_to_change(request.user, record_id)
    column = here.noun.all_columns().get(field)
    if column is None or column.edit is None:
        raise Http404
    form = CellForm(request.POST or None, noun=here.noun, by=request.user, record=record, column=column)
    before = _marks(here, record)
    if request.method == "POST" and form.is_valid() and form.save():
        return _changed_cell(request, here, form, before)
    context = {"noun": here.noun, "here": here, "record": record, "field": field, "form": form}
    context |= {"currency": reporting_currency(), "frame": "ui/shell.html"}
    status = 422 if form.errors else 200
    if is_fragment(request):
        return render_fragment(request, "lists/cell.html", "control", context, status=status)
    return render(request, "lists/cell.html", context, status=status)


def _changed_cell(request: HttpRequest, here: Here, form: CellForm, before: Any) -> HttpResponse:
    """The cell as it is now; the whole page again when more than the cell changed or the record left sight."""
    record, column = form.record, form.column
    words = _("%(name)s: %(label)s changed.") % {"name": record, "label": form.fields["value"].label}
    undo = here.url("cell", record_id=record.pk, field=column.key)
    still = here.noun.rows(request.user).filter(pk=record.pk).exists()
    if not is_fragment(request) or not still or _marks(here, record) != before:
        toast(request, words, undo_url=undo if still else None, fields=form.undo)
        return _reload(request, here)
    shown = {
        "row": row_of(here.noun, request.user, record.pk, here.noun.reads([column])),
        "column": column,
        "shown": [column],
        "may_write": True,
        "words": words,
        "undo": undo,
        "undo_fields": form.undo,
    }
    return render(request, "lists/cell_changed.html", list_context(here, RowsPage()) | shown)


def _reload(request: HttpRequest, here: Here) -> HttpResponse:
    if is_fragment(request):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    origin = request.headers.get("Referer", "")
    return redirect(here.url() if "/cells/" in origin else ours_or(request, origin, here.url()))


def _marks(here: Here, record: Any) -> Any:
    return here.noun.marks(record) if here.noun.marks is not None else None
