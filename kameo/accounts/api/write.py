"""From a body to the verbs: one transaction per call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction

from kameo.accounts import domain
from kameo.accounts.api.schemas import AccountChange, AccountIn
from kameo.accounts.models import Account
from kameo.core.access import get_visible
from kameo.core.customfields.values import own_given
from kameo.people.models import User

# What is not a plain column has its own verb, which calls it so.
VERBS: dict[str, tuple[Callable[..., Any], str]] = {
    "identifiers": (domain.set_identifiers, "identifiers"),
    "addresses": (domain.set_addresses, "addresses"),
    "aliases": (domain.set_aliases, "names"),
    "mail_domains": (domain.set_mail_domains, "domains"),
    "confidential": (domain.set_confidential, "confidential"),
    "status": (domain.set_status, "status"),
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
    _apply_verbs(account, given, by)
    return account


@transaction.atomic
def apply_change(account: Account, payload: AccountChange, *, by: User) -> None:
    """Everything the body names, or nothing."""
    given = payload.given()
    columns = {name: value for name, value in given.items() if name not in VERBS}
    if columns or not given:
        domain.change_account(account, by=by, **_with_own(columns, by))
    _apply_verbs(account, given, by)


def _with_own(columns: dict[str, Any], by: User) -> dict[str, Any]:
    """The fields of the company as the verb takes them."""
    return {name: value for name, value in columns.items() if name != "custom"} | own_given(
        "account", columns.get("custom"), by
    )


def _apply_verbs(account: Account, given: dict[str, Any], by: User) -> None:
    for name, (verb, called) in VERBS.items():
        if given.get(name) is not None:
            verb(account, by=by, **{called: given[name]})
