"""The rows of a plain noun, written: set by set, after `rows` has planned them."""

# ruff: noqa: S608 - statements are put together from names in our own code; values are parameters

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kameo.core.importing.batch import Batch
from kameo.core.importing.changes import write_changes
from kameo.core.importing.columns import AUTHORS, PlainColumn, defaults_of
from kameo.core.importing.rows import PlainRows


def write_rows(batch: Batch, rows: PlainRows) -> None:
    """Owners that are to be, records that cells name, then what is new and what changes; logged for undo."""
    batch.report("writing")
    rows.owner.write(batch)
    batch.run(f"update record r set owner_id = {rows.owner.id} from {rows.owner.rows} where y.line = r.line")
    for each, model in rows.references:
        if each.declared.kind.called is not None:
            _make_named(batch, each, model)
    _create_rows(batch, rows)
    _update_rows(batch, rows)
    batch.touched += [row[0] for row in batch.all("select distinct owner_id from record where action <> 'unchanged'")]


def _create_rows(batch: Batch, rows: PlainRows) -> None:
    model = rows.resource.model
    held = {each.attribute: each.value() for each in rows.columns()} | {rows.above: "r.owner_id"}
    for author in (f'"{one}"' for one in AUTHORS if rows.resource.has(one.removesuffix("_id"))):
        held[author] = f"coalesce(r.{author}, %(by)s)" if author in held else "%(by)s"
    if rows.resource.extensible:
        held['"custom"'] = "coalesce(r.custom, '{}')"
    rest = {column: value for column, value in defaults_of(model) if f'"{column}"' not in held}
    held |= {f'"{column}"': f"%({column})s" for column in rest}
    batch.insert(
        rows.table,
        ", ".join(held),
        f"select {', '.join(held.values())} from record r where r.action = 'created' order by r.line",
        {**batch.stamp, **rows.defaults(), **rest},
    )


def _update_rows(batch: Batch, rows: PlainRows) -> None:
    also: dict[str, Sequence[str]] = {
        f"{each.attribute} = case when w.changes ? '{each.name}' then w.{each.attribute} else t.{each.attribute} end": (
            each.name,
        )
        for each, _model in rows.references
    }
    if rows.resource.has("changed_at"):
        also["changed_at = %(now)s"] = ()
    write_changes(
        batch,
        rows.table,
        "record",
        key="row_id",
        columns={each.name: each.attribute for each in rows.columns() if not each.reference},
        also=also,
        custom=rows.resource.extensible,
        params=batch.stamp,
    )


def _make_named(batch: Batch, each: PlainColumn, model: Any) -> None:
    """New records for names that nobody knows, one each, and their ids on the rows."""
    rest = {column: value for column, value in defaults_of(model) if column != "name"}
    lost = f'r."{each.name}" is not null and r.{each.attribute} is null'
    batch.insert(
        model._meta.db_table,
        ", ".join(("name", *(f'"{column}"' for column in rest))),
        f"select {', '.join(('q.name', *(f'%({column})s' for column in rest)))} from (select distinct on"
        f' (kameo_fold(r."{each.name}")) r."{each.name}" as name from record r where {lost}'
        f' order by kameo_fold(r."{each.name}"), r.line) q',
        rest,
    )
    batch.run(
        f"update record r set {each.attribute} = m.id from {model._meta.db_table} m"
        f' where {lost} and kameo_fold(m.name) = kameo_fold(r."{each.name}")'
    )
