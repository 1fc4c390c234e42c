"""The market of one account: competitors and sector notes."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kameo.accounts.models import Account
from kameo.accounts.queries.fetching import get_account_for
from kameo.core.panels import tabs_for
from kameo.people.enums import Right
from kameo.registers.enums import SectorNoteKind
from kameo.registers.queries import competitors as competitor_queries
from kameo.registers.queries import lines as queries


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
    context = {
        "account": account,
        "tabs": tabs_for(request.user, account, "market"),
        "group": group,
        "binned": binned,
        "may_write": request.user.can(Right.WRITE_ACCOUNTS),
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


def _scope(request: HttpRequest) -> tuple[bool, bool]:
    """Whether the whole group is asked for, and whether the bin; the bin is that of one account."""
    binned = request.GET.get("bin") == "1" and request.user.can(Right.WRITE_ACCOUNTS)
    return request.GET.get("scope") != "entity" and not binned, binned


def _next(group: bool, binned: bool, after: str, **more: str) -> str | None:
    kept = {"scope": "" if group else "entity", "bin": "1" if binned else "", **more}
    shown = {key: value for key, value in kept.items() if value}
    return "?" + urlencode({**shown, "after": after}) if after else None
