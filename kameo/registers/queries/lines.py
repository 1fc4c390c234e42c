"""The registers for one reader: references and what they brought, competitors by entity and product, sector notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, Sum, Value, When, Window
from django.db.models.functions import Coalesce

from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.text import fold
from kameo.registers.enums import AdvocacyKind
from kameo.registers.models import Advocacy, SectorNote

if TYPE_CHECKING:
    from kameo.people.models import User

PAGE = 50
HOLDS = "permission", "case_study"  # kinds that stand until they expire


@dataclass(frozen=True, slots=True)
class AdvocacyRow:
    """One line of the reference register. `benefits_name` is "" when the reader may not see that account."""

    id: int
    account_id: int
    account_name: str
    account_class: str
    kind: str
    on: date
    valid_until: date | None
    person: str
    text: str
    url: str
    benefits_id: int | None
    benefits_name: str
    business: Decimal | None
    author: str
    binned: bool

    @property
    def expired(self) -> bool:
        return self.valid_until is not None and self.valid_until < clock.company_today()

    @property
    def stands(self) -> bool:
        """A permission or a case study that may be used today."""
        return self.kind in HOLDS and not self.expired

    @property
    def label(self) -> str:
        return str(AdvocacyKind(self.kind).label)


@dataclass(frozen=True, slots=True)
class AdvocacyTotals:
    """Over all lines found, not the page's: `business` is None when no line says what it brought."""

    lines: int
    permissions: int
    introductions: int
    business: Decimal | None
    valued: int


@dataclass(frozen=True, slots=True)
class AdvocacyPage:
    rows: list[AdvocacyRow]
    totals: AdvocacyTotals | None
    after: str


def advocacies(
    user: User,
    *,
    account: Account | None = None,
    group: bool = False,
    kind: str = "",
    valid: bool = False,
    text: str = "",
    binned: bool = False,
) -> Any:
    """The lines that `user` sees, in no order: of one account (with all below it for `group`) or of all.

    `valid` keeps permissions and case studies that may be used today.
    """
    if binned:
        found = Advocacy.objects.reachable_by(user).filter(binned_at__isnull=False)
    else:
        found = Advocacy.objects.visible_to(user)
    if account is not None:
        found = found.filter(account__lineage__contains=[account.pk]) if group else found.filter(account=account)
    if kind:
        found = found.filter(kind=kind)
    if valid:
        found = found.filter(standing_today())
    for word in fold(text).split():
        found = found.filter(Q(account__sort_name__contains=word) | Q(person__icontains=word) | Q(text__icontains=word))
    return found


def advocacy_page(lines: Any, user: User, *, after: str = "", size: int = PAGE) -> AdvocacyPage:
    """The latest first, and on the first page the totals of all; one query."""
    place = _cursor_place(after)
    if place is not None:
        lines = lines.filter(Q(on__lt=place[0]) | Q(on=place[0], id__lt=place[1]))
    found = list(_with_names(lines, user).annotate(**_totals()).order_by("-on", "-id")[: size + 1])
    rows = [_advocacy(one) for one in found[:size]]
    totals = None if place is not None else _totals_of(found)
    last = rows[-1] if len(found) > size else None
    return AdvocacyPage(rows, totals, f"{last.on.isoformat()}_{last.id}" if last else "")


def standing_today() -> Q:
    """Permissions and case studies that may be used today."""
    today = clock.company_today()
    return Q(kind__in=HOLDS) & (Q(valid_until__isnull=True) | Q(valid_until__gte=today))


def _with_names(lines: Any, user: User) -> Any:
    seen = Account.objects.visible_to(user).filter(pk=OuterRef("benefits_id"))
    return lines.annotate(
        benefits_seen=Exists(seen), account_class=Coalesce(F("account__pulse__account_class"), Value("standard"))
    ).select_related("account", "benefits", "by")


def _totals() -> dict[str, Any]:
    gained = Q(kind__in=("introduction", "recommendation"))
    standing = Case(When(standing_today() & Q(kind="permission"), then=1))
    return {
        "all_lines": Window(Count("pk")),
        "all_permissions": Window(Count(standing)),
        "all_introductions": Window(Count(Case(When(gained, then=1)))),
        "all_business": Window(Sum("business")),
        "all_valued": Window(Count("business")),
    }


def _totals_of(found: list[Any]) -> AdvocacyTotals:
    if not found:
        return AdvocacyTotals(0, 0, 0, None, 0)
    one = found[0]
    return AdvocacyTotals(one.all_lines, one.all_permissions, one.all_introductions, one.all_business, one.all_valued)


def _advocacy(row: Any) -> AdvocacyRow:
    return AdvocacyRow(
        id=row.pk,
        account_id=row.account_id,
        account_name=row.account.name,
        account_class=row.account_class,
        kind=row.kind,
        on=row.on,
        valid_until=row.valid_until,
        person=row.person,
        text=row.text,
        url=row.url,
        benefits_id=row.benefits_id if row.benefits_seen else None,
        benefits_name=row.benefits.name if row.benefits_seen else "",
        business=row.business,
        author=row.by.full_name if row.by else "",
        binned=row.binned_at is not None,
    )


def _cursor_place(after: str) -> tuple[date, int] | None:
    day, _bar, pk = after.partition("_")
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class NoteRow:
    id: int
    account_id: int
    account_name: str
    kind: str
    on: date
    text: str
    source: str
    tags: list[str]
    author: str


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
    if (place := _cursor_place(after)) is not None:
        found = found.filter(Q(on__lt=place[0]) | Q(on=place[0], id__lt=place[1]))
    rows = list(found.select_related("account", "by").order_by("-on", "-id")[: PAGE + 1])
    shown = [_note(row) for row in rows[:PAGE]]
    return shown, f"{shown[-1].on.isoformat()}_{shown[-1].id}" if len(rows) > PAGE else ""


def _note(row: SectorNote) -> NoteRow:
    return NoteRow(
        id=row.pk,
        account_id=row.account_id,
        account_name=row.account.name,
        kind=row.kind,
        on=row.on,
        text=row.text,
        source=row.source,
        tags=list(row.tags),
        author=row.by.full_name if row.by else "",
    )
