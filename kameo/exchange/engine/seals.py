"""What a run wrote, sealed so that an undo can tell whether anybody touched it since."""

# ruff: noqa: S608 - names come from the importers' own declarations; values are parameters

from __future__ import annotations

from kameo.core.importing import Batch, Relation


def seal_of(relation: Relation, alias: str) -> str:
    """SQL: a digest of the row `alias`, without the columns that move by themselves."""
    excluded = ", ".join(f"'{column}'" for column in relation.volatile)
    row = f"to_jsonb({alias})" + (f" - array[{excluded}]::text[]" if excluded else "")
    return f"md5(({row})::text)"


def keep_changes(batch: Batch, import_id: int) -> int:
    """Turn `staged_log` into the import's changes, each with the seal of the row as the run leaves it."""
    kept = 0
    for relation in batch.importer.relations:
        kept += batch.run(
            "insert into exchange_change (of_id, relation, row_id, before, seal)"
            f" select %(import)s, l.relation, l.row_id, l.before, {seal_of(relation, 't')} from staged_log l"
            f" join {relation.table} t on t.id = l.row_id where l.relation = %(relation)s",
            {"import": import_id, "relation": relation.table},
        )
    return kept
