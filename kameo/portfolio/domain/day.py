"""The changes of a new day, which no user writes: moves due, decisions and objectives, rolling periods, dormancy."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from kameo.accounts.domain.status import recount
from kameo.accounts.domain.structure import apply_due_moves
from kameo.core import clock, preferences
from kameo.core.journal import domain as journal
from kameo.core.journal.models import Event
from kameo.portfolio import events
from kameo.portfolio.domain.transfers import apply_due_transfers
from kameo.qualification.domain.class_changes import record_class_changes
from kameo.qualification.domain.decisions import expire_decisions
from kameo.qualification.domain.objectives import follow_periods


@transaction.atomic
def begin_day() -> bool:
    """Once per day of the company: apply due moves, end expired decisions, follow objectives that start or end, roll
    every pulse, follow invoices, tell what classes became; True when it did.

    Journals `accounts.day_begun` with what changed, which is how it knows that the day has begun.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('accounts.day'))")
    zone = ZoneInfo(preferences.get("time_zone"))
    midnight = datetime.combine(clock.company_today(), time(0), zone)
    if Event.objects.filter(type=events.DAY_BEGUN, at__gte=midnight).exists():
        return False
    today, last = clock.company_today(), _last_day(zone)
    moved = apply_due_moves()
    handed = apply_due_transfers()
    expired = expire_decisions(today)
    follow_periods(last, today)
    changed = recount(None)
    classes = record_class_changes(last, today)
    told = {"moved": moved, "transfers": handed, "statuses": changed, "decisions": expired, "classes": classes}
    journal.bulk(events.DAY_BEGUN, by=None, data=told)
    return True


def _last_day(zone: ZoneInfo) -> date:
    """The last day that had begun, yesterday when none ever did."""
    last = Event.objects.filter(type=events.DAY_BEGUN).order_by("-pk").first()
    return last.at.astimezone(zone).date() if last else clock.company_today() - timedelta(days=1)
