"""The batch that an importer's verbs work on: the staging tables of one run, in one transaction.

Temporary tables, made by the engine:
- `staged (line, <one column per field and per derived column>)`, the rows of the file;
- `staged_problem (line, field, value, code, level, params)`: an "error" rejects its row, a "warning" does not;
- `staged_log (relation, row_id, before)`: what the run wrote; `before` is the row as it was, null for a new one.
"""

# ruff: noqa: S608 - statements are put together from names in our own code; values are parameters

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kameo.core import clock

if TYPE_CHECKING:
    from kameo.core.importing.declarations import Importer


def from_json(text: str) -> Any:
    """What a jsonb column of raw SQL holds; amounts stay the text they are, so that they can be stored again."""
    return json.loads(text, parse_float=str)


class CancelledError(Exception):
    """Somebody cancelled the run: the transaction rolls back, nothing is left."""


class Batch:
    """`by` is the user or None (a command); `options` the importer's own; `mapped` is field → column name.

    `report(phase)` tells what is going on and raises CancelledError when the run has been cancelled.
    """

    def __init__(
        self,
        cursor: Any,
        importer: Importer,
        *,
        by: Any = None,
        options: Mapping[str, Any] | None = None,
        mapped: Mapping[str, str] | None = None,
        report: Callable[[str], None] = lambda phase: None,
    ) -> None:
        self.cursor = cursor
        self.importer = importer
        self.by = by
        self.options = dict(options or {})
        self.mapped = dict(mapped or {})
        self.report = report
        self.counts = {"created": 0, "updated": 0, "unchanged": 0}
        self.details: dict[str, Any] = {}
        self.touched: list[int] = []

    @property
    def source(self) -> str:
        """The other system, as numbers are kept with its name."""
        return str(self.options.get("source") or "")[:60]

    @property
    def stamp(self) -> dict[str, Any]:
        """Who writes, when, from which system."""
        return {"now": clock.now(), "by": self.by.pk if self.by is not None else None, "source": self.source}

    def run(self, sql: str, params: Mapping[str, Any] | Sequence[Any] | None = None) -> int:
        """Execute one statement; the number of rows it touched."""
        self.cursor.execute(sql, params)
        return int(self.cursor.rowcount)

    def all(self, sql: str, params: Mapping[str, Any] | Sequence[Any] | None = None) -> list[tuple[Any, ...]]:
        self.cursor.execute(sql, params)
        return list(self.cursor.fetchall())

    def value(self, sql: str, params: Mapping[str, Any] | Sequence[Any] | None = None) -> Any:
        """The first column of the first row, or None."""
        self.cursor.execute(sql, params)
        row = self.cursor.fetchone()
        return row[0] if row else None

    def reject(self, code: str, select: str, params: Mapping[str, Any] | None = None) -> int:
        """Reject the lines of `select line, field, value, params from …`; how many problems were added."""
        return self._note("error", code, select, params)

    def warn(self, code: str, select: str, params: Mapping[str, Any] | None = None) -> int:
        """Like `reject`, without rejecting: something worth saying about these lines."""
        return self._note("warning", code, select, params)

    def _note(self, level: str, code: str, select: str, params: Mapping[str, Any] | None) -> int:
        values = {"_code": code, "_level": level, **(params or {})}
        return self.run(
            "insert into staged_problem (line, field, value, code, level, params)"
            f" select q.line, q.field, q.value, %(_code)s, %(_level)s, q.params from ({select})"
            " as q (line, field, value, params)",
            values,
        )

    def insert(self, relation: str, columns: str, select: str, params: Mapping[str, Any] | None = None) -> int:
        """`insert into relation (columns) select`, remembered for undo; how many rows."""
        return self.run(
            f"with new as (insert into {relation} ({columns}) {select} returning id)"
            f" insert into staged_log (relation, row_id) select '{relation}', id from new",
            params,
        )

    def keep_sound(self, among: str = "true") -> None:
        """`sound`: the rows that nothing rejects."""
        self.run(
            f"create temp table sound on commit drop as select * from staged s where {among} and not exists"
            " (select 1 from staged_problem p where p.line = s.line and p.level = 'error')"
        )
        self.run("create unique index on sound (line)")
        self.run("analyze sound")

    def drop_rejected(self, table: str) -> None:
        """Take the rejected lines out of a table of one row per line."""
        self.run(f"delete from {table} r using staged_problem p where p.line = r.line and p.level = 'error'")

    def log_before(self, relation: str, select_ids: str) -> int:
        """Remember rows as they are before this run changes them; call it before the update."""
        return self.run(
            "insert into staged_log (relation, row_id, before)"
            f" select '{relation}', t.id, to_jsonb(t) from {relation} t where t.id in ({select_ids})"
            f" and not exists (select 1 from staged_log l where l.relation = '{relation}' and l.row_id = t.id)"
        )
