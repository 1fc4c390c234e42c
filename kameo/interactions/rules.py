"""Who may log, change and read what. The caller has checked that the user sees the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from kameo.accounts.rules import can_read_restricted
from kameo.interactions.enums import InteractionKind
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.interactions.models import Document, Interaction
    from kameo.people.models import User


def kinds_for(user: User) -> list[InteractionKind]:
    """What the user may log: everything, notes only, or nothing (readers)."""
    if user.can(Right.WRITE_INTERACTIONS):
        return list(InteractionKind)
    return [InteractionKind.NOTE] if user.can(Right.WRITE_NOTES) else []


def can_log(user: User, kind: str) -> bool:
    return kind in kinds_for(user)


def can_change(user: User, interaction: Interaction) -> bool:
    """The author, the lead of the account (or above) and directors, as long as they may log that kind at all."""
    if not can_log(user, interaction.kind):
        return False
    return interaction.author_id == user.pk or can_read_restricted(user, interaction.account)


def can_write_documents(user: User) -> bool:
    return user.can(Right.WRITE_DOCUMENTS)


def can_bin_document(user: User, document: Document) -> bool:
    """Its owner, the lead of the account (or above) and directors."""
    if not can_write_documents(user):
        return False
    return document.owner_id == user.pk or can_read_restricted(user, document.account)


def require(allowed: bool, right: str) -> None:
    if not allowed:
        raise PermissionDenied(right)
