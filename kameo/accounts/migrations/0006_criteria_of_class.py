from django.db import migrations, models

# What is stored of accounts already lacks its criteria: the job that judges all of them fills them.
ASK = """
    insert into procrastinate_jobs (queue_name, task_name, priority, queueing_lock, args, status)
    select 'default', 'qualification.refresh_classes', 0, 'qualification.refresh_classes', '{}', 'todo'
    where exists (select from accounts_accountpulse)
    on conflict do nothing
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_custom_fields")]

    operations = [
        *(
            migrations.AddField(model_name="accountpulse", name=name, field=models.BooleanField(null=True))
            for name in ("amount_met", "share_met", "scorecard_met")
        ),
        migrations.RunSQL(ASK, migrations.RunSQL.noop),
    ]
