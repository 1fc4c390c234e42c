"""The rules about colleagues: one question, one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User


def can_plan_absences_of(by: User, user: User) -> bool:
    """One's own, or anybody's for an administrator or a director (R107)."""
    return by.pk == user.pk or can_plan_absences(by)


def can_plan_absences(by: User) -> bool:
    return by.can(Right.MANAGE_USERS) or by.can(Right.CONFIGURE)
