"""Global search: the full page, the palette's fragment, the colleagues one may mention."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kameo.core import search
from kameo.web.queries.colleagues import colleagues_matching
from kameo.web.shell.frame import page_address

ON_PAGE = 8  # of each kind
ALONE = 50  # when one kind is asked for
IN_PALETTE = 5


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    query, only = request.GET.get("q", ""), request.GET.get("kind", "")
    answers = search.answer(request.user, query, limit=ALONE if only else ON_PAGE, only=only)
    context = {"q": search.SearchTerms.of(query).text, "answers": answers, "only": only}
    return render(request, "web/search.html", context)


@require_safe
def palette(request: HttpRequest) -> HttpResponse:
    answers = search.answer(request.user, request.GET.get("q", ""), limit=IN_PALETTE, palette=True)
    return render(request, "web/palette.html", {"answers": answers, "search_url": page_address("search")})


@require_safe
def mentions(request: HttpRequest) -> HttpResponse:
    people = colleagues_matching(request.GET.get("q", ""), limit=8)
    return render(request, "web/mentions.html", {"people": people})
