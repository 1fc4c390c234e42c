from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0007_merges_in_core"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddIndex(
            model_name="timelineentry",
            index=models.Index(
                condition=models.Q(("kind__in", ["note", "call", "mail", "meeting"])),
                fields=["-at", "-id"],
                name="timeline_exchanges",
            ),
        )
    ]
