"""Text as people sort and search it (no accents, case or stray spaces), and texts kept in the database to translate."""

from __future__ import annotations

import unicodedata

from django.db import models
from django.utils.translation import gettext_noop

N_ = gettext_noop  # the name by which Babel finds a text that is stored in English and translated when shown


def fold(text: str) -> str:
    """`text` as the database folds it (`kameo_fold`): lower case, no accents, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.lower().split())


def number_of(text: str) -> int | None:
    """The number of a record that an address or a control names; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


class Fold(models.Func):
    """`kameo_fold(text)`: the database's own folding, immutable, usable in generated columns and indexes."""

    function = "kameo_fold"
    arity = 1
    output_field = models.TextField()
