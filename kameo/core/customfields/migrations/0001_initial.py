import django.db.models.deletion
import kameo.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# A cast of text to a day depends on settings of the session, so that no index may hold it; this does not.
DAY = """
create function custom_day(text) returns date language sql immutable strict parallel safe as $$
    select make_date(substr($1, 1, 4)::int, substr($1, 6, 2)::int, substr($1, 9, 2)::int)
$$
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CustomField',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40)),
                ('name', models.CharField(blank=True, max_length=80, verbose_name='name')),
                ('rank', models.PositiveSmallIntegerField(default=0)),
                ('retired_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('subject', models.CharField(max_length=20)),
                ('kind', models.CharField(choices=[('text', 'Text'), ('number', 'Number'), ('money', 'Amount'), ('date', 'Date'), ('choice', 'List, one choice'), ('several', 'List, several choices'), ('person', 'Person'), ('account', 'Account'), ('link', 'Link'), ('formula', 'Calculation')], max_length=10, verbose_name='kind')),
                ('help', models.CharField(blank=True, max_length=200, verbose_name='help')),
                ('also_called', models.CharField(blank=True, max_length=300, verbose_name='recognised in files as')),
                ('unit', models.CharField(blank=True, max_length=20, verbose_name='unit')),
                ('decimals', models.PositiveSmallIntegerField(default=0, verbose_name='decimals')),
                ('low', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='at least')),
                ('high', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='at most')),
                ('formula', models.CharField(blank=True, max_length=500, verbose_name='calculation')),
                ('result', models.CharField(blank=True, choices=[('number', 'Number'), ('money', 'Amount'), ('date', 'Date')], editable=False, max_length=6)),
                ('required', models.BooleanField(default=False, verbose_name='required')),
                ('filtered', models.BooleanField(default=False, verbose_name='filtered')),
                ('shown', models.BooleanField(default=True, verbose_name='shown')),
                ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ('created_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CustomFieldEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.SlugField(db_index=False, max_length=40)),
                ('name', models.CharField(blank=True, max_length=80, verbose_name='name')),
                ('rank', models.PositiveSmallIntegerField(default=0)),
                ('retired_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('subject', models.CharField(max_length=20)),
                ('kind', models.CharField(choices=[('text', 'Text'), ('number', 'Number'), ('money', 'Amount'), ('date', 'Date'), ('choice', 'List, one choice'), ('several', 'List, several choices'), ('person', 'Person'), ('account', 'Account'), ('link', 'Link'), ('formula', 'Calculation')], max_length=10, verbose_name='kind')),
                ('help', models.CharField(blank=True, max_length=200, verbose_name='help')),
                ('also_called', models.CharField(blank=True, max_length=300, verbose_name='recognised in files as')),
                ('unit', models.CharField(blank=True, max_length=20, verbose_name='unit')),
                ('decimals', models.PositiveSmallIntegerField(default=0, verbose_name='decimals')),
                ('low', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='at least')),
                ('high', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='at most')),
                ('formula', models.CharField(blank=True, max_length=500, verbose_name='calculation')),
                ('result', models.CharField(blank=True, choices=[('number', 'Number'), ('money', 'Amount'), ('date', 'Date')], editable=False, max_length=6)),
                ('required', models.BooleanField(default=False, verbose_name='required')),
                ('filtered', models.BooleanField(default=False, verbose_name='filtered')),
                ('shown', models.BooleanField(default=True, verbose_name='shown')),
                ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ('created_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='customfields.customfield')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CustomOption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40)),
                ('name', models.CharField(blank=True, max_length=80, verbose_name='name')),
                ('rank', models.PositiveSmallIntegerField(default=0)),
                ('retired_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='options', to='customfields.customfield')),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CustomOptionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.SlugField(db_index=False, max_length=40)),
                ('name', models.CharField(blank=True, max_length=80, verbose_name='name')),
                ('rank', models.PositiveSmallIntegerField(default=0)),
                ('retired_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('field', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='customfields.customfield')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='customfields.customoption')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='customfield',
            constraint=models.UniqueConstraint(fields=('subject', 'code'), name='custom_field_code_once'),
        ),
        migrations.AddConstraint(
            model_name='customfield',
            constraint=models.CheckConstraint(condition=models.Q(('low__isnull', True), ('high__isnull', True), ('low__lte', models.F('high')), _connector='OR'), name='custom_field_bounds', violation_error_message='The least is above the most.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='customfield',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "customfields_customfieldevent" ("also_called", "code", "created_at", "created_by_id", "decimals", "filtered", "formula", "help", "high", "id", "kind", "low", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "required", "result", "retired_at", "shown", "subject", "unit") VALUES (OLD."also_called", OLD."code", OLD."created_at", OLD."created_by_id", OLD."decimals", OLD."filtered", OLD."formula", OLD."help", OLD."high", OLD."id", OLD."kind", OLD."low", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rank", OLD."required", OLD."result", OLD."retired_at", OLD."shown", OLD."subject", OLD."unit"); RETURN NULL;', hash='1f04ae7dd28088a2fd369553597327beacbcee2b', operation='UPDATE', pgid='pgtrigger_changed_update_0e069', table='customfields_customfield', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='customfield',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "customfields_customfieldevent" ("also_called", "code", "created_at", "created_by_id", "decimals", "filtered", "formula", "help", "high", "id", "kind", "low", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "required", "result", "retired_at", "shown", "subject", "unit") VALUES (OLD."also_called", OLD."code", OLD."created_at", OLD."created_by_id", OLD."decimals", OLD."filtered", OLD."formula", OLD."help", OLD."high", OLD."id", OLD."kind", OLD."low", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rank", OLD."required", OLD."result", OLD."retired_at", OLD."shown", OLD."subject", OLD."unit"); RETURN NULL;', hash='21c66594a77efe8d6fe41041c697871d69a7f7d0', operation='DELETE', pgid='pgtrigger_deleted_delete_a4377', table='customfields_customfield', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='customfieldevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='167c4a872cd5bafd11129b4949c6812244ff6e8b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_215f6', table='customfields_customfieldevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='customoption',
            constraint=models.UniqueConstraint(fields=('field', 'code'), name='custom_option_code_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='customoption',
            trigger=pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "customfields_customoptionevent" ("code", "field_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "retired_at") VALUES (OLD."code", OLD."field_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rank", OLD."retired_at"); RETURN NULL;', hash='2702126dad7e61bcfb2b24eb07d6fc196406d5d3', operation='UPDATE', pgid='pgtrigger_changed_update_ade01', table='customfields_customoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='customoption',
            trigger=pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "customfields_customoptionevent" ("code", "field_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "retired_at") VALUES (OLD."code", OLD."field_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rank", OLD."retired_at"); RETURN NULL;', hash='693503da566247e4c10924b08c6d363baf8e5927', operation='DELETE', pgid='pgtrigger_deleted_delete_77b2c', table='customfields_customoption', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='customoptionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b28903b801786b627531e8376c913a519e2efb3a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0516b', table='customfields_customoptionevent', when='BEFORE')),
        ),
        migrations.RunSQL(DAY, "drop function custom_day(text)"),
    ]
