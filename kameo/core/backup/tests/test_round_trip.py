"""A back-up brought into an empty place gives every table and every document back."""

from __future__ import annotations

import re
import tarfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from psycopg import sql

from kameo.core import database
from kameo.core.backup import BackupError, is_empty, restore, write
from kameo.core.backup.manifest import MANIFEST, Manifest
from kameo.core.backup.writing import NOT_KEPT, add_bytes, walk
from kameo.core.ops import schema


def quietly(step: str, done: int, of: int) -> None:
    pass


def known() -> frozenset[str]:
    return frozenset(f"{app}.{name}" for app, name in schema.known())


def fingerprints(parameters: dict[str, str]) -> dict[str, str]:
    """Every table's content as one digest, whatever the order of its rows; sequences and objects too."""
    with psycopg.connect(**parameters) as connection:  # type: ignore[arg-type]
        names = [name for (name,) in connection.execute("select tablename from pg_tables where schemaname = 'public'")]
        found = {}
        for name in names:
            query = sql.SQL("select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from {} t")
            if name not in NOT_KEPT:
                row = connection.execute(query.format(sql.Identifier("public", name))).fetchone()
                found[name] = row[0]
        for kind, text in OBJECTS.items():
            for row in connection.execute(text):
                found[f"{kind} {row[0]}"] = SPELLING.sub("", str(row[1:]))
    return found


# PostgreSQL spells the same condition with its casts elsewhere once it was dumped and read again.
SPELLING = re.compile(r"::[a-z ]+(\[\])?|[()\s]")
OBJECTS = {
    "sequences": "select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1",
    "indexes": "select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1",
    "triggers": "select tgrelid::regclass || tgname, pg_get_triggerdef(oid) from pg_trigger "
    "where not tgisinternal order by 1",
    "constraints": "select conname, pg_get_constraintdef(oid) from pg_constraint "
    "where connamespace = 'public'::regnamespace order by 1, 2",
    "extensions": "select extname from pg_extension order by 1",
}


@pytest.fixture
def elsewhere(db: None) -> Iterator[dict[str, str]]:
    """The parameters of another, empty database on the same server."""
    here, name = database.parameters(), f"elsewhere_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(**{**here, "dbname": "postgres"}, autocommit=True) as server:  # type: ignore[arg-type]
        server.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
        yield {**here, "dbname": name}
        server.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


@pytest.fixture
def documents(tmp_path: Path) -> FileSystemStorage:
    storage = FileSystemStorage(location=tmp_path / "documents")
    storage.save("2026/contrat-cadre.pdf", ContentFile(b"%PDF-1.7 " + bytes(range(256)) * 999))
    storage.save("2026/11/été.txt", ContentFile("Réunion du comité".encode()))
    storage.save("vide.txt", ContentFile(b""))
    return storage


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_everything_comes_back_equal(
    valmorin: Any, gilles: Any, documents: FileSystemStorage, elsewhere: dict[str, str], tmp_path: Path
) -> None:
    from kameo.core.journal.domain import record

    record("account.renamed", valmorin, by=gilles, account=valmorin, data={"from": "«Œuvre» \\N\t\n'"})
    valmorin.name = "Valmorin & Fils"
    valmorin.save()
    file, there = tmp_path / "kameo.backup", FileSystemStorage(location=tmp_path / "there")
    written = write(file, parameters=database.parameters(), documents=documents, secret_key="s3cret", progress=quietly)
    manifest, key = restore(file, parameters=elsewhere, documents=there, known=known(), progress=quietly)
    assert fingerprints(elsewhere) == fingerprints(database.parameters())
    assert list(walk(there)) == ["vide.txt", "2026/contrat-cadre.pdf", "2026/11/été.txt"]
    for name in walk(documents):
        assert Path(there.path(name)).read_bytes() == Path(documents.path(name)).read_bytes()
    assert (key, manifest) == ("s3cret", written)
    assert (manifest.documents, manifest.tables["people_user"], manifest.tables["accounts_account"]) == (3, 3, 1)
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["documents", "kameo.backup", "there"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_restored_over_something_else_leaves_nothing_of_it(
    anne: Any, documents: FileSystemStorage, elsewhere: dict[str, str], tmp_path: Path
) -> None:
    file, there = tmp_path / "kameo.backup", FileSystemStorage(location=tmp_path / "there")
    write(file, parameters=database.parameters(), documents=documents, secret_key=None, progress=quietly)
    restore(file, parameters=elsewhere, documents=there, known=known(), progress=quietly)
    there.save("stray.txt", ContentFile(b"to be gone"))
    with psycopg.connect(**elsewhere) as connection:  # type: ignore[arg-type]
        connection.execute("update people_user set email = 'stray@ardelane.test'")
        connection.execute("create table stray (id int)")
    assert not is_empty(elsewhere, there)
    _manifest, key = restore(file, parameters=elsewhere, documents=there, known=known(), progress=quietly)
    assert fingerprints(elsewhere) == fingerprints(database.parameters())
    assert "stray.txt" not in list(walk(there))
    assert key is None


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_cut_file_is_refused_and_nothing_is_touched(
    anne: Any, documents: FileSystemStorage, elsewhere: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "kameo.backup"
    write(file, parameters=database.parameters(), documents=documents, secret_key=None, progress=quietly)
    file.write_bytes(file.read_bytes()[:20_000])
    before = fingerprints(elsewhere)
    there = FileSystemStorage(location=tmp_path / "there")
    with pytest.raises(BackupError):
        restore(file, parameters=elsewhere, documents=there, known=known(), progress=quietly)
    assert fingerprints(elsewhere) == before
    assert list(walk(there)) == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_backup_of_a_later_version_is_refused_and_nothing_is_touched(
    anne: Any, documents: FileSystemStorage, elsewhere: dict[str, str], tmp_path: Path
) -> None:
    file, there = tmp_path / "kameo.backup", FileSystemStorage(location=tmp_path / "there")
    write(file, parameters=database.parameters(), documents=documents, secret_key=None, progress=quietly)
    older = known() - {"core.0001_initial"}
    with pytest.raises(BackupError, match=r"later version .* core\.0001_initial"):
        restore(file, parameters=elsewhere, documents=there, known=older, progress=quietly)
    assert is_empty(elsewhere, there)


def test_back_up_from_before_the_reset_is_refused_with_the_remedy(tmp_path: Path) -> None:
    file = tmp_path / "old.kameo"
    facts = Manifest("0.1.0", "2026-11-01", "18", ["accounts.0001_initial", "accounts.0002_lineage"], {}, 0)
    with tarfile.open(file, "w") as archive:
        add_bytes(archive, MANIFEST, facts.to_json())
    with pytest.raises(BackupError, match=r"before its first release.*import your files again"):
        restore(file, parameters={}, documents=FileSystemStorage(tmp_path), known=known(), progress=quietly)


def test_file_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "holiday.tar"
    with tarfile.open(file, "w") as archive:
        add_bytes(archive, MANIFEST, b'{"mountains": 3}')
    for content in (file.read_bytes(), b"not a tar file", b""):
        file.write_bytes(content)
        with pytest.raises(BackupError, match="cannot be read as a back-up"):
            restore(file, parameters={}, documents=FileSystemStorage(tmp_path), known=frozenset(), progress=quietly)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_installation_with_a_user_or_a_document_is_in_use(documents: FileSystemStorage, tmp_path: Path) -> None:
    nothing = FileSystemStorage(location=tmp_path / "nothing")
    assert is_empty(database.parameters(), nothing)
    assert not is_empty(database.parameters(), documents)
