"""What the plans of a page read: the large tables of which a statement goes through most rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import psycopg

from kameo.core.database import parameters

LARGE = 4_000  # rows, below which a scan is the right plan
MOST = 0.5  # of a table's rows
_EXPLAINED = ("select", "with", "(")


def readings(statements: list[str]) -> list[str]:
    """Names of tables, each once: those with more than LARGE rows of which one statement read more than MOST."""
    with psycopg.connect(**parameters(), prepare_threshold=None) as apart:
        sizes = dict(
            apart.execute("select relname, reltuples::bigint from pg_class where relkind = 'r' and reltuples > 0")
        )
        found = {
            table
            for statement in statements
            if statement.lstrip().lower().startswith(_EXPLAINED)
            for table, rows in _read(apart, statement)
            if sizes.get(table, 0) > LARGE and rows > MOST * sizes[table]
        }
        apart.rollback()
    return sorted(found)


def _read(apart: psycopg.Connection, statement: str) -> Iterator[tuple[str, float]]:
    ((told,),) = apart.execute(f"explain (analyze, timing off, format json) {statement}".encode()).fetchall()
    plans = told if isinstance(told, list) else json.loads(told)
    yield from _nodes(plans[0]["Plan"])


def _nodes(node: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """(table, rows read) of every scan below `node`."""
    if table := node.get("Relation Name"):
        kept = node.get("Actual Rows", 0) + sum(
            node.get(f"Rows Removed by {why}", 0) for why in ("Filter", "Index Recheck")
        )
        yield table, kept * node.get("Actual Loops", 1)
    for below in node.get("Plans", []):
        yield from _nodes(below)
