"""What a form would refuse of the rows of a plain noun: its own `check`, over each record as it would become, and
records that are not its author's to change.
"""

# ruff: noqa: S608 - statements are put together from names in our own code; values are parameters

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.utils import translation

from kameo.core.errors import DomainError
from kameo.core.importing.batch import Batch
from kameo.core.records.reading import visible_rows

if TYPE_CHECKING:
    from kameo.core.importing.rows import PlainRows

VERBS = {"created": "added", "updated": "changed"}


def refuse_unfit_rows(batch: Batch, rows: PlainRows) -> None:
    """Reject the rows that the noun's `check` refuses, with its reason; two statements, however many rows.

    Rows that change nothing are left alone, as a form would. What other records refuse is what `match` is for.
    """
    if rows.resource.check is None:
        return
    names = [each.stored.attname for each in rows.columns()]
    refused: list[dict[str, Any]] = []
    for line, row_id, owner_id, action, *values in batch.all(_would_be(rows), rows.defaults()):
        above = {f"{rows.resource.above.attribute}_id": owner_id}
        record = rows.resource.model(pk=row_id, **above, **dict(zip(names, values, strict=True)))
        try:
            rows.resource.check(record, VERBS[action], batch.by)
        except DomainError as error:
            with translation.override(None):  # told to each reader in their language
                reason = str(error)
            refused.append({"line": line, "field": error.field or "", "reason": reason})
    batch.reject(
        "record_refused",
        "select q.line, q.field, '', jsonb_build_object('reason', q.reason)"
        " from jsonb_to_recordset(%(refused)s::jsonb) as q (line int, field text, reason text)",
        {"refused": json.dumps(refused)},
    )


def refuse_protected_rows(batch: Batch, rows: PlainRows) -> None:
    """Reject the changes of records that the author of the import does not see or may not change, where the noun says
    for each record who may (`Resource.may`): a statement for all, and what `may` asks for each record of others.
    """
    may, by = rows.resource.may, batch.by
    if may is None or by is None:
        return
    changed = batch.all("select row_id, line from record where action = 'updated'")
    seen = visible_rows(rows.resource, by).in_bulk([row_id for row_id, _line in changed])
    kept = [line for row_id, line in changed if row_id in seen and may(by, "changed", seen[row_id])]
    batch.reject(
        "record_protected",
        "select r.line, '', '', '{}'::jsonb from record r"
        " where r.action = 'updated' and r.line <> all(%(kept)s::int[])",
        {"kept": kept},
    )


def _would_be(rows: PlainRows) -> str:
    """SQL: every row that writes something, with the values that its record would hold."""
    values = [
        f"case when r.row_id is null then {each.value()} when r.changes ? '{each.name}' then r.{each.attribute}"
        f" else t.{each.attribute} end"
        for each in rows.columns()
    ]
    return (
        f"select r.line, r.row_id, r.owner_id, r.action, {', '.join(values)} from record r"
        f" left join {rows.table} t on t.id = r.row_id where r.action <> 'unchanged' order by r.line"
    )
