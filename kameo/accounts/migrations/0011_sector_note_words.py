"""Sector notes are found by their words: the index that the search asks."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

import kameo.core.text


class Migration(migrations.Migration):
    dependencies = [("accounts", "0010_twins")]
    operations = [
        migrations.AddIndex(
            model_name="sectornote",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    kameo.core.text.Fold(models.F("text")),
                    kameo.core.text.Fold(models.F("source")),
                    config="french",
                ),
                name="sector_note_words",
            ),
        )
    ]
