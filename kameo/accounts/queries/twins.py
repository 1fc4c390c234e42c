"""Look-alikes as pages and the API read them: pairs of which the user sees both and may write both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import DateField, Max, Q, QuerySet, Value

from kameo.accounts.models import Account, Merge, NotTwins, TwinPair
from kameo.core import clock
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User

PAGE = 50


@dataclass(frozen=True, slots=True)
class Side:
    """One account of a pair, with what tells it from the other."""

    id: int
    name: str
    kind: str
    above: str
    account_class: str
    invoiced: Any


@dataclass(frozen=True, slots=True)
class TwinSuggestion:
    id: int
    first: Side
    second: Side
    score: int
    reasons: list[str]


def pairs_for(user: User) -> QuerySet[TwinPair]:
    """Those that `user` may merge or tell apart; none for a reader."""
    pairs = TwinPair.objects.visible_to(user)
    return pairs if user.can(Right.WRITE_ACCOUNTS) else pairs.none()


def page_of_pairs(user: User, *, after: str = "", limit: int = PAGE) -> tuple[list[TwinSuggestion], str]:
    """The surest first, and where the next page starts ("" at the end). One query."""
    pairs = pairs_for(user)
    score, _bar, pk = after.partition("_")
    if score.isdecimal() and pk.isdecimal() and len(after) < 30:
        pairs = pairs.filter(Q(score__lt=int(score)) | Q(score=int(score), id__lt=int(pk)))
    rows = list(pairs.order_by("-score", "-id").values(*_FIELDS)[: limit + 1])
    shown = [_pair(row) for row in rows[:limit]]
    last = shown[-1] if len(rows) > limit else None
    return shown, f"{last.score}_{last.id}" if last else ""


def compared_at() -> datetime | None:
    """When the portfolio was compared last; None when nothing was ever alike."""
    found: datetime | None = TwinPair.objects.aggregate(at=Max("computed_at"))["at"]
    return found


def told_apart_by(user: User) -> QuerySet[NotTwins]:
    """What somebody declared different, of accounts that `user` sees both, newest first."""
    seen = Account.objects.visible_to(user).values("pk")
    rows = NotTwins.objects.filter(first__in=seen, second__in=seen).select_related("first", "second", "by")
    return rows.order_by("-at", "-id")


def merges_for(user: User) -> QuerySet[Merge]:
    """Merges into accounts that `user` sees, the latest first."""
    return Merge.objects.visible_to(user).select_related("kept", "absorbed", "by", "undone_by").order_by("-at", "-id")


def can_be_undone(merge: Merge) -> bool:
    """By its own dates; `domain.check_undoable` says the rest, and why not."""
    return merge.undone_at is None and merge.undoable_until >= clock.company_today()


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
    pairs = pairs_for(user).filter(Q(first=account) | Q(second=account)).annotate(what=Value("pair"))
    open_ones = Merge.objects.open().filter(kept=account, undoable_until__gte=clock.company_today())
    merges = open_ones.annotate(what=Value("merge"), score=Value(0))
    rows = (
        pairs.annotate(until=Value(None, DateField()))
        .order_by()
        .values_list(
            "what", "id", "first_id", "second_id", "first__name", "second__name", "score", "until", "computed_at"
        )
        .union(
            merges.order_by().values_list(
                "what", "id", "kept_id", "absorbed_id", "kept__name", "absorbed__name", "score", "undoable_until", "at"
            ),
            all=True,
        )
    )
    return [
        Notice(what, pk, two if one == account.pk else one, second if one == account.pk else first, score, until, at)
        for what, pk, one, two, first, second, score, until, at in rows[:most]
    ]


def twins_summary(user: User, account: Account, scope: str) -> dict[str, Any] | None:
    """The account page's block; None when there is nothing to decide or to undo."""
    found = notices_of(user, account)
    return {"twins": found} if found else None


_COLUMNS = ("id", "name", "kind", "parent__name", "parent__hidden", "pulse__account_class", "pulse__revenue_total")
_FIELDS = ("id", "score", "reasons", *(f"{side}__{name}" for side in ("first", "second") for name in _COLUMNS))


def _pair(row: dict[str, Any]) -> TwinSuggestion:
    return TwinSuggestion(row["id"], _side(row, "first"), _side(row, "second"), row["score"], row["reasons"])


def _side(row: dict[str, Any], side: str) -> Side:
    pk, name, kind, above, hidden, account_class, total = (row[f"{side}__{column}"] for column in _COLUMNS)
    return Side(pk, name, kind, "" if hidden else (above or ""), account_class or "standard", total)
