"""The Changes tab: the field history of an account, and taking one change back where that is safe (R43)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from kameo.accounts.domain import change_account
from kameo.accounts.models import Account
from kameo.accounts.models.account import FIELDS
from kameo.accounts.queries import AccountFieldChange, changes_for
from kameo.core.errors import DomainError
from kameo.core.ui import formats
from kameo.people.enums import Right
from kameo.people.models import User

PAGE = 50
# What can be put back alone: moving, binning, confidentiality and status have verbs and consequences of their own.
SAFE = frozenset(FIELDS) - {"kind", "own_revenue_currency", "orientation", "cadence_days", "watched"}


@dataclass(frozen=True)
class AuditRow:
    change: AccountFieldChange
    who: str
    client: str
    me: bool
    old: str | None
    new: str | None
    may_undo: bool


@dataclass(frozen=True)
class ChangePage:
    rows: list[AuditRow]
    next: str


def page_of_changes(user: User, account: Account, *, before: str = "") -> ChangePage:
    """The newest changes, or those before a moment in the address; a change is undoable while it is the last one."""
    found = changes_for(account, before=_read_moment(before), limit=PAGE + 1)
    may = user.can(Right.WRITE_ACCOUNTS)
    rows = [
        AuditRow(
            change=change,
            who=change.user_name or (_("A former colleague") if change.user_id else _kameo(client)),
            client=client,
            me=change.user_id == user.pk,
            old=_written_value(change.old),
            new=_written_value(change.new),
            may_undo=may and _is_safe(account, change),
        )
        for change in found[:PAGE]
        for client in [change.client.words if change.client else ""]
    ]
    return ChangePage(rows, found[PAGE - 1].at.isoformat() if len(found) > PAGE else "")


def undo_change(user: User, account: Account, *, field: str, at: str) -> str:
    """Give `field` the value it had before the change made `at`; returns the field's label.

    Raises DomainError "change_unknown", or "changed_since" when the field has another value by now.
    """
    moment = _read_moment(at)
    found = changes_for(account, before=None, limit=500) if moment else []
    change = next((one for one in found if one.field == field and one.at == moment), None)
    if change is None or field not in SAFE:
        raise DomainError("change_unknown", _("This change can no longer be taken back."))
    if not _is_safe(account, change):
        raise DomainError("changed_since", _("Somebody changed it again since: correct it on the account's form."))
    change_account(account, by=user, **{field: change.old})
    return change.label


def _kameo(client: str) -> str:
    return _("Kameo") if client else _("Kameo, by itself")


def _is_safe(account: Account, change: AccountFieldChange) -> bool:
    return change.field in SAFE and getattr(account, change.field) == change.new


def _read_moment(text: str) -> datetime | None:
    try:
        return parse_datetime(text.replace(" ", "+"))
    except ValueError:
        return None


def _written_value(value: Any) -> str | None:
    if value in (None, "", []):
        return None
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Decimal | int):
        return formats.number(value, 0 if value == int(value) else 2)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return formats.date_long(value) if isinstance(value, date) else str(value)
