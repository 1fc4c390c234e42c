"""Follow a person to a new employer: the account there and their position (R73)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.domain import create_account
from kameo.accounts.models import Account
from kameo.contacts.domain.positions import change_employer
from kameo.contacts.models import Person, Position
from kameo.core.acting import acting
from kameo.core.errors import DomainError

if TYPE_CHECKING:
    from kameo.people.models import User


def follow_to(
    person: Person,
    *,
    by: User | None,
    account: Account | None = None,
    name: str = "",
    on: date | None = None,
    **fields: Any,
) -> Position:
    """They work at `account` now, or at one to create under `name`, a prospect led by `by`; former posts end.

    In order: the account when it is new, then `change_employer`. Raises as both, and DomainError "account_missing"
    when neither is given, "two_accounts" when both are.
    """
    name = " ".join(name.split())
    if account is None and not name:
        message = _("Choose the account, or write the name of the one to create.")
        raise DomainError("account_missing", message, field="account")
    if account is not None and name:
        raise DomainError("two_accounts", _("Choose an account or create one, not both."), field="name")
    with acting(by):
        if account is None:
            account = create_account(by=by, name=name)
        return change_employer(person, account=account, by=by, on=on, **fields)
