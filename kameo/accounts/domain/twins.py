"""Saying that two accounts that look alike are different, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kameo.accounts import events, rules
from kameo.accounts.models import Account, NotTwins
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal

if TYPE_CHECKING:
    from kameo.people.models import User


def tell_apart(one: Account, other: Account, *, by: User | None) -> NotTwins:
    """These two are not the same: nobody is asked again. Twice changes nothing.

    In order: row, journal `accounts.told_apart`. Raises PermissionDenied (write on both); DomainError "same_account".
    """
    for account in (one, other):
        rules.require_write(by, account)
    if one.pk == other.pk:
        raise DomainError("same_account", _("Choose two different accounts."))
    first, second = sorted((one.pk, other.pk))
    with acting(by):
        row, new = NotTwins.objects.get_or_create(first_id=first, second_id=second, defaults={"by": by})
        if new:
            journal.record(events.TOLD_APART, row, by=by, account=one, data={"first": first, "second": second})
    return row


def forget_apart(row: NotTwins, *, by: User | None) -> None:
    """Ask about these two again. Journal `accounts.told_apart` with `undone`. Raises PermissionDenied."""
    for account in (row.first, row.second):
        rules.require_write(by, account)
    with acting(by):
        facts = {"first": row.first_id, "second": row.second_id, "undone": True}
        journal.record(events.TOLD_APART, None, by=by, account=row.first_id, data=facts)
        row.delete()
