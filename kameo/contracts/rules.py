"""The right to enter and change invoices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from kameo.accounts.rules import can_see
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.accounts.models import Account
    from kameo.people.models import User


def can_write_invoices(user: User, account: Account) -> bool:
    """The right, on an account the user sees."""
    return user.can(Right.WRITE_INVOICES) and can_see(user, account)


def require_invoices(user: User | None, account: Account) -> None:
    """PermissionDenied unless `user` may write the account's invoices; None is the system, which may."""
    if user is not None and not can_write_invoices(user, account):
        raise PermissionDenied(Right.WRITE_INVOICES)
