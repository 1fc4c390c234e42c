"""From rows and figures to what the API answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Exists, FilteredRelation, OuterRef, Q

from kameo.accounts.api.schemas import AccountOut
from kameo.accounts.enums import Function
from kameo.accounts.models import Account, AccountMember
from kameo.accounts.models.access import AccountQuerySet
from kameo.accounts.queries.states import AccountState, states_at
from kameo.core import clock
from kameo.core.customfields.values import own_told
from kameo.core.registry import Slot
from kameo.people.models import User

Values = dict[str, Any]
# Figures and class of accounts as the API answers them: `(ids, user, as_of)` → values by account id, in a fixed
# number of queries. Provided by the app that judges classes.
figures_of: Slot[Callable[[Collection[int], User, date | None], Mapping[int, Values]]] = Slot("figures of accounts")
# What is told as it is stored; what may have been different on a past day is written over it.
ROW = {column.attname for column in Account._meta.concrete_fields} & {*AccountOut.model_fields}


def with_lead(accounts: AccountQuerySet, user: User) -> AccountQuerySet:
    """Accounts with their lead at hand, and whether `user` sees what is above, for `serialise_accounts`."""
    lead = FilteredRelation("members", condition=Q(members__function=Function.LEAD))
    above = Account.objects.visible_to(user).filter(pk=OuterRef("parent_id"))
    return accounts.annotate(lead=lead, parent_seen=Exists(above)).select_related("lead__user")


def serialise_accounts(
    accounts: list[Account], user: User, as_of: date | None, *, known: Mapping[int, Values] | None = None
) -> list[dict[str, Any]]:
    """The accounts with figures and class for this reader; a fixed number of queries however many there are."""
    ids = [account.pk for account in accounts]
    figures = known or figures_of()(ids, user, as_of)
    past = states_at(ids, as_of) if as_of and as_of != clock.company_today() else {}
    seen = _seen_parents(accounts, past, user)
    return [
        _account(account, figures[account.pk], past.get(account.pk), seen) | {"custom": own}
        for account, own in zip(accounts, own_told("account", accounts, user), strict=True)
    ]


def serialise_detail(
    account: Account, user: User, as_of: date | None, *, known: Values | None = None
) -> dict[str, Any]:
    """One account with its identifiers, addresses, other names and mail domains.

    `known`: its figures and class for this reader and day, when the caller has them already.
    """
    figures = {account.pk: known} if known else None
    return {
        **serialise_accounts([account], user, as_of, known=figures)[0],
        "description": account.description,
        **_hanging_on(account),
    }


def _hanging_on(account: Account) -> dict[str, Any]:
    """Four small lists in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_HANGING, [account.pk])
        identifiers, addresses, aliases, domains = cursor.fetchone()
    return {"identifiers": identifiers, "addresses": addresses, "aliases": aliases, "mail_domains": domains}


_HANGING = """
    select
        coalesce((select json_agg(json_build_object('scheme', scheme, 'value', value, 'source', source)
                                  order by scheme, value)
                  from accounts_identifier where account_id = account.id), '[]'),
        coalesce((select json_agg(json_build_object('kind', kind, 'lines', lines, 'postcode', postcode, 'city', city,
                                                    'region', region, 'country', country) order by id)
                  from accounts_address where account_id = account.id), '[]'),
        coalesce((select json_agg(name order by sort_name)
                  from accounts_alias where account_id = account.id), '[]'),
        coalesce((select json_agg(domain order by domain)
                  from accounts_maildomain where account_id = account.id), '[]')
    from (select %s::bigint as id) account
"""


def _seen_parents(accounts: list[Account], past: dict[int, AccountState], user: User) -> set[int]:
    """Which parents the reader may see: the id of another would lead to a 404. Asks only for those of a past day."""
    seen = {account.parent_id for account in accounts if account.parent_seen}  # type: ignore[attr-defined]
    parents = {state.parent_id for state in past.values() if state.parent_id is not None} - seen
    if parents:
        seen |= set(Account.objects.visible_to(user).filter(pk__in=parents).values_list("pk", flat=True))
    return {pk for pk in seen if pk is not None}


def _account(account: Account, figures: Values, past: AccountState | None, seen: set[int]) -> dict[str, Any]:
    place = _dated_fields(account, past)
    return {
        **{name: getattr(account, name) for name in ROW},
        **place,
        "parent_id": place["parent_id"] if place["parent_id"] in seen else None,
        **figures,
    }


def _dated_fields(account: Account, past: AccountState | None) -> dict[str, Any]:
    """What may have been different on a past day."""
    if past is not None:
        past_lead = {"id": past.lead_id, "name": past.lead_name} if past.lead_id else None
        keys = ("name", "kind", "parent_id", "status", "potential")
        return {**{key: getattr(past, key) for key in keys}, "lead": past_lead}
    lead: AccountMember | None = getattr(account, "lead", None)  # set by `with_lead`, absent where nobody leads
    return {
        "name": account.name,
        "kind": account.kind,
        "parent_id": account.parent_id,
        "status": account.status,
        "potential": account.potential,
        "lead": {"id": lead.user_id, "name": lead.user.full_name} if lead else None,
    }
