from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_criteria_of_class"), ("merging", "0002_merges_of_accounts_and_persons")]
    operations = [
        migrations.DeleteModel(name="MergeEvent"),
        migrations.DeleteModel(name="Merge"),
        migrations.DeleteModel(name="NotTwinsEvent"),
        migrations.DeleteModel(name="NotTwins"),
    ]
