import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import kameo.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0016_coverage"),
        ("people", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("stakeholders", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Argument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=160, verbose_name="argument")),
                ("text", models.TextField(verbose_name="in words")),
                ("proof", models.TextField(blank=True, verbose_name="proof")),
                ("role", models.CharField(blank=True, max_length=40, verbose_name="decision role")),
                ("motivation", models.CharField(blank=True, max_length=40, verbose_name="motivation")),
                (
                    "family",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("users", "End users"),
                            ("business", "Business management"),
                            ("finance", "Finance"),
                            ("general", "General management"),
                            ("engineering", "Engineering"),
                            ("technical", "Technical prescription"),
                            ("it", "Information systems"),
                            ("purchasing", "Purchasing"),
                        ],
                        max_length=12,
                        verbose_name="function",
                    ),
                ),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("retired_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["title", "id"],
            },
        ),
        migrations.CreateModel(
            name="ArgumentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=160, verbose_name="argument")),
                ("text", models.TextField(verbose_name="in words")),
                ("proof", models.TextField(blank=True, verbose_name="proof")),
                ("role", models.CharField(blank=True, max_length=40, verbose_name="decision role")),
                ("motivation", models.CharField(blank=True, max_length=40, verbose_name="motivation")),
                (
                    "family",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("users", "End users"),
                            ("business", "Business management"),
                            ("finance", "Finance"),
                            ("general", "General management"),
                            ("engineering", "Engineering"),
                            ("technical", "Technical prescription"),
                            ("it", "Information systems"),
                            ("purchasing", "Purchasing"),
                        ],
                        max_length=12,
                        verbose_name="function",
                    ),
                ),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("retired_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.argument",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Committee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[("committee", "Committee"), ("central", "Central purchasing body")],
                        default="committee",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("meets", models.CharField(blank=True, max_length=120, verbose_name="meets")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="committees",
                        to="accounts.account",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="CommitteeEntity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="served_by",
                        to="accounts.account",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="serves",
                        to="stakeholders.committee",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "committee entities",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="CommitteeEntityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.account",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.committee",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.committeeentity",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CommitteeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[("committee", "Committee"), ("central", "Central purchasing body")],
                        default="committee",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("meets", models.CharField(blank=True, max_length=120, verbose_name="meets")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.account",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.committee",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CommitteeMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.CharField(blank=True, max_length=80, verbose_name="part")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="stakeholders.committee",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="committees",
                        to="stakeholders.person",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="CommitteeMemberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("part", models.CharField(blank=True, max_length=80, verbose_name="part")),
                (
                    "committee",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.committee",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.committeemember",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DecisionMap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                ("main", models.BooleanField(default=True)),
                (
                    "expected",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="people expected",
                    ),
                ),
                (
                    "budget_opens",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="budget prepared from"
                    ),
                ),
                (
                    "budget_closes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="budget closed in"),
                ),
                ("tender", models.TextField(blank=True, verbose_name="tender practice")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decision_maps",
                        to="accounts.account",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-main", "name", "id"],
            },
        ),
        migrations.CreateModel(
            name="DecisionMapEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                ("main", models.BooleanField(default=True)),
                (
                    "expected",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="people expected",
                    ),
                ),
                (
                    "budget_opens",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="budget prepared from"
                    ),
                ),
                (
                    "budget_closes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="budget closed in"),
                ),
                ("tender", models.TextField(blank=True, verbose_name="tender practice")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.account",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.decisionmap",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DecisionStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=0)),
                ("name", models.CharField(max_length=120, verbose_name="step")),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="usual duration, in days"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="steps",
                        to="stakeholders.committee",
                        verbose_name="committee",
                    ),
                ),
                (
                    "map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="stakeholders.decisionmap",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="steps",
                        to="stakeholders.person",
                        verbose_name="who decides",
                    ),
                ),
            ],
            options={
                "ordering": ["rank", "id"],
            },
        ),
        migrations.CreateModel(
            name="DecisionStepEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("rank", models.PositiveSmallIntegerField(default=0)),
                ("name", models.CharField(max_length=120, verbose_name="step")),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="usual duration, in days"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.committee",
                        verbose_name="committee",
                    ),
                ),
                (
                    "map",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.decisionmap",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.person",
                        verbose_name="who decides",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.decisionstep",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Departure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="from")),
                ("was", models.JSONField(default=dict)),
                ("noted_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("cancelled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="departures",
                        to="accounts.account",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="departures",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="departures",
                        to="stakeholders.position",
                    ),
                ),
                (
                    "replacement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="replaces",
                        to="stakeholders.person",
                        verbose_name="replaced by",
                    ),
                ),
            ],
            options={
                "ordering": ["-noted_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="DepartureEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("on", models.DateField(verbose_name="from")),
                ("was", models.JSONField(default=dict)),
                ("noted_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("closed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("cancelled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.account",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.departure",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.position",
                    ),
                ),
                (
                    "replacement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.person",
                        verbose_name="replaced by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DepartureTask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=0)),
                ("code", models.CharField(blank=True, max_length=30)),
                ("text", models.CharField(blank=True, max_length=200, verbose_name="to do")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("done_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("set_aside", models.CharField(blank=True, max_length=200, verbose_name="why not")),
                (
                    "departure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="stakeholders.departure",
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["rank", "id"],
            },
        ),
        migrations.CreateModel(
            name="DepartureTaskEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("rank", models.PositiveSmallIntegerField(default=0)),
                ("code", models.CharField(blank=True, max_length=30)),
                ("text", models.CharField(blank=True, max_length=200, verbose_name="to do")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("done_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("set_aside", models.CharField(blank=True, max_length=200, verbose_name="why not")),
                (
                    "departure",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.departure",
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.departuretask",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Stake",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "influence",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="influence",
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("champion", "Champion"),
                            ("supporter", "Supporter"),
                            ("neutral", "Neutral"),
                            ("sceptic", "Sceptic"),
                            ("opponent", "Opponent"),
                        ],
                        max_length=10,
                        verbose_name="position",
                    ),
                ),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="roles",
                    ),
                ),
                (
                    "motivations",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="motivations",
                    ),
                ),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="topics",
                    ),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Does not know us"),
                            (2, "Supplier among others"),
                            (3, "Credible source"),
                            (4, "Problem solver"),
                            (5, "Trusted adviser"),
                        ],
                        null=True,
                        verbose_name="relationship",
                    ),
                ),
                (
                    "desired",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Does not know us"),
                            (2, "Supplier among others"),
                            (3, "Credible source"),
                            (4, "Problem solver"),
                            (5, "Trusted adviser"),
                        ],
                        null=True,
                        verbose_name="relationship aimed at",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("changed_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stakes",
                        to="stakeholders.decisionmap",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="relations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="relation held by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stakes",
                        to="stakeholders.person",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "claim",
                    models.CharField(
                        choices=[
                            ("influence", "Influence"),
                            ("stance", "Position"),
                            ("role", "Role"),
                            ("motivation", "Motivation"),
                            ("topic", "Topic"),
                            ("level", "Relationship"),
                        ],
                        max_length=12,
                        verbose_name="what it supports",
                    ),
                ),
                ("value", models.CharField(max_length=40)),
                (
                    "grade",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Their title says so"),
                            (2, "They said so"),
                            (3, "They did so"),
                            (4, "They did so at a cost to them"),
                        ],
                        verbose_name="worth",
                    ),
                ),
                ("sentence", models.TextField(verbose_name="what was seen or heard")),
                ("on", models.DateField(default=kameo.core.clock.company_today, verbose_name="when")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="stakeholders.stake",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="EvidenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "claim",
                    models.CharField(
                        choices=[
                            ("influence", "Influence"),
                            ("stance", "Position"),
                            ("role", "Role"),
                            ("motivation", "Motivation"),
                            ("topic", "Topic"),
                            ("level", "Relationship"),
                        ],
                        max_length=12,
                        verbose_name="what it supports",
                    ),
                ),
                ("value", models.CharField(max_length=40)),
                (
                    "grade",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Their title says so"),
                            (2, "They said so"),
                            (3, "They did so"),
                            (4, "They did so at a cost to them"),
                        ],
                        verbose_name="worth",
                    ),
                ),
                ("sentence", models.TextField(verbose_name="what was seen or heard")),
                ("on", models.DateField(default=kameo.core.clock.company_today, verbose_name="when")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.evidence",
                    ),
                ),
                (
                    "stake",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.stake",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InfluenceLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("influences", "influences"),
                            ("trusts", "trusts"),
                            ("conflicts", "is in conflict with"),
                            ("sponsors", "sponsors"),
                            ("blocks", "blocks"),
                        ],
                        default="influences",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=80, verbose_name="in words")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="stakeholders.decisionmap",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links_out",
                        to="stakeholders.stake",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links_in",
                        to="stakeholders.stake",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="InfluenceLinkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("influences", "influences"),
                            ("trusts", "trusts"),
                            ("conflicts", "is in conflict with"),
                            ("sponsors", "sponsors"),
                            ("blocks", "blocks"),
                        ],
                        default="influences",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=80, verbose_name="in words")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "map",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.decisionmap",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.influencelink",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.stake",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.stake",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Introduction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("message", models.TextField(blank=True, verbose_name="message")),
                ("answer", models.TextField(blank=True, verbose_name="answer")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Asked"),
                            ("accepted", "Accepted"),
                            ("made", "Made"),
                            ("declined", "Declined"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("answered_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="introductions_asked",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="introductions",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "through",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="introductions_asked_of",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="IntroductionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("message", models.TextField(blank=True, verbose_name="message")),
                ("answer", models.TextField(blank=True, verbose_name="answer")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Asked"),
                            ("accepted", "Accepted"),
                            ("made", "Made"),
                            ("declined", "Declined"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("answered_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.introduction",
                    ),
                ),
                (
                    "through",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NotSamePerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="stakeholders.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "not same persons",
            },
        ),
        migrations.CreateModel(
            name="NotSamePersonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.notsameperson",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OptOut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("all", "Any prospecting"),
                            ("email", "E-mail"),
                            ("phone", "Telephone"),
                            ("post", "Post"),
                        ],
                        max_length=8,
                        verbose_name="channel",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=200, verbose_name="how they said it")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("lifted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opt_outs",
                        to="stakeholders.person",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="OptOutEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("all", "Any prospecting"),
                            ("email", "E-mail"),
                            ("phone", "Telephone"),
                            ("post", "Post"),
                        ],
                        max_length=8,
                        verbose_name="channel",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=200, verbose_name="how they said it")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("lifted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.optout",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonMerge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("choices", models.JSONField(default=dict)),
                ("ledger", models.JSONField(default=dict)),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("undoable_until", models.DateField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "absorbed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="merged_by",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="merges",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="PersonMergeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("choices", models.JSONField(default=dict)),
                ("ledger", models.JSONField(default=dict)),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("undoable_until", models.DateField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "absorbed",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.personmerge",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonPulse",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="pulse",
                        serialize=False,
                        to="stakeholders.person",
                    ),
                ),
                ("last_contact_at", models.DateTimeField(null=True)),
                ("last_from_them_at", models.DateTimeField(null=True)),
                ("last_two_way_at", models.DateTimeField(null=True)),
                ("first_contact_at", models.DateTimeField(null=True)),
                ("interactions", models.PositiveIntegerField(default=0)),
                ("strength", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("cadence_days", models.PositiveSmallIntegerField(null=True)),
                ("factors", models.JSONField(default=dict)),
                ("frozen", models.BooleanField(default=False)),
                ("strength_at", models.DateTimeField(null=True)),
                ("computed_at", models.DateTimeField(default=kameo.core.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("name", models.CharField(blank=True, max_length=80, verbose_name="name")),
                ("role", models.CharField(blank=True, max_length=40, verbose_name="decision role")),
                (
                    "family",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("users", "End users"),
                            ("business", "Business management"),
                            ("finance", "Finance"),
                            ("general", "General management"),
                            ("engineering", "Engineering"),
                            ("technical", "Technical prescription"),
                            ("it", "Information systems"),
                            ("purchasing", "Purchasing"),
                        ],
                        max_length=12,
                        verbose_name="function",
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("champion", "Champion"),
                            ("supporter", "Supporter"),
                            ("neutral", "Neutral"),
                            ("sceptic", "Sceptic"),
                            ("opponent", "Opponent"),
                        ],
                        max_length=10,
                        verbose_name="position",
                    ),
                ),
                (
                    "influence",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="influence",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                "ordering": ["rank", "id"],
            },
        ),
        migrations.CreateModel(
            name="SeatEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=40)),
                ("name", models.CharField(blank=True, max_length=80, verbose_name="name")),
                ("role", models.CharField(blank=True, max_length=40, verbose_name="decision role")),
                (
                    "family",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("users", "End users"),
                            ("business", "Business management"),
                            ("finance", "Finance"),
                            ("general", "General management"),
                            ("engineering", "Engineering"),
                            ("technical", "Technical prescription"),
                            ("it", "Information systems"),
                            ("purchasing", "Purchasing"),
                        ],
                        max_length=12,
                        verbose_name="function",
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("champion", "Champion"),
                            ("supporter", "Supporter"),
                            ("neutral", "Neutral"),
                            ("sceptic", "Sceptic"),
                            ("opponent", "Opponent"),
                        ],
                        max_length=10,
                        verbose_name="position",
                    ),
                ),
                (
                    "influence",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="influence",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.seat",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Segment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("shared", models.BooleanField(default=False, verbose_name="shared with everybody")),
                ("filters", models.JSONField(default=dict)),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("changed_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="segments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="SegmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("shared", models.BooleanField(default=False, verbose_name="shared with everybody")),
                ("filters", models.JSONField(default=dict)),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("changed_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.segment",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StakeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "influence",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="influence",
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("champion", "Champion"),
                            ("supporter", "Supporter"),
                            ("neutral", "Neutral"),
                            ("sceptic", "Sceptic"),
                            ("opponent", "Opponent"),
                        ],
                        max_length=10,
                        verbose_name="position",
                    ),
                ),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="roles",
                    ),
                ),
                (
                    "motivations",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="motivations",
                    ),
                ),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="topics",
                    ),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Does not know us"),
                            (2, "Supplier among others"),
                            (3, "Credible source"),
                            (4, "Problem solver"),
                            (5, "Trusted adviser"),
                        ],
                        null=True,
                        verbose_name="relationship",
                    ),
                ),
                (
                    "desired",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Does not know us"),
                            (2, "Supplier among others"),
                            (3, "Credible source"),
                            (4, "Problem solver"),
                            (5, "Trusted adviser"),
                        ],
                        null=True,
                        verbose_name="relationship aimed at",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("changed_at", models.DateTimeField(default=kameo.core.clock.now, editable=False)),
                ("removed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "map",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.decisionmap",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="relation held by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.person",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.stake",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "list",
                    models.CharField(
                        choices=[
                            ("role", "Decision roles"),
                            ("motivation", "Motivations"),
                            ("topic", "Topics"),
                        ],
                        max_length=12,
                    ),
                ),
                ("code", models.SlugField(max_length=40)),
                ("name", models.CharField(blank=True, max_length=80, verbose_name="name")),
                ("icon", models.CharField(blank=True, max_length=20)),
                ("decides", models.BooleanField(default=False, verbose_name="decides")),
                ("rank", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                "ordering": ["list", "rank", "id"],
            },
        ),
        migrations.CreateModel(
            name="TermEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "list",
                    models.CharField(
                        choices=[
                            ("role", "Decision roles"),
                            ("motivation", "Motivations"),
                            ("topic", "Topics"),
                        ],
                        max_length=12,
                    ),
                ),
                ("code", models.SlugField(db_index=False, max_length=40)),
                ("name", models.CharField(blank=True, max_length=80, verbose_name="name")),
                ("icon", models.CharField(blank=True, max_length=20)),
                ("decides", models.BooleanField(default=False, verbose_name="decides")),
                ("rank", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="stakeholders.term",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="person",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="person",
            name="deleted_delete",
        ),
        migrations.RemoveField(
            model_name="person",
            name="opted_out_at",
        ),
        migrations.RemoveField(
            model_name="personevent",
            name="opted_out_at",
        ),
        migrations.AddField(
            model_name="person",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="absorbed",
                to="stakeholders.person",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="photo",
            field=models.CharField(blank=True, editable=False, max_length=120),
        ),
        migrations.AddField(
            model_name="personevent",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="stakeholders.person",
            ),
        ),
        migrations.AddField(
            model_name="personevent",
            name="photo",
            field=models.CharField(blank=True, editable=False, max_length=120),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."binned_at" IS DISTINCT FROM (NEW."binned_at") OR OLD."binned_by_id" IS DISTINCT FROM (NEW."binned_by_id") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."photo" IS DISTINCT FROM (NEW."photo") OR OLD."salutation" IS DISTINCT FROM (NEW."salutation") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone"))',
                    func='INSERT INTO "stakeholders_personevent" ("binned_at", "binned_by_id", "changed_at", "created_at", "created_by_id", "first_name", "id", "kind", "label", "language", "last_name", "merged_into_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo", "salutation", "time_zone") VALUES (OLD."binned_at", OLD."binned_by_id", OLD."changed_at", OLD."created_at", OLD."created_by_id", OLD."first_name", OLD."id", OLD."kind", OLD."label", OLD."language", OLD."last_name", OLD."merged_into_id", OLD."note", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."photo", OLD."salutation", OLD."time_zone"); RETURN NULL;',
                    hash="385d88fdf31424df428b6a9172233d664e27f679",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_bbf95",
                    table="stakeholders_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_personevent" ("binned_at", "binned_by_id", "changed_at", "created_at", "created_by_id", "first_name", "id", "kind", "label", "language", "last_name", "merged_into_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo", "salutation", "time_zone") VALUES (OLD."binned_at", OLD."binned_by_id", OLD."changed_at", OLD."created_at", OLD."created_by_id", OLD."first_name", OLD."id", OLD."kind", OLD."label", OLD."language", OLD."last_name", OLD."merged_into_id", OLD."note", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."photo", OLD."salutation", OLD."time_zone"); RETURN NULL;',
                    hash="c5601d3739066ffdc7195a1df1e3f9585a8b44cf",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_c1c42",
                    table="stakeholders_person",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="personpulse",
            index=models.Index(
                models.OrderBy(models.F("last_contact_at"), descending=True, nulls_last=True),
                models.F("person"),
                name="person_by_contact",
            ),
        ),
        migrations.AddIndex(
            model_name="personpulse",
            index=models.Index(
                models.OrderBy(models.F("strength"), descending=True, nulls_last=True),
                models.F("person"),
                name="person_by_strength",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("family", ""), ("role", ""), ("stance", ""), _negated=True),
                name="seat_is_taken_by_something",
                violation_error_message="Say which role, function or position takes this place.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_seatevent" ("code", "family", "id", "influence", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "retired_at", "role", "stance") VALUES (OLD."code", OLD."family", OLD."id", OLD."influence", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rank", OLD."retired_at", OLD."role", OLD."stance"); RETURN NULL;',
                    hash="57bff0be7591e4ab86ac5783d2f9ff7772b9e95f",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_4a43e",
                    table="stakeholders_seat",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_seatevent" ("code", "family", "id", "influence", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "retired_at", "role", "stance") VALUES (OLD."code", OLD."family", OLD."id", OLD."influence", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rank", OLD."retired_at", OLD."role", OLD."stance"); RETURN NULL;',
                    hash="68a2dc1223a46e495c21580b171f05bbbb07ae9d",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_8f203",
                    table="stakeholders_seat",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.UniqueConstraint(fields=("list", "code"), name="term_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="term",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_termevent" ("code", "decides", "icon", "id", "list", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "retired_at") VALUES (OLD."code", OLD."decides", OLD."icon", OLD."id", OLD."list", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rank", OLD."retired_at"); RETURN NULL;',
                    hash="0fe55f17b1723dc815990ee61278d8e217fd5163",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_53b5d",
                    table="stakeholders_term",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="term",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_termevent" ("code", "decides", "icon", "id", "list", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "retired_at") VALUES (OLD."code", OLD."decides", OLD."icon", OLD."id", OLD."list", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rank", OLD."retired_at"); RETURN NULL;',
                    hash="576a4be3362dffa0d65d8cbbc2cd918d9fff2907",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_19788",
                    table="stakeholders_term",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="argument",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_argumentevent" ("created_at", "created_by_id", "family", "id", "motivation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "retired_at", "role", "text", "title") VALUES (OLD."created_at", OLD."created_by_id", OLD."family", OLD."id", OLD."motivation", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."proof", OLD."retired_at", OLD."role", OLD."text", OLD."title"); RETURN NULL;',
                    hash="1619ac69993db1098be883d41dd2610c2603b8d9",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_e8656",
                    table="stakeholders_argument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="argument",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_argumentevent" ("created_at", "created_by_id", "family", "id", "motivation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proof", "retired_at", "role", "text", "title") VALUES (OLD."created_at", OLD."created_by_id", OLD."family", OLD."id", OLD."motivation", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."proof", OLD."retired_at", OLD."role", OLD."text", OLD."title"); RETURN NULL;',
                    hash="8ec85df5d2f221470ee02da5d174beba4b8a6bcb",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_9b13a",
                    table="stakeholders_argument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="argumentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e9759281e9e4dd0b4ac43f697372922a9b6d1ab0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_71830",
                    table="stakeholders_argumentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committee",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_committeeevent" ("account_id", "binned_at", "created_at", "created_by_id", "id", "kind", "meets", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."binned_at", OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", OLD."meets", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="157897fedb69c95b34ff282a7cbbccd698b5957b",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_e257b",
                    table="stakeholders_committee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committee",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_committeeevent" ("account_id", "binned_at", "created_at", "created_by_id", "id", "kind", "meets", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."binned_at", OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", OLD."meets", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="f43de36380e9ce8e83cf8666373aad5da7d3e652",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_24e82",
                    table="stakeholders_committee",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="committeeentity",
            constraint=models.UniqueConstraint(fields=("committee", "account"), name="committee_entity_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committeeentity",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_committeeentityevent" ("account_id", "committee_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."committee_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="a75ae1a7f18446fd4a1e456f9f5cb5e3ccc30ad6",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_6ce37",
                    table="stakeholders_committeeentity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committeeentity",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_committeeentityevent" ("account_id", "committee_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."committee_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="8509cfafcf7bdf8388d1d6348a1575d0c903f024",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_e9e15",
                    table="stakeholders_committeeentity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committeeentityevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ddb2639048dc147f6f6d2a6a25280f63e7802bb4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_84764",
                    table="stakeholders_committeeentityevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committeeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0a792fcb4e0d8d46bf5968bc6f5988c575a1c74a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_62491",
                    table="stakeholders_committeeevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="committeemember",
            constraint=models.UniqueConstraint(fields=("committee", "person"), name="committee_member_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committeemember",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_committeememberevent" ("committee_id", "id", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."committee_id", OLD."id", OLD."part", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="2efc717ab2cc03a53da49eb1f57ea85a8a3681cb",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_85b73",
                    table="stakeholders_committeemember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committeemember",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_committeememberevent" ("committee_id", "id", "part", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."committee_id", OLD."id", OLD."part", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="1cd7a2fc77335e4b21a152da0d2b8b92db143ff8",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_17f2b",
                    table="stakeholders_committeemember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committeememberevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ab0ecadf91e51d6958e1e3d2850a21d8405c860b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bfaa3",
                    table="stakeholders_committeememberevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionmap",
            constraint=models.UniqueConstraint(
                condition=models.Q(("main", True)), fields=("account",), name="main_map_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionmap",
            constraint=models.CheckConstraint(
                condition=models.Q(("main", True), models.Q(("name", ""), _negated=True), _connector="OR"),
                name="map_has_a_name",
                violation_error_message="Give the map a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionmap",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("budget_opens__isnull", True), ("budget_opens__range", (1, 12)), _connector="OR"
                ),
                name="budget_opens_month",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionmap",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("budget_closes__isnull", True), ("budget_closes__range", (1, 12)), _connector="OR"
                ),
                name="budget_closes_month",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionmap",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_decisionmapevent" ("account_id", "binned_at", "budget_closes", "budget_opens", "created_at", "created_by_id", "expected", "id", "main", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tender") VALUES (OLD."account_id", OLD."binned_at", OLD."budget_closes", OLD."budget_opens", OLD."created_at", OLD."created_by_id", OLD."expected", OLD."id", OLD."main", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."tender"); RETURN NULL;',
                    hash="6a107f46c9f65b39ba7c58d4c72527418e1451a1",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_5ec7b",
                    table="stakeholders_decisionmap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionmap",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_decisionmapevent" ("account_id", "binned_at", "budget_closes", "budget_opens", "created_at", "created_by_id", "expected", "id", "main", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tender") VALUES (OLD."account_id", OLD."binned_at", OLD."budget_closes", OLD."budget_opens", OLD."created_at", OLD."created_by_id", OLD."expected", OLD."id", OLD."main", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."tender"); RETURN NULL;',
                    hash="f271bcde229a5e2df0595d99b04eb23586e65285",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_b5c5a",
                    table="stakeholders_decisionmap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionmapevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cffd2792ac30b2096d334984fae50bf832fe9862",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a25d0",
                    table="stakeholders_decisionmapevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionstep",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_decisionstepevent" ("committee_id", "created_at", "days", "id", "map_id", "name", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (OLD."committee_id", OLD."created_at", OLD."days", OLD."id", OLD."map_id", OLD."name", OLD."note", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rank"); RETURN NULL;',
                    hash="4c7fffca479a2a047c751a3078efd1a2d33e98f4",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_dec23",
                    table="stakeholders_decisionstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionstep",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_decisionstepevent" ("committee_id", "created_at", "days", "id", "map_id", "name", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (OLD."committee_id", OLD."created_at", OLD."days", OLD."id", OLD."map_id", OLD."name", OLD."note", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rank"); RETURN NULL;',
                    hash="577407b01f39c52e78819e55fce29684595e4ff2",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_a852a",
                    table="stakeholders_decisionstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionstepevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="200a7093c7fd98eef7c5b9113320af7fb3e35318",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3838e",
                    table="stakeholders_decisionstepevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="departure",
            index=models.Index(fields=["account", "-noted_at"], name="departure_by_account"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="departure",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_departureevent" ("account_id", "cancelled_at", "closed_at", "id", "noted_at", "noted_by_id", "on", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "replacement_id", "was") VALUES (OLD."account_id", OLD."cancelled_at", OLD."closed_at", OLD."id", OLD."noted_at", OLD."noted_by_id", OLD."on", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position_id", OLD."replacement_id", OLD."was"); RETURN NULL;',
                    hash="67ff2d267f77956077e1de521806c69b609cceaa",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_66c3c",
                    table="stakeholders_departure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="departure",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_departureevent" ("account_id", "cancelled_at", "closed_at", "id", "noted_at", "noted_by_id", "on", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "replacement_id", "was") VALUES (OLD."account_id", OLD."cancelled_at", OLD."closed_at", OLD."id", OLD."noted_at", OLD."noted_by_id", OLD."on", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position_id", OLD."replacement_id", OLD."was"); RETURN NULL;',
                    hash="3d0d7b4fa5fef61c2be40c3dd297eebdd149b695",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_b78b0",
                    table="stakeholders_departure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="departureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="504042fa534a70a4bf7b4e1ee9521ed49e109a07",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_013e8",
                    table="stakeholders_departureevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="departuretask",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_departuretaskevent" ("code", "departure_id", "done_at", "done_by_id", "due_on", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "set_aside", "text") VALUES (OLD."code", OLD."departure_id", OLD."done_at", OLD."done_by_id", OLD."due_on", OLD."id", OLD."owner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rank", OLD."set_aside", OLD."text"); RETURN NULL;',
                    hash="da3e80afb73ef2b4a57f74d9f84a483fc20ab49e",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_6ee3a",
                    table="stakeholders_departuretask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="departuretask",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_departuretaskevent" ("code", "departure_id", "done_at", "done_by_id", "due_on", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "set_aside", "text") VALUES (OLD."code", OLD."departure_id", OLD."done_at", OLD."done_by_id", OLD."due_on", OLD."id", OLD."owner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rank", OLD."set_aside", OLD."text"); RETURN NULL;',
                    hash="d2e21b61d655bb793382dc70d3f8896b9c899109",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_0025c",
                    table="stakeholders_departuretask",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="departuretaskevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fa07e20d1e601f687e5185d297bafaea7ce83415",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_da11f",
                    table="stakeholders_departuretaskevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="introduction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["asked", "accepted"])),
                fields=("person", "through", "asked_by"),
                name="introduction_open_once",
                violation_error_message="You have asked for this introduction already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="introduction",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_introductionevent" ("answer", "answered_at", "asked_at", "asked_by_id", "id", "message", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "through_id") VALUES (OLD."answer", OLD."answered_at", OLD."asked_at", OLD."asked_by_id", OLD."id", OLD."message", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."state", OLD."through_id"); RETURN NULL;',
                    hash="822aaa8147fc1f05153bf62e03dfe36afe9a7741",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_2f680",
                    table="stakeholders_introduction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="introduction",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_introductionevent" ("answer", "answered_at", "asked_at", "asked_by_id", "id", "message", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "through_id") VALUES (OLD."answer", OLD."answered_at", OLD."asked_at", OLD."asked_by_id", OLD."id", OLD."message", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."state", OLD."through_id"); RETURN NULL;',
                    hash="735b8e27d0026247a57a41ccf8db30d2e297beb4",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_30df5",
                    table="stakeholders_introduction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="introductionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9c84d19b1f47bd77bd8db292822c2d38fd3f4009",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_26184",
                    table="stakeholders_introductionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="notsameperson",
            constraint=models.UniqueConstraint(fields=("first", "second"), name="not_same_person_once"),
        ),
        migrations.AddConstraint(
            model_name="notsameperson",
            constraint=models.CheckConstraint(
                condition=models.Q(("first__lt", models.F("second"))), name="not_same_person_ordered"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notsameperson",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_notsamepersonevent" ("at", "by_id", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (OLD."at", OLD."by_id", OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."second_id"); RETURN NULL;',
                    hash="4aabab1475554873c440ee74729d19185b852200",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_d4438",
                    table="stakeholders_notsameperson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notsameperson",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_notsamepersonevent" ("at", "by_id", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (OLD."at", OLD."by_id", OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."second_id"); RETURN NULL;',
                    hash="d6694e46b14c717a73427079e16fd58583cfebb5",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_b3c9a",
                    table="stakeholders_notsameperson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notsamepersonevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1cde70fa46af20a400dc11932753dfb8caf1b168",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c9151",
                    table="stakeholders_notsamepersonevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="optout",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lifted_at__isnull", True)),
                fields=("person", "channel"),
                name="opt_out_once",
                violation_error_message="They have refused this channel already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="optout",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_optoutevent" ("at", "by_id", "channel", "id", "lifted_at", "lifted_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said") VALUES (OLD."at", OLD."by_id", OLD."channel", OLD."id", OLD."lifted_at", OLD."lifted_by_id", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."said"); RETURN NULL;',
                    hash="6518ba1660480acb81aabc936ea4d9e223323b99",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_a7cff",
                    table="stakeholders_optout",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="optout",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_optoutevent" ("at", "by_id", "channel", "id", "lifted_at", "lifted_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said") VALUES (OLD."at", OLD."by_id", OLD."channel", OLD."id", OLD."lifted_at", OLD."lifted_by_id", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."said"); RETURN NULL;',
                    hash="512c701d04eb5a63a721d6d5a5b296b0e5ccf847",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_7d4a0",
                    table="stakeholders_optout",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="optoutevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7c6726b82f7f3add1d0ac0d8b689c44d48ad4d13",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c723f",
                    table="stakeholders_optoutevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="personmerge",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept", models.F("absorbed")), _negated=True), name="person_merge_of_two"
            ),
        ),
        migrations.AddConstraint(
            model_name="personmerge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at__isnull", True)),
                fields=("absorbed",),
                name="person_absorbed_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personmerge",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_personmergeevent" ("absorbed_id", "at", "by_id", "choices", "id", "kept_id", "ledger", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undoable_until", "undone_at", "undone_by_id") VALUES (OLD."absorbed_id", OLD."at", OLD."by_id", OLD."choices", OLD."id", OLD."kept_id", OLD."ledger", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."undoable_until", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                    hash="4887fc2e9bdfed1954abb89568d18d9fd1ff8577",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_c9834",
                    table="stakeholders_personmerge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personmerge",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_personmergeevent" ("absorbed_id", "at", "by_id", "choices", "id", "kept_id", "ledger", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undoable_until", "undone_at", "undone_by_id") VALUES (OLD."absorbed_id", OLD."at", OLD."by_id", OLD."choices", OLD."id", OLD."kept_id", OLD."ledger", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."undoable_until", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                    hash="0e8b816a173f771a99b3d2c0b6c98d19ac81d8c9",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_a86c4",
                    table="stakeholders_personmerge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personmergeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="00b8cccf71be1f2d84688afbf53de44e8c855d28",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b9f53",
                    table="stakeholders_personmergeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seatevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8112f272fbc1907a50189d01d3762d190704e8ca",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7d760",
                    table="stakeholders_seatevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="segment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("binned_at__isnull", True)),
                fields=("owner", "name"),
                name="segment_once",
                violation_error_message="You have a segment of that name already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="segment",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_segmentevent" ("binned_at", "changed_at", "created_at", "filters", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shared") VALUES (OLD."binned_at", OLD."changed_at", OLD."created_at", OLD."filters", OLD."id", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."shared"); RETURN NULL;',
                    hash="c7d6f1771e966589fb4f816adc55e627d0c3b395",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_6f505",
                    table="stakeholders_segment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="segment",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_segmentevent" ("binned_at", "changed_at", "created_at", "filters", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shared") VALUES (OLD."binned_at", OLD."changed_at", OLD."created_at", OLD."filters", OLD."id", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."shared"); RETURN NULL;',
                    hash="6fb25b624a7feb2e8e1cd0f52619b4aca48df64e",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_fa053",
                    table="stakeholders_segment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="segmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="62f76ba0dfacba70f3e8053d883df9ae27ba6cb2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_153d2",
                    table="stakeholders_segmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="stake",
            index=models.Index(fields=["person"], name="stake_by_person"),
        ),
        migrations.AddIndex(
            model_name="stake",
            index=django.contrib.postgres.indexes.GinIndex(fields=["roles"], name="stake_roles"),
        ),
        migrations.AddIndex(
            model_name="stake",
            index=django.contrib.postgres.indexes.GinIndex(fields=["topics"], name="stake_topics"),
        ),
        migrations.AddConstraint(
            model_name="stake",
            constraint=models.UniqueConstraint(fields=("map", "person"), name="stake_once"),
        ),
        migrations.AddConstraint(
            model_name="stake",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("influence__isnull", True), ("influence__range", (1, 5)), _connector="OR"
                ),
                name="influence_of_five",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stake",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_stakeevent" ("changed_at", "created_at", "created_by_id", "desired", "id", "influence", "level", "map_id", "motivations", "note", "owner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "roles", "stance", "topics") VALUES (OLD."changed_at", OLD."created_at", OLD."created_by_id", OLD."desired", OLD."id", OLD."influence", OLD."level", OLD."map_id", OLD."motivations", OLD."note", OLD."owner_id", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."removed_at", OLD."roles", OLD."stance", OLD."topics"); RETURN NULL;',
                    hash="50d3ca76f724da5ee68988e4fbcfe2eb5ed50e9a",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_68268",
                    table="stakeholders_stake",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stake",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_stakeevent" ("changed_at", "created_at", "created_by_id", "desired", "id", "influence", "level", "map_id", "motivations", "note", "owner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "roles", "stance", "topics") VALUES (OLD."changed_at", OLD."created_at", OLD."created_by_id", OLD."desired", OLD."id", OLD."influence", OLD."level", OLD."map_id", OLD."motivations", OLD."note", OLD."owner_id", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."removed_at", OLD."roles", OLD."stance", OLD."topics"); RETURN NULL;',
                    hash="d83306bbf51119e7f5a2899ce7318fc826ba46b7",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_e6b99",
                    table="stakeholders_stake",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="influencelinkevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6c0d71071a81bb84fe3517ab529ad24581c71182",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_82d83",
                    table="stakeholders_influencelinkevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="influencelink",
            constraint=models.UniqueConstraint(
                fields=("source", "target", "kind"), name="influence_link_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="influencelink",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", models.F("target")), _negated=True),
                name="influence_link_of_two",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="influencelink",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_influencelinkevent" ("created_at", "created_by_id", "id", "kind", "label", "map_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "target_id") VALUES (OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", OLD."label", OLD."map_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."source_id", OLD."target_id"); RETURN NULL;',
                    hash="04b56426e2b5b951d0d8c7bb070f7893d5eed58c",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_196d6",
                    table="stakeholders_influencelink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="influencelink",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_influencelinkevent" ("created_at", "created_by_id", "id", "kind", "label", "map_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "target_id") VALUES (OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", OLD."label", OLD."map_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."source_id", OLD."target_id"); RETURN NULL;',
                    hash="7a7f22f977b3f918e865dd59b38edbb8f38a11aa",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_8e999",
                    table="stakeholders_influencelink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0e9275843e0434d036d061a8919617fa3f326957",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7d5fa",
                    table="stakeholders_evidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="evidence",
            index=models.Index(fields=["stake", "claim", "-on"], name="evidence_by_stake"),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("sentence", ""), _negated=True),
                name="evidence_says_something",
                violation_error_message="Say what was seen or heard.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "stakeholders_evidenceevent" ("author_id", "claim", "created_at", "grade", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence", "stake_id", "value", "withdrawn_at") VALUES (OLD."author_id", OLD."claim", OLD."created_at", OLD."grade", OLD."id", OLD."on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."sentence", OLD."stake_id", OLD."value", OLD."withdrawn_at"); RETURN NULL;',
                    hash="fe099c0300fda2af35969d92e2138a33e17555c7",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_ced1d",
                    table="stakeholders_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "stakeholders_evidenceevent" ("author_id", "claim", "created_at", "grade", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sentence", "stake_id", "value", "withdrawn_at") VALUES (OLD."author_id", OLD."claim", OLD."created_at", OLD."grade", OLD."id", OLD."on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."sentence", OLD."stake_id", OLD."value", OLD."withdrawn_at"); RETURN NULL;',
                    hash="db3878b92545b2e32dfa2794a39f9957ae9b57dc",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_9d64a",
                    table="stakeholders_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stakeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="89517767919c723cd1e9bb6b594845161d8aff9e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c3674",
                    table="stakeholders_stakeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="220247ad26b25c32895c050dfebadf16eda947ce",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ef4f3",
                    table="stakeholders_termevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
