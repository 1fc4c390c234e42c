"""Whether the database is at this version of the code, and bringing it there."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from kameo.core.ops import schema_cache

LOCK = 0x6B616D656F  # "kameo": two processes that start together must not migrate together


def is_empty() -> bool:
    """Whether nothing was ever migrated here."""
    return not MigrationRecorder(connection).has_table()


def is_current() -> bool:
    """Whether nothing is waiting."""
    return not waiting()


def waiting() -> list[str]:
    """The migrations of this version that the database lacks, `app.name`, in no particular order."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in known() if (app, name) not in applied)


def bring_up_to_date() -> list[str]:
    """Apply what is waiting, one process at a time, and return it."""
    with _alone():
        steps = waiting()
        if steps and is_empty():
            schema_cache.fill(_migrate)
        elif steps:
            _migrate()
        return steps


def _migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)


@functools.cache
def known() -> frozenset[tuple[str, str]]:
    """What this version's code contains; it cannot change while the process runs."""
    return frozenset(MigrationLoader(None).disk_migrations or {})


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s)", [LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_unlock(%s)", [LOCK])
