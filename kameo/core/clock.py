"""The one source of "now" and "today", so that tests can travel (time-machine) and zones are never guessed."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return timezone.now()


def today() -> date:
    """Today's date in the active zone (the reader's, or the company's in jobs and commands)."""
    return timezone.localdate()


def company_today() -> date:
    """Today's date where the company is: what rolling periods and statuses are computed from."""
    from kameo.core import preferences  # settings rows need Django's app registry, the clock does not

    return timezone.localdate(timezone=ZoneInfo(preferences.get("time_zone")))
