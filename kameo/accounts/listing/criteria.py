"""What is asked of the list of accounts, as conditions on what the user may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Exists, FilteredRelation, OuterRef, Q

from kameo.accounts.access import AccountQuerySet
from kameo.accounts.enums import AccountClass
from kameo.accounts.lookup import found_by
from kameo.accounts.models import Account
from kameo.core import clock


@dataclass(frozen=True)
class Criteria:
    """What is asked of the list. Empty means no condition; several values of one field mean any of them.

    `lead` is "me", "any", "nobody" or a user's id. `silent_days` keeps accounts without a contact for that many
    days, those never contacted included. Revenue is the tree's over 12 months, bounds included. `roots` keeps
    the tops of what the user sees. `ids` keeps the chosen ones (an export of a selection).
    """

    text: str = ""
    statuses: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sector: str = ""
    country: str = ""
    tag: str = ""
    lead: str = ""
    roots: bool = False
    revenue_from: Decimal | None = None
    revenue_to: Decimal | None = None
    silent_days: int | None = None
    ids: tuple[int, ...] = ()
    parent: int | None = None

    @property
    def empty(self) -> bool:
        return self == Criteria()


def matching(user: Any, criteria: Criteria) -> AccountQuerySet:
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
    if criteria.tag:
        accounts = accounts.filter(tags__contains=[criteria.tag])
    return _by_pulse(_by_lead(_by_place(accounts, user, criteria), user, criteria), criteria)


def tops(accounts: AccountQuerySet, user: Any) -> AccountQuerySet:
    """Those with nothing above them that the user may see."""
    above = Account.objects.visible_to(user).filter(pk=OuterRef("parent_id"))
    return accounts.filter(Q(parent__isnull=True) | ~Exists(above))


def with_lead(accounts: AccountQuerySet) -> AccountQuerySet:
    """Joined to the one member who leads, if any, under the name `lead_member`."""
    return accounts.annotate(lead_member=FilteredRelation("members", condition=Q(members__function="lead")))


def _by_place(accounts: AccountQuerySet, user: Any, criteria: Criteria) -> AccountQuerySet:
    if criteria.parent is not None:
        accounts = accounts.filter(parent_id=criteria.parent)
    return tops(accounts, user) if criteria.roots else accounts


def _by_lead(accounts: AccountQuerySet, user: Any, criteria: Criteria) -> AccountQuerySet:
    accounts = with_lead(accounts)
    if criteria.lead == "nobody":
        return accounts.filter(lead_member__isnull=True)
    if criteria.lead == "any":
        return accounts.filter(lead_member__isnull=False)
    if criteria.lead:
        return accounts.filter(lead_member__user_id=user.pk if criteria.lead == "me" else int(criteria.lead))
    return accounts


def _by_pulse(accounts: AccountQuerySet, criteria: Criteria) -> AccountQuerySet:
    if criteria.classes:
        wanted = Q(pulse__account_class__in=criteria.classes)
        if AccountClass.STANDARD in criteria.classes:
            wanted |= Q(pulse__isnull=True)
        accounts = accounts.filter(wanted)
    if criteria.revenue_from is not None:
        accounts = accounts.filter(pulse__tree_revenue_12m__gte=criteria.revenue_from)
    if criteria.revenue_to is not None:
        accounts = accounts.filter(pulse__tree_revenue_12m__lte=criteria.revenue_to)
    if criteria.silent_days is not None:
        limit = clock.now() - timedelta(days=criteria.silent_days)
        accounts = accounts.filter(
            Q(pulse__last_contact_at__isnull=True) | Q(pulse__last_contact_at__lt=limit)
        )
    return accounts
