"""Accounts in the global search: by name, other and former names, numbers, mail domains; typing slips forgiven.

What is called exactly so comes first (a group by its short name, before its parts), then what begins with the
words, then what holds them, then other names and numbers, in one statement whose branches each stop at the limit.
Only when nothing holds the words does a second one look for near spellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import FloatField, Value
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kameo.accounts.enums import AccountClass, Kind
from kameo.accounts.models import Account, AccountVisit, Alias
from kameo.core import search
from kameo.core.search import Hit, SearchTerms
from kameo.core.search.words import every_word, nearest, patterns

LAST = "\U0010ffff"  # after every letter: [words, words + LAST) is "begins with" for an index
STONES = {"large_key": "key", "key": "key", "large": "large"}  # as `ui.cameo` names them
COLUMNS = ("pk", "name", "kind", "parent__name", "parent__hidden", "pulse__account_class", "rank")


def find_accounts(user: Any, query: SearchTerms, limit: int) -> list[Hit]:
    """The best `limit` accounts for what was typed, among those `user` may see."""
    visible = Account.objects.visible_to(user)
    called = visible.filter(pk__in=Alias.objects.filter(sort_name=query.folded).values("account_id"))
    begins = visible.filter(sort_name__gte=query.folded, sort_name__lt=query.folded + LAST)
    holds = visible.filter(every_word("sort_name", query.folded))
    other = visible.filter(pk__in=_known_as(query.folded))
    branches = [
        rows.annotate(rank=Value(rank, FloatField())).order_by("sort_name", "pk").values_list(*COLUMNS)[:limit]
        for rank, rows in enumerate((called, begins, holds, other))
    ]
    found = list(branches[0].union(*branches[1:], all=True))
    if not found:
        found = list(nearest(visible, "sort_name", query.folded).values_list(*COLUMNS)[:limit])
    return _hits(found, limit)


def recent_accounts(user: Any) -> list[Hit]:
    """The accounts the user opened last, before anything is typed."""
    visits = AccountVisit.objects.filter(user=user, account__in=Account.objects.visible_to(user))
    fields = [f"account__{name}" for name in COLUMNS[1:-1]]
    rows = visits.order_by("-at").values_list("account_id", *fields)[:8]
    return [_hit(row) for row in rows]


def _known_as(folded: str) -> RawSQL:
    number = re.sub(r"[\s.\-]", "", folded).upper() or "-"
    domain = folded.removeprefix("www.")
    words = patterns(folded)
    like = " and ".join(["sort_name like %s"] * len(words))
    statement = f"""
        select account_id from accounts_alias where {like}
        union select account_id from accounts_formername where {like}
        union select account_id from accounts_identifier where value >= %s and value < %s
        union select account_id from accounts_maildomain where domain >= %s and domain < %s
    """  # noqa: S608 - constant text, parameters apart
    return RawSQL(statement, [*words, *words, number, number + LAST, domain, domain + LAST])  # noqa: S611


def _hits(rows: Iterable[tuple[Any, ...]], limit: int) -> list[Hit]:
    """The best rank of each account, in order."""
    best: dict[int, tuple[Any, ...]] = {}
    for row in sorted(rows, key=lambda row: row[-1]):
        best.setdefault(row[0], row)
    return [_hit(row) for row in list(best.values())[:limit]]


def _hit(row: tuple[Any, ...]) -> Hit:
    pk, name, kind, parent, parent_hidden, account_class = row[:6]
    detail = str(Kind(kind).label) if not parent or parent_hidden else f"{Kind(kind).label} · {parent}"
    if account_class in STONES:
        detail = f"{AccountClass(account_class).label} · {detail}"
    return Hit(
        name,
        reverse("account", args=[pk]),
        detail=detail,
        picture="cameo",
        stone=STONES.get(account_class or "", "agate"),
    )


search.register("accounts", _("Accounts"), find_accounts, suggest=recent_accounts, order=10)
