"""The day of the next contact with a person: their cadence, counted from the last time both sides spoke (c-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from kameo.contacts.models import PersonPulse


@dataclass(frozen=True)
class NextAction:
    """`state`: "never" (no contact at all), "unanswered" (ours alone), "late", "today", "due", "unknown" (no cadence).

    `days` are late, or left.
    """

    state: str
    on: date | None = None
    days: int = 0
    cadence: int | None = None


def next_action(pulse: PersonPulse | None, today: date) -> NextAction:
    """From the stored clocks; nothing is read."""
    cadence = pulse.cadence_days if pulse else None
    if pulse is None or pulse.last_contact_at is None:
        return NextAction("never", cadence=cadence)
    if pulse.last_two_way_at is None:
        return NextAction("unanswered", cadence=cadence)
    if cadence is None:
        return NextAction("unknown")
    on = timezone.localtime(pulse.last_two_way_at).date() + timedelta(days=cadence)
    left = (on - today).days
    state = "late" if left < 0 else "due" if left else "today"
    return NextAction(state, on, abs(left), cadence)
