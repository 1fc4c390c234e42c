"""The list of invoices over HTTP; the other operations come from their declaration."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Query
from pydantic import Field

from kameo.contracts.enums import InvoiceKind
from kameo.contracts.models import Invoice
from kameo.contracts.records import INVOICES
from kameo.core.access import SignedIn
from kameo.core.api import Page, PageQuery, page_of
from kameo.core.api.problem import RESPONSES
from kameo.core.records.api import router_of
from kameo.core.records.schemas import schema_out

router = router_of(INVOICES)
InvoiceOut = schema_out(INVOICES)


class InvoiceQuery(PageQuery):
    account_id: int | None = Field(None, ge=1, lt=2**63)
    kind: InvoiceKind | None = None
    issued_from: date | None = None
    issued_to: date | None = Field(None, description="Included.")


@router.get("", response={200: Page[InvoiceOut], **RESPONSES})  # type: ignore[valid-type]
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
