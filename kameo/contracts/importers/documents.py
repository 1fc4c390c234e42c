"""From rows to documents: lines of one number are one invoice; signs, kinds and customers settled."""

from __future__ import annotations

from typing import Any

from kameo.accounts.importers.nodes import fill_siren
from kameo.core.importing import Batch
from kameo.core.text import fold

DERIVED = {"party": "text"}


def prepare(values: dict[str, Any]) -> None:
    """Say which customer the row is about: by its number first, else by a registration number, else by name."""
    fill_siren(values)
    for name in ("customer_key", "siret", "siren", "vat"):
        if values[name]:
            values["party"] = f"{name}:{values[name]}"
            return
    if values["customer_name"]:
        values["party"] = f"name:{fold(values['customer_name'])}"


def check_rows(batch: Batch) -> None:
    """Reject rows without number, date, amount or customer; totals at the foot of a table are told apart."""
    empty = "number is null and issued_on is null and party is null"
    fine = "not exists (select 1 from staged_problem p where p.line = s.line and p.level = 'error')"
    amount = "coalesce(net, quantity * unit_price) is null"
    batch.reject("total_row", f"select line, '', net::text, '{{}}'::jsonb from staged s where {empty} and {fine}")
    for field, missing, sources in (
        ("number", "number is null", ["number"]),
        ("issued_on", "issued_on is null", ["issued_on"]),
        ("net", amount, ["net", "quantity", "unit_price"]),
    ):
        batch.reject(
            "required_missing",
            f"select line, '{field}', '', '{{}}'::jsonb from staged s where {missing} and not ({empty}) and not exists"
            " (select 1 from staged_problem p where p.line = s.line and p.field = any(%(sources)s)"
            " and p.level = 'error')",
            {"sources": sources},
        )
    batch.reject(
        "customer_missing",
        f"select line, 'customer_key', '', '{{}}'::jsonb from staged s where party is null and not ({empty}) and not"
        " exists (select 1 from staged_problem p where p.line = s.line and p.level = 'error'"
        " and p.field in ('customer_key', 'customer_name', 'siren', 'siret', 'vat'))",
    )


def build_items(batch: Batch) -> None:
    """`item`: the sound rows, each with its own amount; `number` names the document it is a line of."""
    batch.reject(
        "document_incomplete",
        "select s.line, 'number', s.number, jsonb_build_object('line', q.line) from staged s join ("
        "select t.number, min(t.line) as line from staged t join staged_problem p on p.line = t.line"
        " and p.level = 'error' where t.number is not null group by t.number) q on q.number = s.number"
        " where not exists (select 1 from staged_problem p where p.line = s.line and p.level = 'error')",
    )
    percent = batch.value("select coalesce(max(abs(discount)), 0) > 1 from staged")
    discount = f"(1 - coalesce(discount, 0){' / 100' if percent else ''})"
    batch.run(
        "create temp table item on commit drop as select line, number, issued_on, due_on, gross, kind, currency, label,"
        " corrects, party, custom, country, quantity, unit_price, item_reference, item_label,"
        f" coalesce(net, quantity * unit_price * {discount}) as net from staged s where not exists"
        " (select 1 from staged_problem p where p.line = s.line and p.level = 'error')"
    )
    batch.run("create index on item (number)")
    batch.run("analyze item")


# AV-2024-12, CN12, NC 7: prefixes that only credit notes have. C536379 is one where numbers are bare digits.
_PREFIX = r"^(av|avoir|cn|crn|nc|credit)[^a-z0-9]*[0-9]"
_BARE_C = r"^c[0-9]+$"


def gather_documents(batch: Batch) -> None:
    """`draft`: one row per number. A file has lines when it names items or when numbers repeat."""
    items = {"quantity", "unit_price", "item_reference", "item_label"} & set(batch.mapped)
    several = "select exists (select 1 from item group by number having count(*) > 1)"
    batch.options["has_lines"] = bool(items) or bool(batch.value(several))
    plain = batch.value("select count(*) filter (where number ~ '^[0-9]+$') > count(*) / 2 from item")
    prefix = f"number ~* '{_PREFIX}'" + (f" or number ~* '{_BARE_C}'" if plain else "")
    # Lines are rounded one by one, so that an invoice is exactly the sum of what it shows.
    batch.run(
        "create temp table draft on commit drop as select number, min(line) as line, count(*) as rows,"
        " min(party) as party, count(distinct party) as parties, min(issued_on) as issued_on,"
        " count(distinct issued_on) as days, max(due_on) as due_on, sum(round(net, 2)) as net,"
        " round(max(gross), 2) as gross, min(currency) as currency, count(distinct currency) as currencies,"
        f" (bool_or(kind = 'credit_note') is true or {prefix}) and bool_or(kind = 'invoice') is not true as credited,"
        " bool_or(kind = 'invoice') is true as invoiced,"
        " (array_agg(label order by line) filter (where label is not null))[1] as label, min(corrects) as corrects,"
        " (array_agg(custom order by line) filter (where custom is not null))[1] as custom"
        " from (select line, number, party, issued_on, due_on, net, gross, kind, label, corrects, custom,"
        " coalesce(currency, %(currency)s) as currency from item) item group by number",
        {"currency": str(batch.options.get("currency") or "")},
    )
    batch.run("create unique index on draft (number)")
    batch.run("analyze draft")
    _refuse_mixed(batch)
    # Where credit notes are written negative, the sign speaks for itself; elsewhere they are turned round.
    batch.options["signed"] = batch.value("select exists (select 1 from draft where credited and net < 0)")


def reject_documents(batch: Batch, code: str, select: str, params: dict[str, Any] | None = None) -> None:
    """Reject every row of some documents: `select number, field, value, params from …`."""
    batch.run("drop table if exists pg_temp.refused")
    found = batch.run(
        f"create temp table refused on commit drop as select * from ({select}) q (number, field, value, params)", params
    )
    if found:
        batch.reject(
            code, "select i.line, q.field, q.value, q.params from refused q join item i on i.number = q.number"
        )
        batch.run("delete from draft d using refused q where q.number = d.number")


def _refuse_mixed(batch: Batch) -> None:
    reject_documents(
        batch, "number_reused", "select number, 'number', number, '{}'::jsonb from draft where parties > 1"
    )
    reject_documents(
        batch, "currencies_mixed", "select number, 'currency', number, '{}'::jsonb from draft where currencies > 1"
    )
    batch.warn(
        "dates_differ",
        "select line, 'issued_on', number, jsonb_build_object('date', issued_on) from draft where days > 1",
    )
    batch.warn(
        "negative_invoice",
        "select line, 'net', number, jsonb_build_object('net', net) from draft where invoiced and net < 0",
    )
    batch.warn(
        "due_before_issue", "select line, 'due_on', due_on::text, '{}'::jsonb from draft where due_on < issued_on"
    )
