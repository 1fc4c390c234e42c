"""The last lines of the account's thread, for the brief."""

from __future__ import annotations

from typing import Any

from kameo.accounts.timeline import entries
from kameo.accounts.timeline.words import say
from kameo.core.panels import BriefLine
from kameo.core.ui import formats
from kameo.web.shell.frame import page_address

MOST = 5
LONGEST = 140


def latest_lines(user: Any, account: Any, persons: tuple[int, ...]) -> list[BriefLine]:
    """What the thread shows first, with all that hangs below the account; one query."""
    lines = entries.entries_for(user, account, scope="group", limit=MOST)
    thread = f"{page_address('account', account.pk)}#thread"
    return [BriefLine(_line_words(line, user), formats.date_short(line.at), thread) for line in lines]


def _line_words(line: entries.TimelineLine, user: Any) -> str:
    said = line.title or " ".join(line.text.split())
    if said:
        return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
    return f"{line.actor_name} {say(line, False)['sentence']}".strip()
