"""Decision maps: the account's own, named ones for a deal or a plan, and taking ratings over from another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts import rules
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions import events
from kameo.decisions.models import DecisionMap

if TYPE_CHECKING:
    from kameo.people.models import User


def main_map(account: Account, *, by: User | None) -> DecisionMap:
    """The account's own map, made the first time somebody rates a person there.

    In order: row, journal `map.created`; nothing when it is there. Raises PermissionDenied.
    """
    rules.require_write_at(by, account)
    with acting(by):
        found, made = DecisionMap.objects.get_or_create(account=account, main=True, defaults={"created_by": by})
        if made:
            _record_map(events.MAP_CREATED, found, by)
    return found


def prepare_map(row: DecisionMap, verb: str, given: dict[str, Any], by: User | None) -> dict[str, Any]:
    """What is added is for a deal or a plan; the account's own map is made by `main_map`."""
    if verb == "added":
        row.main = False
    return given


def check_map(row: DecisionMap, verb: str, by: User | None) -> None:
    """A named map has a name, once in its account: DomainError "account_in_bin", "name_missing", "name_taken"."""
    if verb == "added" and row.account.binned_at is not None:
        raise DomainError("account_in_bin", _("This account is in the bin: restore it first."))
    if not row.main and not row.name:
        raise DomainError("name_missing", _("Give the map a name."), field="name")
    same = DecisionMap.objects.filter(account=row.account_id, name__iexact=row.name, binned_at=None)
    if row.name and same.exclude(pk=row.pk).exists():
        raise DomainError("name_taken", _("This account has a map of that name already."), field="name")


def follow_map(row: DecisionMap, verb: str, before: Mapping[str, Any], by: User | None) -> dict[str, Any]:
    """The account's own map stays: DomainError "main_map" when it is put in the bin."""
    if verb == "binned" and row.main:
        raise DomainError("main_map", _("An account keeps its own map: take people off it instead."))
    return {"main": row.main}


def _record_map(event: str, map: DecisionMap, by: User | None, **data: Any) -> None:
    record(event, map, by=by, account=map.account_id, data={"name": map.name, "main": map.main, **data})
