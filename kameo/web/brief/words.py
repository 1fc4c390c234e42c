"""The words of a brief: its title, a strength in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kameo.core.ui import formats

if TYPE_CHECKING:
    from kameo.web.brief.reading import Attendee, Brief

BANDS: dict[str, Any] = {
    "good": gettext_lazy("good"),
    "fair": gettext_lazy("fair"),
    "poor": gettext_lazy("poor"),
    "unknown": gettext_lazy("unknown: no exchange yet"),
}
TONES = {"good": "ok", "fair": "warn", "poor": "bad", "unknown": "unknown"}


def title_of(brief: Brief) -> str:
    """The finding: who decides among those expected, or who is not on our side."""
    against = [one.card.name for one in brief.attendees if one.side == -1]
    unmet = [one for one in brief.attendees if not one.said]
    if not brief.attendees:
        return _("Who will you meet?")
    if against:
        return _("To convince: %(names)s") % {"names": ", ".join(against[:3])}
    if unmet:
        return ngettext(
            "%(num)s person to discover at this meeting", "%(num)s people to discover at this meeting", len(unmet)
        ) % {"num": len(unmet)}
    return _("Everybody expected is known, and nobody is against us")


def band_words(one: Attendee) -> str:
    """The band of c-10, the score, and when we were last in contact."""
    words = str(BANDS[one.band])
    if one.card.strength is not None:
        words = f"{words} ({formats.number(one.card.strength)})"
    if one.card.last_contact_at is not None:
        words = f"{words}, " + _("last contact on %(day)s") % {"day": formats.date_short(one.card.last_contact_at)}
    return words


def influence_words(influence: int | None) -> str:
    return _("not rated") if influence is None else _("%(value)s of 5") % {"value": influence}
