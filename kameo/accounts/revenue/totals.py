"""Our own revenue of a year: what the share of an account is divided by (R2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import connection, transaction

from kameo.accounts.revenue.periods import Window, fiscal_year_end, fiscal_year_of
from kameo.core import preferences


@dataclass(frozen=True)
class OwnTotal:
    """Our revenue in the reporting currency, None when unknown. `source` is "computed" or "entered".

    `year` is the fiscal year of an entered figure; `unconverted` the documents a computed one leaves out.
    """

    amount: Decimal | None
    source: str = "computed"
    year: int | None = None
    unconverted: int = 0

    def share(self, revenue: Decimal | None) -> Decimal | None:
        """`revenue` in percent of ours, unrounded; None when either is unknown or ours is not above zero."""
        if revenue is None or not self.amount or self.amount <= 0:
            return None
        return revenue * 100 / self.amount


def own_revenue_at(day: date) -> OwnTotal:
    """Our revenue of the year around `day`.

    The figure entered for the fiscal year that holds `day`, else for the one before, which ended within twelve
    months; else the invoices of the twelve months ending on `day` (periods.Window), accounts in the bin left out.
    One query.
    """
    current = fiscal_year_of(day, int(preferences.get("fiscal_year_start")))
    window = Window(day)
    with connection.cursor() as cursor:
        cursor.execute(_OWN, [[current, current - 1], window.start, window.end])
        year, entered, computed, missing = cursor.fetchone()
    if year is not None:
        return OwnTotal(entered, "entered", year)
    return OwnTotal(computed, unconverted=missing or 0)


_OWN = """
    select entered.fiscal_year, entered.amount, computed.amount, computed.missing
    from (select 1) one
    left join lateral (select fiscal_year, amount from accounts_ownrevenue
                       where fiscal_year = any(%s) order by fiscal_year desc limit 1) entered on true
    left join lateral (select sum(reporting_net) as amount, sum(unconverted) as missing from accounts_revenuetotal
                       where entered.fiscal_year is null and day between %s and %s) computed on true
"""


def fiscal_years(last: int = 5) -> list[tuple[int, date]]:
    """The fiscal years somebody may enter a figure for, newest first: (year in which it starts, its last day)."""
    from kameo.core import clock  # the pure functions above take their date

    first_month = int(preferences.get("fiscal_year_start"))
    current = fiscal_year_of(clock.company_today(), first_month)
    return [(year, fiscal_year_end(year, first_month)) for year in range(current, current - last, -1)]


def refresh_totals(days: Collection[date] | None = None) -> None:
    """Add up RevenueDay again for these days, None for all, in the caller's transaction.

    The days' rows are locked first, in order, so that two invoices of one day never lose one another.
    """
    wanted = {"days": sorted(days) if days is not None else None}
    if wanted["days"] == []:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in _LOCK_ALL if days is None else _LOCK_DAYS:
            cursor.execute(statement, wanted)
        cursor.execute(_ADD_UP, wanted)
        cursor.execute(_DROP_EMPTY, wanted)


_LOCK_ALL = ["lock table accounts_revenuetotal in share row exclusive mode"]
_LOCK_DAYS = [
    """insert into accounts_revenuetotal (day, unconverted) select unnest(%(days)s::date[]), 0
       order by 1 on conflict do nothing""",
    "select 1 from accounts_revenuetotal where day = any(%(days)s::date[]) order by day for update",
]
_ADD_UP = """
    insert into accounts_revenuetotal as total (day, reporting_net, unconverted)
    select revenue.day, sum(revenue.reporting_net), sum(revenue.unconverted)
    from accounts_revenueday revenue join accounts_account account on account.id = revenue.account_id
    where account.binned_at is null and (%(days)s::date[] is null or revenue.day = any(%(days)s::date[]))
    group by revenue.day
    on conflict (day) do update set reporting_net = excluded.reporting_net, unconverted = excluded.unconverted
    where (total.reporting_net, total.unconverted) is distinct from (excluded.reporting_net, excluded.unconverted)
"""
_DROP_EMPTY = """
    delete from accounts_revenuetotal total
    where (%(days)s::date[] is null or total.day = any(%(days)s::date[]))
    and not exists (
        select from accounts_revenueday revenue join accounts_account account on account.id = revenue.account_id
        where revenue.day = total.day and account.binned_at is null)
"""
