"""The rows of the list, in one statement, by keyset: stable under any order, at the same cost on any page.

Besides the rows it brings how many accounts match (counted up to `COUNTED`, estimated beyond) and, for those who
may see it, our own revenue, for the share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, NullIf, Round

from kameo.accounts.access import AccountQuerySet
from kameo.accounts.enums import AccountClass, Status
from kameo.accounts.listing.criteria import Criteria, matching, with_lead
from kameo.accounts.models import Account
from kameo.accounts.periods import Window, fiscal_year_of
from kameo.accounts.rules import can_see_totals
from kameo.core import clock, preferences
from kameo.people.enums import Right

PAGE = 50
COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One line, as read. Amounts are the tree's, in the reporting currency; None when there is nothing to say.

    `change` is a ratio (0.05 is 5 % more); None when there was nothing before to compare with (c-0.6).
    """

    id: int
    name: str
    kind: str
    status: str
    confidential: bool
    country: str
    sector: str
    parent_name: str | None
    account_class: str
    revenue: Decimal | None
    previous: Decimal | None
    unconverted: int
    change: Decimal | None
    last_contact_at: datetime | None
    entities: int
    sites: int
    left_out: int
    lead_id: int | None
    lead_first: str | None
    lead_last: str | None

    @property
    def lead(self) -> str:
        return f"{self.lead_first or ''} {self.lead_last or ''}".strip()

    @property
    def key(self) -> bool:
        return self.account_class in {AccountClass.KEY, AccountClass.LARGE_KEY}

    @property
    def large(self) -> bool:
        return self.account_class in {AccountClass.LARGE, AccountClass.LARGE_KEY}

    @property
    def stone(self) -> str:
        return "key" if self.key else "large" if self.large else "agate"


@dataclass(frozen=True)
class Cursor:
    """Where a page starts: after (or before) the row that sorts as `value`, `id`."""

    value: Any
    id: int
    backwards: bool = False


@dataclass(frozen=True)
class Page:
    """Some rows. `total` is exact up to `COUNTED`, then None; `estimate` is about how many there are, when known.

    `before` and `after` are where the neighbouring pages start. `invoiced` is our own revenue
    of the year, what a share is of; None for who may not see it. `leads` are the colleagues who lead an account:
    (id, name).
    """

    rows: Sequence[AccountRow] = ()
    total: int | None = 0
    estimate: int | None = None
    invoiced: Decimal | None = None
    leads: Sequence[tuple[int, str]] = ()
    before: Cursor | None = None
    after: Cursor | None = None


@dataclass(frozen=True)
class Order:
    """One way to sort; no value comes last both ways. `read` parses the value of a cursor."""

    expression: Any
    read: Callable[[str], Any] = str
    descending: bool = False


def _rank(name: str, values: Sequence[str]) -> Case:
    whens = [When(**{name: value}, then=Value(rank)) for rank, value in enumerate(values)]
    return Case(*whens, default=Value(len(values)), output_field=models.IntegerField())


_BEFORE = F("pulse__tree_revenue_previous_12m")
CHANGE = Case(
    When(
        pulse__tree_revenue_previous_12m__gt=0,
        then=Round(
            F("pulse__tree_revenue_12m") / NullIf(_BEFORE, Value(Decimal(0))) - Decimal(1), precision=6
        ),
    ),
    output_field=models.DecimalField(max_digits=24, decimal_places=6),
)
ORDERS = {
    "name": Order(F("sort_name")),
    "revenue": Order(F("pulse__tree_revenue_12m"), Decimal, descending=True),
    "change": Order(CHANGE, Decimal, descending=True),
    "contact": Order(F("pulse__last_contact_at"), datetime.fromisoformat, descending=True),
    "class": Order(_rank("pulse__account_class", ["large_key", "key", "large"]), int),
    "status": Order(_rank("status", [Status.ACTIVE, Status.PROSPECT, Status.DORMANT]), int),
}
# Who leads something, in one value beside the rows: a filter's options must not cost a statement.
_LEADS = """(select jsonb_agg(jsonb_build_array(id, btrim(first_name || ' ' || last_name)) order by sort_name)
             from (select * from people_user person where is_active and exists (
                 select from accounts_accountmember where user_id = person.id and function = 'lead')
                 order by sort_name limit 200) person)"""
