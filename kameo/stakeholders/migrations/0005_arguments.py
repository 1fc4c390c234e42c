"""The argument library of the first day, in the seeds' words: they show translated until somebody rewrites them."""

from django.db import migrations

from kameo.stakeholders.arguments import SEEDS


def create_arguments(apps, schema_editor):
    model = apps.get_model("stakeholders", "Argument")
    model.objects.bulk_create(
        model(
            title=seed.title, text=seed.text, proof=seed.proof, role=seed.role, motivation=seed.motivation,
            family=seed.family,
        )
        for seed in SEEDS
    )


class Migration(migrations.Migration):
    dependencies = [("stakeholders", "0004_person_numbers")]
    operations = [migrations.RunPython(create_arguments, migrations.RunPython.noop)]
