import django.contrib.postgres.fields
from django.db import migrations, models

# What is stored already lacks the people of each map and the weight of exchanges: the job that computes all fills them.
ASK = """
    insert into procrastinate_jobs (queue_name, task_name, priority, queueing_lock, args, status)
    select 'default', 'insight.refresh_everybody', 0, 'insight.refresh_everybody', '{}', 'todo'
    where exists (select from accounts_accountpulse where mapped is not null)
    on conflict do nothing
"""


def _people() -> models.Field:
    return django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), null=True, size=None)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_bin_not_editable"), ("procrastinate", "0041_post_retry_failed_job")]

    operations = [
        migrations.AddField(model_name="accountpulse", name="mapped_people", field=_people()),
        migrations.AddField(model_name="accountpulse", name="key_people", field=_people()),
        migrations.RunSQL(ASK, migrations.RunSQL.noop),
    ]
