"""Reads shared by pages and API: somebody's positions as a reader may see them, and who answers to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kameo.contacts.models import Person, Position

if TYPE_CHECKING:
    from kameo.accounts.models import Account
    from kameo.people.models import User


MANAGERS = 500  # offered at once


def positions_of(person: Person, user: User) -> list[Position]:
    """Those at accounts that `user` sees, held first, the latest first; managers loaded."""
    held = Position.objects.visible_to(user).filter(person=person)
    rows = held.select_related("account", "reports_to__person", "matrix_to__person")
    return sorted(rows, key=lambda row: (not row.is_current, row.ends_on is None, -row.pk))


def managers_for(account: Account, user: User, *, without: int | None = None) -> list[Position]:
    """Who somebody of this account could report to: people of the same group, by name."""
    rows = Position.objects.visible_to(user).current().filter(account__lineage__contains=[account.lineage[0]])
    if without is not None:
        rows = rows.exclude(person_id=without)
    rows = rows.filter(person__binned_at=None).select_related("person", "account")
    return list(rows.order_by("person__sort_name")[:MANAGERS])
