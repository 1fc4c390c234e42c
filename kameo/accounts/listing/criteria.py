"""The criteria of the list of accounts, as conditions on the accounts that the user sees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, FilteredRelation, OuterRef, Q

from kameo.accounts.listing import conditions
from kameo.accounts.models import Account
from kameo.accounts.models.access import AccountQuerySet
from kameo.accounts.names.lookup import found_by


@dataclass(frozen=True)
class AccountCriteria:
    """The criteria of the list. Empty means no condition; several values of one field mean any of them.

    `lead` is "me", "any", "nobody" or a user's id; `owner` and `team` are what was typed of a lead's name, of a
    team's. `silent_days` keeps accounts without a contact for that many days, those never contacted included;
    `overdue` those past their own cadence. `has` and `lacks` are keys of `conditions.attributes`, `unrated` of
    `conditions.RATED`, `concerns` of the store of that name. Revenue is the tree's over 12 months, bounds included,
    dates too. `roots` keeps the tops of what the user sees. `ids` keeps the chosen ones (an export or a change of a
    selection).
    """

    text: str = ""
    statuses: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sector: str = ""
    country: str = ""
    tags: tuple[str, ...] = ()
    lead: str = ""
    owner: str = ""
    team: str = ""
    roots: bool = False
    watched: bool = False
    uncovered: bool = False
    overdue: bool = False
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    unrated: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    revenue_from: Decimal | None = None
    revenue_to: Decimal | None = None
    potential_from: Decimal | None = None
    potential_to: Decimal | None = None
    contact_from: date | None = None
    contact_to: date | None = None
    created_from: date | None = None
    created_to: date | None = None
    silent_days: int | None = None
    ids: tuple[int, ...] = ()
    parent: int | None = None

    @property
    def empty(self) -> bool:
        return self == AccountCriteria()


def matching(user: Any, criteria: AccountCriteria) -> AccountQuerySet:
    """The visible accounts that meet the criteria, in no order."""
    accounts: AccountQuerySet = Account.objects.visible_to(user)
    if criteria.text:
        accounts = accounts.filter(pk__in=found_by(criteria.text))
    for name, values in (("status", criteria.statuses), ("kind", criteria.kinds), ("pk", criteria.ids)):
        if values:
            accounts = accounts.filter(**{f"{name}__in": values})
    for name, value in (("sector", criteria.sector), ("country", criteria.country)):
        if value:
            accounts = accounts.filter(**{name: value})
    if criteria.tags:
        accounts = accounts.filter(tags__overlap=list(criteria.tags))
    accounts = _by_lead(_by_place(accounts, user, criteria), user, criteria)
    for condition in conditions.wanted(criteria):
        accounts = accounts.filter(condition)
    return accounts


def tops(accounts: AccountQuerySet, user: Any) -> AccountQuerySet:
    """Those with nothing above them that the user may see."""
    above = Account.objects.visible_to(user).filter(pk=OuterRef("parent_id"))
    return accounts.filter(Q(parent__isnull=True) | ~Exists(above))


def with_lead(accounts: AccountQuerySet) -> AccountQuerySet:
    """Joined to the one member who leads, if any, under the name `lead_member`."""
    return accounts.annotate(lead_member=FilteredRelation("members", condition=Q(members__function="lead")))


def _by_place(accounts: AccountQuerySet, user: Any, criteria: AccountCriteria) -> AccountQuerySet:
    if criteria.parent is not None:
        accounts = accounts.filter(parent_id=criteria.parent)
    return tops(accounts, user) if criteria.roots else accounts


def _by_lead(accounts: AccountQuerySet, user: Any, criteria: AccountCriteria) -> AccountQuerySet:
    accounts = with_lead(accounts)
    if criteria.lead == "nobody":
        accounts = accounts.filter(lead_member__isnull=True)
    elif criteria.lead == "any":
        accounts = accounts.filter(lead_member__isnull=False)
    elif criteria.lead:
        accounts = accounts.filter(lead_member__user_id=user.pk if criteria.lead == "me" else int(criteria.lead))
    return accounts
