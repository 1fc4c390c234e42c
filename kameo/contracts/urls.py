"""The list of invoices, under /accounts/<account>/invoices/; their pages come from their declaration."""

from __future__ import annotations

from kameo.contracts.lists import INVOICE_LIST
from kameo.core.lists.urls import list_urls

app_name = "invoices"

urlpatterns = list_urls(INVOICE_LIST, below=True)
