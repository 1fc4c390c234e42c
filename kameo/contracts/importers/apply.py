"""Write the planned documents: accounts first, then invoices, then their lines."""

from __future__ import annotations

from kameo.accounts.importers.parties import write_parties
from kameo.contracts.importers.compare import SCALARS, build_lines
from kameo.core.importing import Batch
from kameo.core.importing.changes import touches, write_changes
from kameo.core.money import reporting_currency

INVOICE, LINE = "contracts_invoice", "contracts_invoiceline"
_RATE = """case when w.currency = %(reporting)s then 1 else (select rate.rate from core_rate rate
    where rate.currency = w.currency and rate.day <= w.issued_on order by rate.day desc limit 1) end"""


def write_documents(batch: Batch) -> None:
    """Insert and update, set-wise. Conversions are frozen at the rate of each date, or stay open without one."""
    write_parties(batch)
    _insert(batch)
    batch.run("analyze contracts_invoice")
    _update(batch)
    if batch.options["has_lines"]:
        _write_lines(batch)
    _link_corrected(batch)
    batch.touched += [
        row[0]
        for row in batch.all(
            "select distinct n.account_id from doc d join node n on n.id = d.node_id where d.action <> 'unchanged'"
        )
    ]


def _insert(batch: Batch) -> None:
    batch.insert(
        INVOICE,
        "account_id, number, kind, issued_on, due_on, label, currency, net, gross, rate, reporting_net,"
        " custom, created_at, created_by_id",
        "select n.account_id, w.number, w.kind, w.issued_on, w.due_on, coalesce(w.label, ''), w.currency,"
        " w.net, w.gross, r.rate, round(w.net * r.rate, 2), coalesce(w.custom, '{}'), %(now)s, %(by)s"
        " from doc w join node n on n.id = w.node_id"
        f" cross join lateral (select {_RATE} as rate) r where w.action = 'created' order by w.line",
        {"reporting": reporting_currency(), **batch.stamp},
    )


def _update(batch: Batch) -> None:
    """A frozen rate stays unless the day or the currency changes."""
    rate = f"case when {touches('w', ('issued_on', 'currency'))} then {_RATE} else t.rate end"
    write_changes(
        batch,
        INVOICE,
        "doc",
        key="invoice_id",
        columns={column: column for column in SCALARS},
        custom=True,
        also={f"rate = {rate}": (), f"reporting_net = round(w.net * ({rate}), 2)": ()},
        params={"reporting": reporting_currency()},
    )


def _write_lines(batch: Batch) -> None:
    """Lines keep their place: changed where they stand, added or taken away at the end."""
    build_lines(batch)
    columns = "label, reference, quantity, unit_price, net"
    changed = "join doc d on d.invoice_id = l.invoice_id and d.action = 'updated' and d.changes ? 'lines'"
    old = f"select l.id from {LINE} l {changed}"
    batch.log_before(LINE, old)
    batch.run(
        f"update {LINE} t set ({columns}) = (select n.label, n.reference, n.quantity, n.unit_price, n.net)"
        f" from {LINE} l {changed} join doc_line n on n.number = d.number and n.position = l.position where t.id = l.id"
    )
    batch.run(
        f"delete from {LINE} t using doc d where d.invoice_id = t.invoice_id and d.action = 'updated'"
        " and d.changes ? 'lines' and not exists (select 1 from doc_line n where n.number = d.number"
        " and n.position = t.position)"
    )
    batch.insert(
        LINE,
        f"invoice_id, position, {columns}",
        "select i.id, n.position, n.label, n.reference, n.quantity, n.unit_price, n.net from doc_line n"
        f" join doc d on d.number = n.number join {INVOICE} i on i.number = d.number and i.binned_at is null"
        " where d.action = 'created' or d.changes ? 'lines'"
        f" and not exists (select 1 from {LINE} l where l.invoice_id = i.id and l.position = n.position)",
    )


def _link_corrected(batch: Batch) -> None:
    """The invoice a credit note corrects, when it is one of the same account."""
    link = (
        "d.corrects is not null and o.number = d.corrects and o.binned_at is null and i.number = d.number"
        " and i.binned_at is null and o.account_id = i.account_id and i.corrects_id is distinct from o.id"
        " and o.id <> i.id"
    )
    if not batch.value("select exists (select 1 from doc where corrects is not null)"):
        return
    batch.log_before(
        INVOICE, f"select i.id from doc d, {INVOICE} i, {INVOICE} o where {link} and d.action <> 'created'"
    )
    batch.run(f"update {INVOICE} i set corrects_id = o.id from doc d, {INVOICE} o where {link}")
