"""What an import changes on rows of ours: `changes` of a table of the run is field → [old, new], `action` its sum.

A blank cell is nothing: it changes nothing. A field that no column is mapped to is blank in every row, and stays.
"""

# ruff: noqa: S608 - statements are put together from names in our own code; values are parameters

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kameo.core.importing.batch import Batch

ACTION = "case when {id} is null then 'created' when changes = '{{}}'::jsonb then 'unchanged' else 'updated' end"
_NOTHING = "'{}'::jsonb"


def change(field: str, old: str, new: str, when: str) -> str:
    """SQL: what one field changes, where `when` holds."""
    return (
        f"case when {when} then jsonb_build_object('{field}', jsonb_build_array(to_jsonb({old}), to_jsonb({new})))"
        f" else {_NOTHING} end"
    )


def plain_changes(columns: Mapping[str, str], *, rows: str, ours: str, fill: bool = False) -> str:
    """SQL: what the plain fields change. `columns`: field of `rows` → column of `ours`; `fill`: only where ours is
    blank.
    """
    return " || ".join(
        change(field, f"{ours}.{column}", f"{rows}.{field}", differs(f"{rows}.{field}", f"{ours}.{column}", fill=fill))
        for field, column in columns.items()
    )


def differs(theirs: str, ours: str, *, fill: bool = False) -> str:
    blank = f" and coalesce({ours}::text, '') = ''" if fill else ""
    return f"{theirs} is not null and {theirs} is distinct from {ours}{blank}"


# Values of the fields that a company added are kept by key in the column `custom`; each is a field of its own here.
_OWN = "starts_with({key}, 'custom_')"


def custom_changes(*, rows: str, ours: str, fill: bool = False) -> str:
    """SQL: what the company's own fields change, each by itself; one that the row does not say stays."""
    blank = f" and not {ours}.custom ? k.key" if fill else ""
    return (
        f"coalesce((select jsonb_object_agg('custom_' || k.key, jsonb_build_array({ours}.custom->k.key, k.value))"
        f" from jsonb_each({rows}.custom) k where k.value is distinct from {ours}.custom->k.key{blank}), {_NOTHING})"
    )


def custom_values(rows: str) -> str:
    """SQL: the same fields of a new record, as `changes` names them."""
    return (
        f"coalesce((select jsonb_object_agg('custom_' || k.key, k.value) from jsonb_each({rows}.custom) k), {_NOTHING})"
    )


def _custom_written(rows: str, ours: str) -> str:
    own = _OWN.format(key="k.key")
    return (
        f"custom = {ours}.custom || coalesce((select jsonb_object_agg(substr(k.key, 8), k.value->1)"
        f" from jsonb_each({rows}.changes) k where {own}), {_NOTHING})"
    )


def add_change(table: str, key: str, field: str, select: str) -> str:
    """The statement that adds to the changes of `table` what `select key, old, new` gives for one field."""
    return (
        f"update {table} r set changes = r.changes || jsonb_build_object('{field}',"
        f" jsonb_build_array(to_jsonb(q.old), to_jsonb(q.new))) from ({select}) q (key, old, new) where q.key = r.{key}"
    )


def count_actions(batch: Batch, table: str) -> None:
    """What the run says it created, updated and left: the rows of `table`."""
    batch.counts.update(dict.fromkeys(("created", "updated", "unchanged"), 0))
    batch.counts.update(dict(batch.all(f"select action, count(*) from {table} group by action")))


def touches(rows: str, fields: Sequence[str]) -> str:
    """SQL: whether a row changes one of these."""
    return f"{rows}.changes ?| array[{', '.join(repr(field) for field in fields)}]"


def assignments(columns: Mapping[str, str], *, rows: str = "w", ours: str = "t") -> list[str]:
    """SQL: each column as the row changes it, or as it is. `columns`: field → column."""
    return [
        f"{column} = case when {rows}.changes ? '{field}' then {rows}.{field} else {ours}.{column} end"
        for field, column in columns.items()
    ]


def write_changes(
    batch: Batch,
    relation: str,
    rows: str,
    *,
    key: str,
    columns: Mapping[str, str],
    also: Mapping[str, Sequence[str]] | None = None,
    among: str = "w.action = 'updated'",
    custom: bool = False,
    params: Mapping[str, Any] | None = None,
) -> None:
    """Write what `rows` (alias `w`) changes on the rows of `relation` (alias `t`) that its `key` names, logged.

    `columns`: field → column; `also`: an assignment of another form → the fields that ask for it (none: always);
    `custom`: with the fields that the company added.
    """
    more = dict(also or {})
    fields = [*columns, *(field for asked in more.values() for field in asked)]
    mine, assigned = touches("w", fields), [*assignments(columns), *more]
    if custom:
        mine = f"({mine} or exists (select 1 from jsonb_object_keys(w.changes) k where {_OWN.format(key='k')}))"
        assigned.append(_custom_written("w", "t"))
    batch.log_before(relation, f"select w.{key} from {rows} w where {among} and {mine}")
    batch.run(
        f"update {relation} t set {', '.join(assigned)} from {rows} w where w.{key} = t.id and {among} and {mine}",
        params,
    )
