"""The 2×2, and the reasons behind each bubble."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_safe

from kameo.accounts.enums import AccountClass, Status
from kameo.accounts.models import Account
from kameo.accounts.rules import can_see_totals
from kameo.core import clock
from kameo.core.access import get_visible
from kameo.core.money import reporting_currency
from kameo.core.ui.fragments import is_fragment, render_fragment
from kameo.insight.charts import matrix_chart
from kameo.insight.charts.matrix import finding
from kameo.insight.enums import Measure
from kameo.insight.forms import address_state
from kameo.insight.queries import MatrixRow, matrix
from kameo.insight.views.exports import chart_response, table_response
from kameo.insight.views.frame import chart_context, filter_options, overview_context
from kameo.qualification.queries import figures


@require_safe
def matrix_page(request: HttpRequest) -> HttpResponse:
    """GET /insight/matrix/?as_of=…&measure=…&swap=1 with filters."""
    state = address_state.read_address_state(request.GET)
    found = matrix(request.user, state.criteria, state.day)
    totals = can_see_totals(request.user)
    measure = _measure(state.measure, totals)
    context = {
        "found": found,
        "chart": chart_context(matrix_chart(found, measure=measure, swap=state.swap)),
        "measure": measure,
        "finding": finding(found),
        "totals": totals,
        "measures": Measure.choices,
    }
    return render(request, "insight/matrix.html", overview_context("matrix") | filter_options(request, state) | context)


@require_GET
def matrix_export(request: HttpRequest, form: str) -> HttpResponseBase:
    """GET /insight/matrix/export/csv|svg|png/ with the page's own filters."""
    state = address_state.read_address_state(request.GET)
    found = matrix(request.user, state.criteria, state.day)
    if form != "csv":
        measure = _measure(state.measure, can_see_totals(request.user))
        return chart_response(matrix_chart(found, measure=measure, swap=state.swap), form, "matrix")
    rows = [*found.rows, *found.without_revenue, *found.unrated]
    return table_response(_headers(), (_export_values(row) for row in rows), "matrix")


@require_safe
def reasons(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /insight/matrix/accounts/<id>/?as_of=…: why an account stands where it does, as a page or a bubble."""
    account = get_visible(Account.objects, request.user, pk=account_id)
    day = clock.past_day(request.GET.get("as_of", ""))
    told = figures(account, request.user, day)
    context = {
        "account": account,
        "figures": told,
        "day": day,
        "currency": reporting_currency(),
        "why": [(reason.met, reason.sentence(reporting_currency())) for reason in told.reasons],
        "class_label": AccountClass(told.account_class).label,
    }
    if is_fragment(request):
        return render_fragment(request, "insight/reasons.html", "reasons", context)
    return render(request, "insight/reasons.html", overview_context("matrix") | context)


def _measure(wanted: str, totals: bool) -> str:
    return wanted if totals else Measure.REVENUE.value


def _headers() -> list[str]:
    money = {"currency": reporting_currency()}
    return [
        _("Number"),
        _("Name"),
        _("Class"),
        _("Lead"),
        _("Sector"),
        _("Status"),
        _("Revenue 12 m (%(currency)s)") % money,
        _("Share (%)"),
        _("Alignment"),
        _("Alignment rated (%)"),
        _("Documents not converted"),
        _("Entities left out"),
    ]


def _export_values(row: MatrixRow) -> list[Any]:
    share = None if row.share is None else round(row.share * 100, 4)
    return [
        row.account_id,
        row.name,
        AccountClass(row.account_class).label,
        row.lead,
        row.sector,
        Status(row.status).label,
        row.revenue,
        share,
        row.alignment,
        row.alignment_completeness,
        row.unconverted,
        row.left_out,
    ]
