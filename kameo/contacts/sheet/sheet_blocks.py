"""Blocks and acts that apps above put on a person's sheet, from their `panels.py`.

`fetch(user, person, scope)` gives the template's context, or None for nothing to say: at most one query each. `scope`
is always "entity".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kameo.core.panels import Fetch, Panel
from kameo.core.registry import Store

sheet_panels: Store[Panel] = Store("panels of a person's sheet")


@dataclass(frozen=True)
class SheetAct:
    """A line of the sheet's menu for those who may write; the address of `url_name` takes the person's id."""

    label: Any
    url_name: str
    icon: str


sheet_acts: Store[SheetAct] = Store("acts of a person's sheet")


def put_on_sheet(key: str, title: Any, *, fetch: Fetch, template: str, column: Any = "side", order: int = 100) -> Panel:
    """Put a block on the sheet of a person. Raises ValueError when the key is taken."""
    return sheet_panels.register(key, Panel(key, title, fetch, template, column), order=order)


def offer_on_sheet(key: str, label: Any, url_name: str, *, icon: str, order: int = 100) -> SheetAct:
    """Offer an act in the sheet's menu. Raises ValueError when the key is taken."""
    return sheet_acts.register(key, SheetAct(label, url_name, icon), order=order)


def fetch_blocks(store: Store[Panel], user: Any, subject: Any) -> list[dict[str, Any]]:
    """The blocks that have something to say: template, column and context, in order."""
    found = []
    for panel in store:
        context = panel.fetch(user, subject, "entity")
        if context is not None:
            found.append({"panel": panel, "context": context})
    return found
