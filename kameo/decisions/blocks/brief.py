"""The block of a meeting brief: open departures (R37, R68)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.core.panels import BriefLine
from kameo.core.ui import formats
from kameo.decisions.queries.departures import departures_of

if TYPE_CHECKING:
    from kameo.people.models import User


def open_departures(user: User, account: Any, persons: tuple[int, ...]) -> list[BriefLine]:
    lines = []
    for row in departures_of(account, user, only_open=True):
        left = ngettext("%(num)s thing left to do", "%(num)s things left to do", row.left) % {"num": row.left}
        about = [row.cause_label, left]
        if row.due_on:
            about.append(_("first by %(day)s") % {"day": formats.date_short(row.due_on)})
        url = reverse("decisions:departure", args=[row.id])
        tone = "bad" if row.late else "warn"
        lines.append(BriefLine(row.name, " · ".join(part for part in about if part), url, tone))
    return lines
