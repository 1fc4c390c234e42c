"""The table of Django's database cache (rate limits, shared by all processes)."""

from django.db import migrations

CREATE = """
create unlogged table if not exists cache_entry (
    cache_key varchar(255) primary key, value text not null, expires timestamptz not null);
create index if not exists cache_entry_expires on cache_entry (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0002_initial")]
    operations = [migrations.RunSQL(CREATE, "drop table if exists cache_entry")]
