"""What happened with accounts, and documents."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
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
        ('contacts', '0001_initial'),
        ('decisions', '0001_initial'),
        ('people', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        kameo.core.migrating.CreateTables(
            models=[
                migrations.CreateModel(
                    name='Interaction',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interactions', to='accounts.account')),
                        ('kind', models.CharField(choices=[('note', 'Note'), ('call', 'Call'), ('mail', 'E-mail'), ('meeting', 'Meeting')], default='note', max_length=8, verbose_name='kind')),
                        ('direction', models.CharField(choices=[('out', 'from us'), ('in', 'from the customer'), ('both', 'both')], default='out', max_length=4, verbose_name='direction')),
                        ('at', models.DateTimeField(default=kameo.core.clock.now, verbose_name='when')),
                        ('duration', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='minutes')),
                        ('occasion', models.CharField(blank=True, choices=[('review', 'Executive meeting or business review'), ('survey', 'Answer to a survey'), ('bulk', 'Mass mailing'), ('automatic', 'Automatic reply'), ('bounce', 'Undelivered message')], max_length=10, verbose_name='occasion')),
                        ('thread', models.CharField(blank=True, editable=False, max_length=200)),
                        ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interactions', to=settings.AUTH_USER_MODEL)),
                        ('subject', models.CharField(blank=True, max_length=250, verbose_name='subject')),
                        ('text', models.TextField(blank=True, verbose_name='text')),
                        ('restricted', models.BooleanField(default=False, verbose_name='restricted')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('binned_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('mentions', models.ManyToManyField(blank=True, related_name='mentioned_in', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-at', '-id'],
                        'indexes': [models.Index(fields=['account', '-at', '-id'], name='interaction_by_account'), models.Index(condition=models.Q(('binned_at__isnull', True)), fields=['-at', '-id'], name='interaction_latest'), django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector(kameo.core.text.Fold(models.F('subject')), kameo.core.text.Fold(models.F('text')), config='french'), name='interaction_words')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "interactions_interactionevent" ("account_id", "at", "author_id", "binned_at", "binned_by_id", "changed_at", "created_at", "direction", "duration", "id", "kind", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restricted", "subject", "text", "thread") VALUES (OLD."account_id", OLD."at", OLD."author_id", OLD."binned_at", OLD."binned_by_id", OLD."changed_at", OLD."created_at", OLD."direction", OLD."duration", OLD."id", OLD."kind", OLD."occasion", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."restricted", OLD."subject", OLD."text", OLD."thread"); RETURN NULL;', hash='a20c5843d507c551890f253d63c046b48d237c19', operation='UPDATE', pgid='pgtrigger_changed_update_bdbfd', table='interactions_interaction', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "interactions_interactionevent" ("account_id", "at", "author_id", "binned_at", "binned_by_id", "changed_at", "created_at", "direction", "duration", "id", "kind", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restricted", "subject", "text", "thread") VALUES (OLD."account_id", OLD."at", OLD."author_id", OLD."binned_at", OLD."binned_by_id", OLD."changed_at", OLD."created_at", OLD."direction", OLD."duration", OLD."id", OLD."kind", OLD."occasion", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."restricted", OLD."subject", OLD."text", OLD."thread"); RETURN NULL;', hash='fecd30c8b5233c75a7bc0bf325509a3fbada316a', operation='DELETE', pgid='pgtrigger_deleted_delete_f23e2', table='interactions_interaction', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='InteractionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='interactions.interaction')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('kind', models.CharField(choices=[('note', 'Note'), ('call', 'Call'), ('mail', 'E-mail'), ('meeting', 'Meeting')], default='note', max_length=8, verbose_name='kind')),
                        ('direction', models.CharField(choices=[('out', 'from us'), ('in', 'from the customer'), ('both', 'both')], default='out', max_length=4, verbose_name='direction')),
                        ('at', models.DateTimeField(default=kameo.core.clock.now, verbose_name='when')),
                        ('duration', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='minutes')),
                        ('occasion', models.CharField(blank=True, choices=[('review', 'Executive meeting or business review'), ('survey', 'Answer to a survey'), ('bulk', 'Mass mailing'), ('automatic', 'Automatic reply'), ('bounce', 'Undelivered message')], max_length=10, verbose_name='occasion')),
                        ('thread', models.CharField(blank=True, editable=False, max_length=200)),
                        ('author', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('subject', models.CharField(blank=True, max_length=250, verbose_name='subject')),
                        ('text', models.TextField(blank=True, verbose_name='text')),
                        ('restricted', models.BooleanField(default=False, verbose_name='restricted')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('changed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('binned_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fe24ea73f2644479c780505bacd42d542b775190', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f8482', table='interactions_interactionevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Participant',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('interaction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='interactions.interaction')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='contacts.person')),
                        ('colleague', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='participations', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['id'],
                        'indexes': [models.Index(fields=['person', 'interaction'], name='participant_by_person')],
                        'constraints': [models.UniqueConstraint(fields=('interaction', 'person'), name='participant_person_once'), models.UniqueConstraint(fields=('interaction', 'colleague'), name='participant_colleague_once'), models.CheckConstraint(condition=models.Q(models.Q(('colleague__isnull', True), ('person__isnull', False)), models.Q(('colleague__isnull', False), ('person__isnull', True)), _connector='OR'), name='participant_is_one')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "interactions_participantevent" ("colleague_id", "id", "interaction_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."colleague_id", OLD."id", OLD."interaction_id", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;', hash='58b7773362f766646aa4a21c2db2bd7d29ff5977', operation='UPDATE', pgid='pgtrigger_changed_update_0e48c', table='interactions_participant', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "interactions_participantevent" ("colleague_id", "id", "interaction_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."colleague_id", OLD."id", OLD."interaction_id", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;', hash='3e9f96a88dea11e5590a9550e078ae64ce9661f8', operation='DELETE', pgid='pgtrigger_deleted_delete_dee51', table='interactions_participant', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='ParticipantEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='interactions.participant')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('interaction', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='interactions.interaction')),
                        ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contacts.person')),
                        ('colleague', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='21471c62765cad4f78118b37e4b84584d25fb823', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e9d78', table='interactions_participantevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Document',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='accounts.account')),
                        ('interaction', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='documents', to='interactions.interaction')),
                        ('title', models.CharField(max_length=250, verbose_name='title')),
                        ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='owner')),
                        ('expires_on', models.DateField(blank=True, null=True, verbose_name='expires')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('binned_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-created_at', '-id'],
                        'indexes': [models.Index(fields=['account', '-created_at', '-id'], name='document_by_account'), django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(kameo.core.text.Fold(models.F('title')), name='gin_trgm_ops'), name='document_title_trgm')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "interactions_documentevent" ("account_id", "binned_at", "binned_by_id", "created_at", "expires_on", "id", "interaction_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (OLD."account_id", OLD."binned_at", OLD."binned_by_id", OLD."created_at", OLD."expires_on", OLD."id", OLD."interaction_id", OLD."owner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."title"); RETURN NULL;', hash='a7de696096783bb631b112f4d4580ca5f81c10e0', operation='UPDATE', pgid='pgtrigger_changed_update_326d1', table='interactions_document', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "interactions_documentevent" ("account_id", "binned_at", "binned_by_id", "created_at", "expires_on", "id", "interaction_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (OLD."account_id", OLD."binned_at", OLD."binned_by_id", OLD."created_at", OLD."expires_on", OLD."id", OLD."interaction_id", OLD."owner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."title"); RETURN NULL;', hash='b918dd90664a110d6fae16ff1ba69f985a3b4e57', operation='DELETE', pgid='pgtrigger_deleted_delete_3f003', table='interactions_document', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='DocumentEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='interactions.document')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('interaction', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='interactions.interaction')),
                        ('title', models.CharField(max_length=250, verbose_name='title')),
                        ('owner', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='owner')),
                        ('expires_on', models.DateField(blank=True, null=True, verbose_name='expires')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('binned_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e8e4dc0ebe6cac466bca214d969d05f107e8107e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_08985', table='interactions_documentevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='DocumentVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='interactions.document')),
                        ('number', models.PositiveIntegerField()),
                        ('filename', models.CharField(max_length=250)),
                        ('content_type', models.CharField(max_length=120)),
                        ('size', models.BigIntegerField()),
                        ('sha256', models.CharField(max_length=64)),
                        ('pages', models.PositiveIntegerField(blank=True, null=True)),
                        ('text', models.TextField(blank=True)),
                        ('search', django.contrib.postgres.search.SearchVectorField(null=True)),
                        ('text_state', models.CharField(default='waiting', max_length=10)),
                        ('added_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-number'],
                        'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['search'], name='document_text')],
                        'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='document_version_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Citation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='decisions.evidence')),
                        ('interaction', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='interactions.interaction')),
                        ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='interactions.document')),
                    ],
                    options={
                        'ordering': ['id'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('document__isnull', True), ('interaction__isnull', False)), models.Q(('document__isnull', False), ('interaction__isnull', True)), _connector='OR'), name='citation_of_one')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "interactions_citationevent" ("document_id", "evidence_id", "id", "interaction_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."document_id", OLD."evidence_id", OLD."id", OLD."interaction_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;', hash='cfdb3b06ee631fa0afceee525e8d926caa1afd1d', operation='UPDATE', pgid='pgtrigger_changed_update_2195f', table='interactions_citation', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "interactions_citationevent" ("document_id", "evidence_id", "id", "interaction_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."document_id", OLD."evidence_id", OLD."id", OLD."interaction_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;', hash='0356a9063df4b072cae564afb390325aa8a14ef7', operation='DELETE', pgid='pgtrigger_deleted_delete_d2867', table='interactions_citation', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='CitationEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='interactions.citation')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('evidence', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.evidence')),
                        ('interaction', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='interactions.interaction')),
                        ('document', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='interactions.document')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9007a8ef13a8853c7d8132699d614e0d859c74cd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_11cc7', table='interactions_citationevent', when='BEFORE'))],
                    },
                ),
            ],
        ),
        kameo.core.migrating.InstallTriggers(
        ),
    ]
