"""Some rows of the outcome, for people: what changes first, then what is new, then what stays."""

# ruff: noqa: S608 - statements are put together from names in our own code

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kameo.core.importing.batch import Batch, from_json
from kameo.core.importing.changes import custom_values
from kameo.core.importing.declarations import RecordPreview


def preview_rows(
    batch: Batch,
    limit: int,
    *,
    table: str,
    title: str,
    context: str,
    shown: Mapping[str, str],
    joins: str = "",
    key: str = "line",
    custom: bool = False,
) -> list[RecordPreview]:
    """Rows `r` of a table with `line`, `action` and `changes`; SQL over `r` and `joins` for the other parts.

    `shown`: field → what a new record is said to hold; `custom`: with the fields of the company; `key` orders rows of
    one line.
    """
    values = ", ".join(f"'{field}', {value}" for field, value in shown.items())
    held = f"jsonb_strip_nulls(jsonb_build_object({values}))" + (f" || {custom_values('r')}" if custom else "")
    rows = batch.all(
        f"select r.line, r.action, {title}, {context}, case when r.action = 'created' then '{{}}' else r.changes end,"
        f" case when r.action = 'created' then {held} else '{{}}' end from"
        " (select *, array_position(array['updated', 'created', 'unchanged'], action) as rank"
        f" from {table} order by rank, line, {key} limit %(limit)s) r {joins} order by r.rank, r.line, r.{key}",
        {"limit": limit},
    )
    return [
        RecordPreview(line, action, name, where or "", _told_changes(*said))
        for line, action, name, where, *said in rows
    ]


def _told_changes(changes: str, values: str) -> dict[str, Any]:
    return from_json(changes) | {field: [None, value] for field, value in from_json(values).items()}
