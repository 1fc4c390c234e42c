"""Who may hand accounts over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User


def can_transfer(by: User, giver: User) -> bool:
    """Hand over what `giver` serves: one's own, or anybody's for who sees and writes everything."""
    return by.can(Right.WRITE_ACCOUNTS) and (by.pk == giver.pk or by.can(Right.SEE_ALL_ACCOUNTS))
