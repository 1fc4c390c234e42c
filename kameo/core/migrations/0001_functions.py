"""Extensions, and the one folding of text that sorting, searching and matching share."""

from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

FOLD = r"""
create or replace function kameo_fold(value text) returns text
language sql immutable parallel safe strict as
$$ select btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, value)), '\s+', ' ', 'g')) $$;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        BtreeGinExtension(),
        migrations.RunSQL(FOLD, "drop function if exists kameo_fold(text)"),
    ]
