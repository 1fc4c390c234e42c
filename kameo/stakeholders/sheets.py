"""Blocks that capabilities above put on a person's sheet and beside a decision map, from their `panels.py`.

`fetch(user, subject, scope)` gets the `Person`, or the `DecisionMap`, and gives the template's context or None for
nothing to say: at most one query each. `scope` is always "entity".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kameo.core.panels import Fetch, Panel
from kameo.core.registry import Store

sheet_panels: Store[Panel] = Store("panels of a person's sheet")
map_panels: Store[Panel] = Store("panels of a decision map")


def on_sheet(key: str, title: Any, *, fetch: Fetch, template: str, column: Any = "side", order: int = 100) -> Panel:
    """Put a block on the sheet of a person. Raises ValueError when the key is taken."""
    return sheet_panels.register(key, Panel(key, title, fetch, template, column), order=order)


def on_map(key: str, title: Any, *, fetch: Fetch, template: str, order: int = 100) -> Panel:
    """Put a block in the side column of a decision map. Raises ValueError when the key is taken."""
    return map_panels.register(key, Panel(key, title, fetch, template, "side"), order=order)


def drawn(store: Store[Panel], user: Any, subject: Any) -> list[dict[str, Any]]:
    """The blocks that have something to say: template, column and context, in order."""
    found = []
    for panel in store:
        context = panel.fetch(user, subject, "entity")
        if context is not None:
            found.append({"panel": panel, "context": context})
    return found


@dataclass(frozen=True)
class Source:
    """What may prove a piece of evidence: something that an app above holds (an exchange, a document).

    `offered(stake, user)` gives (reference, words) to choose from, the latest first; `attach(evidence, reference, by)`
    binds the chosen one, in the caller's transaction, refusing what `by` may not read; `annotate(evidence)` adds to a
    queryset of Evidence what `named(row, user)` then reads as (words, address), or None. One statement to offer.
    """

    offered: Callable[[Any, Any], list[tuple[str, str]]]
    attach: Callable[[Any, str, Any], None]
    annotate: Callable[[Any, Any], Any]
    named: Callable[[Any], tuple[str, str] | None]


sources: Store[Source] = Store("sources of evidence")
