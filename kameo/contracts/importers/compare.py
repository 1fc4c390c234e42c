"""Compare the documents of a file with those stored: new, changed, unchanged."""

from __future__ import annotations

from kameo.contracts.importers.documents import reject_documents
from kameo.core.importing import Batch
from kameo.core.importing.changes import ACTION, count_actions, custom_changes, plain_changes

# Blank cells change nothing; the others must agree.
SCALARS = ("issued_on", "due_on", "net", "gross", "currency", "label", "kind")


def compare_documents(batch: Batch) -> None:
    """`doc`: the documents with their account, kind, what changes and the action; counts go to `batch.counts`.

    A negative amount is a credit note. A positive one marked as such (column, prefix) is turned round, unless
    the file writes its credit notes negative.
    """
    _refuse_taken(batch)
    turned = "false" if batch.options["signed"] else "d.credited and d.net > 0"
    same = ", ".join(f"coalesce(d.{column}, i.{column})" for column in SCALARS)
    ours = ", ".join(f"i.{column}" for column in SCALARS)
    parts = plain_changes({column: column for column in SCALARS}, rows="d", ours="i")
    same, ours = f"{same}, i.custom || coalesce(d.custom, '{{}}')", f"{ours}, i.custom"
    parts = f"{parts} || {custom_changes(rows='d', ours='i')}"
    leave = "true" if batch.options.get("on_match") == "leave" else f"({same}) is not distinct from ({ours})"
    batch.run(
        f"""
        create temp table doc on commit drop as
        select d.*, i.id as invoice_id, case when i.id is null or {leave} then '{{}}'::jsonb else {parts} end as changes
        from (
            select d.number, d.line, d.rows, p.id as node_id, n.account_id, d.issued_on, d.currency, d.label,
                d.corrects, d.custom, case when d.due_on >= d.issued_on then d.due_on end as due_on, d.negated,
                case when d.negated then -d.net else d.net end as net,
                case when d.net < 0 or d.negated then -abs(d.gross) else abs(d.gross) end as gross,
                case when d.net < 0 or d.negated or d.net = 0 and d.credited then 'credit_note' else 'invoice' end
                    as kind
            from (select *, {turned} as negated from draft d) d
            join party p on p.line = d.line join node n on n.id = p.id
        ) d
        left join contracts_invoice i on i.number = d.number and i.binned_at is null
        """
    )
    batch.run("create unique index on doc (number)")
    batch.run("create index on doc (invoice_id)")
    batch.run("analyze doc")
    if batch.options["has_lines"] and batch.options.get("on_match") != "leave":
        _compare_lines(batch)
    batch.run("alter table doc add action text generated always as (" + ACTION.format(id="invoice_id") + ") stored")
    batch.warn(
        "credit_note_negated", "select line, 'net', number, jsonb_build_object('net', net) from doc where negated"
    )
    count_actions(batch, "doc")


def _refuse_taken(batch: Batch) -> None:
    reject_documents(
        batch,
        "number_taken",
        "select d.number, 'number', d.number,"
        " jsonb_build_object('name', case when r.id is null then '…' else a.name end)"
        " from draft d join party p on p.line = d.line join node n on n.id = p.id"
        " join contracts_invoice i on i.number = d.number and i.binned_at is null"
        " join accounts_account a on a.id = i.account_id left join reachable r on r.id = a.id"
        " where i.account_id is distinct from n.account_id",
    )


def _compare_lines(batch: Batch) -> None:
    """Lines as one text per document: their number tells where they differ, the preview how many they are."""
    build_lines(batch)
    text = (
        "concat_ws('|', l.position, l.label, l.reference, l.quantity::numeric(16,4), l.unit_price::numeric(18,4),"
        " l.net)"
    )
    digest = f"md5(string_agg({text}, ';' order by l.position))"
    batch.run(
        "update doc d set changes = d.changes || jsonb_build_object('lines', jsonb_build_array(coalesce(old.count, 0),"
        " new.count)) from (select l.invoice_id, count(*) as count, "
        + digest
        + " as digest from contracts_invoiceline l"
        " where l.invoice_id in (select invoice_id from doc) group by l.invoice_id) old"
        " right join (select l.number, count(*) as count, "
        + digest
        + " as digest from doc_line l group by l.number) new"
        " on old.invoice_id = (select invoice_id from doc where number = new.number)"
        " where new.number = d.number and d.invoice_id is not null and old.digest is distinct from new.digest"
    )


def build_lines(batch: Batch) -> None:
    """`doc_line`: the lines to store, numbered within their document; turned round with a turned document."""
    if batch.value("select to_regclass('pg_temp.doc_line')") is not None:
        return
    turned = "case when d.negated then -1 else 1 end"
    # With the opposite sign: of the quantity where there is one, so that quantity × price still holds.
    price = "case when d.negated and i.quantity is null then -i.unit_price else i.unit_price end"
    batch.run(
        "create temp table doc_line on commit drop as select d.number,"
        " row_number() over (partition by d.number order by i.line) as position, left(coalesce(i.item_label, ''), 300)"
        f" as label, coalesce(i.item_reference, '') as reference, i.quantity * {turned} as quantity,"
        f" {price} as unit_price, round(i.net, 2) * {turned} as net from doc d join item i on i.number = d.number"
    )
    batch.run("create index on doc_line (number)")
    batch.run("analyze doc_line")
