"""A home made by an earlier commit is restored, brought to this version, and opens."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from kameo.core import embedded_postgres

HOMES = sorted(Path(__file__).parent.glob("*.kameo"))
COLUMNS = """
    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
    from information_schema.columns where table_schema = 'public'
    union select 'index ' || indexname from pg_indexes where schemaname = 'public'
    union select 'trigger ' || tgname from pg_trigger where not tgisinternal
    union select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
"""


def schema_of(cursor: Any) -> set[str]:
    cursor.execute(COLUMNS)
    return {row[0] for row in cursor.fetchall()}


@pytest.fixture(params=HOMES, ids=lambda path: path.stem)
def upgraded(request: pytest.FixtureRequest) -> Iterator[tuple[Path, Path]]:
    """The archive, and the home into which `kameo restore` brought it."""
    home = Path(tempfile.mkdtemp(prefix="kameo-upgrade-"))
    home.chmod(0o755)  # as root, the database runs under another user
    run(home, "restore", str(request.param))
    yield request.param, home
    shutil.rmtree(home, ignore_errors=True)


def run(home: Path, *arguments: str, codes: tuple[int, ...] = (0,)) -> str:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("KAMEO_", "DJANGO_"))}
    environment = {**kept, "KAMEO_HOME": str(home), "KAMEO_SECRET_KEY": "upgrade" * 8, "KAMEO_JSON_LOGS": "0"}
    command = [sys.executable, "-m", "kameo.config.cli", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode in codes, done.stderr[-2000:]
    return done.stdout


@pytest.mark.django_db
def test_an_earlier_home_becomes_one_of_today(upgraded: tuple[Path, Path]) -> None:
    archive, home = upgraded
    with connection.cursor() as cursor:
        fresh = schema_of(cursor)
    with embedded_postgres.running(home), psycopg.connect(embedded_postgres.address(home).url) as server:
        cursor = server.cursor()
        assert schema_of(cursor) == fresh
        counted = rows_of(archive)
        assert counted["accounts_account"] > 50
        assert count(cursor, "accounts_account") == counted["accounts_account"]
        assert count(cursor, "contacts_person") == counted["contacts_person"]
    # Jobs that waited in the archive are late by now, which the doctor calls bad.
    findings = json.loads(run(home, "doctor", "--json", codes=(0, 1)))["findings"]
    levels = {one["name"]: one["level"] for one in findings}
    assert (levels["database"], levels["migrations"]) == ("ok", "ok")
    run(home, "rebuild")


def rows_of(archive: Path) -> dict[str, int]:
    with tarfile.open(archive) as opened:
        manifest = opened.extractfile("manifest.json")
        assert manifest is not None
        tables: dict[str, int] = json.loads(manifest.read())["tables"]
    return tables


def count(cursor: Any, table: str) -> int:
    cursor.execute(psycopg.sql.SQL("select count(*) from {}").format(psycopg.sql.Identifier(table)))
    return int(cursor.fetchone()[0])
