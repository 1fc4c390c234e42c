"""How lines of the timeline and events of an account are said; each app registers its own in `event_words.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kameo.accounts.timeline.entries import TimelineLine
from kameo.core.registry import Store

Said = dict[str, Any]  # icon, sentence, and what the kind adds: actor, tone, box, foot, url
# By kind of line: `(line, me)`, where `me` says whether the reader did it.
line_words: Store[Callable[[TimelineLine, bool], Said]] = Store("words of lines of timelines")
# By type of event: what happened to the account, in a few words, out of the event's data.
news_words: Store[Callable[[dict[str, Any]], str]] = Store("words of news of accounts")


def say(line: TimelineLine, me: bool) -> Said:
    """`sentence` follows the actor's name, or "You"."""
    plain: dict[str, Any] = {"icon": "circle", "tone": None, "box": None, "url": "", "foot": [], "sentence": ""}
    return {**plain, **line_words[line.kind](line, me)}


def say_news(event_type: str, data: dict[str, Any]) -> str:
    """What an event did to an account; any type that nobody has words for changed it."""
    words = news_words.get(event_type)
    return words(data) if words else _("Account changed")


def register_news(words: dict[str, Callable[[], str]]) -> None:
    """By type of event: a sentence, made when it is asked, with places for the event's data (`%(user_name)s`)."""
    for event_type, sentence in words.items():
        news_words.register(event_type, _filled(sentence))


def _filled(sentence: Callable[[], str]) -> Callable[[dict[str, Any]], str]:
    nothing = {"from": "", "to_name": "", "user_name": "", "name": ""}
    return lambda data: sentence() % {**nothing, **{name: value or "–" for name, value in data.items()}}


def changed_words(me: bool, what: str, before: Any, after: Any) -> str:
    """One thing that was and is otherwise."""
    alone = _("on its own")
    facts = {"what": what, "before": before or alone, "after": after or alone}
    words = (
        pgettext("after you", "changed %(what)s: %(before)s becomes %(after)s")
        if me
        else _("changed %(what)s: %(before)s becomes %(after)s")
    )
    return words % facts


def label_of(choices: Any, key: Any) -> str:
    """The label of a stored choice; what is no choice any more as it is stored."""
    return str(choices(key).label) if key in choices.values else str(key or "")
