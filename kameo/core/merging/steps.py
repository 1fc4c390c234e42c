"""The steps of a merge's ledger: each is done by one function and taken back by another, in plain SQL.

A step is JSON. Rows in it keep every value as text or JSON of the database, so that amounts and instants come back to
the last digit. Table and column names come from code, never from people.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.db import connection

Step = dict[str, Any]


def move(moves: Iterable[tuple[str, str]], origin: int, target: int, where: str = "") -> tuple[Step, int]:
    """Repoint rows; returns the step and how many rows it moved."""
    done, total = [], 0
    condition = f" and {where}" if where else ""
    with connection.cursor() as cursor:
        for table, column in moves:
            cursor.execute(
                f"update {table} moving set {column} = %(kept)s where {column} = %(absorbed)s{condition} returning id",  # noqa: S608
                {"kept": target, "absorbed": origin},
            )
            ids = sorted(row[0] for row in cursor.fetchall())
            total += len(ids)
            done.append({"table": table, "column": column, "ids": ids})
    return {"do": "moved", "from": origin, "to": target, "moves": done}, total


def change(table: str, row_id: int, columns: dict[str, Any]) -> tuple[Step, int]:
    """Set columns of one row; returns the step and how many columns differed."""
    before = row_of(table, row_id)
    with connection.cursor() as cursor:
        setters = ", ".join(f"{name} = %s" for name in columns)
        cursor.execute(f"update {table} set {setters} where id = %s", [*columns.values(), row_id])  # noqa: S608
    return difference(table, row_id, before, columns)


def difference(table: str, row_id: int, before: dict[str, Any], columns: Collection[str]) -> tuple[Step, int]:
    """The step of a row that changed from `before` to what it is now, as far as these columns go."""
    after = row_of(table, row_id)
    differing = [name for name in columns if before[name] != after[name]]
    step = {
        "do": "changed",
        "table": table,
        "id": row_id,
        "before": {name: before[name] for name in differing},
        "after": {name: after[name] for name in differing},
    }
    return step, len(differing)


def remember_new(table: str, ids: Collection[int]) -> Step:
    return {"do": "created", "table": table, "rows": rows_of(table, ids)}


def remove(table: str, ids: Collection[int]) -> Step:
    step = {"do": "removed", "table": table, "rows": rows_of(table, ids)}
    with connection.cursor() as cursor:
        cursor.execute(f"delete from {table} where id = any(%s)", [list(ids)])  # noqa: S608
    return step


def row_of(table: str, row_id: int) -> dict[str, Any]:
    return rows_of(table, [row_id])[0]


def rows_of(table: str, ids: Collection[int]) -> list[dict[str, Any]]:
    """Whole rows as JSON; numbers as text, because a float would lose their last digits."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"select to_jsonb(row)::text from {table} row where id = any(%s) order by id",  # noqa: S608
            [list(ids)],
        )
        return [json.loads(text, parse_float=str) for (text,) in cursor.fetchall()]


def take_back(step: Step) -> None:
    _BACK[step["do"]](step)


def _move_back(step: Step) -> None:
    with connection.cursor() as cursor:
        for one in step["moves"]:
            cursor.execute(
                f"update {one['table']} set {one['column']} = %s where id = any(%s) and {one['column']} = %s",  # noqa: S608
                [step["from"], one["ids"], step["to"]],
            )


def _change_back(step: Step) -> None:
    """Column by column: what is no longer as the merge left it was changed by somebody since, and stays."""
    names = list(step["before"])
    setters = ", ".join(
        f"{name} = case when row.{name} is not distinct from after.{name} then before.{name} else row.{name} end"
        for name in names
    )
    table = step["table"]
    with connection.cursor() as cursor:
        cursor.execute(
            f"update {table} row set {setters} from jsonb_populate_record(null::{table}, %s::jsonb) before,"  # noqa: S608
            f" jsonb_populate_record(null::{table}, %s::jsonb) after where row.id = %s",
            [json.dumps(step["before"]), json.dumps(step["after"]), step["id"]],
        )


def _delete_new(step: Step) -> None:
    now = {row["id"]: row for row in rows_of(step["table"], [row["id"] for row in step["rows"]])}
    untouched = [row["id"] for row in step["rows"] if now.get(row["id"]) == row]
    with connection.cursor() as cursor:
        cursor.execute(f"delete from {step['table']} where id = any(%s)", [untouched])  # noqa: S608


def _put_back(step: Step) -> None:
    names = ", ".join(f'"{name}"' for name in _insertable_columns(step["table"]))
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into {step['table']} ({names}) overriding system value select {names}"  # noqa: S608
            f" from jsonb_populate_recordset(null::{step['table']}, %s::jsonb) on conflict do nothing",
            [json.dumps(step["rows"])],
        )


def _insertable_columns(table: str) -> list[str]:
    """The columns that may be inserted: generated ones compute themselves."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0"
            " and not attisdropped and attgenerated = '' order by attnum",
            [table],
        )
        return [row[0] for row in cursor.fetchall()]


_BACK: dict[str, Callable[[Step], None]] = {
    "moved": _move_back,
    "changed": _change_back,
    "created": _delete_new,
    "removed": _put_back,
}
