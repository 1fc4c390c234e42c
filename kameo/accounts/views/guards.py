"""Fetching an account for a page: seen, or 404; written by whoever may, or 403."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from kameo.accounts.models import Account
from kameo.core.access import get_visible
from kameo.people.enums import Right


def seen(request: HttpRequest, account_id: int) -> Account:
    """The account, for whoever sees it."""
    account: Account = get_visible(Account.objects.select_related("parent", "pulse"), request.user, pk=account_id)
    return account


def written(request: HttpRequest, account_id: int, right: str = Right.WRITE_ACCOUNTS) -> Account:
    """The account, for whoever sees it and holds the right."""
    account = seen(request, account_id)
    if not may(request.user, right):
        raise PermissionDenied(right)
    return account


def may(user: Any, right: str) -> bool:
    return bool(user.can(right))
