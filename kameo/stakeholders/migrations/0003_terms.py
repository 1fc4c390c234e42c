"""The lists of the decision map and the places of a committee, as rows that the company edits."""

from django.db import migrations

from kameo.stakeholders.terms import SEATS, SEEDS


def create_terms(apps, schema_editor):
    apps.get_model("stakeholders", "Term").objects.bulk_create(
        apps.get_model("stakeholders", "Term")(
            list=str(kind), code=code, icon=seed.icon, decides=seed.decides, rank=rank
        )
        for kind, seeds in SEEDS.items()
        for rank, (code, seed) in enumerate(seeds.items(), start=1)
    )


def create_seats(apps, schema_editor):
    apps.get_model("stakeholders", "Seat").objects.bulk_create(
        apps.get_model("stakeholders", "Seat")(
            code=code, role=seed.role, family=seed.family, stance=seed.stance, influence=seed.influence, rank=rank
        )
        for rank, (code, seed) in enumerate(SEATS.items(), start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("stakeholders", "0002_decision_maps")]
    operations = [
        migrations.RunPython(create_terms, migrations.RunPython.noop),
        migrations.RunPython(create_seats, migrations.RunPython.noop),
    ]
