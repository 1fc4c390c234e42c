import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0008_criteria"),
        ("people", "0003_choices"),
        ("people", "__first__"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="bulkchange",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="bulkchange",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="savedview",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="savedview",
            name="deleted_delete",
        ),
        migrations.RemoveConstraint(
            model_name="savedview",
            name="saved_view_once",
        ),
        migrations.AddField(
            model_name="bulkchange",
            name="done",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="bulkchange",
            name="finished_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="bulkchange",
            name="given_back",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="bulkchange",
            name="reached",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="bulkchange",
            name="refusals",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="bulkchange",
            name="total",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="bulkchange",
            name="undo_asked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="bulkchangeevent",
            name="done",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="bulkchangeevent",
            name="finished_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="bulkchangeevent",
            name="given_back",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="bulkchangeevent",
            name="reached",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="bulkchangeevent",
            name="refusals",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="bulkchangeevent",
            name="total",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="bulkchangeevent",
            name="undo_asked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="savedview",
            name="binned_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="savedviewevent",
            name="binned_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="accountpulse",
            index=models.Index(
                models.OrderBy(models.F("scorecard"), descending=True, nulls_last=True),
                models.F("account"),
                name="pulse_by_scorecard",
            ),
        ),
        migrations.AddIndex(
            model_name="accountpulse",
            index=models.Index(
                models.OrderBy(models.F("alignment"), descending=True, nulls_last=True),
                models.F("account"),
                name="pulse_by_alignment",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bulkchange",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_bulkchangeevent" ("at", "by_id", "count", "data", "done", "finished_at", "given_back", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "refusals", "total", "undo_asked_at", "undone_at", "what") VALUES (OLD."at", OLD."by_id", OLD."count", OLD."data", OLD."done", OLD."finished_at", OLD."given_back", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reached", OLD."refusals", OLD."total", OLD."undo_asked_at", OLD."undone_at", OLD."what"); RETURN NULL;',
                    hash="3d7f9ffaf016b10a8c9bd7bcaecd67dc55425cea",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_da542",
                    table="accounts_bulkchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bulkchange",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_bulkchangeevent" ("at", "by_id", "count", "data", "done", "finished_at", "given_back", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "refusals", "total", "undo_asked_at", "undone_at", "what") VALUES (OLD."at", OLD."by_id", OLD."count", OLD."data", OLD."done", OLD."finished_at", OLD."given_back", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reached", OLD."refusals", OLD."total", OLD."undo_asked_at", OLD."undone_at", OLD."what"); RETURN NULL;',
                    hash="c1c5d2b8e2b83b98e761385da215a58c48412dd9",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_0f950",
                    table="accounts_bulkchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedview",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_savedviewevent" ("binned_at", "changed_at", "columns", "created_at", "filters", "id", "layout", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shared", "sort", "team_id") VALUES (OLD."binned_at", OLD."changed_at", OLD."columns", OLD."created_at", OLD."filters", OLD."id", OLD."layout", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."shared", OLD."sort", OLD."team_id"); RETURN NULL;',
                    hash="323f51c56a21dbd47b94c4186ef2b8b8c441b036",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_0fcd3",
                    table="accounts_savedview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedview",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_savedviewevent" ("binned_at", "changed_at", "columns", "created_at", "filters", "id", "layout", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shared", "sort", "team_id") VALUES (OLD."binned_at", OLD."changed_at", OLD."columns", OLD."created_at", OLD."filters", OLD."id", OLD."layout", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."shared", OLD."sort", OLD."team_id"); RETURN NULL;',
                    hash="97483690c37c998bda35f4c1c4bb5ab3a17af07c",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_6b6dc",
                    table="accounts_savedview",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.UniqueConstraint(
                condition=models.Q(("binned_at__isnull", True)),
                fields=("owner", "name"),
                name="saved_view_once",
                violation_error_message="You have a view of that name already.",
            ),
        ),
    ]
