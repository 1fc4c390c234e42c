"""Whether the database is at this version of the code, and bringing it there."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Collection, Iterator

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from kameo.core.ops import schema_cache

# A step that only databases from before the reset of the migrations hold (docs/decisions/0016).
BEFORE_THE_RESET = "accounts.0002_lineage"
OLDER = (
    "was made by a Kameo from before its first release, whose data this version cannot take over ({steps}). Nothing "
    "was touched. Choose an empty KAMEO_HOME (or database) and import your files again; the version that made it still "
    "opens it."
)
LATER = "was made by a later version of Kameo ({steps}). Nothing was touched. Install that version first."
LOCK = 0x6B616D656F  # "kameo": two processes that start together must not migrate together


class UnknownStepsError(Exception):
    """A database or a back-up holds steps that this version does not know; says what to do."""


def refuse_unknown(what: str, applied: Collection[str]) -> None:
    """Raises UnknownStepsError, naming `what`, when `applied` (`app.name`) holds steps unknown to this version."""
    ours = {name.split(".")[0] for name in applied if name.split(".")[0] not in _others()}
    here = {f"{app}.{name}" for app, name in known()}
    lacking = sorted(name for name in applied if name.split(".")[0] in ours and name not in here)
    if lacking:
        words = OLDER if BEFORE_THE_RESET in lacking else LATER
        raise UnknownStepsError(f"{what} {words.format(steps=f'{len(lacking)} unknown steps, such as {lacking[0]}')}")


def refuse_unknown_database() -> None:
    """The same for the database that is here."""
    refuse_unknown("this database", applied())


def applied() -> set[str]:
    """The migrations that the database holds, `app.name`."""
    return {f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()}


def _others() -> set[str]:
    """Labels of the apps that are not ours: their steps come and go with their packages."""
    return {config.label for config in apps.get_app_configs() if not config.name.startswith("kameo.")}


def is_empty() -> bool:
    """Whether nothing was ever migrated here."""
    return not MigrationRecorder(connection).has_table()


def is_current() -> bool:
    """Whether nothing is waiting."""
    return not waiting()


def waiting() -> list[str]:
    """The migrations of this version that the database lacks, `app.name`, in no particular order."""
    return sorted({f"{app}.{name}" for app, name in known()} - applied())


def bring_up_to_date() -> list[str]:
    """Apply what is waiting, one process at a time, and return it. Raises UnknownStepsError, touching nothing."""
    with _alone():
        refuse_unknown_database()
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
