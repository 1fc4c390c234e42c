"""Take a whole import back: delete what it created, restore what it changed, keep what was touched since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from kameo.core.importing import Batch, Importer, Relation
from kameo.exchange.engine.run import check_links_at_once
from kameo.exchange.engine.seals import Sealed, columns_of, seal_of
from kameo.exchange.engine.staging import drop_leftovers

SHOWN = 50


@dataclass(slots=True)
class Undone:
    """What an undo did, or would do. `kept` explains what it leaves: (table, id, title, code, detail)."""

    removed: int = 0
    restored: int = 0
    kept: int = 0
    reasons: list[dict[str, Any]] = field(default_factory=list)


def undo(importer: Importer, import_id: int, sealed: Sealed, *, rehearse: bool = False) -> Undone:
    """Must run in a transaction. `sealed` is what the import kept; `rehearse` only says what would happen.

    A created row goes unless it was changed since or something newer depends on it; a changed row gets its
    former values back unless it was changed since. What is undone leaves the import's changes, so that the
    rest can be undone later.
    """
    with connection.cursor() as cursor:
        batch = Batch(cursor, importer)
        drop_leftovers(cursor)
        _take_stock(batch, import_id)
        _keep_touched(batch, sealed)
        _keep_needed(batch)
        result = _count_undone(batch)
        if not rehearse:
            touched = _concerned(batch)
            check_links_at_once(cursor)
            _restore(batch)
            _remove(batch, touched)
            batch.run("delete from exchange_change c using undoing u where u.id = c.id and u.reason is null")
    return result


def _take_stock(batch: Batch, import_id: int) -> None:
    batch.run(
        "create temp table undoing on commit drop as select id, relation, row_id, before, seal,"
        " null::text as reason, null::text as detail, null::text as title from exchange_change where of_id = %(id)s",
        {"id": import_id},
    )
    batch.run("create index on undoing (relation, row_id)")
    batch.run("analyze undoing")


def _keep_touched(batch: Batch, sealed: Sealed) -> None:
    for relation in batch.importer.relations:
        if relation.table not in sealed:
            continue
        batch.run(
            f"update undoing u set reason = 'changed_since', title = {_title(relation)} from {relation.table} t"
            f" where u.relation = '{relation.table}' and t.id = u.row_id"
            f" and u.seal <> {seal_of(sealed[relation.table], 't')}"
        )
        # Somebody else deleted it already: nothing to undo.
        batch.run(
            f"update undoing u set reason = 'gone' where u.relation = '{relation.table}' and u.seal <> ''"
            f" and not exists (select 1 from {relation.table} t where t.id = u.row_id)"
        )


def _title(relation: Relation) -> str:
    return f"t.{relation.title}"


_REFERENCES = """
select source.relname, attribute.attname from pg_constraint link
join pg_class source on source.oid = link.conrelid
join pg_attribute attribute on attribute.attrelid = link.conrelid and attribute.attnum = link.conkey[1]
where link.contype = 'f' and link.confrelid = %(table)s::regclass and array_length(link.conkey, 1) = 1
order by 1, 2
"""


def _keep_needed(batch: Batch) -> None:
    """Keep a created row that something outside the import points at, then what those point at, in turn."""
    for _ in range(60):
        if not any([_keep_referenced(batch, relation) for relation in batch.importer.relations]):  # noqa: C419 - each has to run
            break
    for relation in batch.importer.relations:
        if relation.part_of is not None:
            whole, column = relation.part_of
            batch.run(
                f"update undoing u set reason = 'kept_with' from {relation.table} t, undoing o"
                f" where u.relation = '{relation.table}' and t.id = u.row_id and u.reason is null and u.before is null"
                f" and o.relation = '{whole}' and o.row_id = t.{column} and o.before is null"
                " and o.reason in ('changed_since', 'needed')"
            )


def _keep_referenced(batch: Batch, relation: Relation) -> int:
    kept = 0
    disposable = set(relation.disposable)
    for table, column in batch.all(_REFERENCES, {"table": relation.table}):
        if (table, column) in disposable:
            continue
        ours = "false"
        if any(each.table == table for each in batch.importer.relations):
            ours = (
                f"exists (select 1 from undoing o where o.relation = '{table}' and o.row_id = r.id"
                " and (o.reason is null and o.before is null or o.reason = 'gone'))"
            )
        kept += batch.run(
            f"update undoing u set reason = 'needed', detail = '{table}', title = {_title(relation)}"
            f" from {relation.table} t, {table} r where u.relation = '{relation.table}' and t.id = u.row_id"
            f" and r.{column} = u.row_id and u.before is null and u.reason is null and not {ours}"
            f"{_restored_elsewhere(batch, table, column)}"
        )
    return kept


def _restored_elsewhere(batch: Batch, table: str, column: str) -> str:
    """A row this undo gives its former values back to does not count for what it points at now."""
    if not any(each.table == table for each in batch.importer.relations):
        return ""
    return (
        f" and not exists (select 1 from undoing b where b.relation = '{table}' and b.row_id = r.id"
        f" and b.reason is null and b.before is not null and (b.before->>'{column}') is distinct from r.{column}::text)"
    )


def _count_undone(batch: Batch) -> Undone:
    result = Undone()
    main = batch.importer.relations[0].table
    counts = batch.all(
        "select count(*) filter (where reason is null and before is null and relation = %(main)s),"
        " count(*) filter (where reason is null and before is not null and relation = %(main)s),"
        " count(*) filter (where reason in ('changed_since', 'needed')) from undoing",
        {"main": main},
    )
    result.removed, result.restored, result.kept = counts[0]
    rows = batch.all(
        "select relation, row_id, coalesce(title, ''), reason, coalesce(detail, '') from undoing"
        " where reason in ('changed_since', 'needed') order by relation = %(main)s desc, id limit %(shown)s",
        {"main": main, "shown": SHOWN},
    )
    names = ("table", "id", "title", "code", "detail")
    result.reasons = [dict(zip(names, row, strict=True)) for row in rows]
    return result


def _concerned(batch: Batch) -> list[int]:
    """Accounts whose projections have to follow, as they stand now and as they stood before the import."""
    accounts: set[int] = set()
    for relation in batch.importer.relations:
        if relation.accounts:
            rows = batch.all(
                f"select {relation.accounts} from {relation.table} t join undoing u on u.row_id = t.id"
                f" where u.relation = '{relation.table}' and u.reason is null"
                f" union select {relation.accounts} from undoing u,"
                f" jsonb_populate_record(null::{relation.table}, u.before) t"
                f" where u.relation = '{relation.table}' and u.reason is null and u.before is not null"
            )
            accounts |= {row[0] for row in rows if row[0] is not None}
    return sorted(accounts)


def _remove(batch: Batch, touched: list[int]) -> None:
    """Parts before wholes, in the order of declaration: what depends on others is declared first.

    Projections follow each step: those of an account must let its invoices go before it goes itself.
    """
    for whole in batch.importer.relations:
        if whole.part_of is None:
            for part in batch.importer.relations:
                if part.part_of is not None and part.part_of[0] == whole.table:
                    _remove_rows(batch, part)
            if _remove_rows(batch, whole) or whole is batch.importer.relations[0]:
                batch.importer.settle(batch, touched)


def _remove_rows(batch: Batch, relation: Relation) -> int:
    gone = f"select row_id from undoing where relation = '{relation.table}' and reason is null and before is null"
    for table, column in relation.disposable:
        batch.run(f"delete from {table} where {column} in ({gone})")
    return batch.run(f"delete from {relation.table} where id in ({gone})")


def _restore(batch: Batch) -> None:
    """Give back former values; rows that the import deleted come back whole, with their id."""
    for relation in batch.importer.relations:
        columns = columns_of(batch, relation.table)
        former = ", ".join(f'"{column}" = b."{column}"' for column in columns if column != "id")
        source = (
            f"undoing u, jsonb_populate_record(null::{relation.table}, u.before) b"
            f" where u.relation = '{relation.table}' and u.reason is null and u.before is not null"
        )
        batch.run(f"update {relation.table} t set {former} from {source} and u.seal <> '' and t.id = u.row_id")
        names = ", ".join(f'"{column}"' for column in columns)
        values = ", ".join(f'b."{column}"' for column in columns)
        batch.run(f"insert into {relation.table} ({names}) select {values} from {source} and u.seal = ''")
