"""The 9-box's criteria, as rows that the company edits."""

from django.db import migrations

from kameo.accounts.boxes import SEEDS


def create_criteria(apps, schema_editor):
    BoxCriterion = apps.get_model("accounts", "BoxCriterion")
    BoxCriterion.objects.bulk_create(
        BoxCriterion(key=key, axis=seed.axis, name=seed.name, help=seed.help, weight=seed.weight, position=position)
        for position, (key, seed) in enumerate(SEEDS.items(), start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0011_sector_note_words")]
    operations = [migrations.RunPython(create_criteria, migrations.RunPython.noop)]
