"""Revenue of an account and of what hung below it, at any date, in one statement (R23, R28, c-0.5).

Each document counts for those above its account on the document's own day. A node that is confidential today cuts
off what is behind it, unless the reader may see that; what stays hidden is counted in `left_out`, never added.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import connection

from kameo.accounts.models import Account
from kameo.accounts.revenue.periods import Window
from kameo.accounts.tree.tree_sql import AMOUNTS, SPANS, SUMS, known
from kameo.core import clock
from kameo.core.sql import read_sql
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User


@dataclass(frozen=True)
class RollUp:
    """Sums in the reporting currency, None when nothing is known (c-0.6); `unconverted` documents of the 12
    months have no rate and are missing from `revenue_12m`. `entities` hang there on the day, the root included;
    `left_out` too, but the reader may not see them.
    """

    revenue_12m: Decimal | None = None
    revenue_previous_12m: Decimal | None = None
    revenue_total: Decimal | None = None
    unconverted: int = 0
    first_invoice_on: date | None = None
    last_invoice_on: date | None = None
    entities: int = 1
    sites: int = 0
    left_out: int = 0
    revenue_between: Decimal | None = None


def roll_up(
    account: Account,
    user: User | None,
    as_of: date | None = None,
    *,
    start: date | None = None,
    end: date | None = None,
) -> RollUp:
    """The roll-up of one account for one reader at the end of `as_of` (today).

    With `start` or `end`, both included, `revenue_between` is what was invoiced between them. `user` None counts
    what every member of the account may see, which is what AccountPulse holds.
    """
    return roll_ups([account.pk], user, as_of, start=start, end=end)[account.pk]


def roll_ups(
    account_ids: Collection[int],
    user: User | None,
    as_of: date | None = None,
    *,
    alone: bool = False,
    start: date | None = None,
    end: date | None = None,
) -> dict[int, RollUp]:
    """The same for several accounts, by id; `alone` leaves out what hangs below. One statement, two for readers
    who are named on confidential accounts.
    """
    if not account_ids:
        return {}
    window = Window(as_of or clock.company_today())
    everything, hidden_ids = _sight(user)
    arguments: dict[str, Any] = {
        "roots": list(account_ids),
        "alone": alone,
        "everything": everything,
        "hidden_ids": hidden_ids,
        "start": window.start,
        "end": window.end,
        "previous_start": window.previous_start,
        "previous_end": window.previous_end,
        "from": start,
        "to": end,
    }
    with connection.cursor() as cursor:
        cursor.execute(_ROLL_UP, arguments)
        found = {row[0]: _roll_up_of_row(row[1:]) for row in cursor.fetchall()}
    return {pk: found.get(pk, RollUp()) for pk in account_ids}


def _sight(user: User | None) -> tuple[bool, list[int]]:
    """Whether the reader sees behind every confidential node, else the hidden accounts they see all the same."""
    if user is None:
        return False, []
    if user.can(Right.SEE_CONFIDENTIAL) and user.can(Right.SEE_ALL_ACCOUNTS):
        return True, []
    return False, list(Account.objects.visible_to(user).filter(hidden=True).values_list("pk", flat=True))


def _roll_up_of_row(row: tuple[Any, ...]) -> RollUp:
    now, before, total, unconverted, first_on, last_on, entities, sites, left_out, between = row
    return RollUp(
        now, before, total, int(unconverted), first_on, last_on, int(entities), int(sites), int(left_out), between
    )


_ROLL_UP = read_sql(
    __file__,
    "roll_up",
    spans=SPANS,
    amounts=AMOUNTS,
    sums=SUMS,
    revenue=known("revenue_12m", "unconverted_12m", "tree", "end"),
    previous_revenue=known("previous_12m", "unconverted_previous", "tree", "previous_end"),
)
