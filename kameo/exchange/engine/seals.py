"""Seals of the rows that a run wrote: an undo compares them to tell whether a row was touched since."""

from __future__ import annotations

from kameo.core.importing import Batch, Relation

Sealed = dict[str, list[str]]


def columns_of(batch: Batch, table: str) -> list[str]:
    """The columns of a table that can be written, in their order."""
    rows = batch.all(
        "select attname from pg_attribute where attrelid = %(table)s::regclass and attnum > 0 and not attisdropped"
        " and attgenerated = '' order by attnum",
        {"table": table},
    )
    return [row[0] for row in rows]


def sealed_columns(batch: Batch, relation: Relation) -> list[str]:
    """Those whose change counts. Kept with the import: a column added by a later version changes no old seal."""
    return [column for column in columns_of(batch, relation.table) if column not in relation.volatile]


def seal_of(columns: list[str], alias: str) -> str:
    """SQL: a digest of some columns of the row `alias`."""
    values = ", ".join(f'{alias}."{column}"' for column in columns)
    return f"md5(row({values})::text)"


def keep_changes(batch: Batch, import_id: int) -> Sealed:
    """Turn `staged_log` into the import's changes, each with the seal of the row as the run leaves it.

    A row that the run deleted has an empty seal. Returns the columns that were sealed, by table.
    """
    sealed: Sealed = {}
    for relation in batch.importer.relations:
        if not batch.value("select exists (select 1 from staged_log where relation = %(of)s)", {"of": relation.table}):
            continue
        sealed[relation.table] = sealed_columns(batch, relation)
        seal = seal_of(sealed[relation.table], "t")
        batch.run(
            "insert into exchange_change (of_id, relation, row_id, before, seal)"
            f" select %(import)s, l.relation, l.row_id, l.before, case when t.id is null then '' else {seal} end"
            f" from staged_log l left join {relation.table} t on t.id = l.row_id where l.relation = %(relation)s",
            {"import": import_id, "relation": relation.table},
        )
    return sealed
