"""Each process of a run has a database of its own, filled from the kept schema (`kameo.core.ops.schema_cache`).

Loaded by `conftest.py`: what pytest-django names in its fixtures is replaced only by a plugin that comes after it.
"""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql
from pytest_django import DjangoDbBlocker

from kameo.core.command import close_connections


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """pytest-django finds the database below in its place, and leaves it to its maker."""
    return True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    _database_server: None, django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Makes this process's database and drops it at the end: to migrate it would take seven seconds."""
    from django.db import connection

    from kameo.core import database
    from kameo.core.ops import schema

    name = connection.creation._get_test_db_name()  # type: ignore[attr-defined]
    known, usual = connection.settings_dict, connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        server = {**database.parameters(), "dbname": "postgres"}
        with psycopg.connect(**server, autocommit=True) as maker:
            maker.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))
            maker.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
        known["NAME"] = name
        schema.bring_up_to_date()
        close_connections()
        known["NAME"] = usual
    yield
    with django_db_blocker.unblock():
        close_connections()
        with psycopg.connect(**server, autocommit=True) as maker:
            maker.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))
