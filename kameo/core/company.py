"""The company's zone and language, for what settings themselves stand on: the clock, the journal, jobs.

`installation` provides both from the settings; importing those here would be a circle.
"""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from kameo.core.registry import Slot

provide_zone: Slot[Callable[[], str]] = Slot("the company's time zone")
provide_language: Slot[Callable[[], str]] = Slot("the company's language")


def company_zone() -> ZoneInfo:
    """As it is set now."""
    return ZoneInfo(provide_zone()())


def company_language() -> str:
    """The code of the language, as it is set now."""
    return provide_language()()
