"""The accounts in the bin, and the rows that would go there with an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, Count, Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from kameo.accounts.enums import Kind
from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.merging.models import Merge
from kameo.core.rows import Row, column
from kameo.people.queries import name_of

PAGE = 50


@dataclass(frozen=True, slots=True)
class Binned(Row):
    """One account that was put in the bin by itself; `along` others went with it.

    `merged`: it became part of another one, and only undoing that merge gives it back: `merge` while that is possible.
    """

    id: int
    name: str
    kind: str
    along: int
    merge: int | None
    merged: bool = column("merged_into", into=bool)
    at: datetime = column("binned_at")
    by: str = column(name_of("binned_by"))


@dataclass(frozen=True, slots=True)
class Contents:
    """What hangs below an account, itself left out, and what is stored with the whole of it; `invoices` is the
    number of accounts that have some.
    """

    entities: int
    sites: int
    interactions: int
    documents: int
    invoices: int


def binned_for(user: Any, after: str = "") -> tuple[list[Binned], str]:
    """A page of the bin, the latest first, and where the next one starts ("" at the end). Parts that went with
    the account they belong to are not listed apart.
    """
    reachable = Account.objects.binned().reachable_by(user)
    tops = reachable.filter(
        Q(parent__isnull=True) | Q(parent__binned_at__isnull=True) | ~Q(parent__binned_at=F("binned_at"))
    )
    at, _bar, pk = after.partition("_")
    if pk.isdecimal() and (moment := _parse_moment(at)) is not None:
        tops = tops.filter(Q(binned_at__lt=moment) | Q(binned_at=moment, id__lt=int(pk)))
    open_ones = Merge.objects.open().filter(noun="account", undoable_until__gte=clock.company_today())
    seen = Exists(Account.objects.visible_to(user).filter(pk=OuterRef("kept_id")))
    merge = Subquery(open_ones.filter(seen, absorbed_id=OuterRef("pk")).values("pk")[:1])
    along = RawSQL(_ALONG, (), output_field=BigIntegerField())  # noqa: S611 - constant text
    tops = tops.annotate(merge=merge, along=along).order_by("-binned_at", "-id")
    rows = Binned.read(tops[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return rows[:PAGE], f"{last.at.isoformat()}_{last.id}" if last else ""


# How many went with it: those below it that have the very moment it has.
_ALONG = """(select count(*) from accounts_account part
             where part.lineage @> array[accounts_account.id] and part.id <> accounts_account.id
               and part.binned_at = accounts_account.binned_at)"""


def _parse_moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def contents_of(account: Account) -> Contents:
    """One query over what hangs below today, hidden parts included: their number is what matters."""
    below = ~Q(pk=account.pk)
    whole = Account.objects.below(account.pk).present().order_by()
    return Contents(
        **whole.aggregate(
            entities=Count("pk", filter=below),
            sites=Count("pk", filter=below & Q(kind=Kind.SITE)),
            interactions=Coalesce(Sum("pulse__interactions"), 0),
            documents=Coalesce(Sum("pulse__documents"), 0),
            invoices=Count("pulse__first_invoice_on"),
        )
    )
