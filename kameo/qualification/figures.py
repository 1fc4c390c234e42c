"""The figures of an account that the portrait shows, today or at a day of the past, for its reader (c-0.5, c-13)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core.addresses import address
from kameo.core.figures import DeclaredFigure, FigureSource, FigureValue, PercentKind, register
from kameo.core.kinds import MomentKind, MoneyKind, NumberKind, ValueKind, WholeKind
from kameo.qualification.axes.scorecard import Points
from kameo.qualification.queries.figures import Figures, figures_for

NO_INVOICE = _("No invoice yet")
REASONS: dict[str, Any] = {
    "no_revenue": NO_INVOICE,
    "no_previous": _("No revenue over the 12 months before"),
    "own_total_unknown": _("Our own revenue is not known yet"),
    "not_permitted": _("Your role does not see our total revenue"),
}


def _read_figures(user: Any, ids: Collection[int], as_of: date | None) -> Mapping[int, Figures]:
    return figures_for(ids, user, as_of)


SOURCE = FigureSource(_read_figures, past=True)


def _figure_value(value: Any, reason: Any, **inputs: Any) -> FigureValue:
    return FigureValue(value, "" if value is not None else str(reason), inputs)


def _change_value(row: Figures) -> FigureValue:
    reason = REASONS.get(row.change_reason, "")
    return _figure_value(row.change, reason, over=row.revenue_12m, of=row.revenue_previous_12m)


def _share_value(row: Figures) -> FigureValue:
    total = row.own_total.amount if row.own_total else None
    return _figure_value(row.share, REASONS.get(row.share_reason, ""), over=row.revenue_12m, of=total)


def _points_value(points: Points) -> FigureValue:
    return _figure_value(points.value, _("Nothing is rated yet"), completeness=points.completeness)


def _invoices(account_id: int) -> str:
    return address("invoices:list", account_id)


def _qualification_page(account_id: int) -> str:
    return address("qualification:account", account_id)


def _declare_figure(
    key: str, label: Any, kind: ValueKind, words: Any, of: Callable[[Figures], FigureValue], records: Any
) -> None:
    register(DeclaredFigure(f"account.{key}", label, kind, "account", SOURCE, of, words, records), order=10)


_declare_figure(
    "revenue_12m",
    _("Revenue, 12 months"),
    MoneyKind(),
    _("Invoiced excl. VAT, net of credit notes, over the 12 months that end today; compared with the 12 before."),
    lambda row: _figure_value(row.revenue_12m, NO_INVOICE, unconverted=row.unconverted),
    _invoices,
)
_declare_figure(
    "revenue_previous_12m",
    _("12 m before"),
    MoneyKind(),
    _("The same over the 12 months before."),
    lambda row: _figure_value(row.revenue_previous_12m, REASONS["no_previous"]),
    _invoices,
)
_declare_figure(
    "revenue_change",
    _("Over a year"),
    PercentKind(),
    _("Revenue of 12 months against the 12 before."),
    _change_value,
    _invoices,
)
_declare_figure(
    "share",
    _("Share of our revenue"),
    PercentKind(),
    _("Revenue of the 12 months, divided by all that we invoiced in the same time."),
    _share_value,
    _invoices,
)
_declare_figure(
    "revenue_total",
    _("Total since the start"),
    MoneyKind(),
    _("Everything invoiced excl. VAT since the first invoice, net of credit notes."),
    lambda row: _figure_value(row.revenue_total, NO_INVOICE, first_on=row.first_invoice_on),
    _invoices,
)
_declare_figure(
    "potential",
    _("Potential"),
    MoneyKind(),
    _("What we could invoice in a year."),
    lambda row: _figure_value(row.potential, _("Nobody told it yet")),
    lambda pk: address("account", pk),
)
_declare_figure(
    "entities",
    _("Entities"),
    WholeKind(),
    _("The account and all that hangs below it today, as far as you may see it."),
    lambda row: _figure_value(row.entities, "", sites=row.sites, left_out=row.left_out),
    lambda pk: address("accounts:structure", pk),
)
_declare_figure(
    "last_contact",
    _("Last contact"),
    MomentKind(),
    _("Days since the last call, meeting or personal e-mail, in either direction. A note is not a contact."),
    lambda row: _figure_value(row.last_contact_at, _("No call, meeting or e-mail logged")),
    lambda pk: f"{address('account', pk)}#thread",
)
_declare_figure(
    "scorecard",
    _("Scorecard"),
    NumberKind(),
    _("Out of 100, of the criteria that are rated."),
    lambda row: _points_value(row.scorecard),
    _qualification_page,
)
_declare_figure(
    "alignment",
    _("Alignment"),
    NumberKind(),
    _("With our objectives, out of 100."),
    lambda row: _points_value(row.alignment),
    _qualification_page,
)
