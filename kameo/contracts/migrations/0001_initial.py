"""What was billed."""

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
                    name='Invoice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invoices', to='accounts.account', verbose_name='account')),
                        ('number', models.CharField(max_length=60, verbose_name='number')),
                        ('kind', models.CharField(choices=[('invoice', 'Invoice'), ('credit_note', 'Credit note')], default='invoice', max_length=12, verbose_name='kind')),
                        ('issued_on', models.DateField(verbose_name='date')),
                        ('issued_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='due')),
                        ('label', models.CharField(blank=True, max_length=250, verbose_name='subject')),
                        ('currency', models.CharField(max_length=3, verbose_name='currency')),
                        ('net', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='amount excl. VAT')),
                        ('gross', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='amount incl. VAT')),
                        ('rate', models.DecimalField(blank=True, decimal_places=8, editable=False, max_digits=18, null=True)),
                        ('reporting_net', models.DecimalField(blank=True, decimal_places=2, editable=False, max_digits=18, null=True)),
                        ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='credit_notes', to='contracts.invoice', verbose_name='corrects')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('binned_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-issued_on', '-id'],
                        'indexes': [models.Index(fields=['account', '-issued_on', '-id'], name='invoice_by_account'), models.Index(condition=models.Q(('binned_at__isnull', True)), fields=['-issued_on', '-id'], name='invoice_latest')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('binned_at__isnull', True)), fields=('number',), name='invoice_number_once', violation_error_message='An invoice has this number already.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'invoice'), ('net__gte', 0)), models.Q(('kind', 'credit_note'), ('net__lte', 0)), _connector='OR'), name='invoice_sign_matches_kind', violation_error_message='A credit note is negative, an invoice is not.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "contracts_invoiceevent" ("account_id", "binned_at", "binned_by_id", "corrects_id", "created_at", "created_by_id", "currency", "due_on", "gross", "id", "issued_at", "issued_on", "kind", "label", "net", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "reporting_net") VALUES (OLD."account_id", OLD."binned_at", OLD."binned_by_id", OLD."corrects_id", OLD."created_at", OLD."created_by_id", OLD."currency", OLD."due_on", OLD."gross", OLD."id", OLD."issued_at", OLD."issued_on", OLD."kind", OLD."label", OLD."net", OLD."number", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rate", OLD."reporting_net"); RETURN NULL;', hash='d94b7e5947d82a2f8fcc66e46fc1211fe015358b', operation='UPDATE', pgid='pgtrigger_changed_update_71c37', table='contracts_invoice', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "contracts_invoiceevent" ("account_id", "binned_at", "binned_by_id", "corrects_id", "created_at", "created_by_id", "currency", "due_on", "gross", "id", "issued_at", "issued_on", "kind", "label", "net", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "reporting_net") VALUES (OLD."account_id", OLD."binned_at", OLD."binned_by_id", OLD."corrects_id", OLD."created_at", OLD."created_by_id", OLD."currency", OLD."due_on", OLD."gross", OLD."id", OLD."issued_at", OLD."issued_on", OLD."kind", OLD."label", OLD."net", OLD."number", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rate", OLD."reporting_net"); RETURN NULL;', hash='c7e188b164ad943942cbdc1308b946d0064d2286', operation='DELETE', pgid='pgtrigger_deleted_delete_a8558', table='contracts_invoice', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='InvoiceEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.invoice')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account', verbose_name='account')),
                        ('number', models.CharField(max_length=60, verbose_name='number')),
                        ('kind', models.CharField(choices=[('invoice', 'Invoice'), ('credit_note', 'Credit note')], default='invoice', max_length=12, verbose_name='kind')),
                        ('issued_on', models.DateField(verbose_name='date')),
                        ('issued_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='due')),
                        ('label', models.CharField(blank=True, max_length=250, verbose_name='subject')),
                        ('currency', models.CharField(max_length=3, verbose_name='currency')),
                        ('net', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='amount excl. VAT')),
                        ('gross', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='amount incl. VAT')),
                        ('rate', models.DecimalField(blank=True, decimal_places=8, editable=False, max_digits=18, null=True)),
                        ('reporting_net', models.DecimalField(blank=True, decimal_places=2, editable=False, max_digits=18, null=True)),
                        ('corrects', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.invoice', verbose_name='corrects')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('binned_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fb5bfc7338ca9d9e9910df92f52e7f5327484448', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c7948', table='contracts_invoiceevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='InvoiceLine',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('invoice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='contracts.invoice')),
                        ('position', models.PositiveIntegerField()),
                        ('label', models.CharField(blank=True, max_length=300, verbose_name='label')),
                        ('reference', models.CharField(blank=True, max_length=80, verbose_name='reference')),
                        ('quantity', models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True, verbose_name='quantity')),
                        ('unit_price', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='unit price')),
                        ('net', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='amount excl. VAT')),
                    ],
                    options={
                        'ordering': ['position'],
                        'constraints': [models.UniqueConstraint(fields=('invoice', 'position'), name='invoice_line_position')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "contracts_invoicelineevent" ("id", "invoice_id", "label", "net", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quantity", "reference", "unit_price") VALUES (OLD."id", OLD."invoice_id", OLD."label", OLD."net", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."quantity", OLD."reference", OLD."unit_price"); RETURN NULL;', hash='62db2ef44a7de433bd3d7f45ebfa97c606228ac1', operation='UPDATE', pgid='pgtrigger_changed_update_92b3b', table='contracts_invoiceline', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "contracts_invoicelineevent" ("id", "invoice_id", "label", "net", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quantity", "reference", "unit_price") VALUES (OLD."id", OLD."invoice_id", OLD."label", OLD."net", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."quantity", OLD."reference", OLD."unit_price"); RETURN NULL;', hash='f8be44a6011d44423c6ae38cc6c4c1703e63cb10', operation='DELETE', pgid='pgtrigger_deleted_delete_0eadc', table='contracts_invoiceline', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='InvoiceLineEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='contracts.invoiceline')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('invoice', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contracts.invoice')),
                        ('position', models.PositiveIntegerField()),
                        ('label', models.CharField(blank=True, max_length=300, verbose_name='label')),
                        ('reference', models.CharField(blank=True, max_length=80, verbose_name='reference')),
                        ('quantity', models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True, verbose_name='quantity')),
                        ('unit_price', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='unit price')),
                        ('net', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='amount excl. VAT')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f6c9978c83b4d0a292d0dadbc9e82f4ddde06ce1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5983a', table='contracts_invoicelineevent', when='BEFORE'))],
                    },
                ),
            ],
        ),
        kameo.core.migrating.InstallTriggers(
        ),
    ]
