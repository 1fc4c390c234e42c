"""Which events of the journal make a line of the account's timeline; each app says so in its `events.py`."""

from __future__ import annotations

from kameo.accounts.enums import EntryKind
from kameo.core.registry import Store

line_kinds: Store[EntryKind] = Store("lines of timelines")


def register_lines(kinds: dict[str, EntryKind]) -> None:
    """The journal is what these lines are written and rebuilt from."""
    for event_type, kind in kinds.items():
        line_kinds.register(event_type, kind)
