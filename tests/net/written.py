"""What a request that writes leaves in the database, read before it is rolled back."""

from __future__ import annotations

import json

from django.db import connection

SEQUENCES = "select schemaname || '.' || quote_ident(sequencename), last_value from pg_sequences"
EVENTS = "select type, data from journal_event where xmin = pg_current_xact_id()::xid order by id"
JOBS = "select task_name, args from procrastinate_jobs where xmin = pg_current_xact_id()::xid order by id"


class Sequences:
    """Numbers that the database gives are not rolled back: they are put back, so that each request draws the same."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(SEQUENCES)
            rows = [(name, last or 1, last is not None) for name, last in cursor.fetchall()]
        self.statement = "select " + ", ".join(
            f"setval('{name}', {last}, {str(drawn).lower()})" for name, last, drawn in rows
        )

    def rewind(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(self.statement)


def traces() -> str:
    """The events and jobs of this transaction, one a line."""
    lines = []
    with connection.cursor() as cursor:
        for statement in (EVENTS, JOBS):
            cursor.execute(statement)
            for name, details in cursor.fetchall():
                found = json.loads(details) if isinstance(details, str) else details
                lines.append(f"{name} {json.dumps(found, ensure_ascii=False, sort_keys=True, default=str)}")
    return "\n".join(lines)
