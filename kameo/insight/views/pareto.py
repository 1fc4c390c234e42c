"""The curve and the table of Pareto."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_safe

from kameo.accounts.enums import AccountClass
from kameo.core.errors import DomainError
from kameo.core.money import reporting_currency
from kameo.core.ui import formats
from kameo.insight.charts import pareto_chart
from kameo.insight.charts.pareto import finding
from kameo.insight.enums import Tier
from kameo.insight.queries import every_row, pareto
from kameo.insight.queries.periods import period
from kameo.insight.queries.reference import STUDY
from kameo.insight.views.exports import chart_response, table_response
from kameo.insight.views.frame import chart_context, overview_context


@require_safe
def pareto_page(request: HttpRequest) -> HttpResponse:
    """GET /insight/pareto/?from=…&to=…&level=…"""
    (start, end), refusal = asked_period(request)
    level = asked_level(request)
    after = request.GET.get("after", "")
    rank = int(after) if after.isascii() and after.isdigit() and len(after) < 10 else 0
    found = pareto(request.user, start=start, end=end, level=level, after=rank)
    query = {"from": start.isoformat(), "to": end.isoformat(), "level": level}
    context = {
        "found": found,
        "chart": chart_context(pareto_chart(found)),
        "finding": finding(found),
        "refusal": refusal,
        "start": start,
        "end": end,
        "level": level,
        "levels": Tier.choices,
        "study": STUDY,
        "study_share": _study_share(found),
        "query": "?" + urlencode(query),
        "next_url": "?" + urlencode({**query, "after": found.after}) if found.after else None,
        "previous_url": "?" + urlencode({**query, "after": max(0, rank - 50)}) if rank else None,
    }
    return render(request, "insight/pareto.html", overview_context("pareto") | context)


@require_GET
def pareto_export(request: HttpRequest, form: str) -> HttpResponseBase:
    """GET /insight/pareto/export/csv|svg|png/ with the page's own period."""
    (start, end), _refusal = asked_period(request)
    level = asked_level(request)
    if form != "csv":
        found = pareto(request.user, start=start, end=end, level=level, size=0)
        return chart_response(pareto_chart(found), form, "pareto")
    rows = every_row(request.user, start=start, end=end, level=level)
    return table_response(_headers(), (_export_values(row) for row in rows), "pareto")


def asked_period(request: HttpRequest) -> tuple[tuple[date, date], str]:
    """The period of the address, and why another one is shown when it cannot be read."""
    try:
        start, end = _read_day(request, "from"), _read_day(request, "to")
        return period(start, end), ""
    except DomainError as error:
        return period(None, None), str(error)
    except ValueError:
        return period(None, None), _("Write a date, for example 2026-11-24: the last 12 months are shown.")


def asked_level(request: HttpRequest) -> str:
    level = request.GET.get("level", "")
    return level if level in Tier.values else Tier.TOP.value


def _read_day(request: HttpRequest, name: str) -> date | None:
    raw = request.GET.get(name, "").strip()
    return date.fromisoformat(raw) if raw else None


def _study_share(found: Any) -> str | None:
    return None if found.share_at_study is None else formats.percent(found.share_at_study * 100)


def _headers() -> list[str]:
    money = {"currency": reporting_currency()}
    return [
        _("Rank"),
        _("Number"),
        _("Name"),
        _("Class"),
        _("Lead"),
        _("Revenue (%(currency)s)") % money,
        _("Share (%)"),
        _("Cumulated share (%)"),
    ]


def _export_values(row: Any) -> list[Any]:
    shares = [None if share is None else round(share * 100, 4) for share in (row.share, row.cumulated_share)]
    label = AccountClass(row.account_class).label
    return [row.rank, row.account_id, row.name, label, row.lead, row.revenue, *shares]
