"""A field, tags or a status of many accounts: one statement a few hundred, with the verbs' lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts import events
from kameo.accounts.domain.values import normalise_fields, normalise_tags
from kameo.accounts.enums import Status
from kameo.accounts.models import Account
from kameo.accounts.pulse.refresh import judge
from kameo.accounts.timeline.journal_to_timeline import record_many
from kameo.core import clock
from kameo.core.acting import clean
from kameo.core.errors import DomainError
from kameo.core.lists.bulk.plans import BulkKind, BulkPlan, Item
from kameo.people.enums import Right

FIELDS = ("sector", "country", "potential", "orientation", "cadence_days", "watched")
MOST_TAGS = 50


# --- A field: one value for all ---------------------------------------------------------------------------


def _check_field(data: Mapping[str, Any], by: Any) -> dict[str, Any]:
    name = str(data.get("field", ""))
    if name not in FIELDS:
        raise DomainError("unknown_field", _("Choose one of the fields."), field="field")
    value = normalise_fields({name: data.get("value")}, allowed=FIELDS)[name]
    value = "" if value is None and name in {"sector", "country", "orientation"} else value
    probe = Account(name="-")
    setattr(probe, name, value)
    clean(probe, [name])
    return {"field": name, "value": _json_value(getattr(probe, name))}


def _read_field(accounts: Sequence[Account], data: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    name = data["field"]
    return {account.pk: {name: _json_value(getattr(account, name))} for account in accounts}


def _plan_field(accounts: Sequence[Account], data: Mapping[str, Any], by: Any) -> BulkPlan:
    return _plan_same(_read_field(accounts, data), {data["field"]: data["value"]})


def _plan_same(before: Mapping[int, dict[str, Any]], after: dict[str, Any]) -> BulkPlan:
    plan = BulkPlan()
    for account_id, values in before.items():
        plan.add(account_id, values, after)
    return plan


def _write_field(items: Sequence[Item], data: Mapping[str, Any], by: Any) -> None:
    name = data["field"]
    _update(items, lambda item: {name: _value_from_json(name, item.after[name])})
    if name == "potential":
        judge([item.record_id for item in items])


def _update(items: Sequence[Item], values: Callable[[Item], dict[str, Any]]) -> None:
    moment = clock.now()
    rows = [Account(pk=item.record_id, changed_at=moment, **values(item)) for item in items]
    names = list(values(items[0])) if items else []
    Account.objects.bulk_update(rows, [*names, "changed_at"], batch_size=500)


def _json_value(value: Any) -> Any:
    """As JSON keeps it: an amount is a text with its cents."""
    return str(value.quantize(Decimal("0.01"))) if isinstance(value, Decimal) else value


def _value_from_json(name: str, value: Any) -> Any:
    return Decimal(value) if name == "potential" and value is not None else value


# --- Tags: some more, some less ---------------------------------------------------------------------------


def _check_tags(data: Mapping[str, Any], by: Any) -> dict[str, Any]:
    add, remove = (normalise_tags(data.get(key) or []) for key in ("add", "remove"))
    if not add and not remove:
        raise DomainError("no_tag", _("Write at least one tag."), field="tags")
    return {"add": add, "remove": remove}


def _read_tags(accounts: Sequence[Account], data: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    return {account.pk: {"tags": list(account.tags)} for account in accounts}


def _plan_tags(accounts: Sequence[Account], data: Mapping[str, Any], by: Any) -> BulkPlan:
    plan = BulkPlan()
    gone = {tag.casefold() for tag in data["remove"]}
    for account in accounts:
        kept = [tag for tag in account.tags if tag.casefold() not in gone]
        after = normalise_tags([*kept, *data["add"]])
        if len(after) > MOST_TAGS:
            plan.refusals["too_many_tags"] += 1
        else:
            plan.add(account.pk, {"tags": list(account.tags)}, {"tags": after})
    return plan


def _write_tags(items: Sequence[Item], data: Mapping[str, Any], by: Any) -> None:
    _update(items, lambda item: {"tags": item.after["tags"]})


# --- Status: with its author, its date and its line on the timeline -----------------------------------------


def _check_status(data: Mapping[str, Any], by: Any) -> dict[str, Any]:
    if data.get("status") not in Status.values:
        raise DomainError("unknown_status", _("Choose one of the four statuses."), field="status")
    return {"status": str(data["status"])}


def _read_status(accounts: Sequence[Account], data: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    return {account.pk: {"status": account.status} for account in accounts}


def _plan_status(accounts: Sequence[Account], data: Mapping[str, Any], by: Any) -> BulkPlan:
    return _plan_same(_read_status(accounts, data), {"status": data["status"]})


def _write_status(items: Sequence[Item], data: Mapping[str, Any], by: Any) -> None:
    moment = clock.now()
    _update(items, lambda item: {"status": item.after["status"], "status_at": moment, "status_by": by})
    record_many(
        events.STATUS_CHANGED,
        [(item.record_id, {"from": item.before["status"], "to": item.after["status"], "bulk": True}) for item in items],
        by=by,
    )


FIELD = BulkKind(Right.WRITE_ACCOUNTS, _check_field, _read_field, _plan_field, _write_field)
TAGS = BulkKind(Right.WRITE_ACCOUNTS, _check_tags, _read_tags, _plan_tags, _write_tags)
STATUS = BulkKind(Right.WRITE_ACCOUNTS, _check_status, _read_status, _plan_status, _write_status)
