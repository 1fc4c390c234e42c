"""The portrait of one account: the page of the product."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kameo.accounts.models import Account, TimelineEntry
from kameo.accounts.queries.fetching import get_account_to_change_for
from kameo.core import panels
from kameo.core.access import get_visible
from kameo.core.errors import DomainError
from kameo.core.ui.fragments import render_fragment
from kameo.core.ui.toasts import failure, toast
from kameo.interactions.timeline import writing
from kameo.web.portrait import audit, page
from kameo.web.portrait.record import portrait_of

TEMPLATE = "web/account/page.html"


@require_safe
def account(request: HttpRequest, account_id: int) -> HttpResponse:
    """Twelve queries at most, whatever the account holds; htmx asks for the thread or the figures alone."""
    row = portrait_of(request.user, account_id, _scope(request))
    asked = request.headers.get("HX-Target", "")
    if asked in {"thread", "older", "refresh"} and "HX-History-Restore-Request" not in request.headers:
        return _part(request, row, asked)
    context = page.page_context(request.user, row, _thread_place(request, row))
    return render(request, TEMPLATE, context)


def _part(request: HttpRequest, row: Any, asked: str) -> HttpResponse:
    context = page.thread_context(request.user, row, _thread_place(request, row))
    if asked == "refresh":
        context |= page.head_context(request.user, row, context["activity"])
    if asked == "older":
        return render(request, "web/account/_groups.html", context)
    return render_fragment(request, TEMPLATE, asked, context)


def _scope(request: HttpRequest) -> str:
    scope = request.GET.get("scope", "")
    return scope if scope in {"entity", "group"} else ""


def _thread_place(request: HttpRequest, row: Any) -> dict[str, Any]:
    """Which page of the thread: its kind, and the place where it starts."""
    around = request.GET.get("around", "")
    place = None
    if around.isascii() and around.isdecimal():
        found = TimelineEntry.objects.filter(account=row.pk, source=writing.INTERACTION, source_id=int(around))
        line = found.values_list("at", "pk").first()
        place = (line[0], line[1] + 1) if line else None
    return {"kind": request.GET.get("kind", ""), "before": request.GET.get("before", ""), "place": place}


@require_safe
def changes(request: HttpRequest, account_id: int) -> HttpResponse:
    """Who changed what, when, from which value to which; what is safe to take back can be taken back here."""
    row = get_visible(Account.objects.select_related("pulse"), request.user, pk=account_id)
    context = {
        "account": row,
        "tabs": panels.tabs_for(request.user, row, "changes"),
        "page": audit.page_of_changes(request.user, row, before=request.GET.get("before", "")),
    }
    return render(request, "web/account/changes.html", context)


@require_POST
def change_undo(request: HttpRequest, account_id: int) -> HttpResponse:
    row = get_account_to_change_for(request.user, account_id)
    try:
        label = audit.undo_change(request.user, row, field=request.POST.get("field", ""), at=request.POST.get("at", ""))
        toast(request, _("“%(field)s” is what it was.") % {"field": label})
    except DomainError as error:
        failure(request, str(error))
    return redirect("account-changes", row.pk)
