"""How calls, mails, meetings, notes and documents are said on the timeline."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kameo.accounts.timeline.entries import TimelineLine
from kameo.accounts.timeline.words import Said, line_words
from kameo.core.ui import formats


def _note_words(line: TimelineLine, me: bool) -> Said:
    if line.restricted:
        sentence = pgettext("after you", "wrote a restricted note") if me else _("wrote a restricted note")
    else:
        sentence = pgettext("after you", "wrote a note") if me else _("wrote a note")
    return {"icon": "note", "sentence": sentence}


def _call_words(line: TimelineLine, me: bool) -> Said:
    if line.data.get("direction") == "in":
        sentence = pgettext("after you", "had a call from the customer") if me else _("had a call from the customer")
    else:
        sentence = pgettext("after you", "called the customer") if me else _("called the customer")
    return {"icon": "phone", "sentence": sentence, "foot": _duration_words(line)}


def _mail_words(line: TimelineLine, me: bool) -> Said:
    if line.data.get("direction") == "in":
        sentence = (
            pgettext("after you", "had an e-mail from the customer") if me else _("had an e-mail from the customer")
        )
    else:
        sentence = pgettext("after you", "wrote to the customer") if me else _("wrote to the customer")
    return {"icon": "mail", "sentence": sentence}


def _meeting_words(line: TimelineLine, me: bool) -> Said:
    sentence = pgettext("after you", "met the customer") if me else _("met the customer")
    return {"icon": "calendar", "sentence": sentence, "foot": _duration_words(line)}


def _duration_words(line: TimelineLine) -> list[str]:
    minutes = line.data.get("duration")
    return [formats.duration(int(minutes))] if minutes else []


def _document_words(line: TimelineLine, me: bool) -> Said:
    number = line.data.get("version", 1)
    if number > 1:
        sentence = pgettext("after you", "added a version to") if me else _("added a version to")
        foot = [_("version %(number)s") % {"number": number}]
    else:
        sentence, foot = (pgettext("after you", "added a document") if me else _("added a document")), []
    return {"icon": "document", "sentence": sentence, "foot": [*foot, formats.file_size(line.data.get("size"))]}


line_words.register("note", _note_words)
line_words.register("call", _call_words)
line_words.register("mail", _mail_words)
line_words.register("meeting", _meeting_words)
line_words.register("document", _document_words)
