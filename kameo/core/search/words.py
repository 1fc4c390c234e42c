"""Words looked for in a folded column that a trigram index serves: each of them held, or spelt almost so."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q


def every_word(field: str, folded: str) -> Q:
    """`field` holds each of the words, anywhere."""
    condition = Q()
    for word in folded.split():
        condition &= Q(**{f"{field}__contains": word})
    return condition


def patterns(folded: str) -> list[str]:
    """Each word as LIKE's "holds it"."""
    return [f"%{escaped(word)}%" for word in folded.split()]


def escaped(text: str) -> str:
    """`text` without LIKE's own jokers."""
    return text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")


def nearest(rows: Any, field: str, folded: str) -> Any:
    """Those of `rows` of which a word of `field` is spelt almost so, the likest first (as `rank`: less is nearer).

    The index answers, by the threshold that every connection has (`settings`). A number is not a word: one digit apart
    is another one.
    """
    near = rows.annotate(rank=-TrigramWordSimilarity(folded, field)).order_by("rank", "pk")
    if not any(letter.isalpha() for letter in folded):
        return near.none()
    return near.filter(**{f"{field}__trigram_word_similar": folded})
