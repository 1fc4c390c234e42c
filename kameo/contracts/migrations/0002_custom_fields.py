import kameo.core.customfields.column
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from kameo.core.customfields.computing import trigger_sql, untrigger_sql


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0001_initial'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='invoice',
            name='changed_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='invoice',
            name='deleted_delete',
        ),
        migrations.AddField(
            model_name='invoice',
            name='custom',
            field=kameo.core.customfields.column.CustomValues(),
        ),
        migrations.AddField(
            model_name='invoiceevent',
            name='custom',
            field=kameo.core.customfields.column.CustomValues(),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='invoice',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "contracts_invoiceevent" ("account_id", "binned_at", "binned_by_id", "corrects_id", "created_at", "created_by_id", "currency", "custom", "due_on", "gross", "id", "issued_at", "issued_on", "kind", "label", "net", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "reporting_net") VALUES (OLD."account_id", OLD."binned_at", OLD."binned_by_id", OLD."corrects_id", OLD."created_at", OLD."created_by_id", OLD."currency", OLD."custom", OLD."due_on", OLD."gross", OLD."id", OLD."issued_at", OLD."issued_on", OLD."kind", OLD."label", OLD."net", OLD."number", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rate", OLD."reporting_net"); RETURN NULL;', hash='7d55c7f56a04cc6ab226443b7999dac20f472eca', operation='UPDATE', pgid='pgtrigger_changed_update_71c37', table='contracts_invoice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='invoice',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "contracts_invoiceevent" ("account_id", "binned_at", "binned_by_id", "corrects_id", "created_at", "created_by_id", "currency", "custom", "due_on", "gross", "id", "issued_at", "issued_on", "kind", "label", "net", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "reporting_net") VALUES (OLD."account_id", OLD."binned_at", OLD."binned_by_id", OLD."corrects_id", OLD."created_at", OLD."created_by_id", OLD."currency", OLD."custom", OLD."due_on", OLD."gross", OLD."id", OLD."issued_at", OLD."issued_on", OLD."kind", OLD."label", OLD."net", OLD."number", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rate", OLD."reporting_net"); RETURN NULL;', hash='b50495fc0fda6de7657be2973352289201069e22', operation='DELETE', pgid='pgtrigger_deleted_delete_a8558', table='contracts_invoice', when='AFTER')),
        ),
        migrations.RunSQL(trigger_sql("invoice", "contracts_invoice"), untrigger_sql("invoice", "contracts_invoice")),
    ]
