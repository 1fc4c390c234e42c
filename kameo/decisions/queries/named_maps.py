"""The maps of one account, with how many people are on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from kameo.decisions.models import DecisionMap

if TYPE_CHECKING:
    from kameo.accounts.models import Account
    from kameo.people.models import User


@dataclass(frozen=True)
class MapRow:
    id: int
    name: str
    main: bool
    expected: int | None
    people: int
    binned: bool


def maps_of(account: Account, user: User) -> list[MapRow]:
    """Its own first, then by name, those in the bin last; one statement."""
    on_it = Q(stakes__removed_at__isnull=True, stakes__person__binned_at__isnull=True)
    rows = DecisionMap.objects.reachable_by(user).filter(account=account)
    counted = rows.annotate(people=Count("stakes", filter=on_it))
    found = [MapRow(row.pk, row.name, row.main, row.expected, row.people, row.binned_at is not None) for row in counted]
    return sorted(found, key=lambda row: (row.binned, not row.main, row.name.casefold(), row.id))
