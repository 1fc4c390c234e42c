"""The frame of every verb: one transaction, the author in the field history, the row locked, the fields it may set."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from kameo.core.access import Actor
from kameo.core.authorship import written_by
from kameo.core.errors import DomainError

M = TypeVar("M", bound=models.Model)


@contextlib.contextmanager
def acting(by: Actor | None) -> Iterator[None]:
    """A transaction in which the field history names `by`, or the system."""
    with written_by(by), transaction.atomic():
        yield


def locked(row: M) -> M:
    """The row as it is now, kept from concurrent writers until the transaction ends."""
    found: M = type(row)._default_manager.select_for_update(no_key=True).get(pk=row.pk)
    return found


def clean(row: models.Model, fields: list[str]) -> None:
    """Check these fields' own rules; raises DomainError "invalid" naming the first wrong one."""
    others = [field.name for field in row._meta.fields if field.name not in fields]
    try:
        row.clean_fields(exclude=others)
    except ValidationError as error:
        name, problems = next(iter(error.error_dict.items()))
        raise DomainError("invalid", " ".join(problems[0].messages), field=name) from error


def refuse_unknown_fields(given: Iterable[str], known: Collection[str]) -> None:
    """Raises DomainError "unknown_field" naming the first of `given` that is not `known`."""
    if unknown := {*given} - {*known}:
        raise DomainError("unknown_field", _("There is no field of that name."), field=min(unknown))
