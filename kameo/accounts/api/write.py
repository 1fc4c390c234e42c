"""From a body to the verbs: one transaction per call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction

from kameo.accounts import domain
from kameo.accounts.api.schemas import AccountChange, AccountFields, AccountIn
from kameo.accounts.models import Account
from kameo.core.access import get_visible
from kameo.core.customfields.values import own_given
from kameo.people.models import User


def _identifiers(account: Account, value: Any, by: User) -> None:
    domain.set_identifiers(account, identifiers=value, by=by)


def _addresses(account: Account, value: Any, by: User) -> None:
    domain.set_addresses(account, addresses=value, by=by)


def _aliases(account: Account, value: Any, by: User) -> None:
    domain.set_aliases(account, names=value, by=by)


def _mail_domains(account: Account, value: Any, by: User) -> None:
    domain.set_mail_domains(account, domains=value, by=by)


def _confidential(account: Account, value: Any, by: User) -> None:
    domain.set_confidential(account, confidential=value, by=by)


def _status(account: Account, value: Any, by: User) -> None:
    domain.set_status(account, status=value, by=by)


# What is not a plain column has its own verb.
VERBS: dict[str, Callable[[Account, Any, User], None]] = {
    "identifiers": _identifiers,
    "addresses": _addresses,
    "aliases": _aliases,
    "mail_domains": _mail_domains,
    "confidential": _confidential,
    "status": _status,
}


@transaction.atomic
def create(payload: AccountIn, *, by: User) -> Account:
    """The account with all that its body names, or nothing."""
    given = payload.given()
    parent_id = given.pop("parent_id", None)
    parent = get_visible(Account.objects, by, pk=parent_id) if parent_id else None
    columns = {name: value for name, value in given.items() if name not in VERBS and value is not None}
    if status := given.pop("status", None):
        columns["status"] = status
    account = domain.create_account(by=by, parent=parent, **_with_own(columns, by))
    _apply_verbs(account, payload, given, by)
    return account


@transaction.atomic
def apply_change(account: Account, payload: AccountChange, *, by: User) -> None:
    """Everything the body names, or nothing."""
    given = payload.given()
    columns = {name: value for name, value in given.items() if name not in VERBS}
    if columns or not given:
        domain.change_account(account, by=by, **_with_own(columns, by))
    _apply_verbs(account, payload, given, by)


def _with_own(columns: dict[str, Any], by: User) -> dict[str, Any]:
    """The fields of the company as the verb takes them."""
    return {name: value for name, value in columns.items() if name != "custom"} | own_given(
        "account", columns.get("custom"), by
    )


def _apply_verbs(account: Account, payload: AccountFields, given: dict[str, Any], by: User) -> None:
    for name, verb in VERBS.items():
        if given.get(name) is not None:
            verb(account, given[name], by)
