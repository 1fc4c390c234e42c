"""Notify colleagues of changed classes after objectives or weights change, and record those of past days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection
from django.urls import reverse
from django.utils.translation import ngettext, override

from kameo.accounts.enums import Function
from kameo.accounts.models import Account, AccountMember
from kameo.accounts.timeline.journal_to_timeline import record_many
from kameo.core import preferences
from kameo.core.journal.models import Event
from kameo.notifications.domain import notify
from kameo.qualification import events
from kameo.qualification.axes.classes import ClassChange
from kameo.qualification.domain.decisions import deciders

if TYPE_CHECKING:
    from kameo.people.models import User


def notify_class_changes(event: Event, name: str, sides: Collection[ClassChange], by: User | None) -> None:
    """One notification for each decider and each lead of an account that changed side: how many of theirs did.

    Leads hear of the accounts they lead, deciders of all they see. Nobody is told of nothing.
    """
    ids = [side.account_id for side in sides]
    if not ids:
        return
    led: dict[User, set[int]] = {}
    leads = AccountMember.objects.filter(account_id__in=ids, function=Function.LEAD, user__is_active=True)
    for member in leads.select_related("user__role"):
        led.setdefault(member.user, set()).add(member.account_id)
    for user in deciders():
        led[user] = set(Account.objects.visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))
    for user, mine in led.items():
        if mine:
            _notify_user(user, event, name, mine, by)


def _notify_user(user: User, event: Event, name: str, mine: set[int], by: User | None) -> None:
    with override(user.language or preferences.get("language")):
        words = ngettext(
            "%(num)s account changes side: %(what)s.", "%(num)s accounts change side: %(what)s.", len(mine)
        )
        only = next(iter(mine)) if len(mine) == 1 else None
        notify(
            users=[user],
            kind="class",
            key=f"class-sides:{event.pk}",
            actor=by,
            text=words % {"num": len(mine), "what": name},
            account_id=only,
            url=reverse("account", args=[only]) if only else reverse("accounts:list"),
        )


def record_class_changes(since: date, today: date) -> int:
    """A line for each account whose class the rules changed on a day from `since` on and before `today`.

    Told once the day is over, from its snapshots, because an import may change a class back and forth within a day.
    Decisions have lines of their own. Returns how many. In order: journal `account.class_changed`, lines.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CHANGES, {"since": since, "today": today})
        rows = cursor.fetchall()
    record_many(
        events.CLASS_CHANGED, [(pk, {"from": before, "to": now, "on": str(day)}) for pk, day, before, now in rows]
    )
    return len(rows)


_CHANGES = """
    select snapshot.account_id, snapshot.day, coalesce(before.account_class, 'standard'), snapshot.account_class
    from qualification_classsnapshot snapshot
    left join lateral (
        select * from qualification_classsnapshot last
        where last.account_id = snapshot.account_id and last.day < snapshot.day
        order by last.day desc limit 1) before on true
    where snapshot.day >= %(since)s and snapshot.day < %(today)s and snapshot.source = 'computed'
    and coalesce(before.source, 'computed') = 'computed'
    and snapshot.account_class <> coalesce(before.account_class, 'standard')
    order by snapshot.account_id, snapshot.day
"""
