"""Delivering: one message for each person told, once per key. Others decide who is told and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from kameo.core import clock
from kameo.core.registry import Store
from kameo.notifications.models import Muted, Notification
from kameo.notifications.rules import sees_account
from kameo.people.models import User

# Kinds that people may silence, by key: the label completes "Tell me when…". Higher apps register theirs.
kinds: Store[Any] = Store("notification kinds")


@transaction.atomic
def notify(
    *,
    users: Iterable[User],
    kind: str,
    key: str,
    text: str,
    url: str = "",
    account_id: int | None = None,
    actor: User | None = None,
) -> int:
    """Tell `users`, but for the actor, whoever left, silenced `kind`, or does not see the account.

    The same `key` twice for the same person shows once. Returns how many were told.
    """
    key = key[:120]
    told = {user.pk: user for user in users if user.is_active and (actor is None or user.pk != actor.pk)}
    silent = set(Muted.objects.filter(kind=kind, user__in=told).values_list("user_id", flat=True))
    silent |= set(Notification.objects.filter(key=key, user__in=told).values_list("user_id", flat=True))
    rows = [
        Notification(user=user, kind=kind, key=key, text=text[:300], url=url, account_id=account_id, actor=actor)
        for pk, user in told.items()
        if pk not in silent and sees_account(user, account_id)
    ]
    Notification.objects.bulk_create(rows, ignore_conflicts=True)  # two at once: the constraint decides
    return len(rows)


def mark_read(notification: Notification) -> None:
    if notification.read_at is None:
        notification.read_at = clock.now()
        notification.save(update_fields=["read_at"])


def mark_all_read(user: User) -> int:
    """Returns how many were unread."""
    return int(Notification.objects.filter(user=user).unread().update(read_at=clock.now()))


@transaction.atomic
def choose_kinds(user: User, *, wanted: Iterable[str]) -> None:
    """Be told of these kinds only, from now on; kinds that appear later are told until silenced."""
    keep = set(wanted)
    Muted.objects.filter(user=user).delete()
    silenced = [Muted(user=user, kind=kind) for kind, _label in kinds.items() if kind not in keep]
    Muted.objects.bulk_create(silenced)


def unread_count(user: User) -> int:
    """The bell's number. One query."""
    return int(Notification.objects.visible_to(user).unread().count())
