"""The exposures of an account, in money: each app above registers what it keeps.

A line is drawn when its source exists and has something to say: revenue here, deals once `opportunities` is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kameo.core.registry import Store

# `fetch(user, account, pulse)` gives label, value (text), definition, context and url, or None for nothing to say.
Fetch = Callable[[Any, Any, Any], Mapping[str, Any] | None]
exposures: Store[Fetch] = Store("exposures of an account to a departure")
