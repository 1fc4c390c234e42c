"""The one source of "now" and "today", so that tests can travel (time-machine) and zones are never guessed."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from kameo.core.company import company_zone


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return timezone.now()


def today() -> date:
    """Today's date in the active zone (the reader's, or the company's in jobs and commands)."""
    return timezone.localdate()


def company_today() -> date:
    """Today's date where the company is: what rolling periods and statuses are computed from."""
    return timezone.localdate(timezone=company_zone())


def past_day(raw: str) -> date:
    """The day that an address names, the company's today for one to come and for what is no day."""
    try:
        return min(date.fromisoformat(raw), company_today())
    except ValueError:
        return company_today()
