"""How events of accounts and their lines on the timeline are said."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kameo.accounts import events
from kameo.accounts.enums import Function, Status
from kameo.accounts.models import Account
from kameo.accounts.timeline.entries import TimelineLine
from kameo.accounts.timeline.words import Said, changed_words, label_of, line_words, news_words, register_news
from kameo.core.customfields.values import PREFIX, field_names


def _status_words(line: TimelineLine, me: bool) -> Said:
    before, after = label_of(Status, line.data.get("from")), label_of(Status, line.data.get("to"))
    return {"icon": "flag", "sentence": changed_words(me, _("the status"), before, after)}


def _team_words(line: TimelineLine, me: bool) -> Said:
    facts = {
        "name": line.data.get("user_name", ""),
        "function": label_of(Function, line.data.get("function")),
        "before": label_of(Function, line.data.get("from")),
    }
    if line.data.get("event") == events.MEMBER_REMOVED:
        words = pgettext("after you", "took %(name)s off the team") if me else _("took %(name)s off the team")
    elif line.data.get("event") == events.MEMBER_CHANGED:
        words = _("%(name)s: %(before)s becomes %(function)s")
    elif line.data.get("event") == events.HANDED_OVER:
        facts["before"] = line.data.get("from_name", "")
        words = (
            pgettext("after you", "handed over from %(before)s to %(name)s (%(function)s)")
            if me
            else _("handed over from %(before)s to %(name)s (%(function)s)")
        )
    else:
        words = (
            pgettext("after you", "put %(name)s on the team (%(function)s)")
            if me
            else _("put %(name)s on the team (%(function)s)")
        )
    return {"icon": "people", "sentence": words % facts}


def _structure_words(line: TimelineLine, me: bool) -> Said:
    if line.data.get("event") == events.RENAMED:
        return {"icon": "tag", "sentence": changed_words(me, _("the name"), line.data.get("from"), line.data.get("to"))}
    if line.data.get("event") in {events.MERGED, events.MERGE_UNDONE}:
        return {"icon": "merge", "sentence": _merge_words(line, me)}
    place = changed_words(me, _("the place"), line.data.get("from_name"), line.data.get("to_name"))
    note = line.data.get("note") or ""
    return {"icon": "tree", "sentence": place, "text": note}


def _merge_words(line: TimelineLine, me: bool) -> str:
    if line.data["event"] == events.MERGED:
        words = (
            pgettext("after you", "merged %(name)s into this account") if me else _("merged %(name)s into this account")
        )
    else:
        words = pgettext("after you", "undid the merge with %(name)s") if me else _("undid the merge with %(name)s")
    return words % {"name": line.data.get("absorbed_name", "")}


def _status_news(data: dict[str, Any]) -> str:
    words = {"before": _known_status(data.get("from")), "after": _known_status(data.get("to"))}
    return _("Status: %(before)s becomes %(after)s") % words


def _known_status(key: str | None) -> str:
    return str(Status(key).label) if key in Status.values else ""


def _fields_news(data: dict[str, Any]) -> str:
    return _("Changed: %(fields)s") % {"fields": ", ".join(_field_name(name) for name in data.get("fields", []))}


def _field_name(name: str) -> str:
    if name.startswith(PREFIX):
        return field_names("account").get(name, _("a retired field"))
    try:
        return str(getattr(Account._meta.get_field(name), "verbose_name", name))
    except FieldDoesNotExist:  # a list of its own: identifiers, addresses
        return name.replace("_", " ")


line_words.register("status", _status_words)
line_words.register("team", _team_words)
line_words.register("structure", _structure_words)
news_words.register(events.CHANGED, _fields_news)
news_words.register(events.STATUS_CHANGED, _status_news)
register_news(
    {
        events.CREATED: lambda: _("Account created"),
        events.RENAMED: lambda: _("Renamed: it was %(from)s"),
        events.MOVED: lambda: _("Moved: it now belongs to %(to_name)s"),
        events.RESTORED: lambda: _("Taken out of the bin"),
        events.CONFIDENTIALITY_CHANGED: lambda: _("Confidentiality changed"),
        events.MEMBER_ADDED: lambda: _("%(user_name)s joined the team"),
        events.MEMBER_CHANGED: lambda: _("%(user_name)s changed function in the team"),
        events.MEMBER_REMOVED: lambda: _("%(user_name)s left the team"),
    }
)
