"""The schema as the migrations leave it, kept in a file: an empty database of a test or a demo is filled in a second.

The file is `pg_dump`'s SQL, named by the hash of all that decides what the migrations write. It lies in the folder of
`kameo.core.ops.prepared`; an installation that people work with has none, and is always built by its migrations.
"""

from __future__ import annotations

import ast
import contextlib
import fcntl
import hashlib
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

from django.apps import apps
from django.conf import settings
from django.db import connection

from kameo.core import database
from kameo.core.ops import prepared

LIBRARIES = ("Django", "django-pghistory", "django-pgtrigger", "procrastinate")
SETTINGS = ("INSTALLED_APPS", "AUTH_USER_MODEL", "DEFAULT_AUTO_FIELD", "LANGUAGE_CODE", "TIME_ZONE", "CACHES")


def fill(migrate: Callable[[], object]) -> None:
    """Bring the empty database to this version: from the file when it is there, otherwise by `migrate`.

    What `migrate` made is then written for the next one. Processes that need the same file wait for the first.
    """
    folder = prepared.folder()
    if folder is None:
        migrate()
        return
    path = folder / f"schema-{key()}.sql"
    if _restore(path):
        return
    with _alone(path):
        if not _restore(path):
            migrate()
            _write(path)


def key() -> str:
    """The hash of the migrations, of what they import from us, of their libraries, the settings and the server."""
    digest = hashlib.sha256()
    for name in (__name__, *_migration_modules()):
        digest.update(f"\0{name}\0".encode() + _source(name).read_bytes())
    known = [version(library) for library in LIBRARIES]
    known += [repr(getattr(settings, name)) for name in SETTINGS]
    known += [str(connection.pg_version // 10000)]  # type: ignore[attr-defined]
    digest.update("\0".join(known).encode())
    return digest.hexdigest()[:32]


def dump() -> bytes:
    """The database as SQL. Two dumps of equal databases are equal."""
    done = _postgres("pg_dump", "--no-owner", "--no-privileges", "--schema=public", "--extension=*")
    done.check_returncode()
    # What pg_dump draws anew each time (psql's \restrict), and what a new database has already.
    return re.sub(rb"(?m)^(\\(un)?restrict .*|CREATE SCHEMA public;|SET transaction_timeout = 0;)\n", b"", done.stdout)


def _restore(path: Path) -> bool:
    """Whether the file was there and everything in it was written; otherwise the database is as it was."""
    with contextlib.suppress(OSError), os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        if prepared.is_ours(os.fstat(file.fileno())):
            options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
            restored = _postgres("psql", *options, source=file).returncode == 0
            if restored:
                os.utime(file.fileno())
            return restored
    return False


def _write(path: Path) -> None:
    """Complete or absent: under another name first. A disk that is full or closed costs the next one its time only."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(dump())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        prepared.forget_old(path.parent, "schema-*.sql")


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.with_suffix(".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _migration_modules() -> list[str]:
    """The migrations of every app, and our modules that they take seeds and SQL from, in a settled order."""
    found: set[str] = set()
    for app in apps.get_app_configs():
        package = settings.MIGRATION_MODULES.get(app.label, f"{app.name}.migrations")
        folder = Path(app.path) / "migrations"
        if package == f"{app.name}.migrations" and folder.is_dir():
            found |= {f"{package}.{file.stem}" for file in folder.glob("*.py") if file.stem != "__init__"}
    waiting = list(found)
    while waiting:
        imported = _our_imports(waiting.pop()) - found
        found |= imported
        waiting += imported
    return sorted(found)


def _our_imports(module: str) -> set[str]:
    """Our modules that `module` imports when it is loaded. Models are left out: their tables stand in migrations."""
    if not module.startswith("kameo."):
        return set()
    named: set[str] = set()
    for node in ast.parse(_source(module).read_bytes()).body:
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            named |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in named if name.startswith("kameo.") and ".models" not in name and _source(name).is_file()}


def _source(module: str) -> Path:
    with contextlib.suppress(ModuleNotFoundError):
        if (spec := find_spec(module)) and spec.origin:
            return Path(spec.origin)
    return Path(os.devnull)


def _postgres(program: str, *options: str, source: BinaryIO | None = None) -> subprocess.CompletedProcess[bytes]:
    parameters = database.parameters()
    return subprocess.run(  # noqa: S603 - PostgreSQL's own programs, no shell
        [str(database.program(program)), *options, f"--dbname={database.conninfo(parameters)}"],
        stdin=source or subprocess.DEVNULL,
        capture_output=True,
        env=database.environment(parameters),
        check=False,
    )
