import kameo.core.customfields.column
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from kameo.core.customfields.computing import trigger_sql, untrigger_sql


class Migration(migrations.Migration):

    dependencies = [
        ('interactions', '0001_initial'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='interaction',
            name='changed_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='interaction',
            name='deleted_delete',
        ),
        migrations.AddField(
            model_name='interaction',
            name='custom',
            field=kameo.core.customfields.column.CustomValues(),
        ),
        migrations.AddField(
            model_name='interactionevent',
            name='custom',
            field=kameo.core.customfields.column.CustomValues(),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='interaction',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "interactions_interactionevent" ("account_id", "at", "author_id", "binned_at", "binned_by_id", "changed_at", "created_at", "custom", "direction", "duration", "id", "kind", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restricted", "subject", "text", "thread") VALUES (OLD."account_id", OLD."at", OLD."author_id", OLD."binned_at", OLD."binned_by_id", OLD."changed_at", OLD."created_at", OLD."custom", OLD."direction", OLD."duration", OLD."id", OLD."kind", OLD."occasion", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."restricted", OLD."subject", OLD."text", OLD."thread"); RETURN NULL;', hash='a25441a0a16047ba327562a3e5f42053ede54709', operation='UPDATE', pgid='pgtrigger_changed_update_bdbfd', table='interactions_interaction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='interaction',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "interactions_interactionevent" ("account_id", "at", "author_id", "binned_at", "binned_by_id", "changed_at", "created_at", "custom", "direction", "duration", "id", "kind", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restricted", "subject", "text", "thread") VALUES (OLD."account_id", OLD."at", OLD."author_id", OLD."binned_at", OLD."binned_by_id", OLD."changed_at", OLD."created_at", OLD."custom", OLD."direction", OLD."duration", OLD."id", OLD."kind", OLD."occasion", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."restricted", OLD."subject", OLD."text", OLD."thread"); RETURN NULL;', hash='9c26c4c4356fa7860c903b86a9ed74af6bcf375a', operation='DELETE', pgid='pgtrigger_deleted_delete_f23e2', table='interactions_interaction', when='AFTER')),
        ),
        migrations.RunSQL(trigger_sql("interaction", "interactions_interaction"), untrigger_sql("interaction", "interactions_interaction")),
    ]
