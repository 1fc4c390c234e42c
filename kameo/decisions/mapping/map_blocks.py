"""Blocks that apps above put beside a decision map, from their `panels.py`.

`fetch(user, map, scope)` gets the `DecisionMap` and gives the template's context, or None for nothing to say: at most
one query each. `scope` is always "entity".
"""

from __future__ import annotations

from typing import Any

from kameo.core.panels import Fetch, Panel
from kameo.core.registry import Store

map_panels: Store[Panel] = Store("panels of a decision map")


def put_beside_map(key: str, title: Any, *, fetch: Fetch, template: str, order: int = 100) -> Panel:
    """Put a block in the side column of a decision map. Raises ValueError when the key is taken."""
    return map_panels.register(key, Panel(key, title, fetch, template, "side"), order=order)
