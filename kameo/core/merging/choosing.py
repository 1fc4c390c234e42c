"""The choices of a merge: which side stays line by line, and the columns of the result. Pure: rows in, values out."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from kameo.core.errors import DomainError
from kameo.core.merging.nouns import ABSORBED, BOTH, KEPT, Mergeable, MergeChoice


def resolve(noun: Mergeable, kept: Any, absorbed: Any, choices: Mapping[str, str]) -> dict[str, str]:
    """Every choice, those made and the defaults: key → "kept", "absorbed" or "both".

    Raises DomainError "unknown_choice".
    """
    known = {one.key: one for one in noun.choices()}
    for key, side in choices.items():
        sides = (KEPT, ABSORBED, BOTH) if key in known and known[key].both else (KEPT, ABSORBED)
        if side not in sides or (key not in known and key not in noun.parts_chosen()):
            raise DomainError("unknown_choice", noun.words.side, field=key)
    return {key: _default_side(noun, one, kept, absorbed) for key, one in known.items()} | dict(choices)


def values_after(noun: Mergeable, kept: Any, absorbed: Any, sides: Mapping[str, str]) -> dict[str, Any]:
    """The columns of the kept record once merged."""
    result, columns = copy.copy(kept), dict[str, None]()
    for one in noun.choices():
        columns |= dict.fromkeys(one.written)
        one.keep(result, absorbed if sides[one.key] == ABSORBED else kept)
        if sides[one.key] == BOTH:
            texts = (one.value_of(row) for row in (kept, absorbed))
            setattr(result, one.key, "\n\n".join(text for text in texts if text.strip()))
    return {column: getattr(result, column) for column in columns}


def _default_side(noun: Mergeable, choice: MergeChoice, kept: Any, absorbed: Any) -> str:
    if choice.prefers:
        return choice.prefers(kept, absorbed)
    ours, theirs = choice.value_of(kept), choice.value_of(absorbed)
    if ours == theirs or theirs in (None, "", []):
        return KEPT
    if ours in (None, "", []):
        return ABSORBED
    if choice.both:
        return BOTH
    later = noun.latest and getattr(absorbed, noun.latest) > getattr(kept, noun.latest)
    return ABSORBED if later else KEPT
