"""Search of documents by title or words, of interactions by text; one query each."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Greatest, StrIndex, Substr
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kameo.core import search
from kameo.core.search import Hit, SearchTerms
from kameo.core.text import Fold
from kameo.core.ui import formats
from kameo.interactions.enums import ICONS, InteractionKind
from kameo.interactions.models import Document, DocumentVersion, Interaction, words_of_interaction
from kameo.interactions.queries import place_in_thread

BEFORE, SHOWN = 60, 170  # letters of the extract: before the word found, and in all


def find_documents(user: Any, query: SearchTerms, limit: int) -> list[Hit]:
    wanted = _query(query)
    holding = DocumentVersion.objects.filter(search=wanted)
    titled = Document.objects.alias(folded=Fold(F("title"))).filter(_all_words("folded", query.folded))
    best = holding.filter(document=OuterRef("pk")).order_by("-number")
    rows = (
        Document.objects.visible_to(user)
        .filter(Q(pk__in=holding.values("document")) | Q(pk__in=titled.values("pk")))
        .annotate(
            rank=Subquery(best.annotate(rank=SearchRank(F("search"), wanted)).values("rank")[:1]),
            extract=Subquery(best.annotate(extract=_around(query)).values("extract")[:1]),
        )
        .select_related("account")
        .order_by(F("rank").desc(nulls_last=True), "-created_at", "-id")
    )
    return [
        Hit(
            row.title,
            reverse("document", args=[row.pk]),
            detail=row.account.name,
            icon="document",
            extract=_whole_words(row.extract or ""),
        )
        for row in rows[:limit]
    ]


def find_interactions(user: Any, query: SearchTerms, limit: int) -> list[Hit]:
    found = holding_words(Interaction.objects.visible_to(user), query)
    rows = found.select_related("account").order_by("-at", "-id")
    return [
        Hit(
            row.subject or _first_words(row.text, 80),
            place_in_thread(row.account_id, row.pk),
            detail=f"{row.account.name}, {InteractionKind(row.kind).label}, {formats.date_short(row.at)}",
            icon=ICONS[row.kind],
            extract=_first_words(row.text, SHOWN) if row.subject else "",
        )
        for row in rows[:limit]
    ]


def holding_words(interactions: Any, query: SearchTerms) -> Any:
    """Those of `interactions` that say these words; the index of words answers."""
    return interactions.alias(words=words_of_interaction()).filter(words=_query(query))


def _query(query: SearchTerms) -> SearchQuery:
    return SearchQuery(query.folded, config="french", search_type="websearch")


def _around(query: SearchTerms) -> Substr:
    """The text about the first word found. A folded text is as long as the text but for "œ": near enough."""
    word = max(re.findall(r"\w+", query.folded) or [""], key=len)[:5]
    place = Greatest(StrIndex(Fold(F("text")), Value(word)) - BEFORE, Value(1))
    return Substr("text", place, SHOWN)


def _whole_words(extract: str) -> str:
    """Without the half words at both ends of a cut."""
    words = extract.split()
    return f"… {' '.join(words[1:-1])} …" if len(words) > 4 and len(extract) >= SHOWN - 1 else " ".join(words)


def _all_words(field: str, folded: str) -> Q:
    found = Q()
    for word in re.findall(r"\w+", folded):
        found &= Q(**{f"{field}__contains": word})
    return found


def _first_words(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


search.register("documents", _("Documents"), find_documents, order=40, shortest=3)
search.register("interactions", _("Exchanges"), find_interactions, order=50, shortest=3, in_palette=False)
