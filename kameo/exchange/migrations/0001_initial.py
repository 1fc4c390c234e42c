"""Imports, and what is needed to take them back."""

import django.db.models.deletion
import kameo.core.clock
import kameo.core.migrating
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


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
                    name='Import',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=40, verbose_name='kind')),
                        ('status', models.CharField(choices=[('draft', 'To be completed'), ('planning', 'Being checked'), ('planned', 'Ready to import'), ('waiting', 'Waiting to start'), ('running', 'In progress'), ('done', 'Imported'), ('cancelled', 'Cancelled'), ('failed', 'Failed'), ('undone', 'Undone'), ('partly_undone', 'Partly undone')], default='draft', max_length=16, verbose_name='status')),
                        ('source', models.CharField(choices=[('page', 'Page'), ('api', 'API'), ('command', 'Command')], default='page', max_length=8)),
                        ('file', models.FileField(blank=True, max_length=300, upload_to='imports/%Y/%m')),
                        ('file_name', models.CharField(max_length=250, verbose_name='file')),
                        ('size', models.BigIntegerField(default=0)),
                        ('digest', models.CharField(blank=True, max_length=64)),
                        ('options', models.JSONField(default=dict)),
                        ('mapping', models.JSONField(default=dict)),
                        ('analysis', models.JSONField(default=dict)),
                        ('outcome', models.JSONField(default=dict)),
                        ('created', models.PositiveIntegerField(default=0)),
                        ('updated', models.PositiveIntegerField(default=0)),
                        ('unchanged', models.PositiveIntegerField(default=0)),
                        ('rejected', models.PositiveIntegerField(default=0)),
                        ('warnings', models.PositiveIntegerField(default=0)),
                        ('failure', models.JSONField(default=dict)),
                        ('sealed', models.JSONField(default=dict)),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='imports', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('started_at', models.DateTimeField(null=True)),
                        ('finished_at', models.DateTimeField(null=True)),
                        ('undone_at', models.DateTimeField(null=True)),
                        ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('undo_report', models.JSONField(default=dict)),
                    ],
                    options={
                        'ordering': ['-id'],
                        'indexes': [models.Index(fields=['by', '-id'], name='import_by_author')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."created" IS DISTINCT FROM (NEW."created") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."digest" IS DISTINCT FROM (NEW."digest") OR OLD."failure" IS DISTINCT FROM (NEW."failure") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."mapping" IS DISTINCT FROM (NEW."mapping") OR OLD."options" IS DISTINCT FROM (NEW."options") OR OLD."rejected" IS DISTINCT FROM (NEW."rejected") OR OLD."sealed" IS DISTINCT FROM (NEW."sealed") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."unchanged" IS DISTINCT FROM (NEW."unchanged") OR OLD."undo_report" IS DISTINCT FROM (NEW."undo_report") OR OLD."undone_at" IS DISTINCT FROM (NEW."undone_at") OR OLD."undone_by_id" IS DISTINCT FROM (NEW."undone_by_id") OR OLD."updated" IS DISTINCT FROM (NEW."updated") OR OLD."warnings" IS DISTINCT FROM (NEW."warnings"))', func='INSERT INTO "exchange_importevent" ("by_id", "created", "created_at", "digest", "failure", "file", "file_name", "finished_at", "id", "kind", "mapping", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rejected", "sealed", "size", "source", "started_at", "status", "unchanged", "undo_report", "undone_at", "undone_by_id", "updated", "warnings") VALUES (OLD."by_id", OLD."created", OLD."created_at", OLD."digest", OLD."failure", OLD."file", OLD."file_name", OLD."finished_at", OLD."id", OLD."kind", OLD."mapping", OLD."options", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rejected", OLD."sealed", OLD."size", OLD."source", OLD."started_at", OLD."status", OLD."unchanged", OLD."undo_report", OLD."undone_at", OLD."undone_by_id", OLD."updated", OLD."warnings"); RETURN NULL;', hash='4c6c36f713f327f82bc9f901eda636a6b5507b22', operation='UPDATE', pgid='pgtrigger_changed_update_39e6e', table='exchange_import', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exchange_importevent" ("by_id", "created", "created_at", "digest", "failure", "file", "file_name", "finished_at", "id", "kind", "mapping", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rejected", "sealed", "size", "source", "started_at", "status", "unchanged", "undo_report", "undone_at", "undone_by_id", "updated", "warnings") VALUES (OLD."by_id", OLD."created", OLD."created_at", OLD."digest", OLD."failure", OLD."file", OLD."file_name", OLD."finished_at", OLD."id", OLD."kind", OLD."mapping", OLD."options", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rejected", OLD."sealed", OLD."size", OLD."source", OLD."started_at", OLD."status", OLD."unchanged", OLD."undo_report", OLD."undone_at", OLD."undone_by_id", OLD."updated", OLD."warnings"); RETURN NULL;', hash='dc4baa7db9f2b50cca9def3626d35d8008b1c425', operation='DELETE', pgid='pgtrigger_deleted_delete_30f10', table='exchange_import', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='ImportEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exchange.import')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(max_length=40, verbose_name='kind')),
                        ('status', models.CharField(choices=[('draft', 'To be completed'), ('planning', 'Being checked'), ('planned', 'Ready to import'), ('waiting', 'Waiting to start'), ('running', 'In progress'), ('done', 'Imported'), ('cancelled', 'Cancelled'), ('failed', 'Failed'), ('undone', 'Undone'), ('partly_undone', 'Partly undone')], default='draft', max_length=16, verbose_name='status')),
                        ('source', models.CharField(choices=[('page', 'Page'), ('api', 'API'), ('command', 'Command')], default='page', max_length=8)),
                        ('file', models.FileField(blank=True, max_length=300, upload_to='imports/%Y/%m')),
                        ('file_name', models.CharField(max_length=250, verbose_name='file')),
                        ('size', models.BigIntegerField(default=0)),
                        ('digest', models.CharField(blank=True, max_length=64)),
                        ('options', models.JSONField(default=dict)),
                        ('mapping', models.JSONField(default=dict)),
                        ('created', models.PositiveIntegerField(default=0)),
                        ('updated', models.PositiveIntegerField(default=0)),
                        ('unchanged', models.PositiveIntegerField(default=0)),
                        ('rejected', models.PositiveIntegerField(default=0)),
                        ('warnings', models.PositiveIntegerField(default=0)),
                        ('failure', models.JSONField(default=dict)),
                        ('sealed', models.JSONField(default=dict)),
                        ('by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('started_at', models.DateTimeField(null=True)),
                        ('finished_at', models.DateTimeField(null=True)),
                        ('undone_at', models.DateTimeField(null=True)),
                        ('undone_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('undo_report', models.JSONField(default=dict)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='08e006d128645aa329d760db856b3a0cc6775b5d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_30b5b', table='exchange_importevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Progress',
                    fields=[
                        ('of', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='progress', serialize=False, to='exchange.import')),
                        ('phase', models.CharField(blank=True, max_length=40)),
                        ('done', models.PositiveIntegerField(default=0)),
                        ('total', models.PositiveIntegerField(default=0)),
                        ('cancel_requested', models.BooleanField(default=False)),
                    ],
                ),
                migrations.CreateModel(
                    name='Problem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='problems', to='exchange.import')),
                        ('line', models.PositiveIntegerField()),
                        ('field', models.CharField(blank=True, max_length=60)),
                        ('column', models.CharField(blank=True, max_length=250)),
                        ('value', models.CharField(blank=True, max_length=250)),
                        ('code', models.CharField(max_length=60)),
                        ('level', models.CharField(choices=[('error', 'Rejected'), ('warning', 'Warning')], default='error', max_length=8)),
                        ('params', models.JSONField(default=dict)),
                    ],
                    options={
                        'ordering': ['line', 'id'],
                        'indexes': [models.Index(fields=['of', 'level', 'line', 'id'], name='problem_by_line')],
                    },
                ),
                migrations.CreateModel(
                    name='Change',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='exchange.import')),
                        ('relation', models.CharField(max_length=80)),
                        ('row_id', models.BigIntegerField()),
                        ('before', models.JSONField(null=True)),
                        ('seal', models.CharField(max_length=32)),
                    ],
                ),
                migrations.CreateModel(
                    name='Layout',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=40)),
                        ('fingerprint', models.CharField(max_length=32)),
                        ('mapping', models.JSONField(default=dict)),
                        ('options', models.JSONField(default=dict)),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('used_at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('kind', 'fingerprint'), name='layout_once')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "exchange_layoutevent" ("by_id", "fingerprint", "id", "kind", "mapping", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "used_at") VALUES (OLD."by_id", OLD."fingerprint", OLD."id", OLD."kind", OLD."mapping", OLD."options", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."used_at"); RETURN NULL;', hash='de7583cb18af9657222d0907505811e34469595e', operation='UPDATE', pgid='pgtrigger_changed_update_4153c', table='exchange_layout', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "exchange_layoutevent" ("by_id", "fingerprint", "id", "kind", "mapping", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "used_at") VALUES (OLD."by_id", OLD."fingerprint", OLD."id", OLD."kind", OLD."mapping", OLD."options", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."used_at"); RETURN NULL;', hash='c0e18c37ade9eea7e330ca9f163da4f70aff8201', operation='DELETE', pgid='pgtrigger_deleted_delete_bd025', table='exchange_layout', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='LayoutEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='exchange.layout')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(max_length=40)),
                        ('fingerprint', models.CharField(max_length=32)),
                        ('mapping', models.JSONField(default=dict)),
                        ('options', models.JSONField(default=dict)),
                        ('by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('used_at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='44b23c55219ce238785faf9570ce5fd423d0000d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_060b1', table='exchange_layoutevent', when='BEFORE'))],
                    },
                ),
            ],
        ),
        kameo.core.migrating.InstallTriggers(
        ),
    ]
