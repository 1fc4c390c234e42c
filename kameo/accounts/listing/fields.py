"""The values that a row of the list may hold: each is read only when a column that shows it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Case, F, OuterRef, Subquery, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, NullIf, Round

from kameo.accounts.enums import AccountClass
from kameo.accounts.models import Account
from kameo.accounts.models.access import AccountQuerySet
from kameo.people.enums import Right


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One line, as read: what no shown column needs keeps its default. Amounts are the tree's, in the reporting
    currency; None when there is nothing to say.

    `change` is a ratio (0.05 is 5 % more); None when there was nothing before to compare with (c-0.6).
    """

    id: int
    name: str
    confidential: bool = False
    account_class: str = AccountClass.STANDARD
    kind: str = ""
    status: str = ""
    country: str = ""
    sector: str = ""
    parent_name: str | None = None
    revenue: Decimal | None = None
    previous: Decimal | None = None
    unconverted: int = 0
    change: Decimal | None = None
    last_contact_at: datetime | None = None
    entities: int = 1
    sites: int = 0
    left_out: int = 0
    lead_id: int | None = None
    lead_first: str | None = None
    lead_last: str | None = None
    back_up: str | None = None
    class_source: str = "computed"
    tags: tuple[str, ...] = ()
    potential: Decimal | None = None
    scorecard: Decimal | None = None
    scorecard_completeness: int = 0
    alignment: Decimal | None = None
    alignment_completeness: int = 0
    orientation: str = ""
    cadence: int | None = None
    watched: bool = False
    headcount: int | None = None
    last_invoice_on: date | None = None
    created_at: datetime | None = None
    mapped: int | None = None
    expected: int | None = None
    threads: int | None = None
    relationship: Decimal | None = None
    map_status: int | None = None

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


def _or(path: str, default: Any) -> Callable[[Any], Any]:
    return lambda _user: Coalesce(path, Value(default))


# Attribute of AccountRow to its column, or to what computes it for a reader.
SOURCES: dict[str, str | Callable[[Any], Any]] = {
    "id": "id",
    "name": "name",
    "confidential": "confidential",
    "account_class": _or("pulse__account_class", AccountClass.STANDARD.value),
    "kind": "kind",
    "status": "status",
    "country": "country",
    "sector": "sector",
    "parent_name": _name_above,
    "revenue": "pulse__tree_revenue_12m",
    "previous": "pulse__tree_revenue_previous_12m",
    "unconverted": _or("pulse__tree_unconverted", 0),
    "change": lambda _user: CHANGE,
    "last_contact_at": "pulse__tree_last_contact_at",
    "entities": _or("pulse__tree_entities", 1),
    "sites": _or("pulse__tree_sites", 0),
    "left_out": _or("pulse__tree_left_out", 0),
    "lead_id": "lead_member__user_id",
    "lead_first": "lead_member__user__first_name",
    "lead_last": "lead_member__user__last_name",
    "back_up": lambda _user: RawSQL(_BACK_UPS, (), output_field=models.TextField()),  # noqa: S611 - constant text
    "class_source": _or("pulse__class_source", "computed"),
    "tags": "tags",
    "potential": "potential",
    "scorecard": "pulse__scorecard",
    "scorecard_completeness": _or("pulse__scorecard_completeness", 0),
    "alignment": "pulse__alignment",
    "alignment_completeness": _or("pulse__alignment_completeness", 0),
    "orientation": "orientation",
    "cadence": "cadence_days",
    "watched": "watched",
    "headcount": "headcount",
    "last_invoice_on": "pulse__tree_last_invoice_on",
    "created_at": "created_at",
    "mapped": "pulse__mapped",
    "expected": "pulse__expected",
    "threads": "pulse__threads",
    "relationship": "pulse__relationship",
    "map_status": "pulse__map_status",
}
ALWAYS = ("id", "name", "confidential", "account_class", "parent_name")
# What a caller gets that does not say which columns it shows.
USUAL = (
    *ALWAYS,
    "kind",
    "status",
    "country",
    "sector",
    "revenue",
    "previous",
    "unconverted",
    "change",
    "last_contact_at",
    "entities",
    "sites",
    "left_out",
    "lead_id",
    "lead_first",
    "lead_last",
)


def with_fields(accounts: AccountQuerySet, user: Any, names: Iterable[str]) -> tuple[AccountQuerySet, list[str]]:
    """`accounts` able to give `names`, and what to ask `values_list` for, in that order."""
    paths, computed = [], {}
    for name in names:
        source = SOURCES[name]
        if isinstance(source, str):
            paths.append(source)
        else:
            computed[f"read_{name}"] = source(user)
            paths.append(f"read_{name}")
    return accounts.annotate(**computed), paths
