"""Extensions and the folding of text; who works here: users, roles, teams, absences, keys to the API."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import kameo.core.clock
import kameo.core.migrating
import kameo.core.text
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models
from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension, UnaccentExtension
from kameo.people.seeds.roles import DEFAULTS


# Extensions and the one folding of text that sorting, searching and matching share. They are core's, whose tables point
# at users: so they stand here, in the first migration of all.
FOLD = r"""
create or replace function kameo_fold(value text) returns text
language sql immutable parallel safe strict as
$$ select btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, value)), '\s+', ' ', 'g')) $$;
"""


def create_roles(apps, schema_editor):
    """The default roles, as rows that an administrator edits."""
    Role = apps.get_model("people", "Role")
    for order, (key, (name, rights, strategic, large)) in enumerate(DEFAULTS.items(), start=1):
        Role.objects.create(
            key=key, name=name, rights=[str(right) for right in rights], strategic_cap=strategic,
            large_cap=large, order=order,
        )


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        BtreeGinExtension(),
        migrations.RunSQL(FOLD),
        kameo.core.migrating.CreateTables(
            models=[
                migrations.CreateModel(
                    name='Role',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.SlugField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=80, verbose_name='name')),
                        ('rights', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('strategic_cap', models.PositiveSmallIntegerField(blank=True, help_text='R100: a KAM serves 1 to 3, never more.', null=True, verbose_name='most key accounts')),
                        ('large_cap', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='most large accounts')),
                        ('order', models.PositiveSmallIntegerField(default=100)),
                    ],
                    options={
                        'ordering': ['order', 'name'],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "people_roleevent" ("id", "key", "large_cap", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rights", "strategic_cap") VALUES (OLD."id", OLD."key", OLD."large_cap", OLD."name", OLD."order", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rights", OLD."strategic_cap"); RETURN NULL;', hash='aefe809347417b5bf0a47d6be6bde7c1d1f00988', operation='UPDATE', pgid='pgtrigger_changed_update_c705f', table='people_role', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_roleevent" ("id", "key", "large_cap", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rights", "strategic_cap") VALUES (OLD."id", OLD."key", OLD."large_cap", OLD."name", OLD."order", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rights", OLD."strategic_cap"); RETURN NULL;', hash='6d90b630df64ddfb166a1898d9dd5cccfe9b80dd', operation='DELETE', pgid='pgtrigger_deleted_delete_41c3c', table='people_role', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='RoleEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='people.role')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('key', models.SlugField(db_index=False, max_length=40)),
                        ('name', models.CharField(max_length=80, verbose_name='name')),
                        ('rights', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None)),
                        ('strategic_cap', models.PositiveSmallIntegerField(blank=True, help_text='R100: a KAM serves 1 to 3, never more.', null=True, verbose_name='most key accounts')),
                        ('large_cap', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='most large accounts')),
                        ('order', models.PositiveSmallIntegerField(default=100)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='888f0da3802acd5415e426a9047cbff65db3c85b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_262a7', table='people_roleevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='User',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mail address')),
                        ('first_name', models.CharField(blank=True, max_length=80, verbose_name='first name')),
                        ('last_name', models.CharField(blank=True, max_length=80, verbose_name='last name')),
                        ('sort_name', models.GeneratedField(db_persist=True, expression=kameo.core.text.Fold(django.db.models.functions.text.Concat(models.F('last_name'), models.Value(' '), models.F('first_name'))), output_field=models.TextField())),
                        ('title', models.CharField(blank=True, max_length=120, verbose_name='job title')),
                        ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                        ('role', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='users', to='people.role', verbose_name='role')),
                        ('language', models.CharField(blank=True, choices=[('fr', 'French'), ('en', 'English')], max_length=5, verbose_name='language')),
                        ('time_zone', models.CharField(blank=True, max_length=60, verbose_name='time zone')),
                        ('theme', models.CharField(choices=[('system', 'System'), ('light', 'Light'), ('dark', 'Dark')], default='system', max_length=6, verbose_name='theme')),
                        ('choices', models.JSONField(blank=True, db_default={}, default=dict)),
                        ('is_active', models.BooleanField(default=True, verbose_name='active')),
                        ('invited_at', models.DateTimeField(blank=True, null=True)),
                        ('invited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('deactivated_at', models.DateTimeField(blank=True, null=True)),
                        ('deactivated_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('last_seen_at', models.DateTimeField(blank=True, null=True)),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                    ],
                    options={
                        'ordering': ['sort_name', 'id'],
                        'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='user_email_any_case', violation_error_message='Somebody has this e-mail address already.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."deactivated_at" IS DISTINCT FROM (NEW."deactivated_at") OR OLD."deactivated_by_id" IS DISTINCT FROM (NEW."deactivated_by_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invited_at" IS DISTINCT FROM (NEW."invited_at") OR OLD."invited_by_id" IS DISTINCT FROM (NEW."invited_by_id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."role_id" IS DISTINCT FROM (NEW."role_id") OR OLD."theme" IS DISTINCT FROM (NEW."theme") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone") OR OLD."title" IS DISTINCT FROM (NEW."title"))', func='INSERT INTO "people_userevent" ("created_at", "deactivated_at", "deactivated_by_id", "email", "first_name", "id", "invited_at", "invited_by_id", "is_active", "language", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "role_id", "theme", "time_zone", "title") VALUES (OLD."created_at", OLD."deactivated_at", OLD."deactivated_by_id", OLD."email", OLD."first_name", OLD."id", OLD."invited_at", OLD."invited_by_id", OLD."is_active", OLD."language", OLD."last_name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."phone", OLD."role_id", OLD."theme", OLD."time_zone", OLD."title"); RETURN NULL;', hash='7ffe0f5a68c5a16db7f3d5f7ab8b44830236620a', operation='UPDATE', pgid='pgtrigger_changed_update_76e2d', table='people_user', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_userevent" ("created_at", "deactivated_at", "deactivated_by_id", "email", "first_name", "id", "invited_at", "invited_by_id", "is_active", "language", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "role_id", "theme", "time_zone", "title") VALUES (OLD."created_at", OLD."deactivated_at", OLD."deactivated_by_id", OLD."email", OLD."first_name", OLD."id", OLD."invited_at", OLD."invited_by_id", OLD."is_active", OLD."language", OLD."last_name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."phone", OLD."role_id", OLD."theme", OLD."time_zone", OLD."title"); RETURN NULL;', hash='fce783bd7037315794473ade8eec6543661f47a4', operation='DELETE', pgid='pgtrigger_deleted_delete_55849', table='people_user', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='UserEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL)),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                        ('first_name', models.CharField(blank=True, max_length=80, verbose_name='first name')),
                        ('last_name', models.CharField(blank=True, max_length=80, verbose_name='last name')),
                        ('title', models.CharField(blank=True, max_length=120, verbose_name='job title')),
                        ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                        ('role', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.role', verbose_name='role')),
                        ('language', models.CharField(blank=True, choices=[('fr', 'French'), ('en', 'English')], max_length=5, verbose_name='language')),
                        ('time_zone', models.CharField(blank=True, max_length=60, verbose_name='time zone')),
                        ('theme', models.CharField(choices=[('system', 'System'), ('light', 'Light'), ('dark', 'Dark')], default='system', max_length=6, verbose_name='theme')),
                        ('is_active', models.BooleanField(default=True, verbose_name='active')),
                        ('invited_at', models.DateTimeField(blank=True, null=True)),
                        ('invited_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('deactivated_at', models.DateTimeField(blank=True, null=True)),
                        ('deactivated_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='58c9797304ded816d5f5d9c12355ee086d62bf08', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f5bab', table='people_userevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Team',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=80, unique=True, verbose_name='name')),
                        ('members', models.ManyToManyField(blank=True, related_name='teams', to=settings.AUTH_USER_MODEL, verbose_name='members')),
                    ],
                    options={
                        'ordering': ['name'],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "people_teamevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;', hash='d867610f482b35022517e1c198be2a150aa12f70', operation='UPDATE', pgid='pgtrigger_changed_update_cbc00', table='people_team', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_teamevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;', hash='1970169baf990dbd12527f1f238a27ca9f6837ce', operation='DELETE', pgid='pgtrigger_deleted_delete_cbd9c', table='people_team', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='TeamEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='people.team')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=80, verbose_name='name')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d584f7dd51a72bf3b8072c699c448b47fcea1905', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_446db', table='people_teamevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Absence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to=settings.AUTH_USER_MODEL)),
                        ('cover', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='covers', to=settings.AUTH_USER_MODEL, verbose_name='covered by')),
                        ('starts_on', models.DateField(verbose_name='from')),
                        ('ends_on', models.DateField(verbose_name='to')),
                        ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                        ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-starts_on'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='absence_ends_after_start', violation_error_message='The last day is on or after the first.'), models.CheckConstraint(condition=models.Q(('user', models.F('cover')), _negated=True), name='absence_cover_is_another', violation_error_message='Choose somebody else to stand in.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "people_absenceevent" ("cover_id", "created_by_id", "ends_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."cover_id", OLD."created_by_id", OLD."ends_on", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;', hash='f82af0426495e0c69cf241339cc6b181dd2d4d72', operation='UPDATE', pgid='pgtrigger_changed_update_638b9', table='people_absence', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_absenceevent" ("cover_id", "created_by_id", "ends_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "user_id") VALUES (OLD."cover_id", OLD."created_by_id", OLD."ends_on", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."starts_on", OLD."user_id"); RETURN NULL;', hash='27c469962e7fb37bf55e4d3aec346a6933b77746', operation='DELETE', pgid='pgtrigger_deleted_delete_db7d5', table='people_absence', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='AbsenceEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='people.absence')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('cover', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='covered by')),
                        ('starts_on', models.DateField(verbose_name='from')),
                        ('ends_on', models.DateField(verbose_name='to')),
                        ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                        ('created_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='846062b09acad1f66dd8c75e8f3efb49234e1729', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3160d', table='people_absenceevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='ApiToken',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='api_tokens', to=settings.AUTH_USER_MODEL)),
                        ('name', models.CharField(max_length=80, verbose_name='name')),
                        ('prefix', models.CharField(max_length=12)),
                        ('digest', models.CharField(max_length=64, unique=True)),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('last_used_at', models.DateTimeField(blank=True, null=True)),
                        ('expires_at', models.DateTimeField(blank=True, null=True)),
                        ('revoked_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'ordering': ['-created_at'],
                    },
                ),
            ],
        ),
        kameo.core.migrating.InstallTriggers(
        ),
        migrations.RunPython(create_roles, migrations.RunPython.noop),
    ]
