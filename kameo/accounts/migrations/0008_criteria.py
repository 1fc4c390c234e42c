"""The seeds' scorecard, as rows that the company edits."""

from django.db import migrations

from kameo.accounts.criteria import SEEDS


def create_criteria(apps, schema_editor):
    Criterion = apps.get_model("accounts", "Criterion")
    rows = {}
    for position, (key, seed) in enumerate(SEEDS.items(), start=1):
        rows[key] = Criterion.objects.create(
            key=key, name=seed.name, weight=seed.weight, anchors=list(seed.anchors), steps=list(seed.steps),
            part_of=rows.get(seed.part_of), position=position,
        )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0007_objective_removed")]
    operations = [migrations.RunPython(create_criteria, migrations.RunPython.noop)]
