import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import kameo.core.clock
import kameo.core.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_identifier_value"),
        ("people", "0002_roles"),
        ("people", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Advocacy",
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
                            ("permission", "Permission to quote"),
                            ("case_study", "Case study"),
                            ("call", "Reference call"),
                            ("introduction", "Introduction"),
                            ("recommendation", "Recommendation"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                ("on", models.DateField(default=kameo.core.clock.company_today, verbose_name="on")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                ("person", models.CharField(blank=True, max_length=160, verbose_name="who at the customer")),
                ("text", models.TextField(blank=True, verbose_name="what was said or agreed")),
                ("url", models.URLField(blank=True, max_length=300, verbose_name="link")),
                (
                    "business",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=18,
                        null=True,
                        verbose_name="business it brought",
                    ),
                ),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("binned_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="advocacies",
                        to="accounts.account",
                    ),
                ),
                (
                    "benefits",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.account",
                        verbose_name="account it brought",
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
            ],
            options={
                "verbose_name_plural": "advocacies",
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="AdvocacyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("permission", "Permission to quote"),
                            ("case_study", "Case study"),
                            ("call", "Reference call"),
                            ("introduction", "Introduction"),
                            ("recommendation", "Recommendation"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                ("on", models.DateField(default=kameo.core.clock.company_today, verbose_name="on")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                ("person", models.CharField(blank=True, max_length=160, verbose_name="who at the customer")),
                ("text", models.TextField(blank=True, verbose_name="what was said or agreed")),
                ("url", models.URLField(blank=True, max_length=300, verbose_name="link")),
                (
                    "business",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=18,
                        null=True,
                        verbose_name="business it brought",
                    ),
                ),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("binned_at", models.DateTimeField(blank=True, null=True)),
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
                    "benefits",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.account",
                        verbose_name="account it brought",
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
                        to="accounts.advocacy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="objective")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        default=1,
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="weight",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now)),
                (
                    "created_by",
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
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Alignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "value",
                    models.SmallIntegerField(
                        choices=[(-1, "Harmful"), (0, "None"), (1, "Indirect"), (2, "Strong")],
                        null=True,
                        verbose_name="alignment",
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="alignments",
                        to="accounts.account",
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
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="alignments",
                        to="accounts.objective",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="AlignmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "value",
                    models.SmallIntegerField(
                        choices=[(-1, "Harmful"), (0, "None"), (1, "Indirect"), (2, "Strong")],
                        null=True,
                        verbose_name="alignment",
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
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
                        to="accounts.alignment",
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.objective",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BoxCell",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "attractiveness",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(2)]
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(2)]
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=80, verbose_name="name")),
                ("strategy", models.TextField(blank=True, verbose_name="strategy")),
                ("service_level", models.TextField(blank=True, verbose_name="service level")),
            ],
            options={
                "ordering": ["-attractiveness", "position"],
            },
        ),
        migrations.CreateModel(
            name="BoxCellEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "attractiveness",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(2)]
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(2)]
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=80, verbose_name="name")),
                ("strategy", models.TextField(blank=True, verbose_name="strategy")),
                ("service_level", models.TextField(blank=True, verbose_name="service level")),
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
                        to="accounts.boxcell",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BoxCriterion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(blank=True, max_length=40)),
                (
                    "axis",
                    models.CharField(
                        choices=[("attractiveness", "Attractiveness"), ("position", "Relative position")],
                        max_length=14,
                        verbose_name="axis",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("help", models.CharField(blank=True, max_length=250, verbose_name="what 0 and 5 mean")),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        default=1,
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="weight",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "box criteria",
                "ordering": ["axis", "position", "id"],
            },
        ),
        migrations.CreateModel(
            name="BoxCriterionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("key", models.SlugField(blank=True, db_index=False, max_length=40)),
                (
                    "axis",
                    models.CharField(
                        choices=[("attractiveness", "Attractiveness"), ("position", "Relative position")],
                        max_length=14,
                        verbose_name="axis",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("help", models.CharField(blank=True, max_length=250, verbose_name="what 0 and 5 mean")),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        default=1,
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="weight",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
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
                        to="accounts.boxcriterion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BoxRating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="score",
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="box_ratings",
                        to="accounts.account",
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
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="accounts.boxcriterion",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="BoxRatingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="score",
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
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
                    "criterion",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.boxcriterion",
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
                        to="accounts.boxrating",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BulkChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=20)),
                ("data", models.JSONField(default=dict)),
                ("count", models.PositiveIntegerField(default=0)),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
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
            name="BulkChangeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("what", models.CharField(max_length=20)),
                ("data", models.JSONField(default=dict)),
                ("count", models.PositiveIntegerField(default=0)),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
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
                        to="accounts.bulkchange",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BulkItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="accounts.bulkchange",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="BulkItemEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
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
                    "change",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.bulkchange",
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
                        to="accounts.bulkitem",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CapExcess",
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
                        choices=[("key", "key accounts"), ("large", "large accounts")], max_length=10
                    ),
                ),
                ("cap", models.PositiveSmallIntegerField()),
                ("held", models.PositiveSmallIntegerField(help_text="How many they lead with this one.")),
                ("reason", models.TextField(verbose_name="reason")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cap_excesses",
                        to="accounts.account",
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "cap excesses",
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="CapExcessEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("key", "key accounts"), ("large", "large accounts")], max_length=10
                    ),
                ),
                ("cap", models.PositiveSmallIntegerField()),
                ("held", models.PositiveSmallIntegerField(help_text="How many they lead with this one.")),
                ("reason", models.TextField(verbose_name="reason")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
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
                        to="accounts.capexcess",
                    ),
                ),
                (
                    "user",
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
            name="ClassDecision",
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
                        choices=[("accepted", "Accepted"), ("overridden", "Overridden")],
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                ("large", models.BooleanField(verbose_name="large account")),
                ("key", models.BooleanField(verbose_name="key account")),
                ("computed_large", models.BooleanField(null=True)),
                ("computed_key", models.BooleanField(null=True)),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("decided_on", models.DateField(default=kameo.core.clock.company_today)),
                ("decided_at", models.DateTimeField(default=kameo.core.clock.now)),
                ("due_on", models.DateField(verbose_name="to be looked at again on")),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="expires on")),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("ended_reason", models.TextField(blank=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="class_decisions",
                        to="accounts.account",
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
                    "ended_by",
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
                "ordering": ["-decided_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ClassDecisionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("accepted", "Accepted"), ("overridden", "Overridden")],
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                ("large", models.BooleanField(verbose_name="large account")),
                ("key", models.BooleanField(verbose_name="key account")),
                ("computed_large", models.BooleanField(null=True)),
                ("computed_key", models.BooleanField(null=True)),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("decided_on", models.DateField(default=kameo.core.clock.company_today)),
                ("decided_at", models.DateTimeField(default=kameo.core.clock.now)),
                ("due_on", models.DateField(verbose_name="to be looked at again on")),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="expires on")),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("ended_reason", models.TextField(blank=True)),
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
                    "ended_by",
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
                        to="accounts.classdecision",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClassSnapshot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                (
                    "account_class",
                    models.CharField(
                        choices=[
                            ("large_key", "Large and key account"),
                            ("key", "Key account"),
                            ("large", "Large account"),
                            ("standard", "Standard account"),
                        ],
                        max_length=10,
                    ),
                ),
                ("large", models.BooleanField(null=True)),
                ("key", models.BooleanField(null=True)),
                ("scorecard", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("alignment", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("source", models.CharField(default="computed", max_length=10)),
                ("inputs", models.JSONField(default=dict)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="class_snapshots",
                        to="accounts.account",
                    ),
                ),
            ],
            options={
                "ordering": ["-day"],
            },
        ),
        migrations.CreateModel(
            name="Competitor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                (
                    "sort_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=kameo.core.text.Fold(models.F("name")),
                        output_field=models.TextField(),
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=300, verbose_name="website")),
                ("note", models.TextField(blank=True, verbose_name="strengths and weaknesses")),
            ],
            options={
                "ordering": ["sort_name"],
            },
        ),
        migrations.CreateModel(
            name="CompetitorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                ("website", models.URLField(blank=True, max_length=300, verbose_name="website")),
                ("note", models.TextField(blank=True, verbose_name="strengths and weaknesses")),
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
                        to="accounts.competitor",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CompetitorPresence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("product", models.CharField(blank=True, max_length=160, verbose_name="product or service")),
                ("incumbent", models.BooleanField(default=False, verbose_name="incumbent")),
                (
                    "contract_ends_on",
                    models.DateField(blank=True, null=True, verbose_name="contract ends on"),
                ),
                (
                    "share",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="share of wallet",
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("binned_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="competitors",
                        to="accounts.account",
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
                    "competitor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="presences",
                        to="accounts.competitor",
                    ),
                ),
            ],
            options={
                "ordering": ["account_id", "id"],
            },
        ),
        migrations.CreateModel(
            name="CompetitorPresenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("product", models.CharField(blank=True, max_length=160, verbose_name="product or service")),
                ("incumbent", models.BooleanField(default=False, verbose_name="incumbent")),
                (
                    "contract_ends_on",
                    models.DateField(blank=True, null=True, verbose_name="contract ends on"),
                ),
                (
                    "share",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="share of wallet",
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("binned_at", models.DateTimeField(blank=True, null=True)),
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
                    "competitor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.competitor",
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
                        to="accounts.competitorpresence",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Criterion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(blank=True, max_length=40)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="weight",
                    ),
                ),
                ("anchors", models.JSONField(blank=True, default=list, verbose_name="anchors")),
                ("steps", models.JSONField(blank=True, default=list, verbose_name="steps")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="accounts.criterion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "criteria",
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="CriterionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("key", models.SlugField(blank=True, db_index=False, max_length=40)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="weight",
                    ),
                ),
                ("anchors", models.JSONField(blank=True, default=list, verbose_name="anchors")),
                ("steps", models.JSONField(blank=True, default=list, verbose_name="steps")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.criterion",
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
                        to="accounts.criterion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CriterionRating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="score",
                    ),
                ),
                ("proposed", models.PositiveSmallIntegerField(null=True)),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="criterion_ratings",
                        to="accounts.account",
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
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="accounts.criterion",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="CriterionRatingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="score",
                    ),
                ),
                ("proposed", models.PositiveSmallIntegerField(null=True)),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
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
                    "criterion",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.criterion",
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
                        to="accounts.criterionrating",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Merge",
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
                        to="accounts.account",
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
                        to="accounts.account",
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
            name="MergeEvent",
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
                        to="accounts.account",
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
                        to="accounts.account",
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
                        to="accounts.merge",
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
            name="NotTwins",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.account"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "not twins",
            },
        ),
        migrations.CreateModel(
            name="NotTwinsEvent",
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
                        to="accounts.account",
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
                        to="accounts.nottwins",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.account",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ObjectiveEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=160, verbose_name="objective")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        default=1,
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="weight",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now)),
                (
                    "created_by",
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
                        to="accounts.objective",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("shared", models.BooleanField(default=False, verbose_name="shared with everybody")),
                ("layout", models.CharField(default="list", max_length=8)),
                ("columns", models.JSONField(default=list)),
                ("filters", models.JSONField(default=dict)),
                ("sort", models.CharField(blank=True, max_length=40)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now)),
                ("changed_at", models.DateTimeField(default=kameo.core.clock.now)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.team",
                        verbose_name="shared with",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "name", "id"],
            },
        ),
        migrations.CreateModel(
            name="SavedViewEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("shared", models.BooleanField(default=False, verbose_name="shared with everybody")),
                ("layout", models.CharField(default="list", max_length=8)),
                ("columns", models.JSONField(default=list)),
                ("filters", models.JSONField(default=dict)),
                ("sort", models.CharField(blank=True, max_length=40)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=kameo.core.clock.now)),
                ("changed_at", models.DateTimeField(default=kameo.core.clock.now)),
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
                        to="accounts.savedview",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.team",
                        verbose_name="shared with",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SectorNote",
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
                            ("market", "Market"),
                            ("trend", "Trend"),
                            ("competitor", "Competitor of the customer"),
                            ("news", "News"),
                        ],
                        max_length=12,
                        verbose_name="about",
                    ),
                ),
                ("on", models.DateField(default=kameo.core.clock.company_today, verbose_name="on")),
                ("text", models.TextField(verbose_name="note")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="source")),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="tags",
                    ),
                ),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("binned_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sector_notes",
                        to="accounts.account",
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
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="SectorNoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("market", "Market"),
                            ("trend", "Trend"),
                            ("competitor", "Competitor of the customer"),
                            ("news", "News"),
                        ],
                        max_length=12,
                        verbose_name="about",
                    ),
                ),
                ("on", models.DateField(default=kameo.core.clock.company_today, verbose_name="on")),
                ("text", models.TextField(verbose_name="note")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="source")),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="tags",
                    ),
                ),
                ("at", models.DateTimeField(default=kameo.core.clock.now)),
                ("binned_at", models.DateTimeField(blank=True, null=True)),
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
                        to="accounts.sectornote",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="account",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="account",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="account",
            name="cadence_days",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Longest time between two contacts, in days; the orientation's when empty.",
                null=True,
                verbose_name="cadence",
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="accounts.account",
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="orientation",
            field=models.CharField(
                blank=True,
                choices=[("business", "Brings business"), ("strategy", "Serves our strategy")],
                db_default="",
                default="",
                help_text="What the relationship is for first: it chooses the default cadence and goals.",
                max_length=8,
                verbose_name="orientation",
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="watched",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Small today, with a strategic potential to follow (R16).",
                verbose_name="on the watch-list",
            ),
        ),
        migrations.AddField(
            model_name="accountevent",
            name="cadence_days",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="Longest time between two contacts, in days; the orientation's when empty.",
                null=True,
                verbose_name="cadence",
            ),
        ),
        migrations.AddField(
            model_name="accountevent",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.account",
            ),
        ),
        migrations.AddField(
            model_name="accountevent",
            name="orientation",
            field=models.CharField(
                blank=True,
                choices=[("business", "Brings business"), ("strategy", "Serves our strategy")],
                db_default="",
                default="",
                help_text="What the relationship is for first: it chooses the default cadence and goals.",
                max_length=8,
                verbose_name="orientation",
            ),
        ),
        migrations.AddField(
            model_name="accountevent",
            name="watched",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Small today, with a strategic potential to follow (R16).",
                verbose_name="on the watch-list",
            ),
        ),
        migrations.AddField(
            model_name="accountpulse",
            name="alignment",
            field=models.DecimalField(decimal_places=2, max_digits=5, null=True),
        ),
        migrations.AddField(
            model_name="accountpulse",
            name="alignment_completeness",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name="accountpulse",
            name="class_source",
            field=models.CharField(db_default="computed", default="computed", max_length=10),
        ),
        migrations.AddField(
            model_name="accountpulse",
            name="computed_key",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="accountpulse",
            name="computed_large",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="accountpulse",
            name="scorecard",
            field=models.DecimalField(decimal_places=2, max_digits=5, null=True),
        ),
        migrations.AddField(
            model_name="accountpulse",
            name="scorecard_completeness",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AlterField(
            model_name="timelineentry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("note", "Note"),
                    ("call", "Call"),
                    ("mail", "E-mail"),
                    ("meeting", "Meeting"),
                    ("invoice", "Invoice"),
                    ("credit_note", "Credit note"),
                    ("document", "Document"),
                    ("status", "Status"),
                    ("team", "Team"),
                    ("structure", "Structure"),
                    ("class", "Class"),
                ],
                max_length=12,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."binned_at" IS DISTINCT FROM (NEW."binned_at") OR OLD."binned_by_id" IS DISTINCT FROM (NEW."binned_by_id") OR OLD."cadence_days" IS DISTINCT FROM (NEW."cadence_days") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."confidential" IS DISTINCT FROM (NEW."confidential") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."headcount" IS DISTINCT FROM (NEW."headcount") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."legal_name" IS DISTINCT FROM (NEW."legal_name") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."naf" IS DISTINCT FROM (NEW."naf") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."orientation" IS DISTINCT FROM (NEW."orientation") OR OLD."own_revenue" IS DISTINCT FROM (NEW."own_revenue") OR OLD."own_revenue_currency" IS DISTINCT FROM (NEW."own_revenue_currency") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."potential" IS DISTINCT FROM (NEW."potential") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."status_at" IS DISTINCT FROM (NEW."status_at") OR OLD."status_by_id" IS DISTINCT FROM (NEW."status_by_id") OR OLD."tags" IS DISTINCT FROM (NEW."tags") OR OLD."watched" IS DISTINCT FROM (NEW."watched") OR OLD."website" IS DISTINCT FROM (NEW."website"))',
                    func='INSERT INTO "accounts_accountevent" ("binned_at", "binned_by_id", "cadence_days", "changed_at", "confidential", "country", "created_at", "created_by_id", "description", "headcount", "id", "kind", "legal_name", "merged_into_id", "naf", "name", "orientation", "own_revenue", "own_revenue_currency", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "potential", "sector", "status", "status_at", "status_by_id", "tags", "watched", "website") VALUES (OLD."binned_at", OLD."binned_by_id", OLD."cadence_days", OLD."changed_at", OLD."confidential", OLD."country", OLD."created_at", OLD."created_by_id", OLD."description", OLD."headcount", OLD."id", OLD."kind", OLD."legal_name", OLD."merged_into_id", OLD."naf", OLD."name", OLD."orientation", OLD."own_revenue", OLD."own_revenue_currency", OLD."parent_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."phone", OLD."potential", OLD."sector", OLD."status", OLD."status_at", OLD."status_by_id", OLD."tags", OLD."watched", OLD."website"); RETURN NULL;',
                    hash="f053cbcb3ecf62c61a0d619e3969cad9afc93eb8",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_dfb00",
                    table="accounts_account",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_accountevent" ("binned_at", "binned_by_id", "cadence_days", "changed_at", "confidential", "country", "created_at", "created_by_id", "description", "headcount", "id", "kind", "legal_name", "merged_into_id", "naf", "name", "orientation", "own_revenue", "own_revenue_currency", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "potential", "sector", "status", "status_at", "status_by_id", "tags", "watched", "website") VALUES (OLD."binned_at", OLD."binned_by_id", OLD."cadence_days", OLD."changed_at", OLD."confidential", OLD."country", OLD."created_at", OLD."created_by_id", OLD."description", OLD."headcount", OLD."id", OLD."kind", OLD."legal_name", OLD."merged_into_id", OLD."naf", OLD."name", OLD."orientation", OLD."own_revenue", OLD."own_revenue_currency", OLD."parent_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."phone", OLD."potential", OLD."sector", OLD."status", OLD."status_at", OLD."status_by_id", OLD."tags", OLD."watched", OLD."website"); RETURN NULL;',
                    hash="6dbdae3e92bbec4c2652f5dd6a7f9c407ddd56c9",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_9a72e",
                    table="accounts_account",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="boxcell",
            constraint=models.UniqueConstraint(fields=("attractiveness", "position"), name="box_cell_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="boxcell",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_boxcellevent" ("attractiveness", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "service_level", "strategy") VALUES (OLD."attractiveness", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."service_level", OLD."strategy"); RETURN NULL;',
                    hash="05b4167b5c32c812c3b894ad43e34b2573166662",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_0ba73",
                    table="accounts_boxcell",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="boxcell",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_boxcellevent" ("attractiveness", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "service_level", "strategy") VALUES (OLD."attractiveness", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."service_level", OLD."strategy"); RETURN NULL;',
                    hash="5edda05c7d97f14cceba830ca5d8e1d3786ca43e",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_7dd84",
                    table="accounts_boxcell",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="boxcriterion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True), fields=("key",), name="box_criterion_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="boxcriterion",
            constraint=models.CheckConstraint(
                condition=models.Q(("weight__gte", 0)), name="box_weight_positive"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="boxcriterion",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_boxcriterionevent" ("axis", "help", "id", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_at", "weight") VALUES (OLD."axis", OLD."help", OLD."id", OLD."key", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."retired_at", OLD."weight"); RETURN NULL;',
                    hash="847431c01037f9ea08439e075489d9861a33d066",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_f163d",
                    table="accounts_boxcriterion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="boxcriterion",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_boxcriterionevent" ("axis", "help", "id", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_at", "weight") VALUES (OLD."axis", OLD."help", OLD."id", OLD."key", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."retired_at", OLD."weight"); RETURN NULL;',
                    hash="df9103b01fd337f13ad074588a998ecdb41d3ae4",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_72f58",
                    table="accounts_boxcriterion",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="competitor",
            constraint=models.UniqueConstraint(
                fields=("sort_name",),
                name="competitor_once",
                violation_error_message="This competitor is in the list already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="competitor",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."website" IS DISTINCT FROM (NEW."website"))',
                    func='INSERT INTO "accounts_competitorevent" ("id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") VALUES (OLD."id", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."website"); RETURN NULL;',
                    hash="a92f2f6cc4888411b5b2c2ca77f9a6bd5d0a9e96",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_fe132",
                    table="accounts_competitor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="competitor",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_competitorevent" ("id", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "website") VALUES (OLD."id", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."website"); RETURN NULL;',
                    hash="904ccf711bb1e63fdcd446f6635eac8eefd27f27",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_667e3",
                    table="accounts_competitor",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="advocacy",
            index=models.Index(fields=["account", "-on"], name="advocacy_by_account"),
        ),
        migrations.AddConstraint(
            model_name="advocacy",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_until__gte", models.F("on"))), name="advocacy_ends_after_start"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="advocacy",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_advocacyevent" ("account_id", "at", "benefits_id", "binned_at", "business", "by_id", "id", "kind", "on", "person", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "url", "valid_until") VALUES (OLD."account_id", OLD."at", OLD."benefits_id", OLD."binned_at", OLD."business", OLD."by_id", OLD."id", OLD."kind", OLD."on", OLD."person", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."text", OLD."url", OLD."valid_until"); RETURN NULL;',
                    hash="27a9d23443d3dc13e95b454152aa36f6183174ec",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_606fd",
                    table="accounts_advocacy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="advocacy",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_advocacyevent" ("account_id", "at", "benefits_id", "binned_at", "business", "by_id", "id", "kind", "on", "person", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "url", "valid_until") VALUES (OLD."account_id", OLD."at", OLD."benefits_id", OLD."binned_at", OLD."business", OLD."by_id", OLD."id", OLD."kind", OLD."on", OLD."person", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."text", OLD."url", OLD."valid_until"); RETURN NULL;',
                    hash="6c1117726cc0b282166af8f51d5c7e3e8d78e953",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_3a269",
                    table="accounts_advocacy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="advocacyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a00f1d45f03970a601375f3120996a70f44275d0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6b35a",
                    table="accounts_advocacyevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="boxcellevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="36b500ce0b67723c07cf77f366b4a4601d842087",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_31a94",
                    table="accounts_boxcellevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="boxcriterionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="115dd20186582dd1863ec737a0b50c3a82ed2f35",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cb69a",
                    table="accounts_boxcriterionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="boxrating",
            index=models.Index(fields=["account", "criterion", "by", "-at"], name="box_rating_last"),
        ),
        migrations.AddConstraint(
            model_name="boxrating",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__isnull", True), ("score__lte", 5), _connector="OR"),
                name="box_rating_up_to_five",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="boxrating",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_boxratingevent" ("account_id", "at", "by_id", "criterion_id", "evidence", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."criterion_id", OLD."evidence", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."score"); RETURN NULL;',
                    hash="a5a44dffd87a48e21a3e07f3c170e4d3fd58e452",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_4baf0",
                    table="accounts_boxrating",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="boxrating",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_boxratingevent" ("account_id", "at", "by_id", "criterion_id", "evidence", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."criterion_id", OLD."evidence", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."score"); RETURN NULL;',
                    hash="525152f3e4e1db988e937f0c3134344ff8bcd073",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_02606",
                    table="accounts_boxrating",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="boxratingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d7fe9ba5df4fa09a907a8716fe108d6c0a3b9bb7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c305e",
                    table="accounts_boxratingevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bulkchange",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_bulkchangeevent" ("at", "by_id", "count", "data", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "what") VALUES (OLD."at", OLD."by_id", OLD."count", OLD."data", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."undone_at", OLD."what"); RETURN NULL;',
                    hash="df7d02869bc3beb3076adf42fc6d137694e45695",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_da542",
                    table="accounts_bulkchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bulkchange",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_bulkchangeevent" ("at", "by_id", "count", "data", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_at", "what") VALUES (OLD."at", OLD."by_id", OLD."count", OLD."data", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."undone_at", OLD."what"); RETURN NULL;',
                    hash="df855ca252220d82d69799576b4f8986891f718e",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_0f950",
                    table="accounts_bulkchange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bulkchangeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a6305955a23866b94b52a0047ef4b17173fa7fc7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_322ab",
                    table="accounts_bulkchangeevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="bulkitem",
            constraint=models.UniqueConstraint(fields=("change", "account"), name="bulk_item_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bulkitem",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_bulkitemevent" ("account_id", "after", "before", "change_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."after", OLD."before", OLD."change_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="15712c3ac42a17b05d43448b3ca06574ac761a16",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_01a07",
                    table="accounts_bulkitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bulkitem",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_bulkitemevent" ("account_id", "after", "before", "change_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."account_id", OLD."after", OLD."before", OLD."change_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="eb92d48dac704db227182138d69a24ea89a776e4",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_d9a81",
                    table="accounts_bulkitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bulkitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cad596a9d6a4ee9afb9aae83a5f73104fdffa784",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9f313",
                    table="accounts_bulkitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="capexcess",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="cap_excess_has_reason"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="capexcess",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_capexcessevent" ("account_id", "at", "by_id", "cap", "held", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "user_id") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."cap", OLD."held", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason", OLD."user_id"); RETURN NULL;',
                    hash="932a24c0e949b533b068c5e91e6a595dffe6a74c",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_ed686",
                    table="accounts_capexcess",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="capexcess",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_capexcessevent" ("account_id", "at", "by_id", "cap", "held", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "user_id") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."cap", OLD."held", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason", OLD."user_id"); RETURN NULL;',
                    hash="81dfa2d05a093ee8901e90ce32952a046d5c3f50",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_27363",
                    table="accounts_capexcess",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="capexcessevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f871444ea0f4229e5e03c048794bda502d1b5a60",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4d4ae",
                    table="accounts_capexcessevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="classdecision",
            index=models.Index(fields=["account", "-decided_at"], name="decision_last"),
        ),
        migrations.AddConstraint(
            model_name="classdecision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True)), fields=("account",), name="decision_one_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="classdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "overridden"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="decision_override_has_reason",
                violation_error_message="Say why the computed class is set aside.",
            ),
        ),
        migrations.AddConstraint(
            model_name="classdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_on__gt", models.F("decided_on"))), name="decision_expires_later"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="classdecision",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_classdecisionevent" ("account_id", "by_id", "computed_key", "computed_large", "decided_at", "decided_on", "due_on", "ended_by_id", "ended_on", "ended_reason", "expires_on", "id", "key", "kind", "large", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."account_id", OLD."by_id", OLD."computed_key", OLD."computed_large", OLD."decided_at", OLD."decided_on", OLD."due_on", OLD."ended_by_id", OLD."ended_on", OLD."ended_reason", OLD."expires_on", OLD."id", OLD."key", OLD."kind", OLD."large", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason"); RETURN NULL;',
                    hash="d9096819f2f72d3ba6b70e7896bbf4507d1e9437",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_23add",
                    table="accounts_classdecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="classdecision",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_classdecisionevent" ("account_id", "by_id", "computed_key", "computed_large", "decided_at", "decided_on", "due_on", "ended_by_id", "ended_on", "ended_reason", "expires_on", "id", "key", "kind", "large", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."account_id", OLD."by_id", OLD."computed_key", OLD."computed_large", OLD."decided_at", OLD."decided_on", OLD."due_on", OLD."ended_by_id", OLD."ended_on", OLD."ended_reason", OLD."expires_on", OLD."id", OLD."key", OLD."kind", OLD."large", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason"); RETURN NULL;',
                    hash="a1fac72467c23b9b44b6b474722b9604f9ebe3ab",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_ddcd1",
                    table="accounts_classdecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="classdecisionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ef3ead2f675e79b180a6fd3961c58fd57969837e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c808e",
                    table="accounts_classdecisionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="classsnapshot",
            constraint=models.UniqueConstraint(fields=("account", "day"), name="class_snapshot_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="competitorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="592f2c6933d9c0b1d1e6cf4f435a1375e7650770",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7d76b",
                    table="accounts_competitorevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="competitorpresence",
            index=models.Index(fields=["account"], name="presence_by_account"),
        ),
        migrations.AddConstraint(
            model_name="competitorpresence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("share__isnull", True), models.Q(("share__gte", 0), ("share__lte", 100)), _connector="OR"
                ),
                name="presence_share_percent",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="competitorpresence",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_competitorpresenceevent" ("account_id", "at", "binned_at", "by_id", "competitor_id", "contract_ends_on", "evidence", "id", "incumbent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product", "share") VALUES (OLD."account_id", OLD."at", OLD."binned_at", OLD."by_id", OLD."competitor_id", OLD."contract_ends_on", OLD."evidence", OLD."id", OLD."incumbent", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."product", OLD."share"); RETURN NULL;',
                    hash="cd36a82355be8e355f41ed542c1af46eb33f470a",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_dbb52",
                    table="accounts_competitorpresence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="competitorpresence",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_competitorpresenceevent" ("account_id", "at", "binned_at", "by_id", "competitor_id", "contract_ends_on", "evidence", "id", "incumbent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product", "share") VALUES (OLD."account_id", OLD."at", OLD."binned_at", OLD."by_id", OLD."competitor_id", OLD."contract_ends_on", OLD."evidence", OLD."id", OLD."incumbent", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."product", OLD."share"); RETURN NULL;',
                    hash="c40c6f73c802e90cd293ec2e5e8b91ab98ad47eb",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_82fa7",
                    table="accounts_competitorpresence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="competitorpresenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d31d7ff0e3aaa5ddef46c1dff1317596bb426290",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d30e7",
                    table="accounts_competitorpresenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True), fields=("key",), name="criterion_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.CheckConstraint(
                condition=models.Q(("weight__gte", 0)), name="criterion_weight_positive"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criterion",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_criterionevent" ("anchors", "id", "key", "name", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_at", "steps", "weight") VALUES (OLD."anchors", OLD."id", OLD."key", OLD."name", OLD."part_of_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."retired_at", OLD."steps", OLD."weight"); RETURN NULL;',
                    hash="a04f6bc9939623eff4ed4ee2dd19f0bf29cb8e37",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_1eb2b",
                    table="accounts_criterion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criterion",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_criterionevent" ("anchors", "id", "key", "name", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_at", "steps", "weight") VALUES (OLD."anchors", OLD."id", OLD."key", OLD."name", OLD."part_of_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."retired_at", OLD."steps", OLD."weight"); RETURN NULL;',
                    hash="7c27a9349fa729329b126cb51e55a14e8ee34393",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_f9dc9",
                    table="accounts_criterion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criterionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="56227040be7b1add811bf21a5ea3b6b1eba45ed1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d6b4f",
                    table="accounts_criterionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="criterionrating",
            index=models.Index(fields=["account", "criterion", "-at", "-id"], name="criterion_rating_last"),
        ),
        migrations.AddConstraint(
            model_name="criterionrating",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__isnull", True), ("score__lte", 5), _connector="OR"),
                name="rating_up_to_five",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criterionrating",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_criterionratingevent" ("account_id", "at", "by_id", "criterion_id", "evidence", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "score") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."criterion_id", OLD."evidence", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."proposed", OLD."score"); RETURN NULL;',
                    hash="6cd9d8dcfd0b86ec61b02ad07a382630eb5f426b",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_fe698",
                    table="accounts_criterionrating",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criterionrating",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_criterionratingevent" ("account_id", "at", "by_id", "criterion_id", "evidence", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "score") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."criterion_id", OLD."evidence", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."proposed", OLD."score"); RETURN NULL;',
                    hash="f36dfd3ff8b679a2107d435f8f64f45a92bc3152",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_1a982",
                    table="accounts_criterionrating",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criterionratingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="097514f794108783d95c927f1acce899de9da743",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c9b96",
                    table="accounts_criterionratingevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept", models.F("absorbed")), _negated=True), name="merge_of_two"
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at__isnull", True)),
                fields=("absorbed",),
                name="merge_absorbed_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_mergeevent" ("absorbed_id", "at", "by_id", "choices", "id", "kept_id", "ledger", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undoable_until", "undone_at", "undone_by_id") VALUES (OLD."absorbed_id", OLD."at", OLD."by_id", OLD."choices", OLD."id", OLD."kept_id", OLD."ledger", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."undoable_until", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                    hash="fbd1fccb39d048c05361e21936ed8bed07143fc6",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_e0790",
                    table="accounts_merge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="merge",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_mergeevent" ("absorbed_id", "at", "by_id", "choices", "id", "kept_id", "ledger", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undoable_until", "undone_at", "undone_by_id") VALUES (OLD."absorbed_id", OLD."at", OLD."by_id", OLD."choices", OLD."id", OLD."kept_id", OLD."ledger", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."undoable_until", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                    hash="a87a7fbaf1307337a6af4ef98a31a6574c6f7a07",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_d0e76",
                    table="accounts_merge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mergeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="46813d65e237d6d37c6bb1f1757eafa99961bc77",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2515c",
                    table="accounts_mergeevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="nottwins",
            constraint=models.UniqueConstraint(fields=("first", "second"), name="not_twins_once"),
        ),
        migrations.AddConstraint(
            model_name="nottwins",
            constraint=models.CheckConstraint(
                condition=models.Q(("first__lt", models.F("second"))), name="not_twins_ordered"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nottwins",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_nottwinsevent" ("at", "by_id", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (OLD."at", OLD."by_id", OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."second_id"); RETURN NULL;',
                    hash="e1ce4cd898d9cf2866fc53cde082b0721d440a52",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_65e77",
                    table="accounts_nottwins",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nottwins",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_nottwinsevent" ("at", "by_id", "first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id") VALUES (OLD."at", OLD."by_id", OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."second_id"); RETURN NULL;',
                    hash="3ca345675d37e63e05900d0ad5a0c65454ea60ed",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_5714b",
                    table="accounts_nottwins",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nottwinsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c1d2eba9e9aa1759dfece32ea75585982ef337c4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_15811",
                    table="accounts_nottwinsevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.CheckConstraint(condition=models.Q(("weight__gt", 0)), name="objective_weighs"),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="objective_ends_after_start"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_objectiveevent" ("created_at", "created_by_id", "description", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "starts_on", "weight") VALUES (OLD."created_at", OLD."created_by_id", OLD."description", OLD."ends_on", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."starts_on", OLD."weight"); RETURN NULL;',
                    hash="c10ad24ce88bbdd91dd27b2f67e23aa3461016b2",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_0cb46",
                    table="accounts_objective",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objective",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_objectiveevent" ("created_at", "created_by_id", "description", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "starts_on", "weight") VALUES (OLD."created_at", OLD."created_by_id", OLD."description", OLD."ends_on", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."starts_on", OLD."weight"); RETURN NULL;',
                    hash="f0909d9644682307aa1f62c5d60833f876ffea07",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_43ab5",
                    table="accounts_objective",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="alignmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="efed407d77b288e2c83f40050a6bd04f075afe54",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_abcd8",
                    table="accounts_alignmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="alignment",
            index=models.Index(fields=["account", "objective", "-at", "-id"], name="alignment_last"),
        ),
        migrations.AddConstraint(
            model_name="alignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("value__isnull", True), models.Q(("value__gte", -1), ("value__lte", 2)), _connector="OR"
                ),
                name="alignment_in_scale",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="alignment",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_alignmentevent" ("account_id", "at", "by_id", "evidence", "id", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."evidence", OLD."id", OLD."objective_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."value"); RETURN NULL;',
                    hash="a31b4734fa5b11041026305954caea179f09e195",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_76f15",
                    table="accounts_alignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="alignment",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_alignmentevent" ("account_id", "at", "by_id", "evidence", "id", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (OLD."account_id", OLD."at", OLD."by_id", OLD."evidence", OLD."id", OLD."objective_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."value"); RETURN NULL;',
                    hash="3c94fb09c4da991d2263d9b350ec9420149549de",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_38077",
                    table="accounts_alignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="objectiveevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6d12e8e0c17e56d8f6e88367cf72aaf3d61d9529",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6052e",
                    table="accounts_objectiveevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.UniqueConstraint(
                fields=("owner", "name"),
                name="saved_view_once",
                violation_error_message="You have a view of that name already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedview",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_savedviewevent" ("changed_at", "columns", "created_at", "filters", "id", "layout", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shared", "sort", "team_id") VALUES (OLD."changed_at", OLD."columns", OLD."created_at", OLD."filters", OLD."id", OLD."layout", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."shared", OLD."sort", OLD."team_id"); RETURN NULL;',
                    hash="5d1f30806982c9c5f5a6de9bb9807cfe5f292f7a",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_0fcd3",
                    table="accounts_savedview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedview",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_savedviewevent" ("changed_at", "columns", "created_at", "filters", "id", "layout", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shared", "sort", "team_id") VALUES (OLD."changed_at", OLD."columns", OLD."created_at", OLD."filters", OLD."id", OLD."layout", OLD."name", OLD."owner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."shared", OLD."sort", OLD."team_id"); RETURN NULL;',
                    hash="457989bebc63c28a30ef58edd746703764a5aca4",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_6b6dc",
                    table="accounts_savedview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="65025bba5d47dbe78d6d1153a814b2dc7a9812c8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4a329",
                    table="accounts_savedviewevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="sectornote",
            index=models.Index(fields=["account", "-on"], name="sector_note_by_account"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sectornote",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_sectornoteevent" ("account_id", "at", "binned_at", "by_id", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "tags", "text") VALUES (OLD."account_id", OLD."at", OLD."binned_at", OLD."by_id", OLD."id", OLD."kind", OLD."on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."source", OLD."tags", OLD."text"); RETURN NULL;',
                    hash="5d4a50897b65d7e8c42922375ae2ba6583ba7655",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_7c0f7",
                    table="accounts_sectornote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sectornote",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_sectornoteevent" ("account_id", "at", "binned_at", "by_id", "id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "tags", "text") VALUES (OLD."account_id", OLD."at", OLD."binned_at", OLD."by_id", OLD."id", OLD."kind", OLD."on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."source", OLD."tags", OLD."text"); RETURN NULL;',
                    hash="efad7eed0366bc1385652d60ed1abe2a07e4cab2",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_2a04d",
                    table="accounts_sectornote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sectornoteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="88627e534ca87438745264183def5ee7af66db4c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_40634",
                    table="accounts_sectornoteevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
