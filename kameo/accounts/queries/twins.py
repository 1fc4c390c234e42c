"""Look-alikes of accounts as the last comparison found them, and what an account's page says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import DateField, Max, OuterRef, Q, Subquery, Value
from django.utils.translation import gettext as _

from kameo.accounts.enums import Kind
from kameo.accounts.models import Account, TwinPair
from kameo.core import clock
from kameo.core.merging.models import Merge
from kameo.core.merging.reading import PairOf, TwinSide
from kameo.core.money import reporting_currency
from kameo.core.ui import formats
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User


def pairs_of(user: User, after: str, limit: int) -> tuple[list[PairOf], str]:
    """Pairs of which `user` sees both, the surest first, and where the next page starts ("" at the end). One query."""
    pairs = TwinPair.objects.visible_to(user)
    score, _bar, pk = after.partition("_")
    if score.isdecimal() and pk.isdecimal() and len(after) < 30:
        pairs = pairs.filter(Q(score__lt=int(score)) | Q(score=int(score), id__lt=int(pk)))
    rows = list(pairs.order_by("-score", "-id").values(*_FIELDS)[: limit + 1])
    shown = [
        PairOf(_side(row, "first"), _side(row, "second"), row["score"], row["reasons"], row["id"])
        for row in rows[:limit]
    ]
    last = shown[-1] if len(rows) > limit else None
    return shown, f"{last.score}_{last.id}" if last else ""


def compared_at() -> datetime | None:
    """When the portfolio was compared last; None when nothing was ever alike."""
    found: datetime | None = TwinPair.objects.aggregate(at=Max("computed_at"))["at"]
    return found


@dataclass(frozen=True, slots=True)
class Notice:
    """What an account's page says of look-alikes and merges: `what` is "pair" or "merge", `other` the other account."""

    what: str
    id: int
    other: int
    name: str
    score: int
    until: Any
    at: Any


def notices_of(user: User, account: Account, most: int = 4) -> list[Notice]:
    """Look-alikes of `account` that `user` may decide about, and its merges that can still be undone; one query."""
    if not user.can(Right.WRITE_ACCOUNTS):
        return []
    pairs = TwinPair.objects.visible_to(user).filter(Q(first=account) | Q(second=account))
    pairs = pairs.annotate(what=Value("pair"), until=Value(None, DateField())).order_by()
    name = Subquery(Account.objects.filter(pk=OuterRef("absorbed_id")).values("name")[:1])
    open_ones = Merge.objects.open().filter(noun="account", kept_id=account.pk)
    merges = open_ones.filter(undoable_until__gte=clock.company_today()).order_by()
    merges = merges.annotate(what=Value("merge"), score=Value(0), kept_name=Value(account.name), name=name)
    rows = pairs.values_list(
        "what", "id", "first_id", "second_id", "first__name", "second__name", "score", "until", "computed_at"
    ).union(
        merges.values_list(
            "what", "id", "kept_id", "absorbed_id", "kept_name", "name", "score", "undoable_until", "at"
        ),
        all=True,
    )
    return [
        Notice(what, pk, two if one == account.pk else one, second if one == account.pk else first, score, until, at)
        for what, pk, one, two, first, second, score, until, at in rows[:most]
    ]


def twins_summary(user: User, account: Account, scope: str) -> dict[str, Any] | None:
    """The account page's block; None when there is nothing to decide or to undo."""
    found = notices_of(user, account)
    return {"twins": found} if found else None


_COLUMNS = ("id", "name", "kind", "parent__name", "parent__hidden", "pulse__revenue_total")
_FIELDS = ("id", "score", "reasons", *(f"{side}__{name}" for side in ("first", "second") for name in _COLUMNS))


def _side(row: dict[str, Any], side: str) -> TwinSide:
    pk, name, kind, above, hidden, total = (row[f"{side}__{column}"] for column in _COLUMNS)
    invoiced = _("no invoice yet")
    if total is not None:
        invoiced = _("%(amount)s invoiced") % {"amount": formats.short_money(total, reporting_currency())}
    words = [str(Kind(kind).label), "" if hidden else above, invoiced]
    return TwinSide(pk, name, " · ".join(word for word in words if word))
