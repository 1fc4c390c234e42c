"""Addresses that no page names, with the ids that the demo always has; each is asked as every role."""

from __future__ import annotations

FIRST = ("/",)  # where the crawl begins
EXAMPLES: tuple[str, ...] = ()
