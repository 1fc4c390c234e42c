"""The news of an account: the work of others since the reader's last visit, in a few words (R219)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.accounts.timeline.words import say_news
from kameo.core import clock
from kameo.core.ui import formats
from kameo.people.models import User
from kameo.web.portrait.feed import PAGE, Feed
from kameo.web.portrait.visits import Visit


@dataclass(frozen=True)
class News:
    """`lines` are (what, who and when); `fresh` the lines of the thread that are new, "30+" when there may be more."""

    since: datetime
    lines: list[tuple[str, str]]
    fresh: str

    @property
    def nothing(self) -> bool:
        return not self.lines and not self.fresh


def since_last_visit(user: User, account: Any, visit: Visit, feed: Feed) -> News | None:
    """None at the first visit: there is nothing to compare with."""
    if visit.since is None:
        return None
    lines = [(say_news(event["type"], event["data"]), _who(event)) for event in visit.events]
    shown = [one for _title, group in feed.groups for one in group]
    new = [
        one
        for one in shown
        if visit.since < one.line.at <= clock.now()
        and one.line.actor_id != user.pk
        and one.line.kind not in {"status", "team", "structure", "class"}
    ]
    count = ngettext("%(num)s new line in the thread", "%(num)s new lines in the thread", len(new)) % {"num": len(new)}
    if len(new) >= PAGE - 1:
        count = _("%(num)s new lines or more in the thread") % {"num": len(new)}
    return News(visit.since, lines, count if new else "")


def _who(event: dict[str, Any]) -> str:
    at = parse_datetime(event["at"])
    return ", ".join(part for part in (event["who"] or _("Kameo"), formats.date_time(at)) if part)
