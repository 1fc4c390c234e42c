
import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("contacts", "0004_merges_in_core")]

    operations = [
        migrations.AddIndex(
            model_name="emailaddress",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Lower("address"), name="gin_trgm_ops"
                ),
                name="email_address_trgm",
            ),
        )
    ]
