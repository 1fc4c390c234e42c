"""The 9-box and its cells."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from kameo.accounts.enums import AccountClass
from kameo.core.access import needs
from kameo.core.money import reporting_currency
from kameo.core.ui.answers import form_page
from kameo.insight.charts import nine_box_chart
from kameo.insight.charts.boxes import finding
from kameo.insight.forms import BoxCellForm, address_state
from kameo.insight.queries import BoxPlace, NineBox, nine_box
from kameo.insight.views.exports import chart_response, table_response
from kameo.insight.views.frame import chart_context, filter_options, overview_context
from kameo.people.enums import Right
from kameo.qualification.models import BoxCell
from kameo.qualification.seeds.boxes import cell_words

configures = needs(Right.CONFIGURE)


@require_safe
def nine_box_page(request: HttpRequest) -> HttpResponse:
    """GET /insight/nine-box/?as_of=… with filters."""
    state = address_state.read_address_state(request.GET)
    found = nine_box(request.user, state.criteria, state.day)
    context = {
        "found": found,
        "chart": chart_context(nine_box_chart(found)),
        "finding": finding(found),
        "may_configure": request.user.can(Right.CONFIGURE),
        "thirds": thirds_words(),
    }
    return render(
        request, "insight/nine_box.html", overview_context("nine-box") | filter_options(request, state) | context
    )


@require_GET
def nine_box_export(request: HttpRequest, form: str) -> HttpResponseBase:
    """GET /insight/nine-box/export/csv|svg|png/ with the page's own filters."""
    state = address_state.read_address_state(request.GET)
    found = nine_box(request.user, state.criteria, state.day)
    if form != "csv":
        return chart_response(nine_box_chart(found), form, "nine-box")
    return table_response(
        _headers(), (_export_values(found, place) for place in (*found.places, *found.partly)), "nine-box"
    )


@configures
@require_http_methods(["GET", "POST"])
def cell_change(request: HttpRequest, attractiveness: int, position: int) -> HttpResponse:
    """GET and POST /insight/nine-box/cells/<third>/<third>/: what we do there."""
    if attractiveness > 2 or position > 2:
        raise Http404("no such cell")
    row = BoxCell.objects.filter(attractiveness=attractiveness, position=position).first()
    words = cell_words(attractiveness, position, row)
    form = BoxCellForm(request.POST or None, words=words)
    levels, save = thirds_words(), partial(form.save, attractiveness, position, request.user)
    context = {"words": words, "high": levels[attractiveness], "across": levels[position]}
    said = _("What we do there is written.")
    return form_page(request, "insight/cell.html", form, context, save=save, words=said, to="insight:nine-box")


def thirds_words() -> list[str]:
    return [_("low"), _("middle"), _("high")]


def _headers() -> list[str]:
    money = {"currency": reporting_currency()}
    return [
        _("Number"),
        _("Name"),
        _("Class"),
        _("Lead"),
        _("Attractiveness"),
        _("Spread"),
        _("Raters"),
        _("Relative position"),
        _("Spread"),
        _("Raters"),
        _("Cell"),
        _("Revenue 12 m (%(currency)s)") % money,
    ]


def _export_values(found: NineBox, place: BoxPlace) -> list[Any]:
    names = {(cell.attractiveness, cell.position): cell.words.name for cell in found.cells}
    axes = [(one.value, one.spread, one.raters) for one in (place.attractiveness, place.position)]
    return [
        place.account_id,
        place.name,
        AccountClass(place.account_class).label,
        place.lead,
        *axes[0],
        *axes[1],
        names[place.cell] if place.cell else "",
        place.revenue,
    ]
