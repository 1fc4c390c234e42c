"""References, competitors, notes on sectors."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import kameo.core.clock
import kameo.core.migrating
import kameo.core.text
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
                    name='Advocacy',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='advocacies', to='accounts.account')),
                        ('kind', models.CharField(choices=[('permission', 'Permission to quote'), ('case_study', 'Case study'), ('call', 'Reference call'), ('introduction', 'Introduction'), ('recommendation', 'Recommendation')], max_length=16, verbose_name='kind')),
                        ('on', models.DateField(default=kameo.core.clock.company_today, verbose_name='on')),
                        ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                        ('person', models.CharField(blank=True, max_length=160, verbose_name='who at the customer')),
                        ('text', models.TextField(blank=True, verbose_name='what was said or agreed')),
                        ('url', models.URLField(blank=True, max_length=300, verbose_name='link')),
                        ('benefits', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='accounts.account', verbose_name='account it brought')),
                        ('business', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='business it brought')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('binned_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'verbose_name_plural': 'advocacies',
                        'ordering': ['-on', '-id'],
                        'indexes': [models.Index(fields=['account', '-on'], name='advocacy_by_account')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('on'))), name='advocacy_ends_after_start')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registers_advocacyevent" ("account_id", "at", "benefits_id", "binned_at", "business", "by_id", "id", "kind", "on", "person", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "url", "valid_until") VALUES (OLD."account_id", OLD."at", OLD."benefits_id", OLD."binned_at", OLD."business", OLD."by_id", OLD."id", OLD."kind", OLD."on", OLD."person", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."text", OLD."url", OLD."valid_until"); RETURN NULL;', hash='724999780deba3decc1db97b8c49de565293b36b', operation='UPDATE', pgid='pgtrigger_changed_update_a04fd', table='registers_advocacy', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registers_advocacyevent" ("account_id", "at", "benefits_id", "binned_at", "business", "by_id", "id", "kind", "on", "person", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "url", "valid_until") VALUES (OLD."account_id", OLD."at", OLD."benefits_id", OLD."binned_at", OLD."business", OLD."by_id", OLD."id", OLD."kind", OLD."on", OLD."person", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."text", OLD."url", OLD."valid_until"); RETURN NULL;', hash='96a5e085a5658f4319da23a83555f8ca1c5f3db9', operation='DELETE', pgid='pgtrigger_deleted_delete_a2060', table='registers_advocacy', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='AdvocacyEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registers.advocacy')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('kind', models.CharField(choices=[('permission', 'Permission to quote'), ('case_study', 'Case study'), ('call', 'Reference call'), ('introduction', 'Introduction'), ('recommendation', 'Recommendation')], max_length=16, verbose_name='kind')),
                        ('on', models.DateField(default=kameo.core.clock.company_today, verbose_name='on')),
                        ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                        ('person', models.CharField(blank=True, max_length=160, verbose_name='who at the customer')),
                        ('text', models.TextField(blank=True, verbose_name='what was said or agreed')),
                        ('url', models.URLField(blank=True, max_length=300, verbose_name='link')),
                        ('benefits', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account', verbose_name='account it brought')),
                        ('business', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='business it brought')),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('binned_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='df1d81cfa851b3412cb24ec87006a98e0b34cd66', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c59d7', table='registers_advocacyevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Competitor',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=160, verbose_name='name')),
                        ('sort_name', models.GeneratedField(db_persist=True, expression=kameo.core.text.Fold(models.F('name')), output_field=models.TextField())),
                        ('website', models.URLField(blank=True, max_length=300, verbose_name='website')),
                        ('note', models.TextField(blank=True, verbose_name='strengths and weaknesses')),
                    ],
                    options={
                        'ordering': ['sort_name'],
                        'constraints': [models.UniqueConstraint(fields=('sort_name',), name='competitor_once', violation_error_message='This competitor is in the list already.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='INSERT INTO "registers_competitorevent" ("id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") VALUES (OLD."id", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."website"); RETURN NULL;', hash='651806ea63be752b21e3ffa9fdc10ba94c248555', operation='UPDATE', pgid='pgtrigger_changed_update_a86b1', table='registers_competitor', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registers_competitorevent" ("id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") VALUES (OLD."id", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."website"); RETURN NULL;', hash='b70730d904a1fd7530feb2f709108ab7a0d3c04b', operation='DELETE', pgid='pgtrigger_deleted_delete_43320', table='registers_competitor', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='CompetitorEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registers.competitor')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=160, verbose_name='name')),
                        ('website', models.URLField(blank=True, max_length=300, verbose_name='website')),
                        ('note', models.TextField(blank=True, verbose_name='strengths and weaknesses')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f2ee1927edd2f9135a2156163e6a1338b3d2729f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_34f7c', table='registers_competitorevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='CompetitorPresence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='competitors', to='accounts.account')),
                        ('competitor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='registers.competitor')),
                        ('product', models.CharField(blank=True, max_length=160, verbose_name='product or service')),
                        ('incumbent', models.BooleanField(default=False, verbose_name='incumbent')),
                        ('contract_ends_on', models.DateField(blank=True, null=True, verbose_name='contract ends on')),
                        ('share', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='share of wallet')),
                        ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('binned_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'ordering': ['account_id', 'id'],
                        'indexes': [models.Index(fields=['account'], name='presence_by_account')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('share__isnull', True), models.Q(('share__gte', 0), ('share__lte', 100)), _connector='OR'), name='presence_share_percent')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registers_competitorpresenceevent" ("account_id", "at", "binned_at", "by_id", "competitor_id", "contract_ends_on", "evidence", "id", "incumbent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product", "share") VALUES (OLD."account_id", OLD."at", OLD."binned_at", OLD."by_id", OLD."competitor_id", OLD."contract_ends_on", OLD."evidence", OLD."id", OLD."incumbent", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."product", OLD."share"); RETURN NULL;', hash='af905dd69a5b94f7374783a91b75a1751571e6b9', operation='UPDATE', pgid='pgtrigger_changed_update_37957', table='registers_competitorpresence', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registers_competitorpresenceevent" ("account_id", "at", "binned_at", "by_id", "competitor_id", "contract_ends_on", "evidence", "id", "incumbent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product", "share") VALUES (OLD."account_id", OLD."at", OLD."binned_at", OLD."by_id", OLD."competitor_id", OLD."contract_ends_on", OLD."evidence", OLD."id", OLD."incumbent", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."product", OLD."share"); RETURN NULL;', hash='85d010a411b0e716234a68843ad8cf8f23c3dcd3', operation='DELETE', pgid='pgtrigger_deleted_delete_68665', table='registers_competitorpresence', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='CompetitorPresenceEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registers.competitorpresence')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('competitor', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registers.competitor')),
                        ('product', models.CharField(blank=True, max_length=160, verbose_name='product or service')),
                        ('incumbent', models.BooleanField(default=False, verbose_name='incumbent')),
                        ('contract_ends_on', models.DateField(blank=True, null=True, verbose_name='contract ends on')),
                        ('share', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='share of wallet')),
                        ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('binned_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2593dabefd3f81f2917bde2f27d2bf92e0791086', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4121b', table='registers_competitorpresenceevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='SectorNote',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sector_notes', to='accounts.account')),
                        ('kind', models.CharField(choices=[('market', 'Market'), ('trend', 'Trend'), ('competitor', 'Competitor of the customer'), ('news', 'News')], max_length=12, verbose_name='about')),
                        ('on', models.DateField(default=kameo.core.clock.company_today, verbose_name='on')),
                        ('text', models.TextField(verbose_name='note')),
                        ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                        ('tags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='tags')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('binned_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'ordering': ['-on', '-id'],
                        'indexes': [models.Index(fields=['account', '-on'], name='sector_note_by_account'), django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector(kameo.core.text.Fold(models.F('text')), kameo.core.text.Fold(models.F('source')), config='french'), name='sector_note_words')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registers_sectornoteevent" ("account_id", "at", "binned_at", "by_id", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "tags", "text") VALUES (OLD."account_id", OLD."at", OLD."binned_at", OLD."by_id", OLD."id", OLD."kind", OLD."on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."source", OLD."tags", OLD."text"); RETURN NULL;', hash='c102852f64c7d194490975d4f2e914e0788c50d4', operation='UPDATE', pgid='pgtrigger_changed_update_3430f', table='registers_sectornote', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registers_sectornoteevent" ("account_id", "at", "binned_at", "by_id", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "tags", "text") VALUES (OLD."account_id", OLD."at", OLD."binned_at", OLD."by_id", OLD."id", OLD."kind", OLD."on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."source", OLD."tags", OLD."text"); RETURN NULL;', hash='8e1f060ac81aa4ab9d77c59bfc5da9894552b812', operation='DELETE', pgid='pgtrigger_deleted_delete_7538a', table='registers_sectornote', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='SectorNoteEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registers.sectornote')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('kind', models.CharField(choices=[('market', 'Market'), ('trend', 'Trend'), ('competitor', 'Competitor of the customer'), ('news', 'News')], max_length=12, verbose_name='about')),
                        ('on', models.DateField(default=kameo.core.clock.company_today, verbose_name='on')),
                        ('text', models.TextField(verbose_name='note')),
                        ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                        ('tags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='tags')),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('binned_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b5e4883cf5347d75612c96f2202e79eb80d564c0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9d6aa', table='registers_sectornoteevent', when='BEFORE'))],
                    },
                ),
            ],
        ),
        kameo.core.migrating.InstallTriggers(
        ),
    ]
