"""Merges and differences of accounts and of people, with their history, move into the tables of all nouns.

Those of accounts keep their numbers, those of people follow after the last of them; the journal, which is never
rewritten, goes on naming a merge of people by its former number.
"""

from __future__ import annotations

from django.db import migrations

_MERGE = "choices, ledger, by_id, at, undoable_until, undone_at, undone_by_id"
_PAST = "pgh_created_at, pgh_label, pgh_context_id"


def _moved(noun: str, table: str, target: str, names: str) -> list[str]:
    """Rows, then their past; `offset` is what the numbers of this noun grow by."""
    offset = f"(select coalesce(max(id), 0) from {target} where noun <> '{noun}')"
    return [
        f"insert into {target} (id, noun, {names}) select {offset} + id, '{noun}', {names} from {table}",
        f"insert into {target}event (pgh_obj_id, id, noun, {names}, {_PAST})"
        f" select {offset} + pgh_obj_id, {offset} + id, '{noun}', {names}, {_PAST} from {table}event order by pgh_id",
    ]


def _sequence(table: str) -> str:
    return f"select setval(pg_get_serial_sequence('{table}', 'id'), max(id)) from {table} having max(id) is not null"


STATEMENTS = [
    *_moved("account", "accounts_merge", "merging_merge", f"kept_id, absorbed_id, {_MERGE}"),
    *_moved("person", "contacts_personmerge", "merging_merge", f"kept_id, absorbed_id, {_MERGE}"),
    *_moved("account", "accounts_nottwins", "merging_difference", "first_id, second_id, by_id, at"),
    *_moved("person", "contacts_notsameperson", "merging_difference", "first_id, second_id, by_id, at"),
    _sequence("merging_merge"),
    _sequence("merging_difference"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("merging", "0001_initial"),
        ("accounts", "0006_criteria_of_class"),
        ("contacts", "0003_segments_are_saved_views"),
    ]
    operations = [migrations.RunSQL(STATEMENTS, migrations.RunSQL.noop)]
