"""The invoices of an account (or of all that hangs below it) as plain rows by keyset, and their totals by currency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum

from kameo.accounts.models import Account
from kameo.contracts.enums import InvoiceKind
from kameo.contracts.models import Invoice
from kameo.core.keyset import turn_page
from kameo.core.text import fold

PAGE = 50
KINDS = ("invoice", "credit_note", "unconverted")
_FIELDS = (
    "id",
    "number",
    "kind",
    "issued_on",
    "due_on",
    "label",
    "currency",
    "net",
    "reporting_net",
    "account_id",
    "account__name",
    "binned_at",
)


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """One document; `net` excl. VAT in its own currency, negative for a credit note; `reporting_net` is None when
    no rate was known on its day.
    """

    id: int
    number: str
    kind: str
    issued_on: date
    due_on: date | None
    label: str
    currency: str
    net: Decimal
    reporting_net: Decimal | None
    account_id: int
    account_name: str
    binned_at: Any

    @property
    def credit_note(self) -> bool:
        return self.kind == InvoiceKind.CREDIT_NOTE


@dataclass(frozen=True, slots=True)
class Total:
    """What one currency adds up to; `unconverted` of its documents have no rate."""

    currency: str
    documents: int
    credit_notes: int
    net: Decimal
    reporting_net: Decimal | None
    unconverted: int


@dataclass(frozen=True)
class InvoicePage:
    """`before` and `after` are where the neighbouring pages start, "" at an end."""

    rows: Sequence[InvoiceRow]
    before: str
    after: str


def invoices_of(user: Any, account: Account, *, group: bool = False, binned: bool = False) -> Any:
    """The documents `user` sees, in no order; those of the bin only when asked."""
    if binned:
        found = Invoice.objects.reachable_by(user).filter(binned_at__isnull=False)
    else:
        found = Invoice.objects.visible_to(user)
    return found.filter(account__lineage__contains=[account.pk]) if group else found.filter(account=account)


def filter_invoices(invoices: Any, *, kind: str = "", text: str = "") -> Any:
    """Of one kind (or "unconverted"), whose number or subject contains `text`."""
    if kind == "unconverted":
        invoices = invoices.filter(reporting_net__isnull=True)
    elif kind:
        invoices = invoices.filter(kind=kind)
    for word in fold(text).split():
        invoices = invoices.filter(Q(number__icontains=word) | Q(label__icontains=word))
    return invoices


def page_of(invoices: Any, *, before: str = "", after: str = "", size: int = PAGE) -> InvoicePage:
    """The latest first; one query."""
    place, backwards = _read_cursor(before or after), bool(before)
    if place is not None:
        day, pk = place
        later = Q(issued_on__gt=day) | Q(issued_on=day, id__gt=pk)
        earlier = Q(issued_on__lt=day) | Q(issued_on=day, id__lt=pk)
        invoices = invoices.filter(later if backwards else earlier)
    order = ("issued_on", "id") if backwards else ("-issued_on", "-id")
    found = [InvoiceRow(*row) for row in invoices.order_by(*order).values_list(*_FIELDS)[: size + 1]]
    page = turn_page(found, size=size, backwards=backwards, placed=place is not None)
    return InvoicePage(page.rows, _write_cursor(page.first), _write_cursor(page.last))


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


def _write_cursor(row: InvoiceRow | None) -> str:
    return "" if row is None else f"{row.issued_on.isoformat()}_{row.id}"


def _read_cursor(text: str) -> tuple[date, int] | None:
    day, _bar, pk = text.partition("_")
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None
