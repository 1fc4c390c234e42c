"""Both axes, the 9-box, and decisions about classes."""

import django.core.validators
import django.db.models.deletion
import kameo.core.clock
import kameo.core.migrating
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models
from kameo.qualification.seeds.boxes import SEEDS as BOX_CRITERIA
from kameo.qualification.seeds.criteria import SEEDS as CRITERIA



def create_criteria(apps, schema_editor):
    """The seeds' scorecard, as rows that the company edits."""
    Criterion = apps.get_model("qualification", "Criterion")
    rows = {}
    for position, (key, seed) in enumerate(CRITERIA.items(), start=1):
        rows[key] = Criterion.objects.create(
            key=key, name=seed.name, weight=seed.weight, anchors=list(seed.anchors), steps=list(seed.steps),
            part_of=rows.get(seed.part_of), position=position,
        )


def create_box_criteria(apps, schema_editor):
    """The 9-box's criteria, as rows that the company edits."""
    BoxCriterion = apps.get_model("qualification", "BoxCriterion")
    BoxCriterion.objects.bulk_create(
        BoxCriterion(key=key, axis=seed.axis, name=seed.name, help=seed.help, weight=seed.weight, position=position)
        for position, (key, seed) in enumerate(BOX_CRITERIA.items(), start=1)
    )


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
                    name='BoxCriterion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.SlugField(blank=True, max_length=40)),
                        ('axis', models.CharField(choices=[('attractiveness', 'Attractiveness'), ('position', 'Relative position')], max_length=14, verbose_name='axis')),
                        ('name', models.CharField(max_length=120, verbose_name='name')),
                        ('help', models.CharField(blank=True, max_length=250, verbose_name='what 0 and 5 mean')),
                        ('weight', models.DecimalField(decimal_places=2, default=1, max_digits=6, validators=[django.core.validators.MinValueValidator(0)], verbose_name='weight')),
                        ('position', models.PositiveSmallIntegerField(default=0)),
                        ('retired_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'verbose_name_plural': 'box criteria',
                        'ordering': ['axis', 'position', 'id'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('key', ''), _negated=True), fields=('key',), name='box_criterion_once'), models.CheckConstraint(condition=models.Q(('weight__gte', 0)), name='box_weight_positive')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qualification_boxcriterionevent" ("axis", "help", "id", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_at", "weight") VALUES (OLD."axis", OLD."help", OLD."id", OLD."key", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."retired_at", OLD."weight"); RETURN NULL;', hash='302496a8d1c525251c994ca43182191a4a5d88b2', operation='UPDATE', pgid='pgtrigger_changed_update_11570', table='qualification_boxcriterion', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qualification_boxcriterionevent" ("axis", "help", "id", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_at", "weight") VALUES (OLD."axis", OLD."help", OLD."id", OLD."key", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."retired_at", OLD."weight"); RETURN NULL;', hash='439906e857ba171892dad68241c78dd2d4a85385', operation='DELETE', pgid='pgtrigger_deleted_delete_85966', table='qualification_boxcriterion', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='BoxCriterionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='qualification.boxcriterion')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('key', models.SlugField(blank=True, db_index=False, max_length=40)),
                        ('axis', models.CharField(choices=[('attractiveness', 'Attractiveness'), ('position', 'Relative position')], max_length=14, verbose_name='axis')),
                        ('name', models.CharField(max_length=120, verbose_name='name')),
                        ('help', models.CharField(blank=True, max_length=250, verbose_name='what 0 and 5 mean')),
                        ('weight', models.DecimalField(decimal_places=2, default=1, max_digits=6, validators=[django.core.validators.MinValueValidator(0)], verbose_name='weight')),
                        ('position', models.PositiveSmallIntegerField(default=0)),
                        ('retired_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6ae15999eaec8244a418ced9f5a6a65c12a459af', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cbbee', table='qualification_boxcriterionevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='BoxRating',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='box_ratings', to='accounts.account')),
                        ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='qualification.boxcriterion')),
                        ('score', models.PositiveSmallIntegerField(null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(5)], verbose_name='score')),
                        ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'ordering': ['-at', '-id'],
                        'indexes': [models.Index(fields=['account', 'criterion', 'by', '-at'], name='box_rating_last')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('score__isnull', True), ('score__lte', 5), _connector='OR'), name='box_rating_up_to_five')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qualification_boxratingevent" ("account_id", "at", "by_id", "criterion_id", "evidence", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."criterion_id", OLD."evidence", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."score"); RETURN NULL;', hash='cef738eb73155e1811ddd6c630ee04cb938b9cb5', operation='UPDATE', pgid='pgtrigger_changed_update_c0275', table='qualification_boxrating', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qualification_boxratingevent" ("account_id", "at", "by_id", "criterion_id", "evidence", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."criterion_id", OLD."evidence", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."score"); RETURN NULL;', hash='01597482972089490a35d97d1d6efee17f4f58b2', operation='DELETE', pgid='pgtrigger_deleted_delete_b9791', table='qualification_boxrating', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='BoxRatingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='qualification.boxrating')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('criterion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qualification.boxcriterion')),
                        ('score', models.PositiveSmallIntegerField(null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(5)], verbose_name='score')),
                        ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='68bed0a3808ebb6a3b2fa84e7356fe5a5f2cce5c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_96d22', table='qualification_boxratingevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='BoxCell',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('attractiveness', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(2)])),
                        ('position', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(2)])),
                        ('name', models.CharField(blank=True, max_length=80, verbose_name='name')),
                        ('strategy', models.TextField(blank=True, verbose_name='strategy')),
                        ('service_level', models.TextField(blank=True, verbose_name='service level')),
                    ],
                    options={
                        'ordering': ['-attractiveness', 'position'],
                        'constraints': [models.UniqueConstraint(fields=('attractiveness', 'position'), name='box_cell_once')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qualification_boxcellevent" ("attractiveness", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "service_level", "strategy") VALUES (OLD."attractiveness", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."service_level", OLD."strategy"); RETURN NULL;', hash='b924d570d9d805493723ff993a25580b69744ba9', operation='UPDATE', pgid='pgtrigger_changed_update_c3ae6', table='qualification_boxcell', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qualification_boxcellevent" ("attractiveness", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "service_level", "strategy") VALUES (OLD."attractiveness", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."service_level", OLD."strategy"); RETURN NULL;', hash='15c5f33ab86d8945c67dc43abb4c7f8ec5199d05', operation='DELETE', pgid='pgtrigger_deleted_delete_9f9ed', table='qualification_boxcell', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='BoxCellEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='qualification.boxcell')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('attractiveness', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(2)])),
                        ('position', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(2)])),
                        ('name', models.CharField(blank=True, max_length=80, verbose_name='name')),
                        ('strategy', models.TextField(blank=True, verbose_name='strategy')),
                        ('service_level', models.TextField(blank=True, verbose_name='service level')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='69d377858c1e2378841b6a2ea057de2789ddab35', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c6cc6', table='qualification_boxcellevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='ClassDecision',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='class_decisions', to='accounts.account')),
                        ('kind', models.CharField(choices=[('accepted', 'Accepted'), ('overridden', 'Overridden')], max_length=10, verbose_name='decision')),
                        ('large', models.BooleanField(verbose_name='large account')),
                        ('key', models.BooleanField(verbose_name='key account')),
                        ('computed_large', models.BooleanField(null=True)),
                        ('computed_key', models.BooleanField(null=True)),
                        ('reason', models.TextField(blank=True, verbose_name='reason')),
                        ('decided_on', models.DateField(default=kameo.core.clock.company_today)),
                        ('decided_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('due_on', models.DateField(verbose_name='to be looked at again on')),
                        ('expires_on', models.DateField(blank=True, null=True, verbose_name='expires on')),
                        ('ended_on', models.DateField(blank=True, null=True)),
                        ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('ended_reason', models.TextField(blank=True)),
                    ],
                    options={
                        'ordering': ['-decided_at', '-id'],
                        'indexes': [models.Index(fields=['account', '-decided_at'], name='decision_last')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('account',), name='decision_one_open'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'overridden'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='decision_override_has_reason', violation_error_message='Say why the computed class is set aside.'), models.CheckConstraint(condition=models.Q(('expires_on__gt', models.F('decided_on'))), name='decision_expires_later')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qualification_classdecisionevent" ("account_id", "by_id", "computed_key", "computed_large", "decided_at", "decided_on", "due_on", "ended_by_id", "ended_on", "ended_reason", "expires_on", "id", "key", "kind", "large", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."account_id", OLD."by_id", OLD."computed_key", OLD."computed_large", OLD."decided_at", OLD."decided_on", OLD."due_on", OLD."ended_by_id", OLD."ended_on", OLD."ended_reason", OLD."expires_on", OLD."id", OLD."key", OLD."kind", OLD."large", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason"); RETURN NULL;', hash='d6bdf69734a0e407c47cc532645418b65f313ed8', operation='UPDATE', pgid='pgtrigger_changed_update_a400c', table='qualification_classdecision', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qualification_classdecisionevent" ("account_id", "by_id", "computed_key", "computed_large", "decided_at", "decided_on", "due_on", "ended_by_id", "ended_on", "ended_reason", "expires_on", "id", "key", "kind", "large", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."account_id", OLD."by_id", OLD."computed_key", OLD."computed_large", OLD."decided_at", OLD."decided_on", OLD."due_on", OLD."ended_by_id", OLD."ended_on", OLD."ended_reason", OLD."expires_on", OLD."id", OLD."key", OLD."kind", OLD."large", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason"); RETURN NULL;', hash='1444b24c56d12e86710c9e1c0ab654162c32d1cd', operation='DELETE', pgid='pgtrigger_deleted_delete_e6dbb', table='qualification_classdecision', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='ClassDecisionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='qualification.classdecision')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('kind', models.CharField(choices=[('accepted', 'Accepted'), ('overridden', 'Overridden')], max_length=10, verbose_name='decision')),
                        ('large', models.BooleanField(verbose_name='large account')),
                        ('key', models.BooleanField(verbose_name='key account')),
                        ('computed_large', models.BooleanField(null=True)),
                        ('computed_key', models.BooleanField(null=True)),
                        ('reason', models.TextField(blank=True, verbose_name='reason')),
                        ('decided_on', models.DateField(default=kameo.core.clock.company_today)),
                        ('decided_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('due_on', models.DateField(verbose_name='to be looked at again on')),
                        ('expires_on', models.DateField(blank=True, null=True, verbose_name='expires on')),
                        ('ended_on', models.DateField(blank=True, null=True)),
                        ('ended_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('ended_reason', models.TextField(blank=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='36ab3b0ff2a27bda80f1da31bd30ce76dfebcd01', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1c49a', table='qualification_classdecisionevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Objective',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=160, verbose_name='objective')),
                        ('description', models.TextField(blank=True, verbose_name='description')),
                        ('weight', models.DecimalField(decimal_places=2, default=1, max_digits=6, validators=[django.core.validators.MinValueValidator(0)], verbose_name='weight')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='from')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='to')),
                        ('position', models.PositiveSmallIntegerField(default=0)),
                        ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('removed_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'ordering': ['position', 'id'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('weight__gt', 0)), name='objective_weighs'), models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='objective_ends_after_start')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qualification_objectiveevent" ("created_at", "created_by_id", "description", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "starts_on", "weight") VALUES (OLD."created_at", OLD."created_by_id", OLD."description", OLD."ends_on", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."removed_at", OLD."starts_on", OLD."weight"); RETURN NULL;', hash='9f3fc31cff3743a0f4387082eb602e2c70507b85', operation='UPDATE', pgid='pgtrigger_changed_update_b60ed', table='qualification_objective', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qualification_objectiveevent" ("created_at", "created_by_id", "description", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removed_at", "starts_on", "weight") VALUES (OLD."created_at", OLD."created_by_id", OLD."description", OLD."ends_on", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."removed_at", OLD."starts_on", OLD."weight"); RETURN NULL;', hash='478cee8b878f5dc674719e12bcc238201e12a746', operation='DELETE', pgid='pgtrigger_deleted_delete_dd23d', table='qualification_objective', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='ObjectiveEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='qualification.objective')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=160, verbose_name='objective')),
                        ('description', models.TextField(blank=True, verbose_name='description')),
                        ('weight', models.DecimalField(decimal_places=2, default=1, max_digits=6, validators=[django.core.validators.MinValueValidator(0)], verbose_name='weight')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='from')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='to')),
                        ('position', models.PositiveSmallIntegerField(default=0)),
                        ('created_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('removed_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='103bb45ecbbb971604149123f416147f0d242178', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_df354', table='qualification_objectiveevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Alignment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alignments', to='accounts.account')),
                        ('objective', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alignments', to='qualification.objective')),
                        ('value', models.SmallIntegerField(choices=[(-1, 'Harmful'), (0, 'None'), (1, 'Indirect'), (2, 'Strong')], null=True, verbose_name='alignment')),
                        ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'ordering': ['-at', '-id'],
                        'indexes': [models.Index(fields=['account', 'objective', '-at', '-id'], name='alignment_last')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('value__isnull', True), models.Q(('value__gte', -1), ('value__lte', 2)), _connector='OR'), name='alignment_in_scale')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qualification_alignmentevent" ("account_id", "at", "by_id", "evidence", "id", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."evidence", OLD."id", OLD."objective_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."value"); RETURN NULL;', hash='28694dda418cb6af7240cc0b5b69fc76e4883ebd', operation='UPDATE', pgid='pgtrigger_changed_update_fbd47', table='qualification_alignment', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qualification_alignmentevent" ("account_id", "at", "by_id", "evidence", "id", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."evidence", OLD."id", OLD."objective_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."value"); RETURN NULL;', hash='4a9268f106ec7da245186bc6042f9bef7977e228', operation='DELETE', pgid='pgtrigger_deleted_delete_2e103', table='qualification_alignment', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='AlignmentEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='qualification.alignment')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('objective', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qualification.objective')),
                        ('value', models.SmallIntegerField(choices=[(-1, 'Harmful'), (0, 'None'), (1, 'Indirect'), (2, 'Strong')], null=True, verbose_name='alignment')),
                        ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b053f3485dbee6660fc2a8a74b2c09febc9fb260', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4fc9c', table='qualification_alignmentevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Criterion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.SlugField(blank=True, max_length=40)),
                        ('name', models.CharField(max_length=120, verbose_name='name')),
                        ('part_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='qualification.criterion')),
                        ('weight', models.DecimalField(decimal_places=2, max_digits=6, validators=[django.core.validators.MinValueValidator(0)], verbose_name='weight')),
                        ('anchors', models.JSONField(blank=True, default=list, verbose_name='anchors')),
                        ('steps', models.JSONField(blank=True, default=list, verbose_name='steps')),
                        ('position', models.PositiveSmallIntegerField(default=0)),
                        ('retired_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'verbose_name_plural': 'criteria',
                        'ordering': ['position', 'id'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('key', ''), _negated=True), fields=('key',), name='criterion_once'), models.CheckConstraint(condition=models.Q(('weight__gte', 0)), name='criterion_weight_positive')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qualification_criterionevent" ("anchors", "id", "key", "name", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_at", "steps", "weight") VALUES (OLD."anchors", OLD."id", OLD."key", OLD."name", OLD."part_of_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."retired_at", OLD."steps", OLD."weight"); RETURN NULL;', hash='eeb8948887b4a6526f3af624bb5d3ed7b585bc99', operation='UPDATE', pgid='pgtrigger_changed_update_93cc8', table='qualification_criterion', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qualification_criterionevent" ("anchors", "id", "key", "name", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_at", "steps", "weight") VALUES (OLD."anchors", OLD."id", OLD."key", OLD."name", OLD."part_of_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."retired_at", OLD."steps", OLD."weight"); RETURN NULL;', hash='91f76209a4aaec04f868e34bf0dcd5d2ea9a9dee', operation='DELETE', pgid='pgtrigger_deleted_delete_a942d', table='qualification_criterion', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='CriterionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='qualification.criterion')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('key', models.SlugField(blank=True, db_index=False, max_length=40)),
                        ('name', models.CharField(max_length=120, verbose_name='name')),
                        ('part_of', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qualification.criterion')),
                        ('weight', models.DecimalField(decimal_places=2, max_digits=6, validators=[django.core.validators.MinValueValidator(0)], verbose_name='weight')),
                        ('anchors', models.JSONField(blank=True, default=list, verbose_name='anchors')),
                        ('steps', models.JSONField(blank=True, default=list, verbose_name='steps')),
                        ('position', models.PositiveSmallIntegerField(default=0)),
                        ('retired_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='56b9c3f291dfec41dfdc8457120c516f6db257be', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ce681', table='qualification_criterionevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='CriterionRating',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='criterion_ratings', to='accounts.account')),
                        ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='qualification.criterion')),
                        ('score', models.PositiveSmallIntegerField(null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(5)], verbose_name='score')),
                        ('proposed', models.PositiveSmallIntegerField(null=True)),
                        ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'ordering': ['-at', '-id'],
                        'indexes': [models.Index(fields=['account', 'criterion', '-at', '-id'], name='criterion_rating_last')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('score__isnull', True), ('score__lte', 5), _connector='OR'), name='rating_up_to_five')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "qualification_criterionratingevent" ("account_id", "at", "by_id", "criterion_id", "evidence", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "score") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."criterion_id", OLD."evidence", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."proposed", OLD."score"); RETURN NULL;', hash='b437bc3dfaf53326f1bab757e5ddfec651a2c5ea', operation='UPDATE', pgid='pgtrigger_changed_update_10db6', table='qualification_criterionrating', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "qualification_criterionratingevent" ("account_id", "at", "by_id", "criterion_id", "evidence", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "score") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."criterion_id", OLD."evidence", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."proposed", OLD."score"); RETURN NULL;', hash='1c60215c53e62d01cd1bee8809f2a79926367923', operation='DELETE', pgid='pgtrigger_deleted_delete_cabde', table='qualification_criterionrating', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='CriterionRatingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='qualification.criterionrating')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('criterion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='qualification.criterion')),
                        ('score', models.PositiveSmallIntegerField(null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(5)], verbose_name='score')),
                        ('proposed', models.PositiveSmallIntegerField(null=True)),
                        ('evidence', models.TextField(blank=True, verbose_name='evidence')),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1195247141fc55a0d1c3a99262664e36fdc88909', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ffebd', table='qualification_criterionratingevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='ClassSnapshot',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='class_snapshots', to='accounts.account')),
                        ('day', models.DateField()),
                        ('account_class', models.CharField(choices=[('large_key', 'Large and key account'), ('key', 'Key account'), ('large', 'Large account'), ('standard', 'Standard account')], max_length=10)),
                        ('large', models.BooleanField(null=True)),
                        ('key', models.BooleanField(null=True)),
                        ('scorecard', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                        ('alignment', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                        ('source', models.CharField(default='computed', max_length=10)),
                        ('inputs', models.JSONField(default=dict)),
                    ],
                    options={
                        'ordering': ['-day'],
                        'constraints': [models.UniqueConstraint(fields=('account', 'day'), name='class_snapshot_once')],
                    },
                ),
            ],
        ),
        kameo.core.migrating.InstallTriggers(
        ),
        migrations.RunPython(create_criteria, migrations.RunPython.noop),
        migrations.RunPython(create_box_criteria, migrations.RunPython.noop),
    ]
