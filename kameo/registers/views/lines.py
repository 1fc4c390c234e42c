"""The registers' lists: references of all accounts and of one, its market (competitors and sector notes)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kameo.accounts.models import Account
from kameo.accounts.queries.fetching import get_account_for
from kameo.core.money import reporting_currency
from kameo.core.panels import tabs_for
from kameo.people.enums import Right
from kameo.registers.enums import AdvocacyKind, SectorNoteKind
from kameo.registers.queries import competitors as competitor_queries
from kameo.registers.queries import lines as queries
from kameo.registers.views.files import advocacies_as_csv


@require_safe
def reference_list(request: HttpRequest) -> HttpResponse:
    """GET /references/: what customers gave us, over all accounts; filters `kind`, `valid`, `q`."""
    filters, lines = _advocacy_filters(request)
    page = queries.advocacy_page(lines, request.user, after=request.GET.get("after", ""))
    kept = {key: value for key, value in filters.items() if value}
    context = {
        "page": page,
        "filters": filters,
        "kinds": AdvocacyKind.choices,
        "currency": reporting_currency(),
        "export_url": f"{reverse('registers:reference-export')}?{urlencode(kept)}",
        "next_url": "?" + urlencode({**kept, "after": page.after}) if page.after else None,
    }
    return render(request, "registers/reference_list.html", context)


@require_safe
def reference_export(request: HttpRequest) -> HttpResponseBase:
    """GET /references/export/: the same lines as a file."""
    _asked_for, lines = _advocacy_filters(request)
    return advocacies_as_csv(queries.every_advocacy(lines, request.user), reporting_currency())


@require_safe
def account_references(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/references/: `scope=group` adds what hangs below, `bin=1` shows the bin."""
    account = get_account_for(request.user, account_id)
    group, binned = _scope(request)
    lines = queries.advocacies(request.user, account=account, group=group, binned=binned)
    page = queries.advocacy_page(lines, request.user, after=request.GET.get("after", ""))
    context = _context(request, account, "references", group, binned) | {
        "page": page,
        "next_url": _next(group, binned, page.after),
    }
    return render(request, "registers/references.html", context)


@require_safe
def account_market(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/market/: competitors by entity and product, and what we know of the sector."""
    account = get_account_for(request.user, account_id)
    group, binned = _scope(request)
    kind = request.GET.get("kind", "")
    notes, after = queries.notes_of(
        request.user,
        account,
        group=group and not binned,
        binned=binned,
        kind=kind if kind in SectorNoteKind.values else "",
        after=request.GET.get("after", ""),
    )
    matrix = competitor_queries.matrix_of(request.user, account, group=group)
    context = _context(request, account, "market", group, binned) | {
        "matrix": matrix,
        "columns": [{"label": _("Entity")}, *({"label": one or _("Everything")} for one in matrix.products)],
        "binned_presences": competitor_queries.binned_presences(request.user, account) if binned else [],
        "notes": notes,
        "kind": kind,
        "kinds": SectorNoteKind.choices,
        "note_pills": _note_pills(account, group, kind),
        "next_url": _next(group, binned, after, kind=kind),
    }
    return render(request, "registers/market.html", context)


def _note_pills(account: Account, group: bool, kind: str) -> list[dict[str, Any]]:
    here = reverse("registers:market", args=[account.pk])
    scope = {} if group else {"scope": "entity"}
    return [
        {"label": label, "url": f"{here}?{urlencode({**scope, 'kind': value})}#notes", "current": value == kind}
        for value, label in SectorNoteKind.choices
    ]


def _advocacy_filters(request: HttpRequest) -> tuple[dict[str, str], Any]:
    filters = {key: request.GET.get(key, "").replace("\x00", "").strip()[:120] for key in ("kind", "valid", "q")}
    if filters["kind"] not in AdvocacyKind.values:
        filters["kind"] = ""
    found = queries.advocacies(request.user, kind=filters["kind"], valid=bool(filters["valid"]), text=filters["q"])
    return filters, found


def _scope(request: HttpRequest) -> tuple[bool, bool]:
    """Whether the whole group is asked for, and whether the bin; the bin is that of one account."""
    binned = request.GET.get("bin") == "1" and request.user.can(Right.WRITE_ACCOUNTS)
    return request.GET.get("scope") != "entity" and not binned, binned


def _next(group: bool, binned: bool, after: str, **more: str) -> str | None:
    kept = {"scope": "" if group else "entity", "bin": "1" if binned else "", **more}
    shown = {key: value for key, value in kept.items() if value}
    return "?" + urlencode({**shown, "after": after}) if after else None


def _context(request: HttpRequest, account: Account, tab: str, group: bool, binned: bool) -> dict[str, Any]:
    return {
        "account": account,
        "tabs": tabs_for(request.user, account, tab),
        "group": group,
        "binned": binned,
        "may_write": request.user.can(Right.WRITE_ACCOUNTS),
        "currency": reporting_currency(),
    }
