"""Who may do what with one account. Sets of accounts are `visible_to`'s business (access.py).

Every predicate asks the database at most once, and answers False for an account the user may not see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from kameo.core import clock, preferences
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.accounts.models import Account
    from kameo.people.models import User


def can_see(user: User, account: Account) -> bool:
    return bool(type(account).objects.visible_to(user).filter(pk=account.pk).exists())


def can_create(user: User) -> bool:
    return user.can(Right.CREATE_ACCOUNTS)


def can_write(user: User, account: Account) -> bool:
    """Change the account: the right, and sight of it (everything, or a membership of it or above)."""
    return user.can(Right.WRITE_ACCOUNTS) and can_see(user, account)


def can_bin(user: User, account: Account) -> bool:
    return user.can(Right.BIN_ACCOUNTS) and can_see(user, account)


def can_see_totals(user: User) -> bool:
    """Our total revenue and shares of it (product.md): by right, or for all where the setting says so."""
    return user.can(Right.SEE_TOTALS) or bool(preferences.get("totals.visible_to_all"))


def can_read_restricted(user: User, account: Account) -> bool:
    """Restricted notes of others: directors and the lead (of the account or above)."""
    return user.can(Right.SEE_CONFIDENTIAL) or has_function(user, account, ("lead",))


def has_function(user: User, account: Account, functions: tuple[str, ...]) -> bool:
    """Whether the user, or somebody they cover today, has one of `functions` on the account or above."""
    today = clock.today()
    covered = Q(user__absences__cover=user, user__absences__starts_on__lte=today, user__absences__ends_on__gte=today)
    members: Any = account.members.model  # type: ignore[attr-defined]
    named = members.objects.filter(account_id__in=account.reach, function__in=functions)
    return bool(named.filter(Q(user=user) | covered).exists())


def require_write(user: User | None, account: Account) -> None:
    """PermissionDenied unless `user` may change the account; None is the system, which may."""
    if user is not None and not can_write(user, account):
        raise PermissionDenied("accounts.write")


def require_sight(user: User, account: Account) -> None:
    if not can_see(user, account):
        raise PermissionDenied("accounts.see")


def require_bin(user: User | None, account: Account) -> None:
    if user is not None and not can_bin(user, account):
        raise PermissionDenied("accounts.bin")
