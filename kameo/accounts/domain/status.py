"""Prospect, active, dormant, lost: by hand, or by what was invoiced (product.md)."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kameo.accounts import events, rules
from kameo.accounts.enums import Status
from kameo.accounts.models import Account
from kameo.accounts.pulse.refresh import ancestors_of, refresh_pulse
from kameo.accounts.revenue.periods import months_before
from kameo.accounts.timeline.journal_to_timeline import record, record_many
from kameo.core import clock, preferences
from kameo.core.acting import acting, locked
from kameo.core.errors import DomainError

if TYPE_CHECKING:
    from kameo.people.models import User


def set_status(account: Account, *, status: str, by: User | None) -> Account:
    """Set the status by hand; nothing happens when it is that already.

    In order: row with who and when, journal `account.status_changed`, timeline line. Raises PermissionDenied,
    DomainError "unknown_status".
    """
    rules.require_write(by, account)
    if status not in Status.values:
        raise DomainError("unknown_status", _("Choose one of the four statuses."), field="status")
    with acting(by):
        current = locked(account)
        if current.status == status:
            return account
        before, moment = current.status, clock.now()
        Account.objects.filter(pk=account.pk).update(status=status, status_at=moment, status_by=by, changed_at=moment)
        account.status, account.status_at, account.status_by, account.changed_at = status, moment, by, moment
        record(events.STATUS_CHANGED, account, by=by, data={"from": before, "to": status})
    return account


def recount(account_ids: Collection[int] | None) -> int:
    """What follows when something else counts in these accounts (None: all): pulses of them and of all above, then
    statuses; returns how many statuses changed.
    """
    refresh_pulse(account_ids)
    return follow_invoices(None if account_ids is None else ancestors_of(account_ids))


def follow_invoices(account_ids: Collection[int] | None) -> int:
    """Apply the automatic statuses to these accounts (None: all), set-wise; returns how many changed.

    From the last invoice of the account and what hung below it (AccountPulse, refresh it first), months of
    `dormant.after_months` ending today:
    - an invoice within them makes a prospect or a dormant account active, and a lost one when it is dated after
      the day it was lost;
    - none makes an active account, or a prospect once invoiced, dormant. A status set by hand, or an account
      never invoiced, is given as long from the day of the status.
    `lost` is only set by hand. The author is the system: `status_by` empty, timeline line without an actor.
    """
    today = clock.company_today()
    arguments = {
        "ids": None if account_ids is None else sorted(set(account_ids)),
        "limit": months_before(today, int(preferences.get("dormant.after_months"))),
        "now": clock.now(),
        "zone": preferences.get("time_zone"),
    }
    if arguments["ids"] == []:
        return 0
    with acting(None):
        with connection.cursor() as cursor:
            cursor.execute(_FOLLOW, arguments)
            changed = cursor.fetchall()
        record_many(
            events.STATUS_CHANGED,
            [(pk, {"from": before, "to": after, "automatic": True}) for pk, before, after in sorted(changed)],
        )
    return len(changed)


_FOLLOW = """
    with invoiced as materialized (
        select account.id, account.status as before,
            case
                when pulse.tree_last_invoice_on > %(limit)s
                    and (account.status in ('prospect', 'dormant') or account.status = 'lost'
                         and pulse.tree_last_invoice_on > (account.status_at at time zone %(zone)s)::date)
                    then 'active'
                when account.status = 'prospect' and pulse.tree_last_invoice_on <= %(limit)s
                    and account.status_by_id is null then 'dormant'
                when account.status = 'active' and %(limit)s >= case
                        when account.status_by_id is null and pulse.tree_last_invoice_on is not null
                            then pulse.tree_last_invoice_on
                        else greatest(pulse.tree_last_invoice_on,
                                      (account.status_at at time zone %(zone)s)::date) end
                    then 'dormant'
            end as after
        from accounts_account account join accounts_accountpulse pulse on pulse.account_id = account.id
        where account.binned_at is null and (%(ids)s::bigint[] is null or account.id = any(%(ids)s::bigint[])))
    update accounts_account account
    set status = invoiced.after, status_at = %(now)s, status_by_id = null, changed_at = %(now)s
    from invoiced where invoiced.id = account.id and invoiced.after is not null
    returning account.id, invoiced.before, invoiced.after
"""
