from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("contacts", "0003_segments_are_saved_views"), ("merging", "0002_merges_of_accounts_and_persons")]
    operations = [
        migrations.DeleteModel(name="PersonMergeEvent"),
        migrations.DeleteModel(name="PersonMerge"),
        migrations.DeleteModel(name="NotSamePersonEvent"),
        migrations.DeleteModel(name="NotSamePerson"),
    ]
