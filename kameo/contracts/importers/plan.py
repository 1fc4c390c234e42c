"""The invoices importer: plan and apply, in order."""

from __future__ import annotations

from kameo.accounts.importers.parties import count_created
from kameo.contracts.domain.revenue import rebuild_revenue
from kameo.contracts.importers.apply import write_documents
from kameo.contracts.importers.compare import compare_documents
from kameo.contracts.importers.documents import build_items, check_rows, gather_documents
from kameo.contracts.importers.parties import resolve_customers
from kameo.core.importing import Batch, RecordPreview
from kameo.core.importing.preview import preview_rows


def plan(batch: Batch) -> None:
    """Decide, for every document, whether it is new, changes one of ours or is as it was, and on which account."""
    check_rows(batch)
    build_items(batch)
    gather_documents(batch)
    batch.report("matching")
    resolve_customers(batch)
    compare_documents(batch)
    _summarise(batch)


def apply(batch: Batch) -> None:
    batch.report("writing")
    write_documents(batch)


def settle(batch: Batch, account_ids: list[int]) -> None:
    """Revenue by day, timeline, pulses, classes and statuses of the accounts concerned."""
    rebuild_revenue(account_ids)


def _summarise(batch: Batch) -> None:
    batch.details["kinds"] = dict(batch.all("select kind, count(*) from doc where action = 'created' group by kind"))
    batch.details["accounts_created"] = count_created(batch)
    batch.details["customers"] = batch.value("select count(distinct node_id) from doc")
    batch.details["net"] = [
        {"currency": currency, "net": str(net)}
        for currency, net in batch.all("select currency, sum(net) from doc group by currency order by 2 desc")
    ]
    days = batch.all("select min(issued_on)::text, max(issued_on)::text from doc")
    batch.details["days"] = list(days[0])


def preview(batch: Batch, limit: int) -> list[RecordPreview]:
    return preview_rows(
        batch,
        limit,
        table="doc",
        custom=True,
        title="r.number",
        context="coalesce(a.name, n.name) || case when n.action = 'created' then ' +' else '' end",
        shown={field: f"r.{field}" for field in ("kind", "issued_on", "due_on", "net", "gross", "currency", "label")},
        joins="join node n on n.id = r.node_id left join accounts_account a on a.id = n.account_id",
    )
