"""Customers of the file → accounts of ours: matched, created or rejected, never guessed."""

from __future__ import annotations

from kameo.accounts.importers.parties import Parties, may_create
from kameo.core.importing import Batch

CUSTOMERS = Parties(
    name="customer_name",
    number="customer_key",
    key="s.party",
    rejected="customer_rejected",
    creates=lambda batch: may_create(batch, asked=batch.options.get("unknown_customers") == "create"),
    # The latest row says how the customer is called and where it is today.
    rows="(select s.* from staged s join item i on i.line = s.line)",
    first="s.issued_on desc nulls last, s.line desc",
    told={"country": "s.country"},
    by_number=True,
    nameless=True,
)


def resolve_customers(batch: Batch) -> None:
    """Give each document its account, or a node of one to create; take out those of refused customers."""
    CUSTOMERS.resolve(batch)
    batch.drop_rejected("draft")
