"""The counts of accounts that ask for attention, each with its list: uncovered accounts and classes to look at.

One statement, whatever the number of accounts; each count is that of the list its address opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.db.models import F
from django.urls import reverse

from kameo.accounts.enums import AccountClass, Status
from kameo.accounts.listing.conditions import concerns
from kameo.accounts.lists import ACCOUNT_LIST
from kameo.accounts.models import Account
from kameo.core import clock, preferences
from kameo.core.lists import COUNTED, Criteria, asking, matching
from kameo.qualification.queries import attention

WATCHED = (AccountClass.LARGE_KEY.value, AccountClass.KEY.value, AccountClass.LARGE.value)
SAMPLES = 5


@dataclass(frozen=True)
class Count:
    """How many, no further than `COUNTED` (then `more`), and where they are listed.

    `label` and `tone` are those of a concern that an app above registered; the others' words are the pages'.
    """

    key: str
    number: int
    more: bool
    url: str
    label: str = ""
    tone: str = ""

    @property
    def words(self) -> tuple[str, str, str]:
        return (self.key, self.label, self.tone)


@dataclass(frozen=True)
class Left:
    """An account beyond its cadence: when it was last in contact, None for never."""

    id: int
    name: str
    account_class: str
    lead: str
    last_contact_at: datetime | None


@dataclass(frozen=True)
class Dependence:
    """A customer that makes `share` percent of our revenue, past the level `level`."""

    id: int
    name: str
    share: Decimal
    level: Decimal


@dataclass(frozen=True)
class AttentionCounts:
    counts: dict[str, Count]
    left: list[Left]
    dependence: list[Dependence]


def gaps_of(user: Any, *, everything: bool) -> dict[str, tuple[Criteria, list[tuple[str, str]]]]:
    """Each kind of uncovered account: its criteria, and the same as the list's address.

    Of the whole portfolio, back-up and cadence are asked of key and large accounts alone; of one's own, of all.
    """
    classes = WATCHED if everything else ()
    narrowed, watched = [("class", one) for one in classes], dict[str, Any]({"class": classes})
    active = (Status.ACTIVE.value,)
    mine = "" if everything else "me"
    own = [("lead", mine)] if mine else []
    return {
        "no_lead": (asking(uncovered=True, status=active), [("uncovered", "1"), ("status", active[0])]),
        "no_back_up": (asking(lacks=("back_up",), lead=mine, **watched), [("lacks", "back_up"), *narrowed, *own]),
        "silent": (
            asking(overdue=True, status=active, roots=True, lead=mine, **watched),
            [("overdue", "1"), ("status", active[0]), ("roots", "1"), *narrowed, *own],
        ),
        **{
            key: (
                asking(concern=(key,), status=active, lead=mine, **watched),
                [("concern", key), ("status", active[0]), *narrowed, *own],
            )
            for key, concern in concerns.items()
            if concern.alert
        },
    }


def count_attention(user: Any, *, everything: bool, total: Decimal | None) -> AttentionCounts:
    """The counts, the accounts left alone longest in value, and customers we depend on; one statement.

    `total` is our own revenue of 12 months for who may see it, None otherwise: no share is then said.
    """
    counted, addresses, left = {}, {}, None
    for key, (criteria, query) in gaps_of(user, everything=everything).items():
        counted[key] = matching(ACCOUNT_LIST, user, criteria)
        addresses[key] = f"{reverse('accounts:list')}?{urlencode(query)}"
        left = counted[key] if key == "silent" else left
    gates = {**attention.thresholds_today(total=total)}
    for key, rows in {
        "candidates": attention.candidate_accounts(user, gates),
        "lost": attention.lost_accounts(user),
        "due": attention.due_decisions(user, clock.company_today()),
    }.items():
        counted[key] = rows
        addresses[key] = f"{reverse('portfolio:attention')}?{urlencode({'what': key})}"
    levels = sorted(attention.levels()) if total and total > 0 else []
    found = _read_counts(counted, _left(left), _dependent(user, total, levels) if levels and total else None)
    return AttentionCounts(
        {key: _concern_count(key, number, addresses[key]) for key, number in found["counts"].items()},
        [_left_alone(row) for row in found["left"]],
        [_dependence(row, total or Decimal(1), levels) for row in found["dependence"]],
    )


def _read_counts(counted: dict[str, Any], left: Any, dependent: Any) -> dict[str, Any]:
    parts, parameters = [], []
    for rows in counted.values():
        sql, values = rows.order_by().values("pk").query.sql_with_params()
        parts.append(f"(select count(*) from ({sql} limit {COUNTED + 1}) counted)")  # noqa: S608 - the ORM's own
        parameters += values
    for rows in (left, dependent):
        if rows is None:
            parts.append("null")
            continue
        sql, values = rows.query.sql_with_params()
        parts.append(f"(select json_agg(row_to_json(sample)) from ({sql}) sample)")  # noqa: S608 - the ORM's own
        parameters += values
    with connection.cursor() as cursor:
        cursor.execute(f"select {', '.join(parts)}", parameters)
        *numbers, alone, leaning = cursor.fetchone()
    return {"counts": dict(zip(counted, numbers, strict=True)), "left": alone or [], "dependence": leaning or []}


def _left(accounts: Any) -> Any:
    rows = accounts.order_by(F("pulse__tree_revenue_12m").desc(nulls_last=True), "pk").values(
        number=F("pk"),
        called=F("name"),
        stands=F("pulse__account_class"),
        last=F("pulse__tree_last_contact_at"),
        first_name=F("lead_member__user__first_name"),
        last_name=F("lead_member__user__last_name"),
    )
    return rows[:SAMPLES]


def _dependent(user: Any, total: Decimal, levels: list[Decimal]) -> Any:
    tops = Account.objects.visible_to(user).filter(parent=None, pulse__tree_revenue_12m__gte=total * levels[0] / 100)
    rows = tops.order_by(F("pulse__tree_revenue_12m").desc(nulls_last=True), "pk")
    return rows.values(number=F("pk"), called=F("name"), revenue=F("pulse__tree_revenue_12m"))[:SAMPLES]


def _concern_count(key: str, number: int, url: str) -> Count:
    concern = concerns.get(key)
    told = {"label": str(concern.alert), "tone": concern.tone} if concern else {}
    return Count(key, min(number, COUNTED), number > COUNTED, url, **told)


def _left_alone(row: dict[str, Any]) -> Left:
    lead = f"{row['first_name'] or ''} {row['last_name'] or ''}".strip()
    last = datetime.fromisoformat(row["last"]) if row["last"] else None
    return Left(row["number"], row["called"], row["stands"] or AccountClass.STANDARD.value, lead, last)


def _dependence(row: dict[str, Any], total: Decimal, levels: list[Decimal]) -> Dependence:
    share = Decimal(str(row["revenue"])) * 100 / total
    return Dependence(row["number"], row["called"], share, max(one for one in levels if share >= one))


def programme() -> str:
    """What management chose to do first with large accounts (R11): an `Orientation`."""
    return str(preferences.get("programme.orientation"))
