"""The rows that migrations leave in an empty database."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.db import connection

HISTORY_OF_STEPS = {"django_migrations"}
NAMED = {"django_content_type", "auth_permission"}  # numbered in the order of creation, which a move changes
TABLES = "select tablename from pg_tables where schemaname = 'public' order by 1"
ROWS = "select to_jsonb(seed) from {} seed"
MOMENTS = """
    select column_name from information_schema.columns
    where table_schema = 'public' and table_name = %s and data_type like 'timestamp%%'
"""


def seed_lines() -> Iterator[str]:
    """One JSON document a row, its table first; moments are those of the run and are left out."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        for (table,) in cursor.fetchall():
            if table in HISTORY_OF_STEPS:
                continue
            cursor.execute(MOMENTS, [table])
            dropped = {name for (name,) in cursor.fetchall()}
            dropped |= {"id", "content_type_id"} if table in NAMED else set()
            cursor.execute(ROWS.format(connection.ops.quote_name(table)))
            for (row,) in cursor.fetchall():
                found = json.loads(row) if isinstance(row, str) else row
                kept = {key: value for key, value in found.items() if key not in dropped}
                yield json.dumps({"table": table, **kept}, ensure_ascii=False, sort_keys=True)
