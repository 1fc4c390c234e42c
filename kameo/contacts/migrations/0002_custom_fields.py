import kameo.core.customfields.column
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from kameo.core.customfields.computing import trigger_sql, untrigger_sql


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0001_initial'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='person',
            name='changed_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='person',
            name='deleted_delete',
        ),
        migrations.AddField(
            model_name='person',
            name='custom',
            field=kameo.core.customfields.column.CustomValues(),
        ),
        migrations.AddField(
            model_name='personevent',
            name='custom',
            field=kameo.core.customfields.column.CustomValues(),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."binned_at" IS DISTINCT FROM (NEW."binned_at") OR OLD."binned_by_id" IS DISTINCT FROM (NEW."binned_by_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."custom" IS DISTINCT FROM (NEW."custom") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."photo" IS DISTINCT FROM (NEW."photo") OR OLD."salutation" IS DISTINCT FROM (NEW."salutation") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone"))', func='INSERT INTO "contacts_personevent" ("binned_at", "binned_by_id", "changed_at", "created_at", "created_by_id", "custom", "first_name", "id", "kind", "label", "language", "last_name", "merged_into_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo", "salutation", "time_zone") VALUES (OLD."binned_at", OLD."binned_by_id", OLD."changed_at", OLD."created_at", OLD."created_by_id", OLD."custom", OLD."first_name", OLD."id", OLD."kind", OLD."label", OLD."language", OLD."last_name", OLD."merged_into_id", OLD."note", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."photo", OLD."salutation", OLD."time_zone"); RETURN NULL;', hash='43153d78b2b9dc05f310656b9d262788a70a8bcb', operation='UPDATE', pgid='pgtrigger_changed_update_ac757', table='contacts_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "contacts_personevent" ("binned_at", "binned_by_id", "changed_at", "created_at", "created_by_id", "custom", "first_name", "id", "kind", "label", "language", "last_name", "merged_into_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo", "salutation", "time_zone") VALUES (OLD."binned_at", OLD."binned_by_id", OLD."changed_at", OLD."created_at", OLD."created_by_id", OLD."custom", OLD."first_name", OLD."id", OLD."kind", OLD."label", OLD."language", OLD."last_name", OLD."merged_into_id", OLD."note", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."photo", OLD."salutation", OLD."time_zone"); RETURN NULL;', hash='644dfe01e9becf7211110554623f69c702d5b3d5', operation='DELETE', pgid='pgtrigger_deleted_delete_e92c3', table='contacts_person', when='AFTER')),
        ),
        migrations.RunSQL(trigger_sql("person", "contacts_person"), untrigger_sql("person", "contacts_person")),
    ]
