"""Settings, rates, the cache, and the history's context."""

import django.db.models.deletion
import kameo.core.migrating
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


# The table of Django's database cache: rate limits, shared by all processes.
CACHE = """
create unlogged table if not exists cache_entry (
    cache_key varchar(255) primary key, value text not null, expires timestamptz not null);
create index if not exists cache_entry_expires on cache_entry (expires);
"""

# pghistory's own function catches an exception and upserts its context for every row written: bulk changes paid five
# times the price of the change itself. Same result here: one upsert per context and transaction.
HISTORY_CONTEXT = """
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


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        kameo.core.migrating.CreateTables(
            models=[
                migrations.CreateModel(
                    name='Preference',
                    fields=[
                        ('key', models.CharField(max_length=80, primary_key=True, serialize=False)),
                        ('value', models.JSONField()),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                        ('changed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                ),
                migrations.CreateModel(
                    name='Rate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('currency', models.CharField(max_length=3, verbose_name='currency')),
                        ('day', models.DateField(verbose_name='from')),
                        ('rate', models.DecimalField(decimal_places=8, max_digits=18, verbose_name='rate')),
                    ],
                    options={
                        'ordering': ['currency', '-day'],
                        'constraints': [models.UniqueConstraint(fields=('currency', 'day'), name='rate_once_a_day', violation_error_message='This currency has a rate for that day already: change it.'), models.CheckConstraint(condition=models.Q(('rate__gt', 0)), name='rate_above_zero', violation_error_message='A rate is above zero.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "core_rateevent" ("currency", "day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate") VALUES (OLD."currency", OLD."day", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rate"); RETURN NULL;', hash='6e29bcec65be20103180e421537a915043d5681c', operation='UPDATE', pgid='pgtrigger_changed_update_9ccd6', table='core_rate', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "core_rateevent" ("currency", "day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate") VALUES (OLD."currency", OLD."day", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rate"); RETURN NULL;', hash='7ce690dc476d005feab11962d1f9542d2a6534bb', operation='DELETE', pgid='pgtrigger_deleted_delete_69118', table='core_rate', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='RateEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='core.rate')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('currency', models.CharField(max_length=3, verbose_name='currency')),
                        ('day', models.DateField(verbose_name='from')),
                        ('rate', models.DecimalField(decimal_places=8, max_digits=18, verbose_name='rate')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0da3d5b2409094630f51100c4f1989e637c234db', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c4ddb', table='core_rateevent', when='BEFORE'))],
                    },
                ),
            ],
        ),
        kameo.core.migrating.InstallTriggers(
        ),
        migrations.RunSQL(CACHE),
        migrations.RunSQL(HISTORY_CONTEXT),
    ]
