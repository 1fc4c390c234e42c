"""How a line of the timeline is said: icon, who, what. One function per kind, registered by the kind's name."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kameo.accounts import events
from kameo.accounts.enums import AccountClass, Function, Status
from kameo.accounts.timeline.entries import Line
from kameo.core.ui import formats
from kameo.qualification import events as qualification_events
from kameo.web.shell.frame import address

Said = dict[str, Any]  # icon, sentence, and what the kind adds: actor, tone, box, foot, url


def say(line: Line, me: bool) -> Said:
    """`sentence` follows the actor's name, or "You"."""
    return {
        "icon": "circle",
        "tone": None,
        "box": None,
        "url": "",
        "foot": [],
        "sentence": "",
        **_SAY[line.kind](line, me),
    }


def _note(line: Line, me: bool) -> Said:
    if line.restricted:
        sentence = pgettext("after you", "wrote a restricted note") if me else _("wrote a restricted note")
    else:
        sentence = pgettext("after you", "wrote a note") if me else _("wrote a note")
    return {"icon": "note", "sentence": sentence}


def _call(line: Line, me: bool) -> Said:
    if line.data.get("direction") == "in":
        sentence = pgettext("after you", "had a call from the customer") if me else _("had a call from the customer")
    else:
        sentence = pgettext("after you", "called the customer") if me else _("called the customer")
    return {"icon": "phone", "sentence": sentence, "foot": _lasted(line)}


def _mail(line: Line, me: bool) -> Said:
    if line.data.get("direction") == "in":
        sentence = (
            pgettext("after you", "had an e-mail from the customer") if me else _("had an e-mail from the customer")
        )
    else:
        sentence = pgettext("after you", "wrote to the customer") if me else _("wrote to the customer")
    return {"icon": "mail", "sentence": sentence}


def _meeting(line: Line, me: bool) -> Said:
    sentence = pgettext("after you", "met the customer") if me else _("met the customer")
    return {"icon": "calendar", "sentence": sentence, "foot": _lasted(line)}


def _lasted(line: Line) -> list[str]:
    minutes = line.data.get("duration")
    return [formats.duration(int(minutes))] if minutes else []


def _invoice(line: Line, me: bool) -> Said:
    return _billed(line, _("Invoice %(number)s") % {"number": line.title}, pgettext("invoice", "sent"), "invoice")


def _credit_note(line: Line, me: bool) -> Said:
    return {
        **_billed(line, _("Credit note %(number)s") % {"number": line.title}, pgettext("credit note", "sent"), "minus"),
        "tone": "warn",
    }


def _billed(line: Line, actor: str, sentence: str, icon: str) -> Said:
    amount = formats.money(Decimal(line.data["net"]), line.data["currency"])
    foot = [] if line.data.get("reporting_net") is not None else [_("Not converted: no rate for that day")]
    box = {"title": "", "text": line.text or line.title, "amount": amount}
    url = address("invoices:one", line.account_id, line.source_id)
    return {"icon": icon, "actor": actor, "sentence": sentence, "box": box, "foot": foot, "text": "", "url": url}


def _document(line: Line, me: bool) -> Said:
    number = line.data.get("version", 1)
    if number > 1:
        sentence = pgettext("after you", "added a version to") if me else _("added a version to")
        foot = [_("version %(number)s") % {"number": number}]
    else:
        sentence, foot = (pgettext("after you", "added a document") if me else _("added a document")), []
    return {"icon": "document", "sentence": sentence, "foot": [*foot, formats.file_size(line.data.get("size"))]}


def _status(line: Line, me: bool) -> Said:
    before, after = _label(Status, line.data.get("from")), _label(Status, line.data.get("to"))
    return {"icon": "flag", "sentence": _changed(me, _("the status"), before, after)}


def _team(line: Line, me: bool) -> Said:
    facts = {
        "name": line.data.get("user_name", ""),
        "function": _label(Function, line.data.get("function")),
        "before": _label(Function, line.data.get("from")),
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


def _structure(line: Line, me: bool) -> Said:
    if line.data.get("event") == events.RENAMED:
        return {"icon": "tag", "sentence": _changed(me, _("the name"), line.data.get("from"), line.data.get("to"))}
    if line.data.get("event") in {events.MERGED, events.MERGE_UNDONE}:
        return {"icon": "merge", "sentence": _merged(line, me)}
    place = _changed(me, _("the place"), line.data.get("from_name"), line.data.get("to_name"))
    note = line.data.get("note") or ""
    return {"icon": "tree", "sentence": place, "text": note}


def _class(line: Line, me: bool) -> Said:
    """A decision, its end, a wish, or what the rules made of the class by themselves."""
    event, name = line.data.get("event"), _label(AccountClass, line.data.get("class"))
    if event == qualification_events.CLASS_CHANGED:
        before, after = (_label(AccountClass, line.data.get(side)) for side in ("from", "to"))
        return {"icon": "key", "sentence": _changed(me, _("the class"), before, after)}
    if event == qualification_events.CLASS_PROPOSED:
        words = pgettext("after you", "proposed the class: %(class)s") if me else _("proposed the class: %(class)s")
    elif event == qualification_events.CLASS_DECISION_ENDED:
        words = (
            pgettext("after you", "ended the decision on the class: %(class)s")
            if me
            else _("ended the decision on the class: %(class)s")
        )
    elif line.data.get("kind") == "accepted":
        words = pgettext("after you", "accepted the class: %(class)s") if me else _("accepted the class: %(class)s")
    else:
        words = pgettext("after you", "decided the class: %(class)s") if me else _("decided the class: %(class)s")
    return {"icon": "key", "sentence": words % {"class": name}, "text": line.data.get("reason") or ""}


def _merged(line: Line, me: bool) -> str:
    if line.data["event"] == events.MERGED:
        words = (
            pgettext("after you", "merged %(name)s into this account") if me else _("merged %(name)s into this account")
        )
    else:
        words = pgettext("after you", "undid the merge with %(name)s") if me else _("undid the merge with %(name)s")
    return words % {"name": line.data.get("absorbed_name", "")}


def _changed(me: bool, what: str, before: Any, after: Any) -> str:
    alone = _("on its own")
    facts = {"what": what, "before": before or alone, "after": after or alone}
    words = (
        pgettext("after you", "changed %(what)s: %(before)s becomes %(after)s")
        if me
        else _("changed %(what)s: %(before)s becomes %(after)s")
    )
    return words % facts


def _label(words: Any, key: Any) -> str:
    return str(words(key).label) if key in words.values else str(key or "")


_SAY: dict[str, Callable[[Line, bool], Said]] = {
    "note": _note,
    "call": _call,
    "mail": _mail,
    "meeting": _meeting,
    "invoice": _invoice,
    "credit_note": _credit_note,
    "document": _document,
    "status": _status,
    "team": _team,
    "structure": _structure,
    "class": _class,
}
