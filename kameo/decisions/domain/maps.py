"""Decision maps: the account's own, named ones for a deal or a plan, and taking ratings over from another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contacts import rules
from kameo.core import clock
from kameo.core.acting import acting, clean, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions import events
from kameo.decisions.models import DecisionMap

if TYPE_CHECKING:
    from kameo.people.models import User

FIELDS = ("name", "expected", "budget_opens", "budget_closes", "tender")
MOST_EXPECTED = 60


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


def create_map(account: Account, *, by: User | None, name: str, **fields: Any) -> DecisionMap:
    """Another map of the account, for a deal or a plan; `fields` are the others of FIELDS.

    In order: row, journal `map.created`. Raises PermissionDenied; DomainError "account_in_bin", "name_missing",
    "name_taken", "unknown_field", "invalid".
    """
    rules.require_write_at(by, account)
    with acting(by):
        if account.binned_at is not None:
            raise DomainError("account_in_bin", _("This account is in the bin: restore it first."))
        row = DecisionMap(account=account, main=False, created_by=by)
        _set_fields(row, {"name": name, **fields})
        row.save()
        _record_map(events.MAP_CREATED, row, by)
    return row


def change_map(map: DecisionMap, *, by: User | None, **fields: Any) -> DecisionMap:
    """Set some of FIELDS. In order: row, journal `map.changed`. Raises as `create_map`, and "in_bin"."""
    rules.require_write_at(by, map.account)
    with acting(by):
        current = _locked(map)
        before = {name: getattr(current, name) for name in fields if name in FIELDS}
        _set_fields(current, fields)
        changed = sorted(name for name, value in before.items() if getattr(current, name) != value)
        if changed:
            current.save(update_fields=changed)
            _record_map(events.MAP_CHANGED, current, by, fields=changed)
    map.refresh_from_db()
    return map


def bin_map(map: DecisionMap, *, by: User | None) -> None:
    """Put a named map in the bin; `restore_map` gives it back whole.

    In order: row, journal `map.binned`. Raises PermissionDenied; DomainError "in_bin", "main_map".
    """
    rules.require_write_at(by, map.account)
    with acting(by):
        current = _locked(map)
        if current.main:
            message = _("An account keeps its own map: take people off it instead.")
            raise DomainError("main_map", message)
        current.binned_at = clock.now()
        current.save(update_fields=["binned_at"])
        _record_map(events.MAP_BINNED, current, by)
    map.refresh_from_db()


def restore_map(map: DecisionMap, *, by: User | None) -> None:
    """Give a map back as it was. Journal `map.restored`. Raises PermissionDenied; "not_in_bin", "name_taken"."""
    rules.require_write_at(by, map.account)
    with acting(by):
        current = DecisionMap.objects.select_for_update().get(pk=map.pk)
        if current.binned_at is None:
            raise DomainError("not_in_bin", _("This map is not in the bin."))
        _refuse_twice(current)
        current.binned_at = None
        current.save(update_fields=["binned_at"])
        _record_map(events.MAP_RESTORED, current, by)
    map.refresh_from_db()


def _set_fields(row: DecisionMap, fields: dict[str, Any]) -> None:
    refuse_unknown_fields(fields, FIELDS)
    for name, value in fields.items():
        setattr(row, name, _read_field(name, value))
    if not row.main and not row.name:
        raise DomainError("name_missing", _("Give the map a name."), field="name")
    if row.expected is not None and not 1 <= row.expected <= MOST_EXPECTED:
        raise DomainError("invalid", _("Between 1 and 60 people take part."), field="expected")
    for name in ("budget_opens", "budget_closes"):
        month = getattr(row, name)
        if month is not None and not 1 <= month <= 12:
            raise DomainError("invalid", _("A month goes from 1 to 12."), field=name)
    clean(row, list(fields))
    _refuse_twice(row)


def _read_field(name: str, value: Any) -> Any:
    if name == "name":
        return " ".join(str(value or "").split())
    if name == "tender":
        return str(value or "").strip()
    return None if value is None or value == "" else int(value)


def _refuse_twice(row: DecisionMap) -> None:
    if not row.name:
        return
    same = DecisionMap.objects.filter(account=row.account_id, name__iexact=row.name, binned_at=None)
    if same.exclude(pk=row.pk).exists():
        message = _("This account has a map of that name already.")
        raise DomainError("name_taken", message, field="name")


def _locked(map: DecisionMap) -> DecisionMap:
    current = DecisionMap.objects.select_for_update(of=("self",)).get(pk=map.pk)
    if current.binned_at is not None:
        raise DomainError("in_bin", _("This map is in the bin: restore it first."))
    return current


def _record_map(event: str, map: DecisionMap, by: User | None, **data: Any) -> None:
    record(event, map, by=by, account=map.account_id, data={"name": map.name, "main": map.main, **data})
