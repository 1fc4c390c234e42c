"""The rows of the list, in one statement, by keyset: stable under any order, at the same cost on any page.

Only what the shown columns need is read. Besides the rows the statement brings how many accounts match (counted up
to `COUNTED`, estimated beyond), our own revenue for those who may see it, the name of the colleague filtered on, and
the reader's saved views.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.expressions import RawSQL

from kameo.accounts.listing.criteria import AccountCriteria, matching, with_lead
from kameo.accounts.listing.fields import USUAL, AccountRow, with_fields
from kameo.accounts.listing.orders import ORDERS, AccountOrder
from kameo.accounts.models import Account
from kameo.accounts.models.access import AccountQuerySet
from kameo.accounts.revenue.periods import Window, fiscal_year_of
from kameo.accounts.rules import can_see_totals
from kameo.core import clock, preferences
from kameo.people.enums import Right

PAGE = 50
COUNTED = 10_000


@dataclass(frozen=True)
class Cursor:
    """Where a page starts: after (or before) the row that sorts as `value`, `id`."""

    value: Any
    id: int
    backwards: bool = False


@dataclass(frozen=True)
class AccountPage:
    """Some rows. `total` is exact up to `COUNTED`, then None; `estimate` is about how many there are, when known.

    `before` and `after` are where the neighbouring pages start. `invoiced` is our own revenue of the year, what a
    share is of; None for who may not see it. `lead_name` is the name of the colleague whose id is filtered on.
    """

    rows: Sequence[AccountRow] = ()
    total: int | None = 0
    estimate: int | None = None
    invoiced: Any = None
    lead_name: str = ""
    beside: Any = None
    before: Cursor | None = None
    after: Cursor | None = None


# Beside the rows rather than in a statement of its own.
_LEAD_NAME = "(select btrim(first_name || ' ' || last_name) from people_user where id = %s)"
_OWN_REVENUE = """(select coalesce(
    (select amount from accounts_ownrevenue where fiscal_year in (%s, %s) order by fiscal_year desc limit 1),
    (select sum(reporting_net) from accounts_revenuetotal where day between %s and %s)))"""


def page_for(
    user: Any,
    criteria: AccountCriteria,
    *,
    sort: str = "name",
    descending: bool = False,
    cursor: Cursor | None = None,
    size: int = PAGE,
    names: Sequence[str] = USUAL,
    beside: Any = None,
) -> AccountPage:
    """One page of the list, in one statement. `sort` is a key of `ORDERS`; `names` are attributes of AccountRow;
    `beside` an expression whose value comes along (`AccountPage.beside`).
    """
    accounts = matching(user, criteria)
    extra = {
        "matched": _matched(accounts),
        "about": _about(user, criteria),
        "invoiced": _invoiced(user),
        "lead_name": _lead_name(criteria),
        "beside": Value(None, output_field=models.TextField()) if beside is None else beside,
    }
    backwards = cursor is not None and cursor.backwards
    # Which rows first, with the joins that needs; then the rest of the columns for those alone.
    chosen = _ordered(accounts, ORDERS[sort], descending, backwards)
    if cursor is not None:
        chosen = chosen.filter(_beyond(cursor, "lt" if descending != backwards else "gt"))
    few = with_lead(Account.objects.filter(pk__in=chosen.values("pk")[: size + 1]))
    few, paths = with_fields(few, user, names)
    rows = _ordered(few, ORDERS[sort], descending, backwards).annotate(**extra)
    found = list(rows.values_list(*paths, "sort_value", *extra))
    return _account_page(found[:size], names, more=len(found) > size, cursor=cursor)


def rows_for(
    user: Any, criteria: AccountCriteria, *, sort: str, descending: bool, names: Sequence[str] = USUAL
) -> Iterator[AccountRow]:
    """Every matching row, read by chunks (exports)."""
    accounts, paths = with_fields(matching(user, criteria), user, names)
    rows = _ordered(accounts, ORDERS[sort], descending, backwards=False)
    for row in rows.values_list(*paths).iterator(chunk_size=2000):
        yield AccountRow(**dict(zip(names, row, strict=True)))


def row_of(user: Any, account_id: int, names: Sequence[str]) -> AccountRow:
    """One line as the list shows it; raises Account.DoesNotExist for one the user may not see."""
    accounts, paths = with_fields(with_lead(Account.objects.visible_to(user)), user, names)
    found = accounts.values_list(*paths).get(pk=account_id)
    return AccountRow(**dict(zip(names, found, strict=True)))


def _account_page(found: list[Any], names: Sequence[str], *, more: bool, cursor: Cursor | None) -> AccountPage:
    if not found:
        return AccountPage()
    backwards = cursor is not None and cursor.backwards
    if backwards:
        found.reverse()
    *_rest, matched, about, invoiced, lead_name, beside = found[0]
    first, last = found[0], found[-1]
    width, place = len(names), names.index("id")
    return AccountPage(
        rows=[AccountRow(**dict(zip(names, row[:width], strict=True))) for row in found],
        total=matched if matched <= COUNTED else None,
        estimate=about if matched > COUNTED else None,
        invoiced=invoiced,
        lead_name=lead_name or "",
        beside=beside,
        before=Cursor(first[width], first[place], backwards=True) if (more if backwards else cursor) else None,
        after=Cursor(last[width], last[place]) if backwards or more else None,
    )


def _ordered(accounts: AccountQuerySet, order: AccountOrder, descending: bool, backwards: bool) -> AccountQuerySet:
    """By value then id, no value last; `backwards` reads the same order from its other end."""
    value = F("sort_value")
    nulls = {"nulls_first": True} if backwards else {"nulls_last": True}
    by_value = value.desc(**nulls) if descending != backwards else value.asc(**nulls)
    return accounts.annotate(sort_value=order.expression).order_by(by_value, "-id" if backwards else "id")


def _beyond(cursor: Cursor, way: str) -> Q:
    """What comes after the cursor, `way` being how values go there."""
    further = Q(id__lt=cursor.id) if cursor.backwards else Q(id__gt=cursor.id)
    if cursor.value is None:
        same = Q(sort_value__isnull=True) & further
        return same | Q(sort_value__isnull=False) if cursor.backwards else same
    beyond = Q(**{f"sort_value__{way}": cursor.value}) | Q(sort_value=cursor.value) & further
    return beyond if cursor.backwards else beyond | Q(sort_value__isnull=True)


def _matched(accounts: AccountQuerySet) -> RawSQL:
    """How many match, counted no further than one beyond `COUNTED`."""
    statement, parameters = accounts.order_by().values("pk").query.sql_with_params()
    return RawSQL(f"(select count(*) from ({statement} limit {COUNTED + 1}) matched)", parameters)  # noqa: S608, S611


def _about(user: Any, criteria: AccountCriteria) -> Any:
    """The planner's own idea of the table's size, when the whole table is what the user asks for."""
    if not criteria.empty or not user.can(Right.SEE_ALL_ACCOUNTS):
        return Value(None, output_field=models.BigIntegerField())
    return RawSQL("(select reltuples::bigint from pg_class where oid = 'accounts_account'::regclass)", ())


def _invoiced(user: Any) -> Any:
    """Our own revenue, for whoever may see it: what `totals.own_revenue_at` answers, within the statement."""
    if not can_see_totals(user):
        return Value(None, output_field=models.DecimalField())
    day = clock.company_today()
    year, window = fiscal_year_of(day, int(preferences.get("fiscal_year_start"))), Window(day)
    return RawSQL(_OWN_REVENUE, (year, year - 1, window.start, window.end))  # noqa: S611 - values apart


def _lead_name(criteria: AccountCriteria) -> Any:
    if not criteria.lead.isdigit():
        return Value("", output_field=models.TextField())
    return RawSQL(_LEAD_NAME, (int(criteria.lead),), output_field=models.TextField())  # noqa: S611 - value apart
