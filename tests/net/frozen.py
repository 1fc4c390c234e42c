"""One instant for everything: Python's clock, PostgreSQL's, and chance."""

from __future__ import annotations

import os
import random
import re
from datetime import UTC, datetime
from typing import Any

import time_machine
from django.core.files.storage import FileSystemStorage
from django.db import connection

INSTANT = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
CURRENT_DATE = re.compile(r"\bcurrent_date\b", re.IGNORECASE)
CLOCKS = ("now", "transaction_timestamp", "statement_timestamp", "clock_timestamp")
_chance = random.Random(0)


def stop_python_clock() -> None:
    """For the life of this process; monotonic clocks go on, since pools and time-outs need them."""
    time_machine.travel(INSTANT, tick=False).start()


def stop_database_clock() -> None:
    """Put functions of our own before PostgreSQL's, for triggers too; migrated first, or defaults would keep them."""
    with connection.cursor() as cursor:
        for name in CLOCKS:
            cursor.execute(
                f"create or replace function public.{name}() returns timestamptz language sql stable parallel safe "
                f"as $$ select timestamptz '{INSTANT.isoformat()}' $$"
            )
        cursor.execute("alter role current_user set search_path = public, pg_catalog")
    connection.close()
    if close_pool := getattr(connection, "close_pool", None):
        close_pool()


def _dated(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
    if isinstance(sql, str) and "current_date" in sql.lower():
        sql = CURRENT_DATE.sub(f"date '{INSTANT.date()}'", sql)
    return execute(sql, params, many, context)


def stop_current_date() -> None:
    """`current_date` is syntax, which no function can replace: it is written over in statements of this process."""
    if _dated not in connection.execute_wrappers:
        connection.execute_wrappers.append(_dated)


def tame_chance() -> None:
    """Tokens, keys and nonces are drawn from a stream of our own."""
    os.urandom = _chance.randbytes
    random._urandom = _chance.randbytes  # type: ignore[attr-defined]  # what `secrets` draws from


def reseed(subject: str) -> None:
    """The same draws for the same request, whatever came before it."""
    _chance.seed(subject)


def keep_files() -> None:
    """A deleted file does not come back with the rolled-back row: none is deleted."""
    FileSystemStorage.delete = lambda self, name: None  # type: ignore[method-assign]
