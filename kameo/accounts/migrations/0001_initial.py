"""The tree of accounts, their names, their team, and what is stored beside them."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import kameo.core.clock
import kameo.core.migrating
import kameo.core.text
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


# `lineage`, `reach` and `hidden` of an account, kept by the database whoever writes; a cycle is refused.
LINEAGE = """
create or replace function accounts_place() returns trigger language plpgsql as $$
declare above accounts_account%rowtype;
begin
    if new.parent_id is null then
        new.lineage := array[new.id];
        new.reach := array[new.id];
        new.hidden := new.confidential;
        return new;
    end if;
    select * into above from accounts_account where id = new.parent_id;
    if new.id = any(above.lineage) then
        raise exception 'account % cannot belong to %, which hangs below it', new.id, new.parent_id
            using errcode = 'check_violation', constraint = 'account_no_cycle';
    end if;
    new.lineage := above.lineage || new.id;
    new.reach := case when new.confidential then array[new.id] else above.reach || new.id end;
    new.hidden := new.confidential or above.hidden;
    return new;
end $$;

create trigger account_placed_on_insert before insert on accounts_account
    for each row execute function accounts_place();
create trigger account_placed_on_update before update of parent_id, confidential on accounts_account
    for each row execute function accounts_place();

create or replace function accounts_place_below() returns trigger language plpgsql as $$
begin
    update accounts_account set parent_id = parent_id where parent_id = new.id;
    return null;
end $$;

create trigger account_below_follows after update of parent_id, confidential on accounts_account
    for each row when (old.lineage is distinct from new.lineage or old.reach is distinct from new.reach
                       or old.hidden is distinct from new.hidden)
    execute function accounts_place_below();
"""

# Every account that hangs somewhere has a placement saying so, whoever writes (R28): bulk imports included.
PLACEMENTS = """
create or replace function accounts_remember_place() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into accounts_placement (account_id, parent_id, reason, note, by_id, at)
        values (new.id, new.parent_id, 'creation', '', new.created_by_id, now());
        return null;
    end if;
    -- The verb that moves writes placements first. Whoever only changes the parent corrects it: the open
    -- placement was wrong all along.
    if exists (select from accounts_placement where account_id = new.id
               and parent_id is not distinct from new.parent_id)
       or (new.parent_id is null and not exists (
               select from accounts_placement where account_id = new.id and ends_on is null)) then
        return null;
    end if;
    update accounts_placement set parent_id = new.parent_id, reason = 'correction', at = now()
    where account_id = new.id and ends_on is null;
    if not found then
        insert into accounts_placement (account_id, parent_id, starts_on, reason, note, at)
        values (new.id, new.parent_id,
                (select max(ends_on) from accounts_placement where account_id = new.id),
                'correction', '', now());
    end if;
    return null;
end $$;

create trigger account_place_remembered_on_insert after insert on accounts_account
    for each row when (new.parent_id is not null) execute function accounts_remember_place();
create trigger account_place_remembered_on_update after update of parent_id on accounts_account
    for each row when (old.parent_id is distinct from new.parent_id) execute function accounts_remember_place();

