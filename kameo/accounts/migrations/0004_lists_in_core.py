from django.db import migrations

VIEW = "name, owner_id, team_id, shared, layout, columns, filters, sort, position, created_at, changed_at, binned_at"
CHANGE = (
    "what, data, total, done, reached, count, refusals, by_id, at, finished_at, undo_asked_at, undone_at, given_back"
)
HISTORY = "pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id"


def _moved(table: str, columns: str, *, listed: bool = True) -> list[str]:
    """Rows under their own ids, with what they were before."""
    there, here = f"lists_{table}", f"accounts_{table}"
    key, value = ("list, ", "'accounts', ") if listed else ("", "")
    source, columns = columns, columns.replace("account_id", "record_id")
    return [
        f"insert into {there} (id, {key}{columns}) select id, {value}{source} from {here}",  # noqa: S608
        f"insert into {there}event ({HISTORY}, id, {key}{columns})"  # noqa: S608
        f" select {HISTORY}, id, {value}{source} from {here}event order by pgh_id",
        f"select setval(pg_get_serial_sequence('{there}', 'id'), max(id)) from {there} having max(id) is not null",  # noqa: S608
    ]


MOVE = [
    # A change that waits for its job would look for its selection in words that nobody reads any more.
    "update accounts_bulkchange set finished_at = now() where finished_at is null",
    *_moved("savedview", VIEW),
    *_moved("bulkchange", CHANGE),
    *_moved("bulkitem", "change_id, account_id, before, after", listed=False),
]
GONE = ("BulkItemEvent", "BulkItem", "BulkChangeEvent", "BulkChange", "SavedViewEvent", "SavedView")


class Migration(migrations.Migration):
    """Saved views and changes of many are those of any list now (decision 0024)."""

    dependencies = [("accounts", "0003_people_of_coverage"), ("lists", "0001_initial")]

    operations = [
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        *(migrations.DeleteModel(name) for name in GONE),
    ]
