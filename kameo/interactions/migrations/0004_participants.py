import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("interactions", "0003_latest"),
        ("people", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("stakeholders", "0002_decision_maps"),
    ]

    operations = [
        migrations.CreateModel(
            name="Citation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="interactions.document",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="stakeholders.evidence",
                    ),
                ),
                (
                    "interaction",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="interactions.interaction",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="CitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="interactions.document",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stakeholders.evidence",
                    ),
                ),
                (
                    "interaction",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="interactions.interaction",
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
                        to="interactions.citation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "colleague",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "interaction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="interactions.interaction",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="stakeholders.person",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ParticipantEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "colleague",
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
                    "interaction",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="interactions.interaction",
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
                        to="interactions.participant",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="interaction",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="interaction",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="interaction",
            name="occasion",
            field=models.CharField(
                blank=True,
                choices=[
                    ("review", "Executive meeting or business review"),
                    ("survey", "Answer to a survey"),
                    ("bulk", "Mass mailing"),
                    ("automatic", "Automatic reply"),
                    ("bounce", "Undelivered message"),
                ],
                max_length=10,
                verbose_name="occasion",
            ),
        ),
        migrations.AddField(
            model_name="interaction",
            name="thread",
            field=models.CharField(blank=True, editable=False, max_length=200),
        ),
        migrations.AddField(
            model_name="interactionevent",
            name="occasion",
            field=models.CharField(
                blank=True,
                choices=[
                    ("review", "Executive meeting or business review"),
                    ("survey", "Answer to a survey"),
                    ("bulk", "Mass mailing"),
                    ("automatic", "Automatic reply"),
                    ("bounce", "Undelivered message"),
                ],
                max_length=10,
                verbose_name="occasion",
            ),
        ),
        migrations.AddField(
            model_name="interactionevent",
            name="thread",
            field=models.CharField(blank=True, editable=False, max_length=200),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interaction",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "interactions_interactionevent" ("account_id", "at", "author_id", "binned_at", "binned_by_id", "changed_at", "created_at", "direction", "duration", "id", "kind", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restricted", "subject", "text", "thread") VALUES (OLD."account_id", OLD."at", OLD."author_id", OLD."binned_at", OLD."binned_by_id", OLD."changed_at", OLD."created_at", OLD."direction", OLD."duration", OLD."id", OLD."kind", OLD."occasion", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."restricted", OLD."subject", OLD."text", OLD."thread"); RETURN NULL;',
                    hash="a20c5843d507c551890f253d63c046b48d237c19",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_bdbfd",
                    table="interactions_interaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interaction",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "interactions_interactionevent" ("account_id", "at", "author_id", "binned_at", "binned_by_id", "changed_at", "created_at", "direction", "duration", "id", "kind", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restricted", "subject", "text", "thread") VALUES (OLD."account_id", OLD."at", OLD."author_id", OLD."binned_at", OLD."binned_by_id", OLD."changed_at", OLD."created_at", OLD."direction", OLD."duration", OLD."id", OLD."kind", OLD."occasion", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."restricted", OLD."subject", OLD."text", OLD."thread"); RETURN NULL;',
                    hash="fecd30c8b5233c75a7bc0bf325509a3fbada316a",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_f23e2",
                    table="interactions_interaction",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("document__isnull", True), ("interaction__isnull", False)),
                    models.Q(("document__isnull", False), ("interaction__isnull", True)),
                    _connector="OR",
                ),
                name="citation_of_one",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "interactions_citationevent" ("document_id", "evidence_id", "id", "interaction_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."document_id", OLD."evidence_id", OLD."id", OLD."interaction_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="cfdb3b06ee631fa0afceee525e8d926caa1afd1d",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_2195f",
                    table="interactions_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "interactions_citationevent" ("document_id", "evidence_id", "id", "interaction_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."document_id", OLD."evidence_id", OLD."id", OLD."interaction_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="0356a9063df4b072cae564afb390325aa8a14ef7",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_d2867",
                    table="interactions_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9007a8ef13a8853c7d8132699d614e0d859c74cd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_11cc7",
                    table="interactions_citationevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="participant",
            index=models.Index(fields=["person", "interaction"], name="participant_by_person"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(
                fields=("interaction", "person"), name="participant_person_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(
                fields=("interaction", "colleague"), name="participant_colleague_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("colleague__isnull", True), ("person__isnull", False)),
                    models.Q(("colleague__isnull", False), ("person__isnull", True)),
                    _connector="OR",
                ),
                name="participant_is_one",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "interactions_participantevent" ("colleague_id", "id", "interaction_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."colleague_id", OLD."id", OLD."interaction_id", OLD."person_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="58b7773362f766646aa4a21c2db2bd7d29ff5977",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_0e48c",
                    table="interactions_participant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "interactions_participantevent" ("colleague_id", "id", "interaction_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."colleague_id", OLD."id", OLD."interaction_id", OLD."person_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="3e9f96a88dea11e5590a9550e078ae64ce9661f8",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_dee51",
                    table="interactions_participant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participantevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="21471c62765cad4f78118b37e4b84584d25fb823",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e9d78",
                    table="interactions_participantevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
