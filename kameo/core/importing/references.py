"""Cells that name a record of ours: found among those that the author of the import sees, never guessed."""

# ruff: noqa: S608 - statements are put together from names in our own code; values are parameters

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.contrib.auth.models import AnonymousUser

from kameo.core.importing.batch import Batch
from kameo.core.importing.declarations import ImportField, RecordPreview


def _words_of_name(text: str) -> str:
    """SQL: the words of a folded text, in one order: “Roux Marie” is “Marie Roux”."""
    return f"(select array_agg(w order by w) from unnest(string_to_array({text}, ' ')) w)"


def keep_known(batch: Batch, table: str, kind: Any) -> None:
    """`table (id, name, words)`: the records a reference may be to; `words` null where several share them."""
    model = kind.visible(AnonymousUser()).model
    columns = {column.name for column in model._meta.concrete_fields}
    seen = model._default_manager.all() if batch.by is None else kind.visible(batch.by)
    if "binned_at" in columns:
        seen = seen.filter(binned_at__isnull=True)
    name = kind.name if kind.name in columns else "sort_name"
    sql, params = seen.order_by().values_list("pk", name).query.sql_with_params()
    batch.run(f"create temp table {table} (id, name) on commit drop as {sql}", params)
    batch.run(f"alter table {table} add words text[]")
    words = _words_of_name("kameo_fold(name)")
    batch.run(
        f"update {table} k set words = q.words from (select min(id) as id, {words} as words from {table}"
        " group by 2 having count(*) = 1) q where q.id = k.id"
    )
    batch.run(f"create index on {table} (words)")
    batch.run(f"analyze {table}")


def is_known(text: str) -> str:
    """SQL: a row `k` of those that `keep_known` keeps answers to what a cell says."""
    return f"k.words = {_words_of_name(f'kameo_fold({text})')}"


def refuse_unknown(batch: Batch, field: str, select: str) -> None:
    """A warning for `select line, text`: the cell is left out."""
    batch.warn("reference_unknown", f"select q.line, '{field}', q.said, '{{}}'::jsonb from ({select}) q (line, said)")


def find_named(batch: Batch) -> None:
    """Put ids in the place of names in what the staged rows say of the company's own fields."""
    for field in _mapped_references(batch):
        table, key = f"known_{field.key}", field.key
        keep_known(batch, table, field.reference)
        said = f"s.custom ->> '{key}'"
        batch.run(
            f"update staged s set custom = s.custom || jsonb_build_object('{key}', k.id) from {table} k"
            f" where s.custom ? '{key}' and {is_known(said)}"
        )
        lost = f"jsonb_typeof(s.custom -> '{key}') = 'string'"
        refuse_unknown(batch, field.name, f"select s.line, {said} from staged s where {lost}")
        batch.run(f"update staged s set custom = s.custom - '{key}' where {lost}")


def _mapped_references(batch: Batch) -> list[ImportField]:
    return [field for field in batch.importer.fields if field.key and field.reference and field.name in batch.mapped]


def tell_names(batch: Batch, rows: Iterable[RecordPreview]) -> list[RecordPreview]:
    """The rows of a preview with the names of the records they refer to; a query for each such field."""
    told = list(rows)
    for field in _mapped_references(batch):
        held = {value for row in told for value in row.changes.get(field.name, ()) if isinstance(value, int)}
        found = field.reference.visible(AnonymousUser()).model._default_manager.in_bulk(held)
        names = {pk: str(getattr(record, field.reference.name)) for pk, record in found.items()}
        told = [
            replace(
                row,
                changes={
                    name: [names.get(value, value) for value in pair] if name == field.name else pair
                    for name, pair in row.changes.items()
                },
            )
            for row in told
        ]
    return told
