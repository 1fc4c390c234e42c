"""Text as people sort and search it: without accents, case or stray spaces."""

from __future__ import annotations

import unicodedata

from django.db import models


def fold(text: str) -> str:
    """`text` as the database folds it (`kameo_fold`): lower case, no accents, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.lower().split())


class Fold(models.Func):
    """`kameo_fold(text)`: the database's own folding, immutable, usable in generated columns and indexes."""

    function = "kameo_fold"
    arity = 1
    output_field = models.TextField()
