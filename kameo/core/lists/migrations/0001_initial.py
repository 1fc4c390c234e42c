import django.db.models.deletion
import kameo.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BulkChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list', models.CharField(max_length=40)),
                ('what', models.CharField(max_length=20)),
                ('data', models.JSONField(default=dict)),
                ('total', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('reached', models.BigIntegerField(default=0)),
                ('count', models.PositiveIntegerField(default=0)),
                ('refusals', models.JSONField(default=dict)),
                ('at', models.DateTimeField(default=kameo.core.clock.now)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('undo_asked_at', models.DateTimeField(blank=True, null=True)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('given_back', models.PositiveIntegerField(default=0)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='BulkChangeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('list', models.CharField(max_length=40)),
                ('what', models.CharField(max_length=20)),
                ('data', models.JSONField(default=dict)),
                ('total', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('reached', models.BigIntegerField(default=0)),
                ('count', models.PositiveIntegerField(default=0)),
                ('refusals', models.JSONField(default=dict)),
                ('at', models.DateTimeField(default=kameo.core.clock.now)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('undo_asked_at', models.DateTimeField(blank=True, null=True)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('given_back', models.PositiveIntegerField(default=0)),
                ('by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='lists.bulkchange')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BulkItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record_id', models.BigIntegerField()),
                ('before', models.JSONField(default=dict)),
                ('after', models.JSONField(default=dict)),
                ('change', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='lists.bulkchange')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='BulkItemEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('record_id', models.BigIntegerField()),
                ('before', models.JSONField(default=dict)),
                ('after', models.JSONField(default=dict)),
                ('change', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='lists.bulkchange')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='lists.bulkitem')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('shared', models.BooleanField(default=False, verbose_name='shared with everybody')),
                ('layout', models.CharField(default='list', max_length=8)),
                ('columns', models.JSONField(default=list)),
                ('list', models.CharField(max_length=40)),
                ('filters', models.JSONField(default=dict)),
                ('sort', models.CharField(blank=True, max_length=40)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('created_at', models.DateTimeField(default=kameo.core.clock.now)),
                ('changed_at', models.DateTimeField(default=kameo.core.clock.now)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_views', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.team', verbose_name='shared with')),
            ],
            options={
                'ordering': ['position', 'name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SavedViewEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('shared', models.BooleanField(default=False, verbose_name='shared with everybody')),
                ('layout', models.CharField(default='list', max_length=8)),
                ('columns', models.JSONField(default=list)),
                ('list', models.CharField(max_length=40)),
                ('filters', models.JSONField(default=dict)),
                ('sort', models.CharField(blank=True, max_length=40)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('created_at', models.DateTimeField(default=kameo.core.clock.now)),
                ('changed_at', models.DateTimeField(default=kameo.core.clock.now)),
                ('owner', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='lists.savedview')),
                ('team', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.team', verbose_name='shared with')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkchange',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "lists_bulkchangeevent" ("at", "by_id", "count", "data", "done", "finished_at", "given_back", "id", "list", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "refusals", "total", "undo_asked_at", "undone_at", "what") VALUES (OLD."at", OLD."by_id", OLD."count", OLD."data", OLD."done", OLD."finished_at", OLD."given_back", OLD."id", OLD."list", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reached", OLD."refusals", OLD."total", OLD."undo_asked_at", OLD."undone_at", OLD."what"); RETURN NULL;', hash='c2d2b2e766a1666818356a597788922ab0b12afc', operation='UPDATE', pgid='pgtrigger_changed_update_145d5', table='lists_bulkchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkchange',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "lists_bulkchangeevent" ("at", "by_id", "count", "data", "done", "finished_at", "given_back", "id", "list", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "refusals", "total", "undo_asked_at", "undone_at", "what") VALUES (OLD."at", OLD."by_id", OLD."count", OLD."data", OLD."done", OLD."finished_at", OLD."given_back", OLD."id", OLD."list", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reached", OLD."refusals", OLD."total", OLD."undo_asked_at", OLD."undone_at", OLD."what"); RETURN NULL;', hash='c613eee5a1433526898eabae5ed71a054dfae7f9', operation='DELETE', pgid='pgtrigger_deleted_delete_0ba56', table='lists_bulkchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkchangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f32ba89d559c4d72a2e6816cf967c198ca6d6c9f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ece21', table='lists_bulkchangeevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='bulkitem',
            constraint=models.UniqueConstraint(fields=('change', 'record_id'), name='list_bulk_item_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkitem',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "lists_bulkitemevent" ("after", "before", "change_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id") VALUES (OLD."after", OLD."before", OLD."change_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."record_id"); RETURN NULL;', hash='4d105faeea0a65e623afb6dda3d6085f6af95331', operation='UPDATE', pgid='pgtrigger_changed_update_769c4', table='lists_bulkitem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkitem',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "lists_bulkitemevent" ("after", "before", "change_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id") VALUES (OLD."after", OLD."before", OLD."change_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."record_id"); RETURN NULL;', hash='e35a1dc45f2c9c8c8a21ad5c76bfe2d757f39932', operation='DELETE', pgid='pgtrigger_deleted_delete_51353', table='lists_bulkitem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkitemevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e6ac530ea6ae6d6a8e13eb43fa41b35769ccda4f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0895b', table='lists_bulkitemevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(condition=models.Q(('binned_at__isnull', True)), fields=('owner', 'list', 'name'), name='list_view_once', violation_error_message='You have a view of that name already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='savedview',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "lists_savedviewevent" ("binned_at", "changed_at", "columns", "created_at", "filters", "id", "layout", "list", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shared", "sort", "team_id") VALUES (OLD."binned_at", OLD."changed_at", OLD."columns", OLD."created_at", OLD."filters", OLD."id", OLD."layout", OLD."list", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."shared", OLD."sort", OLD."team_id"); RETURN NULL;', hash='0b41d9fa686da0c1c4481ce74b2d38059e08d965', operation='UPDATE', pgid='pgtrigger_changed_update_19c78', table='lists_savedview', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='savedview',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "lists_savedviewevent" ("binned_at", "changed_at", "columns", "created_at", "filters", "id", "layout", "list", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shared", "sort", "team_id") VALUES (OLD."binned_at", OLD."changed_at", OLD."columns", OLD."created_at", OLD."filters", OLD."id", OLD."layout", OLD."list", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."shared", OLD."sort", OLD."team_id"); RETURN NULL;', hash='f5f1d2ee45311757b9fa59a072f6f26ed5eef696', operation='DELETE', pgid='pgtrigger_deleted_delete_a767d', table='lists_savedview', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='savedviewevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f1267afcc0ce4c7dfb1367c143def46d2ff4e70f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0da5c', table='lists_savedviewevent', when='BEFORE')),
        ),
    ]
