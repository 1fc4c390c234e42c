"""What pages and refusals of merges say: words for any noun, and those that a noun has of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

ALIKE = _("They may be the same")
ALIKE_HELP = _("Merging keeps everything of both, and can be undone.")
PAIRS_LABEL = _("Pairs")
NONE = _("No duplicates")
NONE_HELP = _("Two of the same name are proposed here.")
SEE = _("See them all")
APART = _("Declared different")
MERGED = _("Merged")
MERGED_HELP = _("Undoing a merge gives both back as they were; what was added since stays with the one that was kept.")
NOTHING = _("Nothing was merged")
NOTHING_HELP = _("Two that are one and the same are merged from the duplicates.")
WHICH = _("Which one is the same as %(name)s?")
SEARCH = _("Search by name")
NO_MATCH = _("Nothing matches.")
RESULT = _("Everything of both hangs on the result. The merge can be undone for %(days)s.")
DONE = _("%(absorbed)s is part of %(kept)s.")
UNDONE = _("%(kept)s and %(absorbed)s are two again.")
TWO = _("Choose two different ones.")
SIDE = _("Choose one of the two for each line.")
CLASH = _("What was changed since stands in the way: put it back by hand first.")


@dataclass(frozen=True)
class MergeWords:
    """What pages and refusals say. `many` heads the pages; the rest has words for any noun."""

    many: Any
    alike: Any = ALIKE
    alike_help: Any = ALIKE_HELP
    pairs: Callable[[int, bool], Any] | None = None  # of so many, and whether there are more: the title of their page
    pairs_label: Any = PAIRS_LABEL
    none: Any = NONE
    none_help: Any = NONE_HELP
    see: Any = SEE
    apart: Any = APART
    merged: Any = MERGED
    merged_help: Any = MERGED_HELP
    nothing: Any = NOTHING
    nothing_help: Any = NOTHING_HELP
    which: Any = WHICH
    search: Any = SEARCH
    no_match: Any = NO_MATCH
    result: Any = RESULT
    done: Any = DONE
    undone: Any = UNDONE
    two: Any = TWO
    side: Any = SIDE
    clash: Any = CLASH
