"""Making one record of two, over every app that hangs rows on it, and taking it back.

`parts`: what each app does when two records become one, and the ledger. `nouns`: the declaration of a noun whose
records are merged; pages, verbs and API come from it (docs/handbook/merging.md).
"""

from kameo.core.merging.nouns import (
    ABSORBED,
    BOTH,
    KEPT,
    Comparing,
    LikeReason,
    Mergeable,
    MergeApi,
    MergeChoice,
    MergeEvents,
    MergeWarning,
    MergeWords,
    PartChoice,
    choose_part,
    mergeables,
)
from kameo.core.merging.nouns import register as register_noun
from kameo.core.merging.parts import (
    Column,
    Merging,
    Part,
    Stays,
    count_parts,
    covered_columns,
    leave_column,
    parts_of,
    reasons_to_stay,
    register,
    register_rows,
    run,
    settle,
    undo,
)

__all__ = [
    "ABSORBED",
    "BOTH",
    "KEPT",
    "Column",
    "Comparing",
    "LikeReason",
    "MergeApi",
    "MergeChoice",
    "MergeEvents",
    "MergeWarning",
    "MergeWords",
    "Mergeable",
    "Merging",
    "Part",
    "PartChoice",
    "Stays",
    "choose_part",
    "count_parts",
    "covered_columns",
    "leave_column",
    "mergeables",
    "parts_of",
    "reasons_to_stay",
    "register",
    "register_noun",
    "register_rows",
    "run",
    "settle",
    "undo",
]
