"""The invoices of an account, or of all that hangs below it: what the list shows, asks and adds up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext_lazy as _

from kameo.accounts.listing.below import below_account
from kameo.contracts.enums import InvoiceKind
from kameo.contracts.records import INVOICES
from kameo.core.kinds import ChoiceKind, DayKind, MoneyKind, NumberKind
from kameo.core.lists import ChoiceFilter, Column, ListOf, ListWords, RangeFilter, SearchFilter, matching, register

UNCONVERTED = "unconverted"


@dataclass(frozen=True, slots=True)
class Total:
    """What one currency adds up to; `unconverted` of its documents have no rate."""

    currency: str
    documents: int
    credit_notes: int
    net: Decimal
    reporting_net: Decimal | None
    unconverted: int


def totals_of(invoices: Any) -> list[Total]:
    """By currency, the most documents first; one query."""
    rows = (
        invoices.order_by()
        .values_list("currency")
        .annotate(
            documents=Count("pk"),
            credit_notes=Count("pk", filter=Q(kind=InvoiceKind.CREDIT_NOTE)),
            total=Sum("net"),
            converted=Sum("reporting_net"),
            unconverted=Count("pk", filter=Q(reporting_net__isnull=True)),
        )
    )
    return [Total(*row) for row in rows.order_by("-documents", "currency")]


def _of_kind(rows: Any, user: Any, kinds: tuple[str, ...]) -> Any:
    wanted = Q(kind__in=kinds)
    return rows.filter(wanted | Q(reporting_net__isnull=True) if UNCONVERTED in kinds else wanted)


def _totals(here: Any, page: Any) -> Mapping[str, Any]:
    return {"totals": totals_of(matching(here.noun, here.user, here.criteria))}


INVOICE_LIST = register(
    ListOf(
        key="invoices",
        resource=INVOICES,
        order="-issued",
        below=below_account("invoices:list", "invoices"),
        with_bin=True,
        cells="contracts/_invoice_cells.html",
        parts="contracts/_invoice_list.html",
        context=_totals,
        always=("account_id", "currency"),
        words=ListWords(
            title=_("Invoices"),
            sub=_("Amounts are excl. VAT, credit notes are negative."),
            nothing=_("No invoice yet"),
            nothing_help=_("Revenue, share and class come from the invoices."),
            no_match=_("No invoice matches."),
            search=_("Search the invoices"),
        ),
        columns=(
            Column("number", _("Number"), also=("kind",), sort=True),
            Column("issued", _("Date"), DayKind(), read="issued_on", sort=True, descending=True, numeric=False),
            Column("account", _("Account"), read="account__name", wide=True, link=("account", "account_id")),
            Column("kind", _("Kind"), ChoiceKind(enum=InvoiceKind), shown=False),
            Column("label", _("Subject")),
            Column("due", _("Due on"), DayKind(), read="due_on", sort=True, shown=False),
            Column("net", _("Amount excl. VAT"), NumberKind(), sort=True, descending=True),
            Column("currency", _("Currency"), shown=False),
            Column("reporting_net", _("In the reporting currency"), MoneyKind(), sort=True, descending=True),
        ),
        filters=(
            SearchFilter(paths=("number", "label"), placeholder=_("Number or subject")),
            ChoiceFilter(
                key="kind",
                label=_("Kind"),
                any=_("Any kind"),
                choices=(
                    ("invoice", _("Invoices")),
                    ("credit_note", _("Credit notes")),
                    (UNCONVERTED, _("Not converted")),
                ),
                typed=InvoiceKind,
                one=True,
                bar=True,
                apply=_of_kind,
            ),
            RangeFilter(key="issued", label=_("Date"), type=DayKind(), path="issued_on", note="Included."),
        ),
    )
)
