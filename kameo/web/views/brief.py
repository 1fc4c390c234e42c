"""The brief of a meeting at an account: as a page, printed from it, and as a PDF (R37)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.access import get_visible
from kameo.core.files import attachment
from kameo.core.text import number_of
from kameo.web.brief import Brief, brief_of, with_lists
from kameo.web.brief.paper import brief_pdf, facts_of
from kameo.web.brief.words import TONES, title_of
from kameo.web.shell.frame import page_address

LONGEST = 200
MOST = 40  # people at one meeting


@require_safe
def brief(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/brief/?person=…&person=…&purpose=…&on=…: without a person, those with most influence."""
    found = _brief(request, account_id)
    chosen = [("person", pk) for pk in sorted(found.chosen)]
    asked = [*chosen, ("purpose", found.purpose), ("on", found.on.isoformat()), ("asked", "1")]
    context = {
        "account": found.account,
        "brief": found,
        "title_words": title_of(found),
        "facts_of": facts_of,
        "tones": TONES,
        "pdf_url": f"{page_address('brief-pdf', account_id)}?{urlencode(asked)}",
    }
    return render(request, "web/brief.html", context)


@require_safe
def brief_paper(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/brief/pdf/: the same, on A4."""
    found = _brief(request, account_id)
    response = HttpResponse(brief_pdf(found, request.user), content_type="application/pdf")
    name = f"{found.account.name} {found.on.isoformat()}.pdf"
    response.headers["Content-Disposition"] = attachment(name)
    return response


def _brief(request: HttpRequest, account_id: int) -> Brief:
    accounts = with_lists(Account.objects.select_related("pulse"))
    account: Account = get_visible(accounts, request.user, pk=account_id)
    purpose = " ".join(request.GET.get("purpose", "").replace("\x00", "").split())[:LONGEST]
    return brief_of(request.user, account, on=_brief_day(request), persons=_persons(request), purpose=purpose)


def _persons(request: HttpRequest) -> list[int] | None:
    """None before anybody chose; an empty list once they unticked everybody."""
    given: list[Any] = request.GET.getlist("person")[:MOST]
    if not given and "asked" not in request.GET:
        return None
    return [pk for raw in given if (pk := number_of(raw)) is not None]


def _brief_day(request: HttpRequest) -> date:
    try:
        return parse_date(request.GET.get("on", "")) or clock.today()
    except ValueError:
        return clock.today()
