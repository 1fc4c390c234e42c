"""Bringing a back-up into an installation: the database in one transaction, then the documents, then a check."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import IO, Any

import psycopg
from django.core.files.base import File
from django.core.files.storage import Storage

from kameo.core import database
from kameo.core.backup.errors import BackupError
from kameo.core.backup.manifest import DOCUMENTS, DUMP, FORMAT, MANIFEST, SECRET_KEY, Manifest, from_json
from kameo.core.backup.writing import Progress, count_rows, walk
from kameo.core.ops import schema

# A newer pg_restore writes settings that an older server does not know; they matter to nobody here.
SUPERFLUOUS = {b"SET transaction_timeout = 0;\n", b"CREATE SCHEMA public;\n"}
START_AFRESH = b"drop schema public cascade; create schema public;\n"


def is_empty(parameters: dict[str, Any], documents: Storage) -> bool:
    """Whether nobody uses this installation yet: no user, no document."""
    if next(walk(documents), None):
        return False
    with psycopg.connect(**parameters) as connection:
        try:
            return connection.execute("select exists (select from people_user)").fetchone() == (False,)
        except psycopg.errors.UndefinedTable:
            return True


def restore(
    source: Path, *, parameters: dict[str, Any], documents: Storage, known: frozenset[str], progress: Progress
) -> tuple[Manifest, str | None]:
    """Replace what is here by the content of `source`; returns its manifest and its secret key, if it has one.

    `known` are the migrations of this version: a back-up of a later version is refused before anything is
    touched. The database is all or nothing. Raises BackupError.
    """
    try:
        with tarfile.open(source) as archive, tempfile.TemporaryDirectory(prefix="kameo-restore-") as folder:
            manifest = _manifest(archive, known)
            dump = Path(folder) / DUMP
            _extract(archive, DUMP, dump)
            progress("database", 0, 0)
            _load(dump, parameters)
            key = _secret_key(archive)
            _bring_documents(archive, documents, manifest, progress)
    except (tarfile.TarError, EOFError, OSError, KeyError, ValueError) as error:
        raise BackupError(f"{source} cannot be read as a back-up: {error}") from error
    _verify(manifest, parameters)
    return manifest, key


def _manifest(archive: tarfile.TarFile, known: frozenset[str]) -> Manifest:
    manifest = from_json(_open(archive, MANIFEST).read())
    if schema.BEFORE_THE_RESET in manifest.migrations:
        raise BackupError(f"this back-up {schema.OLDER.format(steps=f'version {manifest.version}')}")
    if manifest.format > FORMAT or (later := sorted(set(manifest.migrations) - known)):
        raise BackupError(
            f"this back-up comes from a later version ({manifest.version}): install that version first"
            + (f" (it has {len(later)} unknown steps, such as {later[0]})" if manifest.format <= FORMAT else "")
        )
    return manifest


def _load(dump: Path, parameters: dict[str, Any]) -> None:
    """`pg_restore` writes SQL, `psql` runs it in one transaction: what fails leaves the database as it was."""
    environment = database.environment(parameters)
    with tempfile.TemporaryFile() as messages:
        reader = subprocess.Popen(  # noqa: S603 - PostgreSQL's own program, no shell
            [str(database.program("pg_restore")), "--no-owner", "--no-privileges", "--file=-", str(dump)],
            stdout=subprocess.PIPE,
            stderr=messages,
            env=environment,
        )
        writer = subprocess.Popen(  # noqa: S603
            [
                str(database.program("psql")),
                "--no-psqlrc",
                "--quiet",
                "--single-transaction",
                "--set=ON_ERROR_STOP=1",
                "--output=/dev/null",
                f"--dbname={database.conninfo(parameters)}",
            ],
            stdin=subprocess.PIPE,
            stderr=messages,
            env=environment,
        )
        assert reader.stdout is not None
        assert writer.stdin is not None
        _pour(reader.stdout, writer.stdin)
        if reader.wait() | writer.wait():
            messages.seek(0)
            said = messages.read().decode(errors="replace").strip()[-800:]
            raise BackupError(f"the database was left as it was; PostgreSQL says: {said}")


def _pour(source: IO[bytes], target: IO[bytes]) -> None:
    """The SQL, without the few header lines that an older server, or a schema that is there, would refuse."""
    with contextlib.suppress(BrokenPipeError):  # psql has gone, and has said why
        try:
            target.write(START_AFRESH)
            for line in source:
                if line not in SUPERFLUOUS:
                    target.write(line)
                    if line.startswith((b"CREATE ", b"COPY ")):
                        break
            shutil.copyfileobj(source, target, 1 << 20)
        finally:
            source.close()
            target.close()


def _bring_documents(archive: tarfile.TarFile, documents: Storage, manifest: Manifest, progress: Progress) -> None:
    for name in list(walk(documents)):
        documents.delete(name)
    done = 0
    for member in archive:
        if not member.isfile() or not member.name.startswith(DOCUMENTS):
            continue
        name, content = member.name.removeprefix(DOCUMENTS), archive.extractfile(member)
        if documents.save(name, File(content)) != name:  # the storage refuses names that leave its folder
            raise BackupError(f"the document {name} could not be put back under its name")
        done += 1
        progress("documents", done, manifest.documents)
    if done < manifest.documents:
        raise BackupError(f"the file is cut short: {done} documents of {manifest.documents}")


def _verify(manifest: Manifest, parameters: dict[str, Any]) -> None:
    with psycopg.connect(**parameters) as connection:
        found = count_rows(connection)
    wrong = [name for name, count in manifest.tables.items() if found.get(name) != count]
    if wrong:
        raise BackupError(f"restored, but these tables differ from the back-up: {', '.join(wrong)}")


def _secret_key(archive: tarfile.TarFile) -> str | None:
    try:
        return _open(archive, SECRET_KEY).read().decode("ascii").strip()
    except KeyError:
        return None


def _open(archive: tarfile.TarFile, name: str) -> IO[bytes]:
    file = archive.extractfile(name)
    if file is None:
        raise KeyError(name)
    return file


def _extract(archive: tarfile.TarFile, name: str, target: Path) -> None:
    with target.open("wb") as file:
        shutil.copyfileobj(_open(archive, name), file, 1 << 20)
