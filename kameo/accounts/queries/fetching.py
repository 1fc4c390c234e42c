"""Fetch one account for a user: 404 unless they see it, 403 unless they have the right."""

from __future__ import annotations

from kameo.accounts.models import Account
from kameo.core.access import Actor, get_visible, require
from kameo.people.enums import Right


def get_account_for(user: Actor, account_id: int) -> Account:
    """The account with its parent and its pulse; one query."""
    account: Account = get_visible(Account.objects.select_related("parent", "pulse"), user, pk=account_id)
    return account


def get_account_to_change_for(user: Actor, account_id: int, right: str = Right.WRITE_ACCOUNTS) -> Account:
    """The account, which the user must also have the right to change."""
    account = get_account_for(user, account_id)
    require(user, right)
    return account
