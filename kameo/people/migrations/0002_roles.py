"""The default roles, as rows that an administrator edits."""

from django.db import migrations

from kameo.people.roles import DEFAULTS


def create_roles(apps, schema_editor):
    Role = apps.get_model("people", "Role")
    for order, (key, (name, rights, strategic, large)) in enumerate(DEFAULTS.items(), start=1):
        Role.objects.create(
            key=key, name=name, rights=[str(right) for right in rights], strategic_cap=strategic,
            large_cap=large, order=order,
        )


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(create_roles, migrations.RunPython.noop)]
