"""The history's context, without a subtransaction nor a lookup per row.

pghistory's own function catches an exception and upserts its context for every row written: bulk changes paid five
times the price of the change itself. Same result here: one upsert per context and transaction.
"""

from django.db import migrations

SQL = """
create or replace function _pgh_attach_context() returns uuid language plpgsql as $$
declare
    context_id text := nullif(current_setting('pghistory.context_id', true), '');
    metadata_text text := nullif(current_setting('pghistory.context_metadata', true), '');
begin
    if context_id is null or metadata_text is null then
        return null;
    end if;
    if current_setting('kameo.history_context', true) is distinct from context_id || metadata_text then
        insert into pghistory_context (id, metadata, created_at, updated_at)
        values (context_id::uuid, metadata_text::jsonb, now(), now())
        on conflict (id) do update set metadata = excluded.metadata, updated_at = excluded.updated_at
        where pghistory_context.metadata <> excluded.metadata;
        -- Local to the transaction, and rolled back with a savepoint as the row itself is.
        perform set_config('kameo.history_context', context_id || metadata_text, true);
    end if;
    return context_id::uuid;
end $$;
"""


def give_back(apps, schema_editor):
    from pghistory.models import Context

    Context.install_pgh_attach_context_func(using=schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("core", "0003_cache"), ("pghistory", "0007_auto_20250421_0444")]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        migrations.RunPython(migrations.RunPython.noop, give_back),
    ]
