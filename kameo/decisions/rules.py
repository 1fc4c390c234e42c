"""Who may ask a colleague for an introduction. Writing a map needs the right to write people: `contacts.rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User


def can_ask(user: User) -> bool:
    """Ask a colleague for an introduction: whoever takes part in serving customers, readers apart."""
    return any(user.can(right) for right in (Right.WRITE_PERSONS, Right.WRITE_INTERACTIONS, Right.WRITE_NOTES))


def require_ask(user: User) -> None:
    if not can_ask(user):
        raise PermissionDenied("introductions.ask")
