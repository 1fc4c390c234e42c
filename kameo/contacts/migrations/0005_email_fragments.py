from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import migrations
from django.db.models.functions import Lower


class Migration(migrations.Migration):
    dependencies = [("contacts", "0004_merges_in_core")]
    operations = [
        migrations.AddIndex(
            model_name="emailaddress",
            index=GinIndex(OpClass(Lower("address"), name="gin_trgm_ops"), name="email_address_trgm"),
        )
    ]
