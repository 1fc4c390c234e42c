"""Caps and transfers."""

import django.db.models.deletion
import kameo.core.clock
import kameo.core.migrating
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('people', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        kameo.core.migrating.CreateTables(
            models=[
                migrations.CreateModel(
                    name='CapExcess',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cap_excesses', to='accounts.account')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('kind', models.CharField(choices=[('key', 'key accounts'), ('large', 'large accounts')], max_length=10)),
                        ('cap', models.PositiveSmallIntegerField()),
                        ('held', models.PositiveSmallIntegerField(help_text='How many they lead with this one.')),
                        ('reason', models.TextField(verbose_name='reason')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'verbose_name_plural': 'cap excesses',
                        'ordering': ['-at'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='cap_excess_has_reason')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "portfolio_capexcessevent" ("account_id", "at", "by_id", "cap", "held", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "user_id") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."cap", OLD."held", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason", OLD."user_id"); RETURN NULL;', hash='b05b2a7ec28b6a8217f7cf70559bd429fd09a43a', operation='UPDATE', pgid='pgtrigger_changed_update_dddb8', table='portfolio_capexcess', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "portfolio_capexcessevent" ("account_id", "at", "by_id", "cap", "held", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "user_id") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."cap", OLD."held", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason", OLD."user_id"); RETURN NULL;', hash='301a1461e0d5a1711a38929f0fe67a0ef5557290', operation='DELETE', pgid='pgtrigger_deleted_delete_a58e4', table='portfolio_capexcess', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='CapExcessEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='portfolio.capexcess')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('kind', models.CharField(choices=[('key', 'key accounts'), ('large', 'large accounts')], max_length=10)),
                        ('cap', models.PositiveSmallIntegerField()),
                        ('held', models.PositiveSmallIntegerField(help_text='How many they lead with this one.')),
                        ('reason', models.TextField(verbose_name='reason')),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='331cbd300e231de00d1c77ec64b173f2a6fb215e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_71188', table='portfolio_capexcessevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Transfer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('giver', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='from')),
                        ('taker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='to')),
                        ('function', models.CharField(blank=True, choices=[('lead', 'Lead'), ('back_up', 'Back-up'), ('sales', 'Sales'), ('support', 'Support'), ('finance', 'Finance'), ('marketing', 'Marketing'), ('product', 'Product'), ('sponsor', 'Executive sponsor'), ('observer', 'Observer')], max_length=10, verbose_name='function')),
                        ('on', models.DateField(verbose_name='from the')),
                        ('reason', models.CharField(blank=True, max_length=500, verbose_name='reason')),
                        ('moved', models.PositiveIntegerField(default=0)),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('applied_at', models.DateTimeField(blank=True, null=True)),
                        ('undone_at', models.DateTimeField(blank=True, null=True)),
                        ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-at', '-id'],
                        'indexes': [models.Index(condition=models.Q(('applied_at__isnull', True), ('undone_at__isnull', True)), fields=['on'], name='transfer_planned')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('giver', models.F('taker')), _negated=True), name='transfer_between_two', violation_error_message='Choose somebody else to take over.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "portfolio_transferevent" ("applied_at", "at", "by_id", "function", "giver_id", "id", "moved", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "taker_id", "undone_at", "undone_by_id") VALUES (OLD."applied_at", OLD."at", OLD."by_id", OLD."function", OLD."giver_id", OLD."id", OLD."moved", OLD."on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason", OLD."taker_id", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;', hash='384bea6f6eb73e9b3cc58d9129fdea6e1416a6ec', operation='UPDATE', pgid='pgtrigger_changed_update_7ae21', table='portfolio_transfer', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "portfolio_transferevent" ("applied_at", "at", "by_id", "function", "giver_id", "id", "moved", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "taker_id", "undone_at", "undone_by_id") VALUES (OLD."applied_at", OLD."at", OLD."by_id", OLD."function", OLD."giver_id", OLD."id", OLD."moved", OLD."on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason", OLD."taker_id", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;', hash='db524c2715e01b9b8f3c8c05a7816c6a50c3b101', operation='DELETE', pgid='pgtrigger_deleted_delete_1e51a', table='portfolio_transfer', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='TransferEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='portfolio.transfer')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('giver', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='from')),
                        ('taker', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='to')),
                        ('function', models.CharField(blank=True, choices=[('lead', 'Lead'), ('back_up', 'Back-up'), ('sales', 'Sales'), ('support', 'Support'), ('finance', 'Finance'), ('marketing', 'Marketing'), ('product', 'Product'), ('sponsor', 'Executive sponsor'), ('observer', 'Observer')], max_length=10, verbose_name='function')),
                        ('on', models.DateField(verbose_name='from the')),
                        ('reason', models.CharField(blank=True, max_length=500, verbose_name='reason')),
                        ('moved', models.PositiveIntegerField(default=0)),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('applied_at', models.DateTimeField(blank=True, null=True)),
                        ('undone_at', models.DateTimeField(blank=True, null=True)),
                        ('undone_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6e77a0779f3bfd4f48a1dc6bffca45b363c2e73b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_923ce', table='portfolio_transferevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='TransferItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('transfer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='portfolio.transfer')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.account')),
                        ('function', models.CharField(choices=[('lead', 'Lead'), ('back_up', 'Back-up'), ('sales', 'Sales'), ('support', 'Support'), ('finance', 'Finance'), ('marketing', 'Marketing'), ('product', 'Product'), ('sponsor', 'Executive sponsor'), ('observer', 'Observer')], max_length=10)),
                        ('before', models.JSONField(default=dict)),
                        ('outcome', models.CharField(blank=True, max_length=8)),
                    ],
                    options={
                        'ordering': ['id'],
                        'constraints': [models.UniqueConstraint(fields=('transfer', 'account', 'function'), name='transfer_item_once')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "portfolio_transferitemevent" ("account_id", "before", "function", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "transfer_id") VALUES (OLD."account_id", OLD."before", OLD."function", OLD."id", OLD."outcome", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."transfer_id"); RETURN NULL;', hash='345f0a9cf417f9150cace87ef3775abac722c36d', operation='UPDATE', pgid='pgtrigger_changed_update_b5361', table='portfolio_transferitem', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "portfolio_transferitemevent" ("account_id", "before", "function", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "transfer_id") VALUES (OLD."account_id", OLD."before", OLD."function", OLD."id", OLD."outcome", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."transfer_id"); RETURN NULL;', hash='e9010c54a3bc6e626042ba08e812bd385d918c84', operation='DELETE', pgid='pgtrigger_deleted_delete_a0853', table='portfolio_transferitem', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='TransferItemEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='portfolio.transferitem')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('transfer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='portfolio.transfer')),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('function', models.CharField(choices=[('lead', 'Lead'), ('back_up', 'Back-up'), ('sales', 'Sales'), ('support', 'Support'), ('finance', 'Finance'), ('marketing', 'Marketing'), ('product', 'Product'), ('sponsor', 'Executive sponsor'), ('observer', 'Observer')], max_length=10)),
                        ('before', models.JSONField(default=dict)),
                        ('outcome', models.CharField(blank=True, max_length=8)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b291f02679b3d03afefd70c2c22f5313cb6cfee8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0d3c1', table='portfolio_transferitemevent', when='BEFORE'))],
                    },
                ),
            ],
        ),
        kameo.core.migrating.InstallTriggers(
        ),
    ]
