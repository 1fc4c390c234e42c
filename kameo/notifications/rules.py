"""Nobody is told of an account they do not see, or goes on reading of one they no longer see (promise 13)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from kameo.core.registry import Store

if TYPE_CHECKING:
    from kameo.people.models import User

# `user -> queryset of the ids of the accounts they see`. Accounts are a higher app: they register theirs.
account_ids_seen: Store[Callable[[Any], Any]] = Store("account ids seen")


def sees_account(user: User, account_id: int | None) -> bool:
    """Whether `user` may be told about that account; never when nobody registered how to know."""
    if account_id is None:
        return True
    return any(ids(user).filter(pk=account_id).exists() for ids in account_ids_seen)


class NotificationQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Their own messages, but for those about accounts they no longer see."""
        about = Q(account_id__isnull=True)
        for ids in account_ids_seen:
            about |= Q(account_id__in=ids(user))
        return self.filter(about, user=user)

    def unread(self) -> Self:
        return self.filter(read_at__isnull=True)
