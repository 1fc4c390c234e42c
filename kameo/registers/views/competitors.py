"""Our competitors: the list, and where each is at work."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kameo.core.access import require
from kameo.core.errors import DomainError
from kameo.core.records.forms import RecordForm
from kameo.core.records.resource import say
from kameo.core.ui.toasts import failure, toast
from kameo.people.enums import Right
from kameo.registers.models import Competitor
from kameo.registers.queries import competitors as queries
from kameo.registers.records import COMPETITORS
from kameo.registers.views.files import presences_as_csv

PAGE = 100


@require_http_methods(["GET", "POST"])
def competitor_list(request: HttpRequest) -> HttpResponse:
    """GET and POST /competitors/: the list, and a new one."""
    form = RecordForm(request.POST or None, resource=COMPETITORS, by=request.user)
    if request.method == "POST":
        require(request.user, Right.WRITE_ACCOUNTS)
        if form.is_valid() and (added := form.save()):
            toast(request, say(COMPETITORS.words.added, added))
            return redirect("registers:competitors")
    text = request.GET.get("q", "").replace("\x00", "").strip()[:120]
    rows = queries.competitors_for(request.user, text=text, after=request.GET.get("after", ""), size=PAGE)
    context = {
        "rows": rows[:PAGE],
        "q": text,
        "form": form,
        "may_write": request.user.can(Right.WRITE_ACCOUNTS),
        "next_url": _next(rows, text),
    }
    status = 422 if form.is_wrong else 200
    return render(request, "registers/competitors.html", context, status=status)


@require_http_methods(["GET", "POST"])
def competitor(request: HttpRequest, competitor_id: int) -> HttpResponse:
    """GET /competitors/<id>/: where it is at work, contracts ending soonest first; POST changes it."""
    found = get_object_or_404(Competitor, pk=competitor_id)
    form = RecordForm(request.POST or None, resource=COMPETITORS, by=request.user, row=found)
    if request.method == "POST":
        require(request.user, Right.WRITE_ACCOUNTS)
        if form.is_valid() and form.save():
            toast(request, _("Saved."))
            return redirect("registers:competitor", found.pk)
    rows, after = queries.presences_of(request.user, found, after=request.GET.get("after", ""))
    context: dict[str, Any] = {
        "competitor": found,
        "form": form,
        "rows": rows,
        "may_write": request.user.can(Right.WRITE_ACCOUNTS),
        "next_url": f"?after={after}" if after else None,
    }
    status = 422 if form.is_wrong else 200
    return render(request, "registers/competitor.html", context, status=status)


@require_safe
def competitor_export(request: HttpRequest, competitor_id: int) -> HttpResponseBase:
    """GET /competitors/<id>/export/: all its lines that the reader sees."""
    found = get_object_or_404(Competitor, pk=competitor_id)
    return presences_as_csv(queries.every_presence(request.user, found))


@require_POST
def competitor_remove(request: HttpRequest, competitor_id: int) -> HttpResponse:
    """POST /competitors/<id>/removal/: the toast puts it back."""
    found = get_object_or_404(Competitor, pk=competitor_id)
    fields = {"name": found.name, "website": found.website, "note": found.note}
    try:
        COMPETITORS.bin(found, by=request.user)
    except DomainError as error:
        failure(request, error)
        return redirect("registers:competitor", competitor_id)
    toast(request, say(COMPETITORS.words.binned, found), undo_url=reverse("registers:competitors"), fields=fields)
    return redirect("registers:competitors")


def _next(rows: list[queries.CompetitorRow], text: str) -> str | None:
    if len(rows) <= PAGE:
        return None
    return "?" + urlencode({**({"q": text} if text else {}), "after": rows[PAGE - 1].sort_name})