_OWN_REVENUE = """(select coalesce(
    (select amount from accounts_ownrevenue where fiscal_year in (%s, %s) order by fiscal_year desc limit 1),
    (select sum(reporting_net) from accounts_revenuetotal where day between %s and %s)))"""
_FIELDS = (
    "id", "name", "kind", "status", "confidential", "country", "sector", "above", "account_class",
    "pulse__tree_revenue_12m", "pulse__tree_revenue_previous_12m", "unconverted", "change",
    "pulse__last_contact_at", "entities", "sites", "left_out", "lead_member__user_id",
    "lead_member__user__first_name", "lead_member__user__last_name",
)  # fmt: skip


def page_for(
    user: Any,
    criteria: Criteria,
    *,
    sort: str = "name",
    descending: bool = False,
    cursor: Cursor | None = None,
    size: int = PAGE,
) -> Page:
    """One page of the list, in one statement. `sort` is a key of `ORDERS`."""
    accounts = matching(user, criteria)
    extra = {
        "matched": _matched(accounts),
        "about": _about(user, criteria),
        "invoiced": _invoiced(user),
        "leads": RawSQL(_LEADS, (), output_field=models.JSONField()),  # noqa: S611 - constant text
    }
    backwards = cursor is not None and cursor.backwards
    # Which rows first, with the joins that needs; then the rest of the columns for those alone.
    chosen = _ordered(accounts, ORDERS[sort], descending, backwards)
    if cursor is not None:
        chosen = chosen.filter(_beyond(cursor, "lt" if descending != backwards else "gt"))
    few = with_lead(Account.objects.filter(pk__in=chosen.values("pk")[: size + 1]))
    rows = _ordered(_with_fields(few, user), ORDERS[sort], descending, backwards).annotate(**extra)
    found = list(rows.values_list(*_FIELDS, "sort_value", *extra))
    return _page(found[:size], more=len(found) > size, cursor=cursor)


def rows_for(user: Any, criteria: Criteria, *, sort: str, descending: bool) -> Iterator[AccountRow]:
    """Every matching row, read by chunks (exports)."""
    rows = _ordered(_with_fields(matching(user, criteria), user), ORDERS[sort], descending, backwards=False)
    for row in rows.values_list(*_FIELDS).iterator(chunk_size=2000):
        yield AccountRow(*row)


def _page(found: list[Any], *, more: bool, cursor: Cursor | None) -> Page:
    if not found:
        return Page()
    backwards = cursor is not None and cursor.backwards
    if backwards:
        found.reverse()
    *_rest, matched, about, invoiced, leads = found[0]
    first, last = found[0], found[-1]
    width = len(_FIELDS)
    return Page(
        rows=[AccountRow(*row[:width]) for row in found],
        total=matched if matched <= COUNTED else None,
        estimate=about if matched > COUNTED else None,
        invoiced=invoiced,
        leads=[(pk, name) for pk, name in leads or ()],
        before=Cursor(first[width], first[0], backwards=True) if (more if backwards else cursor) else None,
        after=Cursor(last[width], last[0]) if backwards or more else None,
    )


def _with_fields(accounts: AccountQuerySet, user: Any) -> AccountQuerySet:
    return accounts.annotate(
        above=_name_above(user),
        account_class=Coalesce("pulse__account_class", Value(AccountClass.STANDARD.value)),
        unconverted=Coalesce("pulse__tree_unconverted", 0),
        change=CHANGE,
        entities=Coalesce("pulse__tree_entities", 1),
        sites=Coalesce("pulse__tree_sites", 0),
        left_out=Coalesce("pulse__tree_left_out", 0),
    )


def _name_above(user: Any) -> Any:
    """The parent's name alone shows (product.md), but for a confidential one that the user is not named on."""
    if user.can(Right.SEE_CONFIDENTIAL) and user.can(Right.SEE_ALL_ACCOUNTS):
        return F("parent__name")
    visible = Account.objects.visible_to(user).filter(pk=OuterRef("parent_id"))
    return Case(
        When(parent__hidden=False, then=F("parent__name")),
        default=Subquery(visible.values("name")[:1]),
        output_field=models.CharField(),
    )


def _ordered(accounts: AccountQuerySet, order: Order, descending: bool, backwards: bool) -> AccountQuerySet:
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


def _about(user: Any, criteria: Criteria) -> Any:
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
