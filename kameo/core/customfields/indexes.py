"""Indexes of the fields that are filtered: made and dropped beside the table's traffic."""

from __future__ import annotations

from typing import Any

from django.db import connection

from kameo.core.customfields.expressions import index_of
from kameo.core.customfields.models import CustomField
from kameo.core.customfields.subjects import subjects

PRESENT = """
    select c.relname, i.indisvalid from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = %s::regclass and c.relname ~ '^custom_[a-z]+_[0-9]+$'
"""


def settle() -> list[str]:
    """Make the indexes that are missing, drop those that serve nobody (or were left half made); what was done."""
    done = []
    for subject in subjects:
        fields = CustomField.objects.offered().filter(subject=subject.key, filtered=True)
        wanted = {index.name: index for index in map(index_of, fields)}
        with connection.cursor() as cursor:
            cursor.execute(PRESENT, [subject.table])
            present = dict(cursor.fetchall())
        for name, valid in present.items():
            if name not in wanted or not valid:
                _execute_statement(f'drop index {_concurrent_word()} "{name}"')
                done.append(f"- {name}")
        for name, index in wanted.items():
            if not present.get(name):
                _make_index(subject.model, index)
                done.append(f"+ {name}")
    return done


def _make_index(model: Any, index: Any) -> None:
    with connection.schema_editor(atomic=False, collect_sql=False) as editor:
        statement = index.create_sql(model, editor, concurrently=not connection.in_atomic_block)
    _execute_statement(str(statement))


def _execute_statement(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _concurrent_word() -> str:
    """A transaction around it (a test's) allows no concurrent index."""
    return "" if connection.in_atomic_block else "concurrently"
