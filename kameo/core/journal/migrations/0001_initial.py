"""The journal and who reacted to it."""

import django.db.models.deletion
import kameo.core.clock
import kameo.core.migrating
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        kameo.core.migrating.CreateTables(
            models=[
                migrations.CreateModel(
                    name='Event',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('type', models.CharField(max_length=60)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                        ('subject_type', models.CharField(blank=True, max_length=60)),
                        ('subject_id', models.BigIntegerField(blank=True, null=True)),
                        ('account', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='accounts.account')),
                        ('actor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('data', models.JSONField(default=dict)),
                        ('root', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='journal.event')),
                        ('depth', models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        'ordering': ['-id'],
                        'indexes': [models.Index(fields=['account', '-id'], name='event_by_account'), models.Index(fields=['subject_type', 'subject_id', '-id'], name='event_by_subject'), models.Index(fields=['type', '-id'], name='event_by_type')],
                    },
                ),
                migrations.CreateModel(
                    name='Reaction',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='journal.event')),
                        ('subscriber', models.CharField(max_length=100)),
                        ('at', models.DateTimeField(default=kameo.core.clock.now)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('event', 'subscriber'), name='reaction_once')],
                    },
                ),
            ],
        ),
    ]
