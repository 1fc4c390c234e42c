"""The decision map: the chart, the matrix, the list, as of any day; saved as SVG and PDF (R57, R70, R78)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import engines
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kameo.accounts.models import Account
from kameo.contacts.sheet.sheet_blocks import fetch_blocks
from kameo.core.access import get_visible
from kameo.core.panels import tabs_for
from kameo.core.text import fold
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.decisions.drawing.faces import stance_words
from kameo.decisions.drawing.line_ends import legend_sign
from kameo.decisions.enums import Stance, Tie
from kameo.decisions.mapping import matrix
from kameo.decisions.mapping.address_state import read_address_state
from kameo.decisions.mapping.map_blocks import map_panels
from kameo.decisions.mapping.page import MapPage
from kameo.decisions.mapping.papers import pdf_of, svg_of
from kameo.decisions.models import DecisionMap
from kameo.decisions.queries.map_names import with_maps

PAGE = "decisions/map/page.html"


@require_safe
def account_map(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/map/: `view`, `as_of`, `focus`, `closed`, filters, `sort`, `page`. Reading creates nothing."""
    return _render_map(request, account_of(request, account_id), None)


@require_safe
def named_map(request: HttpRequest, map_id: int) -> HttpResponse:
    """GET /maps/<id>/: the map of a deal or a plan; the account's own lives on the account."""
    found = map_of(request, map_id)
    if found.main:
        return redirect("decisions:map", found.account_id)
    return _render_map(request, found.account, found)


@require_safe
def map_days(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/map/days/: the slider of the past, for the page that shows it. `map`, `as_of`, `view`."""
    page = _map_page(request, account_of(request, account_id), _named_map(request))
    return render(request, "decisions/map/days.html", {"page": page})


@require_safe
def map_svg(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/map.svg: `map`, `as_of`. Text and shapes only, so that any program opens it."""
    page = _map_page(request, account_of(request, account_id), _named_map(request))
    return _file(svg_of(page).encode(), "image/svg+xml", page, "svg")


@require_safe
def map_pdf(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /accounts/<id>/map.pdf: `map`, `as_of`, `paper` (a3, a4)."""
    page = _map_page(request, account_of(request, account_id), _named_map(request))
    paper = "a4" if request.GET.get("paper") == "a4" else "a3"
    return _file(pdf_of(page, paper=paper, by=str(request.user)), "application/pdf", page, "pdf")


def account_of(request: HttpRequest, account_id: int) -> Account:
    rows = with_maps(Account.objects.select_related("pulse"))
    account: Account = get_visible(rows, request.user, pk=account_id)
    return account


def map_of(request: HttpRequest, map_id: int) -> DecisionMap:
    found: DecisionMap = get_visible(DecisionMap.objects.select_related("account__pulse"), request.user, pk=map_id)
    return found


def _named_map(request: HttpRequest) -> DecisionMap | None:
    given = request.GET.get("map", "")
    return map_of(request, int(given)) if given.isdigit() and len(given) < 18 else None


def _map_page(request: HttpRequest, account: Account, named: DecisionMap | None) -> MapPage:
    ui: Any = engines["jinja"].env.globals["ui"]  # type: ignore[attr-defined]
    own = named.account if named is not None else account
    return MapPage(request.user, own, read_address_state(request.GET.dict()), named, ui)


def _render_map(request: HttpRequest, account: Account, named: DecisionMap | None) -> HttpResponse:
    page = _map_page(request, account, named)
    context = _context(request, page)
    if is_fragment(request):
        return render_fragment(request, PAGE, "content", context | {"part": True})
    return render(request, PAGE, context | {"part": False})


def _context(request: HttpRequest, page: MapPage) -> dict[str, Any]:
    found = page.view.map
    blocks = (
        fetch_blocks(map_panels, request.user, found) if found is not None and page.address_state.as_of is None else []
    )
    added: dict[str, Any] = {}
    for block in blocks:
        added |= block["context"]
    return added | {
        "page": page,
        "address_state": page.address_state,
        "shown": page.address_state.view or "org",
        "may_write": page.writable,
        "account": page.account,
        "tabs": tabs_for(request.user, page.account, "map"),
        "blocks": [block["panel"] for block in blocks],
        "maps": page.maps,
        "here": request.get_full_path(),
        "matrix": matrix,
        "signs": {kind: legend_sign(kind) for kind, _name, _count in page.drawn},
        "influences": [("", _("Not rated")), *((value, str(value)) for value in range(5, 0, -1))],
        "stances": [("", _("Not rated")), *((value, stance_words(value)) for value in Stance.values)],
        "may_import": page.import_url,
        "ties": Tie.choices,
    }


def _file(body: bytes, kind: str, page: MapPage, ending: str) -> HttpResponse:
    name = "-".join(fold(page.account.name).replace("/", " ").split()) or "map"
    ascii_name = name.encode("ascii", "ignore").decode() or "map"
    return HttpResponse(
        body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{ascii_name}-map.{ending}"'}
    )
