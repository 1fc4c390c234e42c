"""The registers for one reader: what may be quoted today, sector notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.rows import Row, column
from kameo.people.queries import name_of
from kameo.registers.models import SectorNote

if TYPE_CHECKING:
    from kameo.people.models import User

PAGE = 50
HOLDS = "permission", "case_study"  # kinds that stand until they expire


def standing_today() -> Q:
    """Permissions and case studies that may be used today."""
    today = clock.company_today()
    return Q(kind__in=HOLDS) & (Q(valid_until__isnull=True) | Q(valid_until__gte=today))


@dataclass(frozen=True, slots=True)
class NoteRow(Row):
    id: int
    account_id: int
    kind: str
    on: date
    text: str
    source: str
    tags: list[str]
    account_name: str = column("account__name")
    author: str = column(name_of("by"))


def notes_of(
    user: User, account: Account, *, group: bool = False, binned: bool = False, kind: str = "", after: str = ""
) -> tuple[list[NoteRow], str]:
    """A page of the sector notes, the latest first, and where the next one starts; one query."""
    if binned:
        found = SectorNote.objects.reachable_by(user).filter(binned_at__isnull=False)
    else:
        found = SectorNote.objects.visible_to(user)
    found = found.filter(account__lineage__contains=[account.pk]) if group else found.filter(account=account)
    if kind:
        found = found.filter(kind=kind)
    if (place := cursor_place(after)) is not None:
        found = found.filter(Q(on__lt=place[0]) | Q(on=place[0], id__lt=place[1]))
    rows = NoteRow.read(found.order_by("-on", "-id")[: PAGE + 1])
    shown = rows[:PAGE]
    return shown, f"{shown[-1].on.isoformat()}_{shown[-1].id}" if len(rows) > PAGE else ""


def cursor_place(after: str) -> tuple[date, int] | None:
    """The day and the id where a page begins; None for the first, or where the address says nothing readable."""
    day, _bar, pk = after.partition("_")
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None
