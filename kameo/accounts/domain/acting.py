"""What every verb does: one transaction, the author in the field history, the fields it may set."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pghistory
from django.core.exceptions import ValidationError
from django.db import transaction

from kameo.accounts.models import Account
from kameo.core.errors import DomainError

if TYPE_CHECKING:
    from kameo.people.models import User


@contextlib.contextmanager
def acting(by: User | None) -> Iterator[None]:
    """A transaction in which the field history names `by`, or the system."""
    with pghistory.context(**({"user": by.pk} if by else {})), transaction.atomic():
        yield


def locked(account: Account) -> Account:
    """The account's row as it is now, kept from concurrent writers until the transaction ends."""
    return Account.objects.select_for_update(no_key=True).get(pk=account.pk)


def clean(account: Any, fields: list[str]) -> None:
    """Check these fields' own rules; raises DomainError "invalid" naming the first wrong one."""
    others = [field.name for field in account._meta.fields if field.name not in fields]
    try:
        account.clean_fields(exclude=others)
    except ValidationError as error:
        name, problems = next(iter(error.error_dict.items()))
        raise DomainError("invalid", " ".join(problems[0].messages), field=name) from error
