"""Creating, changing, binning and restoring accounts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from kameo.accounts import events, rules
from kameo.accounts.domain.status import recount
from kameo.accounts.domain.structure import require_parent
from kameo.accounts.domain.values import normalise_fields
from kameo.accounts.enums import Function, Kind, Status
from kameo.accounts.models import Account, AccountMember, FormerName, RevenueDay
from kameo.accounts.models.account import FIELDS
from kameo.accounts.pulse.refresh import judge, refresh_pulse
from kameo.accounts.revenue.totals import refresh_totals
from kameo.accounts.team.limits import lead_limits
from kameo.accounts.timeline.journal_to_timeline import record
from kameo.core import clock
from kameo.core.acting import acting, clean, locked
from kameo.core.customfields.values import put_own, split_own
from kameo.core.errors import DomainError
from kameo.core.text import fold

if TYPE_CHECKING:
    from kameo.people.models import User

SUBJECT = "account"  # of the fields that a company adds


def create_account(
    *,
    by: User | None,
    name: str,
    kind: str = Kind.COMPANY,
    parent: Account | None = None,
    lead: User | None = None,
    status: str = Status.PROSPECT,
    **fields: Any,
) -> Account:
    """A new account, under `parent` since always as far as we know.

    `fields` are those of FIELDS, amounts in the reporting currency but `own_revenue`. In order: the row (the
    database writes its lineage and placement), the lead (`lead`, or `by` when the role creates accounts but does
    not see them all), journal `account.created`, pulse. Raises PermissionDenied, DomainError "name_missing",
    "parent_hidden", "unknown_field", "invalid" or a code of `accounts.identifiers`.
    """
    if by is not None and not rules.can_create(by):
        raise PermissionDenied("accounts.create")
    require_parent(parent, by)
    fields, own = split_own(fields)
    values = normalise_fields({"name": name, "kind": kind, **fields}, allowed=FIELDS)
    with acting(by):
        decided = by if status != Status.PROSPECT else None  # a prospect by default is nobody's decision
        account = Account(parent=parent, status=status, status_by=decided, created_by=by, **values)
        put_own(SUBJECT, account, own, by)
        clean(account, [*values, "status"])
        account.save()
        account.refresh_from_db(fields=["lineage", "reach", "hidden", "custom"])
        _name_lead(account, lead, by)
        record(events.CREATED, account, by=by, data={"name": account.name})
        refresh_pulse([account.pk])
    return account


def change_account(account: Account, *, by: User | None, renamed_on: date | None = None, **fields: Any) -> Account:
    """Set some of FIELDS, and fields of the company (`custom_<key>`); what does not differ is left alone.

    A rename that is more than spelling (accents, case, spaces) keeps the old name as a FormerName until
    `renamed_on` (today) and records `account.renamed`. In order: row, former name, journal
    `account.changed`, pulse when the potential changed (the class depends on it). Raises PermissionDenied,
    DomainError "unknown_field", "name_missing", "invalid" or a code of `accounts.identifiers`.
    """
    rules.require_write(by, account)
    fields, own = split_own(fields)
    values = normalise_fields(fields, allowed=FIELDS)
    with acting(by):
        current = locked(account)
        changed = {name: value for name, value in values.items() if getattr(current, name) != value}
        told = [*changed, *put_own(SUBJECT, current, own, by)]
        if not told:
            return account
        before = current.name
        for name, value in changed.items():
            setattr(current, name, value)
            setattr(account, name, value)
        clean(current, list(changed))
        current.changed_at = account.changed_at = clock.now()
        current.save(update_fields=[*changed, "custom", "changed_at"])
        account.custom = current.custom
        _remember_name(current, before, renamed_on, by)
        record(events.CHANGED, current, by=by, data={"fields": sorted(told)})
        _refresh_after(current, changed)
    return account


def bin_account(account: Account, *, by: User | None) -> Account:
    """Put the account and all that hangs below it in the bin, together; `restore_account` gives it back whole.

    Nothing else is touched: invoices, team, timeline wait with it and count nowhere. In order: rows, journal
    `account.binned`, our totals, pulse of what is above. Raises PermissionDenied; DomainError "in_bin" when it
    is there already, "hidden_children" when something below is not for `by` to see.
    """
    rules.require_bin(by, account)
    with acting(by):
        if locked(account).binned_at is not None:
            raise DomainError("in_bin", _("This account is in the bin already."))
        below = Account.objects.below(account.pk).present()
        ids = list(below.values_list("pk", flat=True))
        if by is not None and below.visible_to(by).count() != len(ids):
            raise DomainError("hidden_children", _("Something below it is confidential: ask a director."))
        moment = clock.now()
        below.update(binned_at=moment, binned_by=by)
        account.binned_at, account.binned_by = moment, by
        record(events.BINNED, account, by=by, data={"accounts": len(ids)})
        _recount(ids)
    return account


def restore_account(account: Account, *, by: User | None) -> Account:
    """Give back the account with what went into the bin together with it, exactly as it was.

    Parts that were in the bin before stay there. Journal `account.restored`; totals and pulses follow. Raises
    PermissionDenied; DomainError "not_in_bin"; "merged" (undo the merge instead); "parent_in_bin" when what it
    hangs on must come back first.
    """
    with acting(by):
        current = locked(account)
        if current.binned_at is None:
            raise DomainError("not_in_bin", _("This account is not in the bin."))
        if current.merged_into_id is not None:
            raise DomainError("merged", _("This account is part of another one: undo the merge instead."))
        if current.parent_id and Account.objects.binned().filter(pk=current.parent_id).exists():
            raise DomainError("parent_in_bin", _("Restore the account it belongs to first."))
        together = Account.objects.below(account.pk).filter(binned_at=current.binned_at)
        ids = list(together.values_list("pk", flat=True))
        _require_restore(by, current)
        together.update(binned_at=None, binned_by=None)
        account.binned_at, account.binned_by = None, None
        record(events.RESTORED, account, by=by, data={"accounts": len(ids)})
        _recount(ids)
    return account


def _name_lead(account: Account, lead: User | None, by: User | None) -> None:
    if lead is None and by is not None and not rules.can_see(by, account):
        lead = by  # creators would lose sight of what they created
    elif lead is None and by is not None and not by.can("accounts.see_all"):
        lead = by
    if lead is not None:
        lead_limits().check_new(lead, account, by=by)
        AccountMember.objects.create(account=account, user=lead, function=Function.LEAD, by=by)


def _remember_name(account: Account, before: str, renamed_on: date | None, by: User | None) -> None:
    if fold(before) == fold(account.name):
        return
    until = renamed_on or clock.company_today()
    FormerName.objects.create(account=account, name=before, until=until, by=by)
    record(events.RENAMED, account, by=by, data={"from": before, "to": account.name, "on": until.isoformat()})


def _refresh_after(account: Account, changed: dict[str, Any]) -> None:
    if "kind" in changed:
        refresh_pulse([account.pk])
    elif "potential" in changed:
        judge([account.pk])


def _require_restore(by: User | None, account: Account) -> None:
    """The right, and reach: what is in the bin is not visible, so that `can_bin` cannot be asked."""
    if by is None:
        return
    reachable = Account.objects.reachable_by(by).filter(pk=account.pk).exists()
    if not (by.can("accounts.bin") and reachable):
        raise PermissionDenied("accounts.bin")


def _recount(ids: list[int]) -> None:
    days = RevenueDay.objects.filter(account_id__in=ids).values_list("day", flat=True).distinct()
    refresh_totals(set(days))
    recount(ids)
