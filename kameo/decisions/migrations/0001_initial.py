"""Maps of who decides, circuits, departures, and the lists behind them."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import kameo.core.clock
import kameo.core.migrating
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models
from kameo.decisions.arguments.library import SEEDS as ARGUMENTS
from kameo.decisions.terms.seeds import SEATS, SEEDS



def create_terms(apps, schema_editor):
    """The lists of the decision map, as rows that the company edits."""
    apps.get_model("decisions", "Term").objects.bulk_create(
        apps.get_model("decisions", "Term")(
            list=str(kind), code=code, icon=seed.icon, decides=seed.decides, rank=rank
        )
        for kind, seeds in SEEDS.items()
        for rank, (code, seed) in enumerate(seeds.items(), start=1)
    )


def create_seats(apps, schema_editor):
    """The places of a committee, as rows that the company edits."""
    apps.get_model("decisions", "Seat").objects.bulk_create(
        apps.get_model("decisions", "Seat")(
            code=code, role=seed.role, family=seed.family, stance=seed.stance, influence=seed.influence, rank=rank
        )
        for rank, (code, seed) in enumerate(SEATS.items(), start=1)
    )


def create_arguments(apps, schema_editor):
    """The argument library in the seeds' words: they show translated until somebody rewrites them."""
    model = apps.get_model("decisions", "Argument")
    model.objects.bulk_create(
        model(
            title=seed.title, text=seed.text, proof=seed.proof, role=seed.role, motivation=seed.motivation,
            family=seed.family,
        )
        for seed in ARGUMENTS
    )


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('contacts', '0001_initial'),
        ('people', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        kameo.core.migrating.CreateTables(
            models=[
                migrations.CreateModel(
                    name='Argument',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(max_length=160, verbose_name='argument')),
                        ('text', models.TextField(verbose_name='in words')),
                        ('proof', models.TextField(blank=True, verbose_name='proof')),
                        ('role', models.CharField(blank=True, max_length=40, verbose_name='decision role')),
                        ('motivation', models.CharField(blank=True, max_length=40, verbose_name='motivation')),
                        ('family', models.CharField(blank=True, choices=[('users', 'End users'), ('business', 'Business management'), ('finance', 'Finance'), ('general', 'General management'), ('engineering', 'Engineering'), ('technical', 'Technical prescription'), ('it', 'Information systems'), ('purchasing', 'Purchasing')], max_length=12, verbose_name='function')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('retired_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'ordering': ['title', 'id'],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_argumentevent" ("created_at", "created_by_id", "family", "id", "motivation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "retired_at", "role", "text", "title") VALUES (OLD."created_at", OLD."created_by_id", OLD."family", OLD."id", OLD."motivation", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."proof", OLD."retired_at", OLD."role", OLD."text", OLD."title"); RETURN NULL;', hash='3794867887d1afd9b24fd9986dafd441f6a38233', operation='UPDATE', pgid='pgtrigger_changed_update_47462', table='decisions_argument', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_argumentevent" ("created_at", "created_by_id", "family", "id", "motivation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "retired_at", "role", "text", "title") VALUES (OLD."created_at", OLD."created_by_id", OLD."family", OLD."id", OLD."motivation", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."proof", OLD."retired_at", OLD."role", OLD."text", OLD."title"); RETURN NULL;', hash='022655e8f770ef059299716048ef335353decce2', operation='DELETE', pgid='pgtrigger_deleted_delete_2aaa9', table='decisions_argument', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='ArgumentEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.argument')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('title', models.CharField(max_length=160, verbose_name='argument')),
                        ('text', models.TextField(verbose_name='in words')),
                        ('proof', models.TextField(blank=True, verbose_name='proof')),
                        ('role', models.CharField(blank=True, max_length=40, verbose_name='decision role')),
                        ('motivation', models.CharField(blank=True, max_length=40, verbose_name='motivation')),
                        ('family', models.CharField(blank=True, choices=[('users', 'End users'), ('business', 'Business management'), ('finance', 'Finance'), ('general', 'General management'), ('engineering', 'Engineering'), ('technical', 'Technical prescription'), ('it', 'Information systems'), ('purchasing', 'Purchasing')], max_length=12, verbose_name='function')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('retired_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0f8b72124534c989b9f1441bd18b2679ae624b42', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bac95', table='decisions_argumentevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Introduction',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='introductions', to='contacts.person')),
                        ('through', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='introductions_asked_of', to=settings.AUTH_USER_MODEL)),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='introductions_asked', to=settings.AUTH_USER_MODEL)),
                        ('message', models.TextField(blank=True, verbose_name='message')),
                        ('answer', models.TextField(blank=True, verbose_name='answer')),
                        ('state', models.CharField(choices=[('asked', 'Asked'), ('accepted', 'Accepted'), ('made', 'Made'), ('declined', 'Declined')], default='asked', max_length=10)),
                        ('asked_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('answered_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'ordering': ['-asked_at', '-id'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['asked', 'accepted'])), fields=('person', 'through', 'asked_by'), name='introduction_open_once', violation_error_message='You have asked for this introduction already.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_introductionevent" ("answer", "answered_at", "asked_at", "asked_by_id", "id", "message", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "through_id") VALUES (OLD."answer", OLD."answered_at", OLD."asked_at", OLD."asked_by_id", OLD."id", OLD."message", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."state", OLD."through_id"); RETURN NULL;', hash='de873e309a58a99d955c489c94ddd899120a9238', operation='UPDATE', pgid='pgtrigger_changed_update_da842', table='decisions_introduction', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_introductionevent" ("answer", "answered_at", "asked_at", "asked_by_id", "id", "message", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "through_id") VALUES (OLD."answer", OLD."answered_at", OLD."asked_at", OLD."asked_by_id", OLD."id", OLD."message", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."state", OLD."through_id"); RETURN NULL;', hash='cfd4296c0bbd9b5fcf73ac19a1ab08102302b990', operation='DELETE', pgid='pgtrigger_deleted_delete_eaafb', table='decisions_introduction', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='IntroductionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.introduction')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contacts.person')),
                        ('through', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('message', models.TextField(blank=True, verbose_name='message')),
                        ('answer', models.TextField(blank=True, verbose_name='answer')),
                        ('state', models.CharField(choices=[('asked', 'Asked'), ('accepted', 'Accepted'), ('made', 'Made'), ('declined', 'Declined')], default='asked', max_length=10)),
                        ('asked_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('answered_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e7e36881ae0d112aa71d19b7e43cbbed26c2f7b6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fad4d', table='decisions_introductionevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Departure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='departures', to='accounts.account')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='departures', to='contacts.person')),
                        ('position', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='departures', to='contacts.position')),
                        ('on', models.DateField(verbose_name='from')),
                        ('was', models.JSONField(default=dict)),
                        ('replacement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='replaces', to='contacts.person', verbose_name='replaced by')),
                        ('noted_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('closed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('cancelled_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'ordering': ['-noted_at', '-id'],
                        'indexes': [models.Index(fields=['account', '-noted_at'], name='departure_by_account')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_departureevent" ("account_id", "cancelled_at", "closed_at", "id", "noted_at", "noted_by_id", "on", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "replacement_id", "was") VALUES (OLD."account_id", OLD."cancelled_at", OLD."closed_at", OLD."id", OLD."noted_at", OLD."noted_by_id", OLD."on", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position_id", OLD."replacement_id", OLD."was"); RETURN NULL;', hash='556d6cfc38fbdf05055b4ea0ae9fed73bfb202eb', operation='UPDATE', pgid='pgtrigger_changed_update_86dcc', table='decisions_departure', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_departureevent" ("account_id", "cancelled_at", "closed_at", "id", "noted_at", "noted_by_id", "on", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "replacement_id", "was") VALUES (OLD."account_id", OLD."cancelled_at", OLD."closed_at", OLD."id", OLD."noted_at", OLD."noted_by_id", OLD."on", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position_id", OLD."replacement_id", OLD."was"); RETURN NULL;', hash='1b23677e3c7c9c82d67f330a57aff38a08a20817', operation='DELETE', pgid='pgtrigger_deleted_delete_85b99', table='decisions_departure', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='DepartureEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.departure')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contacts.person')),
                        ('position', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contacts.position')),
                        ('on', models.DateField(verbose_name='from')),
                        ('was', models.JSONField(default=dict)),
                        ('replacement', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contacts.person', verbose_name='replaced by')),
                        ('noted_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('noted_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('closed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('cancelled_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='acfb470f45430d6e49b3379eee5771918f75188c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_aaf1a', table='decisions_departureevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='DepartureTask',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('departure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='decisions.departure')),
                        ('rank', models.PositiveSmallIntegerField(default=0)),
                        ('code', models.CharField(blank=True, max_length=30)),
                        ('text', models.CharField(blank=True, max_length=200, verbose_name='to do')),
                        ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='by')),
                        ('done_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('set_aside', models.CharField(blank=True, max_length=200, verbose_name='why not')),
                    ],
                    options={
                        'ordering': ['rank', 'id'],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_departuretaskevent" ("code", "departure_id", "done_at", "done_by_id", "due_on", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "set_aside", "text") VALUES (OLD."code", OLD."departure_id", OLD."done_at", OLD."done_by_id", OLD."due_on", OLD."id", OLD."owner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rank", OLD."set_aside", OLD."text"); RETURN NULL;', hash='0eaa5f2d3c2ba1d3363acc63e87d1f221e650fb7', operation='UPDATE', pgid='pgtrigger_changed_update_c964c', table='decisions_departuretask', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_departuretaskevent" ("code", "departure_id", "done_at", "done_by_id", "due_on", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "set_aside", "text") VALUES (OLD."code", OLD."departure_id", OLD."done_at", OLD."done_by_id", OLD."due_on", OLD."id", OLD."owner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rank", OLD."set_aside", OLD."text"); RETURN NULL;', hash='80db80f503fc4d0617bd664c916bae234cde4c43', operation='DELETE', pgid='pgtrigger_deleted_delete_1bee2', table='decisions_departuretask', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='DepartureTaskEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.departuretask')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('departure', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.departure')),
                        ('rank', models.PositiveSmallIntegerField(default=0)),
                        ('code', models.CharField(blank=True, max_length=30)),
                        ('text', models.CharField(blank=True, max_length=200, verbose_name='to do')),
                        ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='by')),
                        ('done_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('done_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('set_aside', models.CharField(blank=True, max_length=200, verbose_name='why not')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a1d83a72bacdc64c94cb2607c5e1294bd8242129', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7f02d', table='decisions_departuretaskevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Term',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('list', models.CharField(choices=[('role', 'Decision roles'), ('motivation', 'Motivations'), ('topic', 'Topics')], max_length=12)),
                        ('code', models.SlugField(max_length=40)),
                        ('name', models.CharField(blank=True, max_length=80, verbose_name='name')),
                        ('icon', models.CharField(blank=True, max_length=20)),
                        ('decides', models.BooleanField(default=False, verbose_name='decides')),
                        ('rank', models.PositiveSmallIntegerField(default=0)),
                        ('retired_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'ordering': ['list', 'rank', 'id'],
                        'constraints': [models.UniqueConstraint(fields=('list', 'code'), name='term_once')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_termevent" ("code", "decides", "icon", "id", "list", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "retired_at") VALUES (OLD."code", OLD."decides", OLD."icon", OLD."id", OLD."list", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rank", OLD."retired_at"); RETURN NULL;', hash='f78bb0851faf616a938c337c5e17c34baea38b20', operation='UPDATE', pgid='pgtrigger_changed_update_f5812', table='decisions_term', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_termevent" ("code", "decides", "icon", "id", "list", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "retired_at") VALUES (OLD."code", OLD."decides", OLD."icon", OLD."id", OLD."list", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rank", OLD."retired_at"); RETURN NULL;', hash='cdc44c15e60d20c44892db6b1789e2f14eb3d42c', operation='DELETE', pgid='pgtrigger_deleted_delete_21a42', table='decisions_term', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='TermEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.term')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('list', models.CharField(choices=[('role', 'Decision roles'), ('motivation', 'Motivations'), ('topic', 'Topics')], max_length=12)),
                        ('code', models.SlugField(db_index=False, max_length=40)),
                        ('name', models.CharField(blank=True, max_length=80, verbose_name='name')),
                        ('icon', models.CharField(blank=True, max_length=20)),
                        ('decides', models.BooleanField(default=False, verbose_name='decides')),
                        ('rank', models.PositiveSmallIntegerField(default=0)),
                        ('retired_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d517c8e591d53b964cc78ce5202ea9709cfc3b7a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f05f9', table='decisions_termevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Seat',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(max_length=40, unique=True)),
                        ('name', models.CharField(blank=True, max_length=80, verbose_name='name')),
                        ('role', models.CharField(blank=True, max_length=40, verbose_name='decision role')),
                        ('family', models.CharField(blank=True, choices=[('users', 'End users'), ('business', 'Business management'), ('finance', 'Finance'), ('general', 'General management'), ('engineering', 'Engineering'), ('technical', 'Technical prescription'), ('it', 'Information systems'), ('purchasing', 'Purchasing')], max_length=12, verbose_name='function')),
                        ('stance', models.CharField(blank=True, choices=[('champion', 'Champion'), ('supporter', 'Supporter'), ('neutral', 'Neutral'), ('sceptic', 'Sceptic'), ('opponent', 'Opponent')], max_length=10, verbose_name='position')),
                        ('influence', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='influence')),
                        ('rank', models.PositiveSmallIntegerField(default=0)),
                        ('retired_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'ordering': ['rank', 'id'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('family', ''), ('role', ''), ('stance', ''), _negated=True), name='seat_is_taken_by_something', violation_error_message='Say which role, function or position takes this place.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_seatevent" ("code", "family", "id", "influence", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "retired_at", "role", "stance") VALUES (OLD."code", OLD."family", OLD."id", OLD."influence", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rank", OLD."retired_at", OLD."role", OLD."stance"); RETURN NULL;', hash='c022aaf21da0005be00c7be22a54bffdd74217c9', operation='UPDATE', pgid='pgtrigger_changed_update_55b0d', table='decisions_seat', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_seatevent" ("code", "family", "id", "influence", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "retired_at", "role", "stance") VALUES (OLD."code", OLD."family", OLD."id", OLD."influence", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rank", OLD."retired_at", OLD."role", OLD."stance"); RETURN NULL;', hash='d8444ee6a2f4bcb696733ebe38ad0c1a7f588481', operation='DELETE', pgid='pgtrigger_deleted_delete_788d7', table='decisions_seat', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='SeatEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.seat')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('code', models.SlugField(db_index=False, max_length=40)),
                        ('name', models.CharField(blank=True, max_length=80, verbose_name='name')),
                        ('role', models.CharField(blank=True, max_length=40, verbose_name='decision role')),
                        ('family', models.CharField(blank=True, choices=[('users', 'End users'), ('business', 'Business management'), ('finance', 'Finance'), ('general', 'General management'), ('engineering', 'Engineering'), ('technical', 'Technical prescription'), ('it', 'Information systems'), ('purchasing', 'Purchasing')], max_length=12, verbose_name='function')),
                        ('stance', models.CharField(blank=True, choices=[('champion', 'Champion'), ('supporter', 'Supporter'), ('neutral', 'Neutral'), ('sceptic', 'Sceptic'), ('opponent', 'Opponent')], max_length=10, verbose_name='position')),
                        ('influence', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='influence')),
                        ('rank', models.PositiveSmallIntegerField(default=0)),
                        ('retired_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a140279cd74fc75363d0aa484e7b1aa173315b1b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_44621', table='decisions_seatevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='DecisionMap',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decision_maps', to='accounts.account')),
                        ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                        ('main', models.BooleanField(default=True)),
                        ('expected', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='people expected')),
                        ('budget_opens', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='budget prepared from')),
                        ('budget_closes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='budget closed in')),
                        ('tender', models.TextField(blank=True, verbose_name='tender practice')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'ordering': ['-main', 'name', 'id'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('main', True)), fields=('account',), name='main_map_once'), models.CheckConstraint(condition=models.Q(('main', True), models.Q(('name', ''), _negated=True), _connector='OR'), name='map_has_a_name', violation_error_message='Give the map a name.'), models.CheckConstraint(condition=models.Q(('budget_opens__isnull', True), ('budget_opens__range', (1, 12)), _connector='OR'), name='budget_opens_month'), models.CheckConstraint(condition=models.Q(('budget_closes__isnull', True), ('budget_closes__range', (1, 12)), _connector='OR'), name='budget_closes_month')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_decisionmapevent" ("account_id", "binned_at", "budget_closes", "budget_opens", "created_at", "created_by_id", "expected", "id", "main", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tender") VALUES (OLD."account_id", OLD."binned_at", OLD."budget_closes", OLD."budget_opens", OLD."created_at", OLD."created_by_id", OLD."expected", OLD."id", OLD."main", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."tender"); RETURN NULL;', hash='decc9a92e970fce0626a4914a9b969e6c6524ffc', operation='UPDATE', pgid='pgtrigger_changed_update_c2404', table='decisions_decisionmap', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_decisionmapevent" ("account_id", "binned_at", "budget_closes", "budget_opens", "created_at", "created_by_id", "expected", "id", "main", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tender") VALUES (OLD."account_id", OLD."binned_at", OLD."budget_closes", OLD."budget_opens", OLD."created_at", OLD."created_by_id", OLD."expected", OLD."id", OLD."main", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."tender"); RETURN NULL;', hash='5fbba80bfeb923f9111fd7e878c61329c2156ebc', operation='DELETE', pgid='pgtrigger_deleted_delete_e5cd3', table='decisions_decisionmap', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='DecisionMapEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.decisionmap')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                        ('main', models.BooleanField(default=True)),
                        ('expected', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='people expected')),
                        ('budget_opens', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='budget prepared from')),
                        ('budget_closes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='budget closed in')),
                        ('tender', models.TextField(blank=True, verbose_name='tender practice')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='38cdb4314fd11756d12e6bca00861fb4431f0a0b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_07d19', table='decisions_decisionmapevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Stake',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('map', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stakes', to='decisions.decisionmap')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stakes', to='contacts.person')),
                        ('influence', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='influence')),
                        ('stance', models.CharField(blank=True, choices=[('champion', 'Champion'), ('supporter', 'Supporter'), ('neutral', 'Neutral'), ('sceptic', 'Sceptic'), ('opponent', 'Opponent')], max_length=10, verbose_name='position')),
                        ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None, verbose_name='roles')),
                        ('motivations', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None, verbose_name='motivations')),
                        ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None, verbose_name='topics')),
                        ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='relations', to=settings.AUTH_USER_MODEL, verbose_name='relation held by')),
                        ('level', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Does not know us'), (2, 'Supplier among others'), (3, 'Credible source'), (4, 'Problem solver'), (5, 'Trusted adviser')], null=True, verbose_name='relationship')),
                        ('desired', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Does not know us'), (2, 'Supplier among others'), (3, 'Credible source'), (4, 'Problem solver'), (5, 'Trusted adviser')], null=True, verbose_name='relationship aimed at')),
                        ('note', models.TextField(blank=True, verbose_name='note')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('changed_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('removed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'ordering': ['id'],
                        'indexes': [models.Index(fields=['person'], name='stake_by_person'), django.contrib.postgres.indexes.GinIndex(fields=['roles'], name='stake_roles'), django.contrib.postgres.indexes.GinIndex(fields=['topics'], name='stake_topics')],
                        'constraints': [models.UniqueConstraint(fields=('map', 'person'), name='stake_once'), models.CheckConstraint(condition=models.Q(('influence__isnull', True), ('influence__range', (1, 5)), _connector='OR'), name='influence_of_five')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_stakeevent" ("changed_at", "created_at", "created_by_id", "desired", "id", "influence", "level", "map_id", "motivations", "note", "owner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "roles", "stance", "topics") VALUES (OLD."changed_at", OLD."created_at", OLD."created_by_id", OLD."desired", OLD."id", OLD."influence", OLD."level", OLD."map_id", OLD."motivations", OLD."note", OLD."owner_id", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."removed_at", OLD."roles", OLD."stance", OLD."topics"); RETURN NULL;', hash='c1a29d4d911d3ae64c3ca5f0b792eaf5e02aebe1', operation='UPDATE', pgid='pgtrigger_changed_update_5d53f', table='decisions_stake', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_stakeevent" ("changed_at", "created_at", "created_by_id", "desired", "id", "influence", "level", "map_id", "motivations", "note", "owner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "roles", "stance", "topics") VALUES (OLD."changed_at", OLD."created_at", OLD."created_by_id", OLD."desired", OLD."id", OLD."influence", OLD."level", OLD."map_id", OLD."motivations", OLD."note", OLD."owner_id", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."removed_at", OLD."roles", OLD."stance", OLD."topics"); RETURN NULL;', hash='11f23cb3cdc5c5f250f4b978fb4fa20190c8f41b', operation='DELETE', pgid='pgtrigger_deleted_delete_ad32b', table='decisions_stake', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='StakeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.stake')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('map', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.decisionmap')),
                        ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contacts.person')),
                        ('influence', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='influence')),
                        ('stance', models.CharField(blank=True, choices=[('champion', 'Champion'), ('supporter', 'Supporter'), ('neutral', 'Neutral'), ('sceptic', 'Sceptic'), ('opponent', 'Opponent')], max_length=10, verbose_name='position')),
                        ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None, verbose_name='roles')),
                        ('motivations', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None, verbose_name='motivations')),
                        ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None, verbose_name='topics')),
                        ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='relation held by')),
                        ('level', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Does not know us'), (2, 'Supplier among others'), (3, 'Credible source'), (4, 'Problem solver'), (5, 'Trusted adviser')], null=True, verbose_name='relationship')),
                        ('desired', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Does not know us'), (2, 'Supplier among others'), (3, 'Credible source'), (4, 'Problem solver'), (5, 'Trusted adviser')], null=True, verbose_name='relationship aimed at')),
                        ('note', models.TextField(blank=True, verbose_name='note')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('changed_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('removed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='72f946facd7be8b02df52ee4c8e548b9029ce659', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_38659', table='decisions_stakeevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Evidence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('stake', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='decisions.stake')),
                        ('claim', models.CharField(choices=[('influence', 'Influence'), ('stance', 'Position'), ('role', 'Role'), ('motivation', 'Motivation'), ('topic', 'Topic'), ('level', 'Relationship')], max_length=12, verbose_name='what it supports')),
                        ('value', models.CharField(max_length=40)),
                        ('grade', models.PositiveSmallIntegerField(choices=[(1, 'Their title says so'), (2, 'They said so'), (3, 'They did so'), (4, 'They did so at a cost to them')], verbose_name='worth')),
                        ('sentence', models.TextField(verbose_name='what was seen or heard')),
                        ('on', models.DateField(default=kameo.core.clock.company_today, verbose_name='when')),
                        ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'verbose_name_plural': 'evidence',
                        'ordering': ['-on', '-id'],
                        'indexes': [models.Index(fields=['stake', 'claim', '-on'], name='evidence_by_stake')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('sentence', ''), _negated=True), name='evidence_says_something', violation_error_message='Say what was seen or heard.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_evidenceevent" ("author_id", "claim", "created_at", "grade", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence", "stake_id", "value", "withdrawn_at") VALUES (OLD."author_id", OLD."claim", OLD."created_at", OLD."grade", OLD."id", OLD."on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."sentence", OLD."stake_id", OLD."value", OLD."withdrawn_at"); RETURN NULL;', hash='80b9caa9bd5add4d9d9a3a32b7eb9198d61e0a19', operation='UPDATE', pgid='pgtrigger_changed_update_babcc', table='decisions_evidence', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_evidenceevent" ("author_id", "claim", "created_at", "grade", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence", "stake_id", "value", "withdrawn_at") VALUES (OLD."author_id", OLD."claim", OLD."created_at", OLD."grade", OLD."id", OLD."on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."sentence", OLD."stake_id", OLD."value", OLD."withdrawn_at"); RETURN NULL;', hash='4e966e3062314bbcd885e9d7ff6c4ce8996c6b94', operation='DELETE', pgid='pgtrigger_deleted_delete_dc70c', table='decisions_evidence', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='EvidenceEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.evidence')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('stake', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.stake')),
                        ('claim', models.CharField(choices=[('influence', 'Influence'), ('stance', 'Position'), ('role', 'Role'), ('motivation', 'Motivation'), ('topic', 'Topic'), ('level', 'Relationship')], max_length=12, verbose_name='what it supports')),
                        ('value', models.CharField(max_length=40)),
                        ('grade', models.PositiveSmallIntegerField(choices=[(1, 'Their title says so'), (2, 'They said so'), (3, 'They did so'), (4, 'They did so at a cost to them')], verbose_name='worth')),
                        ('sentence', models.TextField(verbose_name='what was seen or heard')),
                        ('on', models.DateField(default=kameo.core.clock.company_today, verbose_name='when')),
                        ('author', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bc7fd33d35f16c06f22d9186e450519336b185fa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3c669', table='decisions_evidenceevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='InfluenceLink',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('map', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='decisions.decisionmap')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_out', to='decisions.stake')),
                        ('target', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_in', to='decisions.stake')),
                        ('kind', models.CharField(choices=[('influences', 'influences'), ('trusts', 'trusts'), ('conflicts', 'is in conflict with'), ('sponsors', 'sponsors'), ('blocks', 'blocks')], default='influences', max_length=12, verbose_name='kind')),
                        ('label', models.CharField(blank=True, max_length=80, verbose_name='in words')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['id'],
                        'constraints': [models.UniqueConstraint(fields=('source', 'target', 'kind'), name='influence_link_once'), models.CheckConstraint(condition=models.Q(('source', models.F('target')), _negated=True), name='influence_link_of_two')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_influencelinkevent" ("created_at", "created_by_id", "id", "kind", "label", "map_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "target_id") VALUES (OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", OLD."label", OLD."map_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."source_id", OLD."target_id"); RETURN NULL;', hash='74728460b3ea30d227f7d994f94d37e6d90fb6ca', operation='UPDATE', pgid='pgtrigger_changed_update_c83aa', table='decisions_influencelink', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_influencelinkevent" ("created_at", "created_by_id", "id", "kind", "label", "map_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "target_id") VALUES (OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", OLD."label", OLD."map_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."source_id", OLD."target_id"); RETURN NULL;', hash='7003e6f63d54df4509503cda9de1e0004b27f914', operation='DELETE', pgid='pgtrigger_deleted_delete_8b9da', table='decisions_influencelink', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='InfluenceLinkEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.influencelink')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('map', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.decisionmap')),
                        ('source', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.stake')),
                        ('target', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.stake')),
                        ('kind', models.CharField(choices=[('influences', 'influences'), ('trusts', 'trusts'), ('conflicts', 'is in conflict with'), ('sponsors', 'sponsors'), ('blocks', 'blocks')], default='influences', max_length=12, verbose_name='kind')),
                        ('label', models.CharField(blank=True, max_length=80, verbose_name='in words')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7a4fb39cae1e131e2781fb8a82cb81f316a90b6e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0aed4', table='decisions_influencelinkevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Committee',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='committees', to='accounts.account')),
                        ('name', models.CharField(max_length=120, verbose_name='name')),
                        ('kind', models.CharField(choices=[('committee', 'Committee'), ('central', 'Central purchasing body')], default='committee', max_length=10, verbose_name='kind')),
                        ('meets', models.CharField(blank=True, max_length=120, verbose_name='meets')),
                        ('note', models.TextField(blank=True, verbose_name='note')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'ordering': ['name', 'id'],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_committeeevent" ("account_id", "binned_at", "created_at", "created_by_id", "id", "kind", "meets", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."binned_at", OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", OLD."meets", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;', hash='60897c11bb129311d8b4c022e8293f920769e61d', operation='UPDATE', pgid='pgtrigger_changed_update_fa6d5', table='decisions_committee', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_committeeevent" ("account_id", "binned_at", "created_at", "created_by_id", "id", "kind", "meets", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."binned_at", OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", OLD."meets", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;', hash='07f98f06597fe64ae080d4ac0658581e2408b4db', operation='DELETE', pgid='pgtrigger_deleted_delete_fafeb', table='decisions_committee', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='CommitteeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.committee')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('name', models.CharField(max_length=120, verbose_name='name')),
                        ('kind', models.CharField(choices=[('committee', 'Committee'), ('central', 'Central purchasing body')], default='committee', max_length=10, verbose_name='kind')),
                        ('meets', models.CharField(blank=True, max_length=120, verbose_name='meets')),
                        ('note', models.TextField(blank=True, verbose_name='note')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='88753b434b6b920e08da3f0e263bfd79695a4ac5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_56710', table='decisions_committeeevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='CommitteeEntity',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('committee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='serves', to='decisions.committee')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='served_by', to='accounts.account')),
                    ],
                    options={
                        'verbose_name_plural': 'committee entities',
                        'ordering': ['id'],
                        'constraints': [models.UniqueConstraint(fields=('committee', 'account'), name='committee_entity_once')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_committeeentityevent" ("account_id", "committee_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."committee_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;', hash='ea3a5dcf8685cb239b6a41a4fef48b4d7bce9866', operation='UPDATE', pgid='pgtrigger_changed_update_abf09', table='decisions_committeeentity', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_committeeentityevent" ("account_id", "committee_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."committee_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;', hash='5eca326a69b514dfc93163e86d1cca8c2c95f662', operation='DELETE', pgid='pgtrigger_deleted_delete_d268e', table='decisions_committeeentity', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='CommitteeEntityEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.committeeentity')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('committee', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.committee')),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c5663e4c95778154e39c158062f19de62b85ff09', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_89819', table='decisions_committeeentityevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='CommitteeMember',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('committee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='decisions.committee')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='committees', to='contacts.person')),
                        ('part', models.CharField(blank=True, max_length=80, verbose_name='part')),
                    ],
                    options={
                        'ordering': ['id'],
                        'constraints': [models.UniqueConstraint(fields=('committee', 'person'), name='committee_member_once')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_committeememberevent" ("committee_id", "id", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."committee_id", OLD."id", OLD."part", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;', hash='7daa8a857104601bc41f84c947de6c4dc4157794', operation='UPDATE', pgid='pgtrigger_changed_update_f86ea', table='decisions_committeemember', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_committeememberevent" ("committee_id", "id", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."committee_id", OLD."id", OLD."part", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;', hash='68b4dafc88911c26b2a84079e526bcb3799b8c26', operation='DELETE', pgid='pgtrigger_deleted_delete_1375a', table='decisions_committeemember', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='CommitteeMemberEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.committeemember')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('committee', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.committee')),
                        ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contacts.person')),
                        ('part', models.CharField(blank=True, max_length=80, verbose_name='part')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3cc0a2e6cf6871ef4094671f75a3141888cbaafa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1922b', table='decisions_committeememberevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='DecisionStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('map', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='decisions.decisionmap')),
                        ('rank', models.PositiveSmallIntegerField(default=0)),
                        ('name', models.CharField(max_length=120, verbose_name='step')),
                        ('committee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='steps', to='decisions.committee', verbose_name='committee')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='steps', to='contacts.person', verbose_name='who decides')),
                        ('days', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='usual duration, in days')),
                        ('note', models.TextField(blank=True, verbose_name='note')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                    ],
                    options={
                        'ordering': ['rank', 'id'],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "decisions_decisionstepevent" ("committee_id", "created_at", "days", "id", "map_id", "name", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (OLD."committee_id", OLD."created_at", OLD."days", OLD."id", OLD."map_id", OLD."name", OLD."note", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rank"); RETURN NULL;', hash='d756ca737607f4810fb4f60566f657495111eea3', operation='UPDATE', pgid='pgtrigger_changed_update_867d3', table='decisions_decisionstep', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "decisions_decisionstepevent" ("committee_id", "created_at", "days", "id", "map_id", "name", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (OLD."committee_id", OLD."created_at", OLD."days", OLD."id", OLD."map_id", OLD."name", OLD."note", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rank"); RETURN NULL;', hash='43925eb3669dbd359e1b29696f48ac8f5daadde7', operation='DELETE', pgid='pgtrigger_deleted_delete_f4137', table='decisions_decisionstep', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='DecisionStepEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.decisionstep')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('map', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.decisionmap')),
                        ('rank', models.PositiveSmallIntegerField(default=0)),
                        ('name', models.CharField(max_length=120, verbose_name='step')),
                        ('committee', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.committee', verbose_name='committee')),
                        ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='contacts.person', verbose_name='who decides')),
                        ('days', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='usual duration, in days')),
                        ('note', models.TextField(blank=True, verbose_name='note')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='30bb8680ef308694f68ac66070b1b7c17ff0416e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dd0f3', table='decisions_decisionstepevent', when='BEFORE'))],
                    },
                ),
            ],
        ),
        kameo.core.migrating.InstallTriggers(
        ),
        migrations.RunPython(create_terms, migrations.RunPython.noop),
        migrations.RunPython(create_seats, migrations.RunPython.noop),
        migrations.RunPython(create_arguments, migrations.RunPython.noop),
    ]
