"""What a new day changes without anybody writing: moves due, rolling periods, dormancy."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from kameo.accounts import events
from kameo.accounts.domain.status import recount
from kameo.accounts.domain.structure import apply_due_moves
from kameo.core import clock, preferences
from kameo.core.journal import domain as journal
from kameo.core.journal.models import Event


@transaction.atomic
def begin_day() -> bool:
    """Once per day of the company: apply due moves, roll every pulse, follow invoices; True when it did.

    Journals `accounts.day_begun` with what changed, which is how it knows that the day has begun.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('accounts.day'))")
    zone = ZoneInfo(preferences.get("time_zone"))
    midnight = datetime.combine(clock.company_today(), time(0), zone)
    if Event.objects.filter(type=events.DAY_BEGUN, at__gte=midnight).exists():
        return False
    moved = apply_due_moves()
    changed = recount(None)
    journal.bulk(events.DAY_BEGUN, by=None, data={"moved": moved, "statuses": changed})
    return True
