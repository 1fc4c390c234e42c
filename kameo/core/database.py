"""The database as PostgreSQL's own programs and psycopg know it: where it answers, and under which name."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo

from kameo.core import embedded_postgres

LIBPQ = ("dbname", "user", "password", "host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "options")


def parameters() -> dict[str, Any]:
    """libpq's parameters of the database in use (the test database during tests)."""
    known = connection.get_connection_params()
    return {key: str(known[key]) for key in LIBPQ if known.get(key)}


def conninfo(given: dict[str, Any]) -> str:
    """What to pass on a command line: everything but the password, which every user of the machine could read."""
    return make_conninfo("", **{key: value for key, value in given.items() if key != "password"})


def environment(given: dict[str, Any]) -> dict[str, str]:
    """The environment of PostgreSQL's programs: the password, and messages in English."""
    base = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
    return {**base, "PGPASSWORD": given["password"]} if "password" in given else base


def program(name: str) -> Path:
    """`pg_dump`, `pg_restore` or `psql`: the embedded one, or one of the machine. FileNotFoundError otherwise."""
    try:
        found = embedded_postgres.binaries(settings.KAMEO_HOME) / name
        if found.exists():
            return found
    except embedded_postgres.PostgresError:
        pass
    if elsewhere := shutil.which(name):
        return Path(elsewhere)
    raise FileNotFoundError(f"{name} is missing: install postgresql-client, or set KAMEO_POSTGRES_BIN")
