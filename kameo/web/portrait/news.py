"""What others did on the account since the reader's last visit, in a few words (R219)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.accounts import events
from kameo.accounts.enums import Status
from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.ui import formats
from kameo.people.models import User
from kameo.qualification import events as qualification_events
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
    lines = [(_what(event), _who(event)) for event in visit.events]
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


def _what(event: dict[str, Any]) -> str:
    data, kind = event["data"], event["type"]
    if kind == events.CHANGED:
        return _("Changed: %(fields)s") % {"fields": ", ".join(_field(name) for name in data.get("fields", []))}
    if kind == events.STATUS_CHANGED:
        return _("Status: %(before)s becomes %(after)s") % {
            "before": _status(data.get("from")),
            "after": _status(data.get("to")),
        }
    words = {
        events.CREATED: _("Account created"),
        events.RENAMED: _("Renamed: it was %(from)s"),
        events.MOVED: _("Moved: it now belongs to %(to_name)s"),
        events.RESTORED: _("Taken out of the bin"),
        events.CONFIDENTIALITY_CHANGED: _("Confidentiality changed"),
        events.MEMBER_ADDED: _("%(user_name)s joined the team"),
        events.MEMBER_CHANGED: _("%(user_name)s changed function in the team"),
        events.MEMBER_REMOVED: _("%(user_name)s left the team"),
        qualification_events.CRITERION_RATED: _("Scorecard rated"),
        qualification_events.ALIGNMENT_RATED: _("Alignment rated: %(name)s"),
        qualification_events.CLASS_DECIDED: _("Class decided"),
        qualification_events.CLASS_DECISION_ENDED: _("Decision on the class ended"),
        qualification_events.CLASS_PROPOSED: _("Class proposed"),
        qualification_events.CLASS_CHANGED: _("Class changed by the rules"),
    }.get(kind, _("Account changed"))
    return words % {
        "from": "",
        "to_name": "",
        "user_name": "",
        "name": "",
        **{name: value or "–" for name, value in data.items()},
    }


def _field(name: str) -> str:
    try:
        return str(getattr(Account._meta.get_field(name), "verbose_name", name))
    except FieldDoesNotExist:  # a list of its own: identifiers, addresses
        return name.replace("_", " ")


def _status(key: str | None) -> str:
    return str(Status(key).label) if key in Status.values else ""
