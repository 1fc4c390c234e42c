"""A row of the list of accounts: the values that it may hold, and what is read beside the rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Case, Exists, F, FilteredRelation, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, NullIf, Round

from kameo.accounts.enums import AccountClass
from kameo.accounts.models import Account
from kameo.accounts.revenue.periods import Window, fiscal_year_of
from kameo.accounts.rules import can_see_totals
from kameo.core import clock, preferences
from kameo.core.lists import Criteria, ListRow
from kameo.people.enums import Right


class AccountRow(ListRow):
    """One line, as read: what no shown column needs keeps its default. Amounts are the tree's, in the reporting
    currency; None when there is nothing to say.

    `change` is a ratio (0.05 is 5 % more); None when there was nothing before to compare with (c-0.6).
    """

    id: int
    name: str
    confidential: bool = False
    account_class: str = AccountClass.STANDARD
    parent_name: str | None = None
    revenue: Decimal | None = None
    change: Decimal | None = None
    last_contact_at: datetime | None = None
    last_invoice_on: date | None = None
    lead_id: int | None = None
    lead_first: str | None = None
    lead_last: str | None = None

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


_BEFORE = F("pulse__tree_revenue_previous_12m")
CHANGE = Case(
    When(
        pulse__tree_revenue_previous_12m__gt=0,
        then=Round(F("pulse__tree_revenue_12m") / NullIf(_BEFORE, Value(Decimal(0))) - Decimal(1), precision=6),
    ),
    output_field=models.DecimalField(max_digits=24, decimal_places=6),
)
_BACK_UPS = """(select string_agg(btrim(person.first_name || ' ' || person.last_name), ', ' order by member.id)
    from accounts_accountmember member join people_user person on person.id = member.user_id
    where member.account_id = accounts_account.id and member.function = 'back_up')"""
# Beside the rows rather than in a statement of its own.
_LEAD_NAME = "(select btrim(first_name || ' ' || last_name) from people_user where id = %s)"
_OWN_REVENUE = """(select coalesce(
    (select amount from accounts_ownrevenue where fiscal_year in (%s, %s) order by fiscal_year desc limit 1),
    (select sum(reporting_net) from accounts_revenuetotal where day between %s and %s)))"""


def back_ups(user: Any) -> Any:
    return RawSQL(_BACK_UPS, (), output_field=models.TextField())  # noqa: S611 - constant text


def name_above(user: Any) -> Any:
    """The parent's name alone shows (product.md), but for a confidential one that the user is not named on."""
    if user.can(Right.SEE_CONFIDENTIAL) and user.can(Right.SEE_ALL_ACCOUNTS):
        return F("parent__name")
    visible = Account.objects.visible_to(user).filter(pk=OuterRef("parent_id"))
    return Case(
        When(parent__hidden=False, then=F("parent__name")),
        default=Subquery(visible.values("name")[:1]),
        output_field=models.CharField(),
    )


def otherwise(path: str, default: Any) -> Callable[[Any], Any]:
    return lambda _user: Coalesce(path, Value(default))


# Attributes beside those of the columns, to their column or to what computes them for a reader.
ATTRIBUTES: Mapping[str, Any] = {
    "account_class": otherwise("pulse__account_class", AccountClass.STANDARD.value),
    "class_source": otherwise("pulse__class_source", "computed"),
    "parent_name": name_above,
    "unconverted": otherwise("pulse__tree_unconverted", 0),
    "left_out": otherwise("pulse__tree_left_out", 0),
    "sites": otherwise("pulse__tree_sites", 0),
    "lead_id": "lead_member__user_id",
    "lead_first": "lead_member__user__first_name",
    "lead_last": "lead_member__user__last_name",
    "scorecard_completeness": otherwise("pulse__scorecard_completeness", 0),
    "alignment_completeness": otherwise("pulse__alignment_completeness", 0),
    "expected": "pulse__expected",
    "mapped": "pulse__mapped",
}


def with_lead(accounts: Any) -> Any:
    """Joined to the one member who leads, if any, under the name `lead_member`."""
    return accounts.annotate(lead_member=FilteredRelation("members", condition=Q(members__function="lead")))


def tops(accounts: Any, user: Any) -> Any:
    """Those with nothing above them that the user may see."""
    above = Account.objects.visible_to(user).filter(pk=OuterRef("parent_id"))
    return accounts.filter(Q(parent__isnull=True) | ~Exists(above))


def own_revenue(user: Any, criteria: Criteria) -> Any:
    """Our own revenue, for whoever may see it: what `totals.own_revenue_at` answers, within the statement."""
    if not can_see_totals(user):
        return Value(None, output_field=models.DecimalField())
    day = clock.company_today()
    year, window = fiscal_year_of(day, int(preferences.get("fiscal_year_start"))), Window(day)
    return RawSQL(_OWN_REVENUE, (year, year - 1, window.start, window.end))  # noqa: S611 - values apart


def lead_name(user: Any, criteria: Criteria) -> Any:
    """The name of the colleague whose id is filtered on."""
    lead = criteria.get("lead", "")
    if not lead.isdigit():
        return Value("", output_field=models.TextField())
    return RawSQL(_LEAD_NAME, (int(lead),), output_field=models.TextField())  # noqa: S611 - value apart


def sees_all(user: Any, criteria: Criteria) -> bool:
    return bool(user.can(Right.SEE_ALL_ACCOUNTS))
