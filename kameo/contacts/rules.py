"""Who may do what with people. Sets of people are `visible_to`'s business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from kameo.accounts.rules import can_see
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.accounts.models import Account
    from kameo.contacts.models import Person
    from kameo.people.models import User


def can_write(user: User) -> bool:
    """Change the people that they see."""
    return user.can(Right.WRITE_PERSONS)


def can_write_at(user: User, account: Account) -> bool:
    """Put somebody at this account, or change what they do there."""
    return can_write(user) and can_see(user, account)


def require_write_at(user: User | None, account: Account) -> None:
    """PermissionDenied unless `user` may write people of the account; None is the system, which may."""
    if user is not None and not can_write_at(user, account):
        raise PermissionDenied("persons.write")


def require_write(user: User | None, person: Person) -> None:
    """The right, and sight of the person in or out of the bin."""
    if user is None:
        return
    if not can_write(user) or not type(person).objects.reachable_by(user).filter(pk=person.pk).exists():
        raise PermissionDenied("persons.write")
