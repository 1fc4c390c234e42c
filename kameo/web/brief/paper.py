"""The brief as a PDF: the same content, in the words and figures of the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from kameo.core import clock, preferences
from kameo.core.documents import compile_pdf, template
from kameo.core.ui import formats
from kameo.web.brief.reading import Attendee, Brief
from kameo.web.brief.words import band_words, influence_words, title_of


def brief_pdf(brief: Brief, reader: Any) -> bytes:
    """One or two A4 pages, in the reader's language."""
    return compile_pdf(template("web", "brief"), data=brief_data(brief, reader))


def brief_data(brief: Brief, reader: Any) -> dict[str, Any]:
    """What the template prints, all of it text already."""
    made = _("prepared for %(name)s on %(day)s") % {"name": reader.full_name, "day": formats.date_long(clock.today())}
    return {
        "title": title_of(brief),
        "language": (get_language() or "fr").split("-")[0],
        "company": preferences.get("company") or "Kameo",
        "made": made,
        "page_of": _("page {0} of {1}"),
        "account": brief.account.name,
        "on": formats.date_long(brief.on),
        "purpose": brief.purpose,
        "people_title": _("Who will be there"),
        "nobody": _("Nobody is chosen yet."),
        "last_title": _("Said last"),
        "arguments_title": _("What may speak to them"),
        "attendees": [_attendee(one) for one in brief.attendees],
        "blocks": [
            {
                "title": one.title,
                "lines": [{"text": line.text, "detail": line.detail, "tone": line.tone} for line in one.lines],
            }
            for one in brief.blocks
        ],
    }


def _attendee(one: Attendee) -> dict[str, Any]:
    card = one.card
    return {
        "name": card.name,
        "title": " · ".join(part for part in (card.title, card.account_name) if part),
        "facts": [[label, value] for label, value in facts_of(one) if value],
        "warnings": list(card.contradictions),
        "said": [
            f"{formats.date_short(said.at)} : {said.words}"
            if _french()
            else f"{formats.date_short(said.at)}: {said.words}"
            for said in one.said
        ],
        "arguments": [{"title": title, "text": text} for title, text in one.arguments],
    }


def facts_of(one: Attendee) -> Sequence[tuple[str, str]]:
    """Label and value, as the page shows them too."""
    return (
        (_("Role"), ", ".join(one.roles)),
        (pgettext("stance", "Position"), one.stance or _("not rated")),
        (_("Influence"), influence_words(one.card.influence)),
        (_("Relationship"), band_words(one)),
        (_("Motivations"), ", ".join(one.motivations)),
        (_("Topics"), ", ".join(one.topics)),
        (_("Relation held by"), one.card.owner_name),
    )


def _french() -> bool:
    return (get_language() or "fr").startswith("fr")
