import kameo.core.customfields.column
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from kameo.core.customfields.computing import trigger_sql, untrigger_sql


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_lists_in_core'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='account',
            name='changed_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='account',
            name='deleted_delete',
        ),
        migrations.AddField(
            model_name='account',
            name='custom',
            field=kameo.core.customfields.column.CustomValues(),
        ),
        migrations.AddField(
            model_name='accountevent',
            name='custom',
            field=kameo.core.customfields.column.CustomValues(),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='account',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."binned_at" IS DISTINCT FROM (NEW."binned_at") OR OLD."binned_by_id" IS DISTINCT FROM (NEW."binned_by_id") OR OLD."cadence_days" IS DISTINCT FROM (NEW."cadence_days") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."confidential" IS DISTINCT FROM (NEW."confidential") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."custom" IS DISTINCT FROM (NEW."custom") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."headcount" IS DISTINCT FROM (NEW."headcount") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."legal_name" IS DISTINCT FROM (NEW."legal_name") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."naf" IS DISTINCT FROM (NEW."naf") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."orientation" IS DISTINCT FROM (NEW."orientation") OR OLD."own_revenue" IS DISTINCT FROM (NEW."own_revenue") OR OLD."own_revenue_currency" IS DISTINCT FROM (NEW."own_revenue_currency") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."potential" IS DISTINCT FROM (NEW."potential") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."site_count" IS DISTINCT FROM (NEW."site_count") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."status_at" IS DISTINCT FROM (NEW."status_at") OR OLD."status_by_id" IS DISTINCT FROM (NEW."status_by_id") OR OLD."tags" IS DISTINCT FROM (NEW."tags") OR OLD."watched" IS DISTINCT FROM (NEW."watched") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='INSERT INTO "accounts_accountevent" ("binned_at", "binned_by_id", "cadence_days", "changed_at", "confidential", "country", "created_at", "created_by_id", "custom", "description", "headcount", "id", "kind", "legal_name", "merged_into_id", "naf", "name", "orientation", "own_revenue", "own_revenue_currency", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "potential", "sector", "site_count", "status", "status_at", "status_by_id", "tags", "watched", "website") VALUES (OLD."binned_at", OLD."binned_by_id", OLD."cadence_days", OLD."changed_at", OLD."confidential", OLD."country", OLD."created_at", OLD."created_by_id", OLD."custom", OLD."description", OLD."headcount", OLD."id", OLD."kind", OLD."legal_name", OLD."merged_into_id", OLD."naf", OLD."name", OLD."orientation", OLD."own_revenue", OLD."own_revenue_currency", OLD."parent_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."phone", OLD."potential", OLD."sector", OLD."site_count", OLD."status", OLD."status_at", OLD."status_by_id", OLD."tags", OLD."watched", OLD."website"); RETURN NULL;', hash='b32c3137c6d809f062f3e0b903089eece5c9278e', operation='UPDATE', pgid='pgtrigger_changed_update_dfb00', table='accounts_account', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='account',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_accountevent" ("binned_at", "binned_by_id", "cadence_days", "changed_at", "confidential", "country", "created_at", "created_by_id", "custom", "description", "headcount", "id", "kind", "legal_name", "merged_into_id", "naf", "name", "orientation", "own_revenue", "own_revenue_currency", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "potential", "sector", "site_count", "status", "status_at", "status_by_id", "tags", "watched", "website") VALUES (OLD."binned_at", OLD."binned_by_id", OLD."cadence_days", OLD."changed_at", OLD."confidential", OLD."country", OLD."created_at", OLD."created_by_id", OLD."custom", OLD."description", OLD."headcount", OLD."id", OLD."kind", OLD."legal_name", OLD."merged_into_id", OLD."naf", OLD."name", OLD."orientation", OLD."own_revenue", OLD."own_revenue_currency", OLD."parent_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."phone", OLD."potential", OLD."sector", OLD."site_count", OLD."status", OLD."status_at", OLD."status_by_id", OLD."tags", OLD."watched", OLD."website"); RETURN NULL;', hash='48bbc31985246219051db1d969d34d50bd8ce02b', operation='DELETE', pgid='pgtrigger_deleted_delete_9a72e', table='accounts_account', when='AFTER')),
        ),
        migrations.RunSQL(trigger_sql("account", "accounts_account"), untrigger_sql("account", "accounts_account")),
    ]
