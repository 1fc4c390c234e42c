"""Delivering: a message once per person and key."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from kameo.notifications.models import Notification
from kameo.people.models import User


@transaction.atomic
def notify(
    *,
    users: Collection[User],
    kind: str,
    key: str,
    text: str,
    url: str = "",
    account_id: int | None = None,
    actor: User | None = None,
) -> None:
    """Leave `text` for each of `users`, with where to look; the same `key` twice shows once.

    The caller has checked that they may see what it is about; the list checks `account_id` again when read.
    """
    Notification.objects.bulk_create(
        [
            Notification(user=user, kind=kind, key=key, text=text[:300], url=url, account_id=account_id, actor=actor)
            for user in users
        ],
        ignore_conflicts=True,
    )