"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('people', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        kameo.core.migrating.CreateTables(
            models=[
                migrations.CreateModel(
                    name='Account',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=250, verbose_name='name')),
                        ('sort_name', models.GeneratedField(db_persist=True, expression=kameo.core.text.Fold(models.F('name')), output_field=models.TextField())),
                        ('legal_name', models.CharField(blank=True, max_length=250, verbose_name='legal name')),
                        ('kind', models.CharField(choices=[('group', 'Group'), ('company', 'Company'), ('division', 'Division'), ('site', 'Site')], default='company', max_length=10, verbose_name='kind')),
                        ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='accounts.account', verbose_name='belongs to')),
                        ('lineage', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None)),
                        ('reach', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None)),
                        ('confidential', models.BooleanField(default=False, help_text='Only its named members and directors see it, and what hangs below it.', verbose_name='confidential')),
                        ('hidden', models.BooleanField(default=False, editable=False)),
                        ('status', models.CharField(choices=[('prospect', 'Prospect'), ('active', 'Active'), ('dormant', 'Dormant'), ('lost', 'Lost')], default='prospect', max_length=10, verbose_name='status')),
                        ('status_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('status_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('sector', models.CharField(blank=True, max_length=160, verbose_name='sector')),
                        ('naf', models.CharField(blank=True, max_length=6, validators=[django.core.validators.RegexValidator('^\\d{2}\\.?\\d{2}[A-Z]$', 'A NAF code reads like 47.11F.')], verbose_name='NAF code')),
                        ('headcount', models.PositiveIntegerField(blank=True, null=True, verbose_name='headcount')),
                        ('site_count', models.PositiveIntegerField(blank=True, help_text='How many sites it has, where they are not all here as accounts (R5).', null=True, verbose_name='number of sites')),
                        ('own_revenue', models.DecimalField(blank=True, decimal_places=2, help_text='What the customer itself turns over in a year.', max_digits=18, null=True, verbose_name='own revenue')),
                        ('own_revenue_currency', models.CharField(blank=True, max_length=3, verbose_name='currency')),
                        ('potential', models.DecimalField(blank=True, decimal_places=2, help_text='What we could invoice in a year, in the reporting currency (R4).', max_digits=18, null=True, verbose_name='potential')),
                        ('orientation', models.CharField(blank=True, choices=[('business', 'Brings business'), ('strategy', 'Serves our strategy')], db_default='', default='', help_text='What the relationship is for first: it chooses the default cadence and goals.', max_length=8, verbose_name='orientation')),
                        ('cadence_days', models.PositiveSmallIntegerField(blank=True, help_text="Longest time between two contacts, in days; the orientation's when empty.", null=True, verbose_name='cadence')),
                        ('watched', models.BooleanField(db_default=False, default=False, help_text='Small today, with a strategic potential to follow (R16).', verbose_name='on the watch-list')),
                        ('country', models.CharField(blank=True, max_length=2, verbose_name='country')),
                        ('website', models.URLField(blank=True, max_length=300, verbose_name='website')),
                        ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                        ('description', models.TextField(blank=True, verbose_name='description')),
                        ('tags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='tags')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('changed_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='accounts.account')),
                        ('binned_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['sort_name', 'id'],
                        'indexes': [models.Index(fields=['sort_name', 'id'], name='account_by_name'), django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('sort_name', name='gin_trgm_ops'), name='account_name_trgm'), django.contrib.postgres.indexes.GinIndex(fields=['lineage'], name='account_lineage'), django.contrib.postgres.indexes.GinIndex(fields=['reach'], name='account_reach'), django.contrib.postgres.indexes.GinIndex(fields=['tags'], name='account_tags'), models.Index(fields=['status', 'sort_name'], name='account_by_status'), models.Index(condition=models.Q(('potential__isnull', False)), fields=['potential'], name='account_by_potential'), models.Index(condition=models.Q(('binned_at__isnull', False)), fields=['binned_at'], name='account_in_bin'), models.Index(condition=models.Q(('binned_at__isnull', True)), fields=['id'], name='account_present')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('parent', models.F('id')), _negated=True), name='account_not_its_own_parent', violation_error_message='An account cannot belong to itself.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='account_has_a_name', violation_error_message='Give it a name.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."binned_at" IS DISTINCT FROM (NEW."binned_at") OR OLD."binned_by_id" IS DISTINCT FROM (NEW."binned_by_id") OR OLD."cadence_days" IS DISTINCT FROM (NEW."cadence_days") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."confidential" IS DISTINCT FROM (NEW."confidential") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."headcount" IS DISTINCT FROM (NEW."headcount") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."legal_name" IS DISTINCT FROM (NEW."legal_name") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."naf" IS DISTINCT FROM (NEW."naf") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."orientation" IS DISTINCT FROM (NEW."orientation") OR OLD."own_revenue" IS DISTINCT FROM (NEW."own_revenue") OR OLD."own_revenue_currency" IS DISTINCT FROM (NEW."own_revenue_currency") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."potential" IS DISTINCT FROM (NEW."potential") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."site_count" IS DISTINCT FROM (NEW."site_count") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."status_at" IS DISTINCT FROM (NEW."status_at") OR OLD."status_by_id" IS DISTINCT FROM (NEW."status_by_id") OR OLD."tags" IS DISTINCT FROM (NEW."tags") OR OLD."watched" IS DISTINCT FROM (NEW."watched") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='INSERT INTO "accounts_accountevent" ("binned_at", "binned_by_id", "cadence_days", "changed_at", "confidential", "country", "created_at", "created_by_id", "description", "headcount", "id", "kind", "legal_name", "merged_into_id", "naf", "name", "orientation", "own_revenue", "own_revenue_currency", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "potential", "sector", "site_count", "status", "status_at", "status_by_id", "tags", "watched", "website") VALUES (OLD."binned_at", OLD."binned_by_id", OLD."cadence_days", OLD."changed_at", OLD."confidential", OLD."country", OLD."created_at", OLD."created_by_id", OLD."description", OLD."headcount", OLD."id", OLD."kind", OLD."legal_name", OLD."merged_into_id", OLD."naf", OLD."name", OLD."orientation", OLD."own_revenue", OLD."own_revenue_currency", OLD."parent_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."phone", OLD."potential", OLD."sector", OLD."site_count", OLD."status", OLD."status_at", OLD."status_by_id", OLD."tags", OLD."watched", OLD."website"); RETURN NULL;', hash='158501e5e3d5a4e02a29e6faa42ef778c359c3f4', operation='UPDATE', pgid='pgtrigger_changed_update_dfb00', table='accounts_account', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_accountevent" ("binned_at", "binned_by_id", "cadence_days", "changed_at", "confidential", "country", "created_at", "created_by_id", "description", "headcount", "id", "kind", "legal_name", "merged_into_id", "naf", "name", "orientation", "own_revenue", "own_revenue_currency", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "potential", "sector", "site_count", "status", "status_at", "status_by_id", "tags", "watched", "website") VALUES (OLD."binned_at", OLD."binned_by_id", OLD."cadence_days", OLD."changed_at", OLD."confidential", OLD."country", OLD."created_at", OLD."created_by_id", OLD."description", OLD."headcount", OLD."id", OLD."kind", OLD."legal_name", OLD."merged_into_id", OLD."naf", OLD."name", OLD."orientation", OLD."own_revenue", OLD."own_revenue_currency", OLD."parent_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."phone", OLD."potential", OLD."sector", OLD."site_count", OLD."status", OLD."status_at", OLD."status_by_id", OLD."tags", OLD."watched", OLD."website"); RETURN NULL;', hash='8c78b0af62be128e9df4828ecfd98ce48e06d99b', operation='DELETE', pgid='pgtrigger_deleted_delete_9a72e', table='accounts_account', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='AccountEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.account')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=250, verbose_name='name')),
                        ('legal_name', models.CharField(blank=True, max_length=250, verbose_name='legal name')),
                        ('kind', models.CharField(choices=[('group', 'Group'), ('company', 'Company'), ('division', 'Division'), ('site', 'Site')], default='company', max_length=10, verbose_name='kind')),
                        ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account', verbose_name='belongs to')),
                        ('confidential', models.BooleanField(default=False, help_text='Only its named members and directors see it, and what hangs below it.', verbose_name='confidential')),
                        ('status', models.CharField(choices=[('prospect', 'Prospect'), ('active', 'Active'), ('dormant', 'Dormant'), ('lost', 'Lost')], default='prospect', max_length=10, verbose_name='status')),
                        ('status_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('status_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('sector', models.CharField(blank=True, max_length=160, verbose_name='sector')),
                        ('naf', models.CharField(blank=True, max_length=6, validators=[django.core.validators.RegexValidator('^\\d{2}\\.?\\d{2}[A-Z]$', 'A NAF code reads like 47.11F.')], verbose_name='NAF code')),
                        ('headcount', models.PositiveIntegerField(blank=True, null=True, verbose_name='headcount')),
                        ('site_count', models.PositiveIntegerField(blank=True, help_text='How many sites it has, where they are not all here as accounts (R5).', null=True, verbose_name='number of sites')),
                        ('own_revenue', models.DecimalField(blank=True, decimal_places=2, help_text='What the customer itself turns over in a year.', max_digits=18, null=True, verbose_name='own revenue')),
                        ('own_revenue_currency', models.CharField(blank=True, max_length=3, verbose_name='currency')),
                        ('potential', models.DecimalField(blank=True, decimal_places=2, help_text='What we could invoice in a year, in the reporting currency (R4).', max_digits=18, null=True, verbose_name='potential')),
                        ('orientation', models.CharField(blank=True, choices=[('business', 'Brings business'), ('strategy', 'Serves our strategy')], db_default='', default='', help_text='What the relationship is for first: it chooses the default cadence and goals.', max_length=8, verbose_name='orientation')),
                        ('cadence_days', models.PositiveSmallIntegerField(blank=True, help_text="Longest time between two contacts, in days; the orientation's when empty.", null=True, verbose_name='cadence')),
                        ('watched', models.BooleanField(db_default=False, default=False, help_text='Small today, with a strategic potential to follow (R16).', verbose_name='on the watch-list')),
                        ('country', models.CharField(blank=True, max_length=2, verbose_name='country')),
                        ('website', models.URLField(blank=True, max_length=300, verbose_name='website')),
                        ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                        ('description', models.TextField(blank=True, verbose_name='description')),
                        ('tags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='tags')),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('created_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('changed_at', models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                        ('binned_at', models.DateTimeField(blank=True, editable=False, null=True)),
                        ('merged_into', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('binned_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b2fcc0ac097507fbc8f168c4af9b0fbdec311f8f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a5014', table='accounts_accountevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='SavedView',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=120, verbose_name='name')),
                        ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_views', to=settings.AUTH_USER_MODEL)),
                        ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.team', verbose_name='shared with')),
                        ('shared', models.BooleanField(default=False, verbose_name='shared with everybody')),
                        ('layout', models.CharField(default='list', max_length=8)),
                        ('columns', models.JSONField(default=list)),
                        ('filters', models.JSONField(default=dict)),
                        ('sort', models.CharField(blank=True, max_length=40)),
                        ('position', models.PositiveSmallIntegerField(default=0)),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('changed_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('binned_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'ordering': ['position', 'name', 'id'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('binned_at__isnull', True)), fields=('owner', 'name'), name='saved_view_once', violation_error_message='You have a view of that name already.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_savedviewevent" ("binned_at", "changed_at", "columns", "created_at", "filters", "id", "layout", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shared", "sort", "team_id") VALUES (OLD."binned_at", OLD."changed_at", OLD."columns", OLD."created_at", OLD."filters", OLD."id", OLD."layout", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."shared", OLD."sort", OLD."team_id"); RETURN NULL;', hash='323f51c56a21dbd47b94c4186ef2b8b8c441b036', operation='UPDATE', pgid='pgtrigger_changed_update_0fcd3', table='accounts_savedview', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_savedviewevent" ("binned_at", "changed_at", "columns", "created_at", "filters", "id", "layout", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shared", "sort", "team_id") VALUES (OLD."binned_at", OLD."changed_at", OLD."columns", OLD."created_at", OLD."filters", OLD."id", OLD."layout", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."shared", OLD."sort", OLD."team_id"); RETURN NULL;', hash='97483690c37c998bda35f4c1c4bb5ab3a17af07c', operation='DELETE', pgid='pgtrigger_deleted_delete_6b6dc', table='accounts_savedview', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='SavedViewEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.savedview')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=120, verbose_name='name')),
                        ('owner', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('team', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.team', verbose_name='shared with')),
                        ('shared', models.BooleanField(default=False, verbose_name='shared with everybody')),
                        ('layout', models.CharField(default='list', max_length=8)),
                        ('columns', models.JSONField(default=list)),
                        ('filters', models.JSONField(default=dict)),
                        ('sort', models.CharField(blank=True, max_length=40)),
                        ('position', models.PositiveSmallIntegerField(default=0)),
                        ('created_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('changed_at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('binned_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='65025bba5d47dbe78d6d1153a814b2dc7a9812c8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4a329', table='accounts_savedviewevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='BulkChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('what', models.CharField(max_length=20)),
                        ('data', models.JSONField(default=dict)),
                        ('total', models.PositiveIntegerField(default=0)),
                        ('done', models.PositiveIntegerField(default=0)),
                        ('reached', models.BigIntegerField(default=0)),
                        ('count', models.PositiveIntegerField(default=0)),
                        ('refusals', models.JSONField(default=dict)),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('finished_at', models.DateTimeField(blank=True, null=True)),
                        ('undo_asked_at', models.DateTimeField(blank=True, null=True)),
                        ('undone_at', models.DateTimeField(blank=True, null=True)),
                        ('given_back', models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['-at'],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_bulkchangeevent" ("at", "by_id", "count", "data", "done", "finished_at", "given_back", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "refusals", "total", "undo_asked_at", "undone_at", "what") VALUES (OLD."at", OLD."by_id", OLD."count", OLD."data", OLD."done", OLD."finished_at", OLD."given_back", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reached", OLD."refusals", OLD."total", OLD."undo_asked_at", OLD."undone_at", OLD."what"); RETURN NULL;', hash='3d7f9ffaf016b10a8c9bd7bcaecd67dc55425cea', operation='UPDATE', pgid='pgtrigger_changed_update_da542', table='accounts_bulkchange', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_bulkchangeevent" ("at", "by_id", "count", "data", "done", "finished_at", "given_back", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "refusals", "total", "undo_asked_at", "undone_at", "what") VALUES (OLD."at", OLD."by_id", OLD."count", OLD."data", OLD."done", OLD."finished_at", OLD."given_back", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reached", OLD."refusals", OLD."total", OLD."undo_asked_at", OLD."undone_at", OLD."what"); RETURN NULL;', hash='c1c5d2b8e2b83b98e761385da215a58c48412dd9', operation='DELETE', pgid='pgtrigger_deleted_delete_0f950', table='accounts_bulkchange', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='BulkChangeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.bulkchange')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('what', models.CharField(max_length=20)),
                        ('data', models.JSONField(default=dict)),
                        ('total', models.PositiveIntegerField(default=0)),
                        ('done', models.PositiveIntegerField(default=0)),
                        ('reached', models.BigIntegerField(default=0)),
                        ('count', models.PositiveIntegerField(default=0)),
                        ('refusals', models.JSONField(default=dict)),
                        ('by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('finished_at', models.DateTimeField(blank=True, null=True)),
                        ('undo_asked_at', models.DateTimeField(blank=True, null=True)),
                        ('undone_at', models.DateTimeField(blank=True, null=True)),
                        ('given_back', models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a6305955a23866b94b52a0047ef4b17173fa7fc7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_322ab', table='accounts_bulkchangeevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='BulkItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('change', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='accounts.bulkchange')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.account')),
                        ('before', models.JSONField(default=dict)),
                        ('after', models.JSONField(default=dict)),
                    ],
                    options={
                        'ordering': ['id'],
                        'constraints': [models.UniqueConstraint(fields=('change', 'account'), name='bulk_item_once')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_bulkitemevent" ("account_id", "after", "before", "change_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."after", OLD."before", OLD."change_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;', hash='15712c3ac42a17b05d43448b3ca06574ac761a16', operation='UPDATE', pgid='pgtrigger_changed_update_01a07', table='accounts_bulkitem', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_bulkitemevent" ("account_id", "after", "before", "change_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."after", OLD."before", OLD."change_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;', hash='eb92d48dac704db227182138d69a24ea89a776e4', operation='DELETE', pgid='pgtrigger_deleted_delete_d9a81', table='accounts_bulkitem', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='BulkItemEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.bulkitem')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('change', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.bulkchange')),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('before', models.JSONField(default=dict)),
                        ('after', models.JSONField(default=dict)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cad596a9d6a4ee9afb9aae83a5f73104fdffa784', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9f313', table='accounts_bulkitemevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Merge',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kept', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='accounts.account')),
                        ('absorbed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merged_by', to='accounts.account')),
                        ('choices', models.JSONField(default=dict)),
                        ('ledger', models.JSONField(default=dict)),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('undoable_until', models.DateField()),
                        ('undone_at', models.DateTimeField(blank=True, null=True)),
                        ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-at'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('kept', models.F('absorbed')), _negated=True), name='merge_of_two'), models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('absorbed',), name='merge_absorbed_once')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_mergeevent" ("absorbed_id", "at", "by_id", "choices", "id", "kept_id", "ledger", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undoable_until", "undone_at", "undone_by_id") VALUES (OLD."absorbed_id", OLD."at", OLD."by_id", OLD."choices", OLD."id", OLD."kept_id", OLD."ledger", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."undoable_until", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;', hash='fbd1fccb39d048c05361e21936ed8bed07143fc6', operation='UPDATE', pgid='pgtrigger_changed_update_e0790', table='accounts_merge', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_mergeevent" ("absorbed_id", "at", "by_id", "choices", "id", "kept_id", "ledger", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undoable_until", "undone_at", "undone_by_id") VALUES (OLD."absorbed_id", OLD."at", OLD."by_id", OLD."choices", OLD."id", OLD."kept_id", OLD."ledger", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."undoable_until", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;', hash='a87a7fbaf1307337a6af4ef98a31a6574c6f7a07', operation='DELETE', pgid='pgtrigger_deleted_delete_d0e76', table='accounts_merge', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='MergeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.merge')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('kept', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('absorbed', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('choices', models.JSONField(default=dict)),
                        ('ledger', models.JSONField(default=dict)),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('undoable_until', models.DateField()),
                        ('undone_at', models.DateTimeField(blank=True, null=True)),
                        ('undone_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='46813d65e237d6d37c6bb1f1757eafa99961bc77', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2515c', table='accounts_mergeevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='NotTwins',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.account')),
                        ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.account')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'verbose_name_plural': 'not twins',
                        'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='not_twins_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='not_twins_ordered')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_nottwinsevent" ("at", "by_id", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (OLD."at", OLD."by_id", OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."second_id"); RETURN NULL;', hash='e1ce4cd898d9cf2866fc53cde082b0721d440a52', operation='UPDATE', pgid='pgtrigger_changed_update_65e77', table='accounts_nottwins', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_nottwinsevent" ("at", "by_id", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (OLD."at", OLD."by_id", OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."second_id"); RETURN NULL;', hash='3ca345675d37e63e05900d0ad5a0c65454ea60ed', operation='DELETE', pgid='pgtrigger_deleted_delete_5714b', table='accounts_nottwins', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='NotTwinsEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.nottwins')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('first', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('second', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c1d2eba9e9aa1759dfece32ea75585982ef337c4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_15811', table='accounts_nottwinsevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Placement',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='placements', to='accounts.account')),
                        ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='past_children', to='accounts.account')),
                        ('starts_on', models.DateField(blank=True, null=True)),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('reason', models.CharField(choices=[('creation', 'Creation'), ('merger', 'Merger'), ('sale', 'Sale'), ('reorganisation', 'Reorganisation'), ('correction', 'Correction')], default='creation', max_length=16)),
                        ('note', models.CharField(blank=True, max_length=250)),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'ordering': ['account_id', models.OrderBy(models.F('starts_on'), nulls_first=True)],
                        'indexes': [models.Index(fields=['parent'], name='placement_by_parent')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('ends_on__isnull', True)), fields=('account',), name='placement_one_open'), models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='placement_ends_after_start')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_placementevent" ("account_id", "at", "by_id", "ends_on", "id", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_on") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."ends_on", OLD."id", OLD."note", OLD."parent_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason", OLD."starts_on"); RETURN NULL;', hash='3acce3e84572625a41266cc995bbd4218f69aec0', operation='UPDATE', pgid='pgtrigger_changed_update_d210c', table='accounts_placement', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_placementevent" ("account_id", "at", "by_id", "ends_on", "id", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_on") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."ends_on", OLD."id", OLD."note", OLD."parent_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason", OLD."starts_on"); RETURN NULL;', hash='708af7e8f0702c46bb5b1344d62ff3cfad798ec5', operation='DELETE', pgid='pgtrigger_deleted_delete_7df7e', table='accounts_placement', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='PlacementEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.placement')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('starts_on', models.DateField(blank=True, null=True)),
                        ('ends_on', models.DateField(blank=True, null=True)),
                        ('reason', models.CharField(choices=[('creation', 'Creation'), ('merger', 'Merger'), ('sale', 'Sale'), ('reorganisation', 'Reorganisation'), ('correction', 'Correction')], default='creation', max_length=16)),
                        ('note', models.CharField(blank=True, max_length=250)),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fdb72b8d74bb0d19a49379c5086ddd543553fe7a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5ef05', table='accounts_placementevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='FormerName',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_names', to='accounts.account')),
                        ('name', models.CharField(max_length=250)),
                        ('sort_name', models.GeneratedField(db_persist=True, expression=kameo.core.text.Fold(models.F('name')), output_field=models.TextField())),
                        ('until', models.DateField()),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['-until'],
                        'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('sort_name', name='gin_trgm_ops'), name='former_name_trgm')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."account_id" IS DISTINCT FROM (NEW."account_id") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='INSERT INTO "accounts_formernameevent" ("account_id", "by_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until") VALUES (OLD."account_id", OLD."by_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."until"); RETURN NULL;', hash='79d1328295bc36e676165331199d9241869df990', operation='UPDATE', pgid='pgtrigger_changed_update_8f25b', table='accounts_formername', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_formernameevent" ("account_id", "by_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until") VALUES (OLD."account_id", OLD."by_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."until"); RETURN NULL;', hash='93a443313d82be7fba4095667db33ecc5cddd369', operation='DELETE', pgid='pgtrigger_deleted_delete_dbc0d', table='accounts_formername', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='FormerNameEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.formername')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('name', models.CharField(max_length=250)),
                        ('until', models.DateField()),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='09d4ae13e01b2ed6efae0beeb1f49cd57bee9e6f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c59bd', table='accounts_formernameevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Alias',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='accounts.account')),
                        ('name', models.CharField(max_length=250, verbose_name='other name')),
                        ('sort_name', models.GeneratedField(db_persist=True, expression=kameo.core.text.Fold(models.F('name')), output_field=models.TextField())),
                    ],
                    options={
                        'ordering': ['sort_name'],
                        'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('sort_name', name='gin_trgm_ops'), name='alias_name_trgm')],
                        'constraints': [models.UniqueConstraint(fields=('account', 'sort_name'), name='alias_once')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."account_id" IS DISTINCT FROM (NEW."account_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name"))', func='INSERT INTO "accounts_aliasevent" ("account_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;', hash='fb2ddb43d9c2ef30e80c6b880d6eedded0d84c29', operation='UPDATE', pgid='pgtrigger_changed_update_f274b', table='accounts_alias', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_aliasevent" ("account_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;', hash='9b952cdca136343f937a960d0570ca603b3881a5', operation='DELETE', pgid='pgtrigger_deleted_delete_f2509', table='accounts_alias', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='AliasEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.alias')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('name', models.CharField(max_length=250, verbose_name='other name')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d27fb7e0c1daa0f0a15848a6633f72d0bdc526bf', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f660b', table='accounts_aliasevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Identifier',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='identifiers', to='accounts.account')),
                        ('scheme', models.CharField(choices=[('siren', 'SIREN'), ('siret', 'SIRET'), ('vat', 'VAT number'), ('duns', 'D-U-N-S'), ('lei', 'LEI'), ('foreign', 'Foreign registration number'), ('external', 'Number in another system')], max_length=10, verbose_name='kind')),
                        ('source', models.CharField(blank=True, max_length=60, verbose_name='system')),
                        ('value', models.CharField(max_length=80, verbose_name='number')),
                    ],
                    options={
                        'ordering': ['scheme', 'value'],
                        'indexes': [models.Index(fields=['value'], name='identifier_by_value')],
                        'constraints': [models.UniqueConstraint(fields=('scheme', 'source', 'value'), name='identifier_once', violation_error_message='Another account has this number.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_identifierevent" ("account_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source", "value") VALUES (OLD."account_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."scheme", OLD."source", OLD."value"); RETURN NULL;', hash='861f4e7c47a90a161fc9e1873c1b920f5ebe1c6e', operation='UPDATE', pgid='pgtrigger_changed_update_19e76', table='accounts_identifier', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_identifierevent" ("account_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source", "value") VALUES (OLD."account_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."scheme", OLD."source", OLD."value"); RETURN NULL;', hash='2334c1a27d41d775e6be23b2d458defa0bc49b9a', operation='DELETE', pgid='pgtrigger_deleted_delete_3f57d', table='accounts_identifier', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='IdentifierEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.identifier')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('scheme', models.CharField(choices=[('siren', 'SIREN'), ('siret', 'SIRET'), ('vat', 'VAT number'), ('duns', 'D-U-N-S'), ('lei', 'LEI'), ('foreign', 'Foreign registration number'), ('external', 'Number in another system')], max_length=10, verbose_name='kind')),
                        ('source', models.CharField(blank=True, max_length=60, verbose_name='system')),
                        ('value', models.CharField(max_length=80, verbose_name='number')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7e7b4d7d76d440e5b9eb4b7fd8bf9ccf2975526b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f8da1', table='accounts_identifierevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='Address',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='accounts.account')),
                        ('kind', models.CharField(choices=[('headquarters', 'Head office'), ('billing', 'Billing'), ('delivery', 'Delivery'), ('site', 'Site')], default='headquarters', max_length=12, verbose_name='kind')),
                        ('lines', models.CharField(blank=True, max_length=300, verbose_name='street')),
                        ('postcode', models.CharField(blank=True, max_length=20, verbose_name='postcode')),
                        ('city', models.CharField(blank=True, max_length=120, verbose_name='town')),
                        ('region', models.CharField(blank=True, max_length=120, verbose_name='region')),
                        ('country', models.CharField(blank=True, max_length=2, verbose_name='country')),
                    ],
                    options={
                        'verbose_name_plural': 'addresses',
                        'ordering': ['id'],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_addressevent" ("account_id", "city", "country", "id", "kind", "lines", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "region") VALUES (OLD."account_id", OLD."city", OLD."country", OLD."id", OLD."kind", OLD."lines", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."postcode", OLD."region"); RETURN NULL;', hash='3d2ba3272b201e2835e8a92b1a1e158cb1f0e82f', operation='UPDATE', pgid='pgtrigger_changed_update_8a648', table='accounts_address', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_addressevent" ("account_id", "city", "country", "id", "kind", "lines", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "region") VALUES (OLD."account_id", OLD."city", OLD."country", OLD."id", OLD."kind", OLD."lines", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."postcode", OLD."region"); RETURN NULL;', hash='290e90641722866b820d6be4297ac0f1479d9e5c', operation='DELETE', pgid='pgtrigger_deleted_delete_33c1e', table='accounts_address', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='AddressEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.address')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('kind', models.CharField(choices=[('headquarters', 'Head office'), ('billing', 'Billing'), ('delivery', 'Delivery'), ('site', 'Site')], default='headquarters', max_length=12, verbose_name='kind')),
                        ('lines', models.CharField(blank=True, max_length=300, verbose_name='street')),
                        ('postcode', models.CharField(blank=True, max_length=20, verbose_name='postcode')),
                        ('city', models.CharField(blank=True, max_length=120, verbose_name='town')),
                        ('region', models.CharField(blank=True, max_length=120, verbose_name='region')),
                        ('country', models.CharField(blank=True, max_length=2, verbose_name='country')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='491e9b9f0f5c8b4fbf5469f4f06060585e40bad5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0cfd4', table='accounts_addressevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='MailDomain',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mail_domains', to='accounts.account')),
                        ('domain', models.CharField(max_length=120, validators=[django.core.validators.RegexValidator('^[a-z0-9.-]+\\.[a-z]{2,}$', 'A domain reads like valmorin.fr.')], verbose_name='mail domain')),
                    ],
                    options={
                        'ordering': ['domain'],
                        'constraints': [models.UniqueConstraint(fields=('domain',), name='mail_domain_once', violation_error_message='Another account has this mail domain.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_maildomainevent" ("account_id", "domain", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."domain", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;', hash='43f5bceb28cfff6a5550284914a776512dc81b10', operation='UPDATE', pgid='pgtrigger_changed_update_ca83a', table='accounts_maildomain', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_maildomainevent" ("account_id", "domain", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."domain", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;', hash='fa56fd68e4b9f672ca5922ebca0e1625cf79d300', operation='DELETE', pgid='pgtrigger_deleted_delete_b8309', table='accounts_maildomain', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='MailDomainEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.maildomain')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('domain', models.CharField(max_length=120, validators=[django.core.validators.RegexValidator('^[a-z0-9.-]+\\.[a-z]{2,}$', 'A domain reads like valmorin.fr.')], verbose_name='mail domain')),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9b7767aa646cdfce08c5d35e786507a14bc5b579', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1d573', table='accounts_maildomainevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='AccountPulse',
                    fields=[
                        ('account', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='pulse', serialize=False, to='accounts.account')),
                        ('revenue_12m', models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                        ('revenue_previous_12m', models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                        ('revenue_total', models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                        ('unconverted', models.PositiveIntegerField(default=0)),
                        ('first_invoice_on', models.DateField(null=True)),
                        ('last_invoice_on', models.DateField(null=True)),
                        ('tree_revenue_12m', models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                        ('tree_revenue_previous_12m', models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                        ('tree_revenue_total', models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                        ('tree_first_invoice_on', models.DateField(null=True)),
                        ('tree_last_invoice_on', models.DateField(null=True)),
                        ('tree_entities', models.PositiveIntegerField(default=1)),
                        ('tree_sites', models.PositiveIntegerField(default=0)),
                        ('tree_left_out', models.PositiveIntegerField(default=0)),
                        ('tree_unconverted', models.PositiveIntegerField(default=0)),
                        ('large', models.BooleanField(null=True)),
                        ('key', models.BooleanField(null=True)),
                        ('account_class', models.CharField(default='standard', max_length=10)),
                        ('class_source', models.CharField(db_default='computed', default='computed', max_length=10)),
                        ('computed_large', models.BooleanField(null=True)),
                        ('computed_key', models.BooleanField(null=True)),
                        ('scorecard', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                        ('scorecard_completeness', models.PositiveSmallIntegerField(db_default=0, default=0)),
                        ('alignment', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                        ('alignment_completeness', models.PositiveSmallIntegerField(db_default=0, default=0)),
                        ('last_contact_at', models.DateTimeField(null=True)),
                        ('tree_last_contact_at', models.DateTimeField(null=True)),
                        ('interactions', models.PositiveIntegerField(default=0)),
                        ('documents', models.PositiveIntegerField(default=0)),
                        ('mapped', models.PositiveSmallIntegerField(null=True)),
                        ('expected', models.PositiveSmallIntegerField(null=True)),
                        ('threads', models.PositiveSmallIntegerField(null=True)),
                        ('concentration', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                        ('map_status', models.PositiveSmallIntegerField(null=True)),
                        ('relationship', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                        ('seats_covered', models.PositiveSmallIntegerField(null=True)),
                        ('seats_required', models.PositiveSmallIntegerField(null=True)),
                        ('computed_at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'indexes': [models.Index(models.OrderBy(models.F('relationship'), descending=True, nulls_last=True), models.F('account'), name='pulse_by_relationship'), models.Index(fields=['threads', 'account'], name='pulse_by_threads'), models.Index(models.OrderBy(models.F('tree_revenue_12m'), descending=True, nulls_last=True), models.F('account'), name='pulse_by_revenue'), models.Index(models.OrderBy(models.F('tree_last_contact_at'), descending=True, nulls_last=True), models.F('account'), name='pulse_by_tree_contact'), models.Index(fields=['account_class', 'account'], name='pulse_by_class'), models.Index(models.OrderBy(models.F('scorecard'), descending=True, nulls_last=True), models.F('account'), name='pulse_by_scorecard'), models.Index(models.OrderBy(models.F('alignment'), descending=True, nulls_last=True), models.F('account'), name='pulse_by_alignment')],
                    },
                ),
                migrations.CreateModel(
                    name='RevenueDay',
                    fields=[
                        ('pk', models.CompositePrimaryKey('account_id', 'day', 'currency', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revenue_days', to='accounts.account')),
                        ('day', models.DateField()),
                        ('currency', models.CharField(max_length=3)),
                        ('net', models.DecimalField(decimal_places=2, max_digits=18)),
                        ('reporting_net', models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                        ('documents', models.PositiveIntegerField(default=0)),
                        ('unconverted', models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['day'], include=('account', 'reporting_net'), name='revenue_by_day')],
                    },
                ),
                migrations.CreateModel(
                    name='RevenueTotal',
                    fields=[
                        ('day', models.DateField(primary_key=True, serialize=False)),
                        ('reporting_net', models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                        ('unconverted', models.PositiveIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='TimelineEntry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='timeline', to='accounts.account')),
                        ('at', models.DateTimeField()),
                        ('kind', models.CharField(choices=[('note', 'Note'), ('call', 'Call'), ('mail', 'E-mail'), ('meeting', 'Meeting'), ('invoice', 'Invoice'), ('credit_note', 'Credit note'), ('document', 'Document'), ('status', 'Status'), ('team', 'Team'), ('structure', 'Structure'), ('class', 'Class'), ('person', 'Contact person')], max_length=12)),
                        ('actor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('title', models.CharField(blank=True, max_length=300)),
                        ('text', models.TextField(blank=True)),
                        ('data', models.JSONField(default=dict)),
                        ('restricted', models.BooleanField(default=False)),
                        ('source', models.CharField(max_length=60)),
                        ('source_id', models.BigIntegerField()),
                    ],
                    options={
                        'ordering': ['-at', '-id'],
                        'indexes': [models.Index(fields=['account', '-at', '-id'], name='timeline_by_account'), models.Index(fields=['account', 'kind', '-at'], name='timeline_by_kind')],
                        'constraints': [models.UniqueConstraint(fields=('source', 'source_id', 'account'), name='timeline_entry_once')],
                    },
                ),
                migrations.CreateModel(
                    name='OwnRevenue',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('fiscal_year', models.PositiveSmallIntegerField(unique=True, verbose_name='fiscal year')),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='our revenue')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'ordering': ['-fiscal_year'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='own_revenue_above_zero', violation_error_message='Our revenue is above zero.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_ownrevenueevent" ("amount", "at", "by_id", "fiscal_year", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."at", OLD."by_id", OLD."fiscal_year", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;', hash='d29395d954e68b4974f2ce7dc3de07ea332dace0', operation='UPDATE', pgid='pgtrigger_changed_update_a2664', table='accounts_ownrevenue', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_ownrevenueevent" ("amount", "at", "by_id", "fiscal_year", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."amount", OLD."at", OLD."by_id", OLD."fiscal_year", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;', hash='e923e240109039b9c3a696f49ec2e507016f1a77', operation='DELETE', pgid='pgtrigger_deleted_delete_556ed', table='accounts_ownrevenue', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='OwnRevenueEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.ownrevenue')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('fiscal_year', models.PositiveSmallIntegerField(verbose_name='fiscal year')),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='our revenue')),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7c214afd058c2605d9542b0c0115dcd110c379f0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_309fe', table='accounts_ownrevenueevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='AccountMember',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='accounts.account')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='colleague')),
                        ('function', models.CharField(choices=[('lead', 'Lead'), ('back_up', 'Back-up'), ('sales', 'Sales'), ('support', 'Support'), ('finance', 'Finance'), ('marketing', 'Marketing'), ('product', 'Product'), ('sponsor', 'Executive sponsor'), ('observer', 'Observer')], default='sales', max_length=10, verbose_name='function')),
                        ('responsibilities', models.CharField(blank=True, max_length=250, verbose_name='responsibilities')),
                        ('since', models.DateField(default=kameo.core.clock.today)),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'ordering': ['id'],
                        'indexes': [models.Index(fields=['user', 'account'], name='member_by_user')],
                        'constraints': [models.UniqueConstraint(fields=('account', 'user', 'function'), name='member_once_per_function', violation_error_message='This colleague has that function already.'), models.UniqueConstraint(condition=models.Q(('function', 'lead')), fields=('account',), name='member_one_lead', violation_error_message='The account has a lead already.')],
                        'triggers': [pgtrigger.compiler.Trigger(name='changed_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_accountmemberevent" ("account_id", "by_id", "function", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsibilities", "since", "user_id") VALUES (OLD."account_id", OLD."by_id", OLD."function", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."responsibilities", OLD."since", OLD."user_id"); RETURN NULL;', hash='9438bf3c22f52cfe13002c239669102e2c3dbfe8', operation='UPDATE', pgid='pgtrigger_changed_update_7cedf', table='accounts_accountmember', when='AFTER')), pgtrigger.compiler.Trigger(name='deleted_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_accountmemberevent" ("account_id", "by_id", "function", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsibilities", "since", "user_id") VALUES (OLD."account_id", OLD."by_id", OLD."function", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."responsibilities", OLD."since", OLD."user_id"); RETURN NULL;', hash='0a6dc7e21fcc4e70f97de3e2b3f0bd377ad93bdd', operation='DELETE', pgid='pgtrigger_deleted_delete_5a608', table='accounts_accountmember', when='AFTER'))],
                    },
                ),
                migrations.CreateModel(
                    name='AccountMemberEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.accountmember')),
                        ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                        ('id', models.BigIntegerField()),
                        ('account', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.account')),
                        ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='colleague')),
                        ('function', models.CharField(choices=[('lead', 'Lead'), ('back_up', 'Back-up'), ('sales', 'Sales'), ('support', 'Support'), ('finance', 'Finance'), ('marketing', 'Marketing'), ('product', 'Product'), ('sponsor', 'Executive sponsor'), ('observer', 'Observer')], default='sales', max_length=10, verbose_name='function')),
                        ('responsibilities', models.CharField(blank=True, max_length=250, verbose_name='responsibilities')),
                        ('since', models.DateField(default=kameo.core.clock.today)),
                        ('by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'abstract': False,
                        'triggers': [pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b820f109b8b06718de154bbc02dec056a9b79899', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_df473', table='accounts_accountmemberevent', when='BEFORE'))],
                    },
                ),
                migrations.CreateModel(
                    name='AccountVisit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.account')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('previous_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('account', 'user'), name='visit_once')],
                    },
                ),
                migrations.CreateModel(
                    name='TwinPair',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.account', verbose_name='account')),
                        ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.account', verbose_name='other account')),
                        ('score', models.PositiveSmallIntegerField()),
                        ('reasons', models.JSONField(default=list)),
                        ('computed_at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'ordering': ['-score', '-id'],
                        'indexes': [models.Index(fields=['-score', '-id'], name='twins_by_score')],
                        'constraints': [models.UniqueConstraint(fields=('first', 'second'), name='twins_once'), models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='twins_ordered')],
                    },
                ),
            ],
        ),
        kameo.core.migrating.InstallTriggers(
        ),
        migrations.RunSQL(LINEAGE),
        migrations.RunSQL(PLACEMENTS),
    ]
