"""Sector notes and competitors in the global search."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kameo.core import search
from kameo.core.records.finding import searchable
from kameo.core.search import Hit, SearchTerms
from kameo.core.ui import formats
from kameo.registers.enums import SectorNoteKind
from kameo.registers.models import SectorNote, words_of_note
from kameo.registers.records import COMPETITORS

SHOWN = 160


def find_sector_notes(user: Any, query: SearchTerms, limit: int) -> list[Hit]:
    """Notes of the accounts the user sees that hold the words, the latest first."""
    wanted = SearchQuery(query.folded, config="french", search_type="websearch")
    rows = SectorNote.objects.visible_to(user).alias(words=words_of_note()).filter(words=wanted)
    return [
        Hit(
            _text_start(row.text, 80),
            f"{reverse('registers:market', args=[row.account_id])}#note-{row.pk}",
            detail=f"{row.account.name}, {SectorNoteKind(row.kind).label}, {formats.date_short(row.on)}",
            icon="globe",
            extract=_text_start(row.text, SHOWN) if len(row.text) > 80 else row.source,
        )
        for row in rows.select_related("account").order_by("-on", "-id")[:limit]
    ]


def _text_start(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


searchable(
    COMPETITORS,
    _("Competitors"),
    icon="flag",
    detail=lambda row: str(_("Competitor")),  # the list is everybody's, where they are at work is not told here
    url=lambda row: reverse("registers:competitor", args=[row.pk]),
    order=60,
)
search.register("sector-notes", _("Sector notes"), find_sector_notes, order=61, shortest=3, in_palette=False)
