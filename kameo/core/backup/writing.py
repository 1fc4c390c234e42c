"""Writing a back-up while people work: one snapshot of the database, then the documents it names."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg
from django.core.files.storage import Storage
from psycopg import sql

from kameo.core import database
from kameo.core.backup.errors import BackupError
from kameo.core.backup.manifest import DOCUMENTS, DUMP, MANIFEST, SECRET_KEY, Manifest

Progress = Callable[[str, int, int], None]  # step, done, of how many (0: not known)
NOT_KEPT = ("cache_entry", "procrastinate_workers")  # rate limits and signs of life: of no use elsewhere


def write(
    target: Path, *, parameters: dict[str, Any], documents: Storage, secret_key: str | None, progress: Progress
) -> Manifest:
    """Write the installation into `target` (mode 0600, complete or absent) and return what it holds.

    The documents follow the database's snapshot: a file added in between is in excess, none is missing.
    Raises BackupError.
    """
    part = target.with_name(target.name + ".part")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".kameo-backup-") as folder:
            progress("database", 0, 0)
            dump = Path(folder) / DUMP
            manifest = _dump(dump, parameters, sum(1 for _ in walk(documents)))
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                _fill(file, manifest, dump, documents, secret_key, progress)
        part.replace(target)
    except OSError as error:
        raise BackupError(f"{target} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
    return manifest


def walk(storage: Storage, folder: str = "") -> Iterator[str]:
    """The names of all files in `storage`, in order."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    prefix = f"{folder}/" if folder else ""
    for name in sorted(files):
        yield prefix + name
    for name in sorted(folders):
        yield from walk(storage, prefix + name)


def count_rows(connection: psycopg.Connection) -> dict[str, int]:
    """Rows of every table whose rows are kept, by name."""
    names = connection.execute(
        "select tablename from pg_tables where schemaname = 'public' order by tablename"
    ).fetchall()
    counts = {}
    for (name,) in names:
        if name not in NOT_KEPT:
            query = sql.SQL("select count(*) from {}").format(sql.Identifier("public", name))
            counts[name] = connection.execute(query).fetchone()[0]  # type: ignore[index]
    return counts


def _dump(dump: Path, parameters: dict[str, Any], documents: int) -> Manifest:
    with psycopg.connect(**parameters) as connection:
        connection.execute("set transaction isolation level repeatable read, read only")
        snapshot = connection.execute("select pg_export_snapshot()").fetchone()[0]  # type: ignore[index]
        _run_pg_dump(dump, parameters, snapshot)
        applied = connection.execute("select app || '.' || name from django_migrations order by 1").fetchall()
        return Manifest(
            version=version("kameo"),
            written_at=datetime.now(UTC).isoformat(timespec="seconds"),
            server=str(connection.info.server_version),
            migrations=[name for (name,) in applied],
            tables=count_rows(connection),
            documents=documents,
        )


def _run_pg_dump(dump: Path, parameters: dict[str, Any], snapshot: str) -> None:
    command = [
        str(database.program("pg_dump")),
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        "--schema=public",
        "--extension=*",
        f"--snapshot={snapshot}",
        f"--file={dump}",
        f"--dbname={database.conninfo(parameters)}",
        *(f"--exclude-table-data=public.{name}" for name in NOT_KEPT),
    ]
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own program, no shell
        command, capture_output=True, text=True, env=database.environment(parameters), check=False
    )
    if done.returncode:
        raise BackupError(f"pg_dump failed: {done.stderr.strip()[-800:]}")


def _fill(
    file: io.BufferedWriter, manifest: Manifest, dump: Path, documents: Storage, key: str | None, progress: Progress
) -> None:
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        add_bytes(archive, MANIFEST, manifest.to_json())
        archive.add(dump, DUMP, filter=_anonymous)
        if key is not None:
            add_bytes(archive, SECRET_KEY, key.encode())
        for done, name in enumerate(walk(documents), start=1):
            with documents.open(name) as content:
                member = tarfile.TarInfo(DOCUMENTS + name)
                member.size, member.mtime, member.mode = documents.size(name), int(time.time()), 0o600
                archive.addfile(member, content)
            progress("documents", done, manifest.documents)


def add_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    """Add a small member."""
    member = tarfile.TarInfo(name)
    member.size, member.mtime, member.mode = len(content), int(time.time()), 0o600
    archive.addfile(member, io.BytesIO(content))


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member
