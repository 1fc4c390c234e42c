"""The kept schema: equal to what the migrations make, written once, never used when it could be somebody else's."""

from __future__ import annotations

import contextlib
import re
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from psycopg import sql
from pytest_django import DjangoDbBlocker

from kameo.core import database
from kameo.core.command import close_connections
from kameo.core.ops import prepared, schema, schema_cache

SEEDS = "kameo.people.seeds.roles"
# PostgreSQL spells the same condition with its casts elsewhere once it was dumped and read again; seeds have a date.
SPELLING = re.compile(r"::[a-z ]+(\[\])?|[()\s]|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+")


@pytest.fixture
def empty(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Django's database is another, empty one of the same server."""
    with django_db_blocker.unblock(), empty_database():
        yield


@contextlib.contextmanager
def empty_database() -> Iterator[None]:
    name, usual = f"empty_{uuid.uuid4().hex[:8]}", connection.settings_dict["NAME"]
    with psycopg.connect(**{**database.parameters(), "dbname": "postgres"}) as server:
        server.autocommit = True
        server.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
        change_to(name)
        yield
        change_to(usual)
        server.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(prepared.VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def change_to(name: str) -> None:
    close_connections()
    connection.settings_dict["NAME"] = name


def run(statement: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


class Migrate:
    """Stands for the migrations: one table with one row, and how often they ran."""

    def __init__(self, value: int = 7) -> None:
        self.value, self.calls = value, 0

    def __call__(self) -> None:
        self.calls += 1
        run(f"create table thing as select {self.value} as value")


def refuse() -> None:
    raise AssertionError("the migrations ran")


def test_a_database_filled_from_the_file_is_the_migrated_one(empty: None) -> None:
    schema_cache.fill(refuse)
    filled = schema_cache.dump().decode()
    with empty_database():
        schema._migrate()
        migrated = schema_cache.dump().decode()
    assert SPELLING.sub("", filled) == SPELLING.sub("", migrated)
    for table in ("django_migrations", "django_content_type", "auth_permission", "people_role"):
        assert f"COPY public.{table} (" in filled
    assert filled.count("SELECT pg_catalog.setval(") > 100


def test_the_first_migrates_and_writes_the_next_one_reads(empty: None, folder: Path) -> None:
    first, second = Migrate(7), Migrate(8)
    schema_cache.fill(first)
    run("drop table thing")
    schema_cache.fill(second)
    assert (first.calls, second.calls, run("select value from thing")) == (1, 0, [(7,)])
    assert [path.stat().st_mode & 0o777 for path in folder.glob("*.sql")] == [0o600]
    assert folder.stat().st_mode & 0o777 == 0o700


def test_without_a_folder_the_migrations_run(empty: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(prepared.VARIABLE)
    migrate = Migrate()
    schema_cache.fill(migrate)
    assert migrate.calls == 1


@pytest.mark.parametrize("spoil", ["folder open to others", "file open to others", "file a link", "file cut short"])
def test_what_others_may_have_written_is_not_used(empty: None, folder: Path, spoil: str) -> None:
    schema_cache.fill(Migrate(7))
    (file,) = folder.glob("*.sql")
    if spoil == "folder open to others":
        folder.chmod(0o777)
    elif spoil == "file open to others":
        file.chmod(0o666)
    elif spoil == "file a link":
        file.symlink_to(file.rename(folder / "elsewhere"))
    else:
        file.write_bytes(file.read_bytes()[:-200] + b"\nselect 1 / 0;")
    run("drop table thing")
    again = Migrate(8)
    schema_cache.fill(again)
    assert (again.calls, run("select value from thing")) == (1, [(8,)])


def test_a_second_process_waits_for_the_first(empty: None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema_cache, "_restore", lambda path: path.exists())
    monkeypatch.setattr(schema_cache, "key", lambda: "one")  # Python 3.11 cannot parse sources in two threads at once
    calls = []

    def migrate() -> None:
        calls.append(1)
        time.sleep(0.5)

    def fill() -> None:
        schema_cache.fill(migrate)
        connection.close()

    both = [threading.Thread(target=fill) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert (calls, len(list(folder.glob("*.sql")))) == ([1], 1)


def test_the_key_follows_the_migrations_their_seeds_and_the_settings(
    empty: None, settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = schema_cache.key()
    assert {"kameo.people.migrations.0001_initial", SEEDS} <= set(schema_cache._migration_modules())
    source, changed = schema_cache._source, tmp_path / "roles.py"
    changed.write_bytes(source(SEEDS).read_bytes() + b"\n")
    monkeypatch.setattr(schema_cache, "_source", lambda name: changed if name == SEEDS else source(name))
    seeds = schema_cache.key()
    settings.LANGUAGE_CODE = "en"
    assert len({before, seeds, schema_cache.key()}) == 3
