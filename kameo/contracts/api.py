"""Invoices and credit notes over HTTP."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from ninja import Query, Router, Schema, Status
from pydantic import Field

from kameo.accounts.models import Account
from kameo.contracts import domain
from kameo.contracts.enums import InvoiceKind
from kameo.contracts.models import Invoice
from kameo.core.access import SignedIn, get_binned, get_visible
from kameo.core.api import Body, Page, PageQuery, page_of
from kameo.core.api.amounts import Amount, AmountIn
from kameo.core.api.problem import RESPONSES
from kameo.people.models import User

router = Router(tags=["invoices"])
LIMIT = Decimal(10) ** 16


class LineOut(Schema):
    position: int
    label: str
    reference: str
    quantity: Amount | None
    unit_price: Amount | None
    net: Amount


class InvoiceOut(Schema):
    """`net` excludes VAT; `reporting_net` is null when no rate was known on the day (never 1.0)."""

    id: int
    account_id: int
    number: str
    kind: InvoiceKind
    issued_on: date
    due_on: date | None
    label: str
    currency: str
    net: Amount
    gross: Amount | None
    reporting_net: Amount | None
    corrects_id: int | None


class InvoiceDetail(InvoiceOut):
    lines: list[LineOut]

    @staticmethod
    def resolve_lines(row: Invoice) -> list[Any]:
        return list(row.lines.all())


class LineIn(Body):
    label: str = Field("", max_length=300)
    reference: str = Field("", max_length=80)
    quantity: AmountIn | None = Field(None, max_digits=16, decimal_places=4)
    unit_price: AmountIn | None = Field(None, max_digits=18, decimal_places=4)
    net: AmountIn = Field(gt=-LIMIT, lt=LIMIT, decimal_places=2)


class InvoiceFields(Body):
    due_on: date | None = None
    label: str = Field("", max_length=250)
    gross: AmountIn | None = Field(None, gt=-LIMIT, lt=LIMIT, decimal_places=2)


class InvoiceIn(InvoiceFields):
    account_id: int = Field(ge=1, lt=2**63)
    number: str = Field(min_length=1, max_length=60)
    issued_on: date
    currency: str = Field(min_length=3, max_length=3, pattern="^[A-Z]{3}$")
    net: AmountIn = Field(gt=-LIMIT, lt=LIMIT, decimal_places=2)
    lines: list[LineIn] = Field([], max_length=2000)


class InvoiceChange(InvoiceFields):
    number: str = Field("", min_length=1, max_length=60)
    issued_on: date = date.min
    currency: str = Field("", min_length=3, max_length=3, pattern="^[A-Z]{3}$")
    net: AmountIn = Field(Decimal(0), gt=-LIMIT, lt=LIMIT, decimal_places=2)


class InvoiceQuery(PageQuery):
    account_id: int | None = Field(None, ge=1, lt=2**63)
    kind: InvoiceKind | None = None
    issued_from: date | None = None
    issued_to: date | None = Field(None, description="Included.")


def _visible(user: User, invoice_id: int) -> Invoice:
    found: Invoice = get_visible(Invoice.objects.prefetch_related("lines"), user, pk=invoice_id)
    return found


@router.get("", response={200: Page[InvoiceOut], **RESPONSES})
def list_invoices(request: SignedIn, query: Query[InvoiceQuery]) -> Any:
    """The newest first."""
    rows = Invoice.objects.visible_to(request.user)
    wanted = {
        "account_id": query.account_id,
        "kind": query.kind,
        "issued_on__gte": query.issued_from,
        "issued_on__lte": query.issued_to,
    }
    rows = rows.filter(**{name: value for name, value in wanted.items() if value is not None})
    return page_of(rows, query, order="-issued_on", serialise=list)


@router.post("", response={201: InvoiceDetail, **RESPONSES})
def record_invoice(request: SignedIn, payload: InvoiceIn) -> Any:
    """Enter an invoice, or a credit note (a negative amount): revenue and timeline follow at once."""
    user = request.user
    account = get_visible(Account.objects, user, pk=payload.account_id)
    invoice = domain.record_invoice(account=account, by=user, **payload.model_dump(exclude={"account_id"}))
    return Status(201, _visible(user, invoice.pk))


@router.get("/{invoice_id}", response={200: InvoiceDetail, **RESPONSES})
def read_invoice(request: SignedIn, invoice_id: int) -> Any:
    """One invoice with its lines."""
    return _visible(request.user, invoice_id)


@router.patch("/{invoice_id}", response={200: InvoiceDetail, **RESPONSES})
def change_invoice(request: SignedIn, invoice_id: int, payload: InvoiceChange) -> Any:
    """Change what is given, and nothing else."""
    user = request.user
    domain.change_invoice(_visible(user, invoice_id), by=user, **payload.given())
    return _visible(user, invoice_id)


@router.delete("/{invoice_id}", response={204: None, **RESPONSES})
def bin_invoice(request: SignedIn, invoice_id: int) -> Any:
    """Into the bin; revenue follows. `POST …/restorations` brings it back."""
    user = request.user
    domain.bin_invoice(_visible(user, invoice_id), by=user)
    return Status(204, None)


@router.post("/{invoice_id}/restorations", response={201: InvoiceDetail, **RESPONSES})
def restore_invoice(request: SignedIn, invoice_id: int) -> Any:
    """Out of the bin, as it was."""
    user = request.user
    domain.restore_invoice(get_binned(Invoice.objects, user, pk=invoice_id), by=user)
    return Status(201, _visible(user, invoice_id))
