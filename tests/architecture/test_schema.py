"""The database that the migrations make is the one that the models describe."""

from __future__ import annotations

import pgtrigger
import pytest
from django.apps import apps
from django.db import connection

pytestmark = pytest.mark.django_db


def ours():
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith(("kameo.", "pghistory.")) and model._meta.managed and not model._meta.proxy
    ]


def test_every_table_has_the_columns_of_its_model() -> None:
    wanted = {model._meta.db_table: {field.column for field in model._meta.concrete_fields} for model in ours()}
    found: dict[str, set[str]] = {table: set() for table in wanted}
    with connection.cursor() as cursor:
        cursor.execute("select table_name, column_name from information_schema.columns where table_schema = 'public'")
        for table, column in cursor.fetchall():
            if table in found:
                found[table].add(column)
    assert {table: found[table] ^ columns for table, columns in wanted.items() if found[table] != columns} == {}


def test_every_index_and_constraint_is_there() -> None:
    wanted = {
        each.name
        for model in ours()
        for each in (*model._meta.indexes, *model._meta.constraints)
        if not model.__name__.endswith("Event")
    }
    with connection.cursor() as cursor:
        cursor.execute("select relname from pg_class where relkind = 'i' union select conname from pg_constraint")
        found = {name for (name,) in cursor.fetchall()}
    assert wanted - found == set()


def test_every_tracked_table_has_its_triggers() -> None:
    wanted = {(model._meta.db_table, trigger.get_pgid(model)) for model, trigger in pgtrigger.registered()}
    with connection.cursor() as cursor:
        cursor.execute("select relname, tgname from pg_trigger join pg_class on pg_class.oid = tgrelid")
        found = set(cursor.fetchall())
    assert len(wanted) > 100
    assert wanted - found == set()
