"""The invoices importer: plan and apply, in order."""

from __future__ import annotations

from kameo.contracts.domain.revenue import rebuild_revenue
from kameo.contracts.importers.apply import write_documents
from kameo.contracts.importers.compare import compare_documents
from kameo.contracts.importers.documents import build_items, check_rows, gather_documents
from kameo.contracts.importers.parties import resolve_parties
from kameo.core.importing import Batch, RecordPreview, from_json


def plan(batch: Batch) -> None:
    """Decide, for every document, whether it is new, changes one of ours or is as it was, and on which account."""
    check_rows(batch)
    build_items(batch)
    gather_documents(batch)
    batch.report("matching")
    resolve_parties(batch)
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
    batch.details["accounts_created"] = batch.value("select count(*) from node where action = 'created'")
    batch.details["customers"] = batch.value("select count(distinct node_id) from doc")
    batch.details["net"] = [
        {"currency": currency, "net": str(net)}
        for currency, net in batch.all("select currency, sum(net) from doc group by currency order by 2 desc")
    ]
    days = batch.all("select min(issued_on)::text, max(issued_on)::text from doc")
    batch.details["days"] = list(days[0])


def preview(batch: Batch, limit: int) -> list[RecordPreview]:
    rows = batch.all(
        "select d.line, d.action, d.number, coalesce(a.name, n.name), d.changes, jsonb_strip_nulls(jsonb_build_object("
        "'kind', d.kind, 'issued_on', d.issued_on, 'due_on', d.due_on, 'net', d.net, 'gross', d.gross,"
        " 'currency', d.currency, 'label', d.label)), n.action from doc d join node n on n.id = d.node_id"
        " left join accounts_account a on a.id = n.account_id"
        " order by array_position(array['updated', 'created', 'unchanged'], d.action), d.line limit %(limit)s",
        {"limit": limit},
    )
    return [
        RecordPreview(
            line,
            action,
            number,
            f"{customer} +" if node_action == "created" else str(customer),
            {name: [None, value] for name, value in from_json(values).items()}
            if action == "created"
            else from_json(changes),
        )
        for line, action, number, customer, changes, values, node_action in rows
    ]
