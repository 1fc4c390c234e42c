"""What a move renames: old name → new name, applied to both sides before they are compared.

`TABLES` holds table names without their history table, sequence and index names, which follow. `LABELS` holds other
words that answers, triggers or seeds name (model labels, types of events), as whole words.
"""

from __future__ import annotations

import re
from functools import cache

TABLES: dict[str, str] = {}
LABELS: dict[str, str] = {}


@cache
def _pattern(tables: bool) -> re.Pattern[str] | None:
    names = TABLES if tables else LABELS
    if not names:
        return None
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    # A table's name also begins those of its history, sequence, keys and indexes.
    return re.compile(rf"\b({words})(?=event\b|event_|_|\b)" if tables else rf"(?<![\w.])({words})(?![\w.])")


def renamed(text: str, *, schema: bool = False) -> str:
    """`text` with the new names; table names are looked for in the schema and seeds alone."""
    if labels := _pattern(False):
        text = labels.sub(lambda match: LABELS[match[1]], text)
    if schema and (tables := _pattern(True)):
        text = tables.sub(lambda match: TABLES[match[1]], text)
    return text
